"""Find the time expressions of a text: tokens to characters, patterns over them, the longest match wins.

The work is linear in the text: one pass makes the characters, each pattern is searched once, and a pattern matches a
bounded number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from regesta.model.span import Span
from regesta.tagging.context import Surroundings
from regesta.tagging.found import Found, Recognised
from regesta.tagging.grammar import Grammar, Rule, grammar
from regesta.tagging.lexicon import BREAK, CAPITAL, GAP, MARK, OTHER, fold
from regesta.tagging.sharing import DASHES, borrow, share
from regesta.tagging.tense import OPEN
from regesta.tagging.tokens import TOKEN

_KNOWN = re.compile(f"[^{OTHER}{CAPITAL}{MARK}{BREAK}]+")
"""A stretch of tokens that the grammar knows."""


@dataclass(slots=True)
class Candidate:
    """A pattern's match; its places are token numbers."""

    order: int
    """Number of its rule."""
    rule: Rule
    match: re.Match[str]
    fields: tuple[tuple[str, str], ...]
    extents: int
    start: int = 0
    """First token of its expressions."""
    end: int = 0
    """Token after their last."""

    def __post_init__(self) -> None:
        spans = self.spans
        if spans:
            row = self.match.string
            self.start, self.end = spans[0][0], spans[-1][1]
            self.start += row[self.start] == GAP  # white space at the ends makes no match longer
            self.end -= row[self.end - 1] == GAP

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The extents of its expressions, in tokens."""
        if not self.extents:
            return [self.match.span()]
        found = [self.match.span(f"x{n}") for n in range(1, self.extents + 1)]
        return [span for span in found if span[0] >= 0]


def recognise(text: str, *, language: str) -> Recognised:
    """The time expressions of a text, unresolved. Any Unicode text will do; language is a BCP 47 code."""
    rules = grammar(language)
    tokens = TOKEN.findall(text)
    row = "".join([rules.characters[token] for token in tokens])
    offsets = [0, *accumulate(map(len, tokens))]
    around = Surroundings(rules, tokens, row)
    found: list[Found] = []
    for candidate in choose(candidates(rules, row), len(tokens)):
        found += _expressions(candidate, rules, tokens, offsets, around)
    return Recognised(text, rules.language, share(found, text), str(rules.settings.get("numeric", "dmy")))


def candidates(rules: Grammar, row: str) -> Iterator[Candidate]:
    """Every match of every pattern that can match at all.

    Only stretches of known words are searched, and only by patterns of which such a stretch holds a telling word.
    """
    for stretch in _KNOWN.finditer(row):
        start, end = stretch.start(), stretch.end() + 1  # the word after it may be one that must not follow
        for order, pattern, regex in rules.patterns_for(rules.telling.intersection(row[start:end])):
            rule = rules.rules[order]
            for match in regex.finditer(row, start, end):
                found = Candidate(order, rule, match, pattern.fields, pattern.extents)
                if found.end > found.start:
                    yield found


def choose(found: Iterable[Candidate], length: int, *, keep_nothing: bool = False) -> list[Candidate]:
    """The longest matches that don't overlap, in the order of the text; between equals the earlier rule.

    `length` is the number of tokens. Matches of rules that find no time expression ("as: nothing") take their place
    and then go, unless `keep_nothing`.
    """
    taken = bytearray(length)
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda one: (one.start - one.end, one.order, one.start)):
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            chosen.append(candidate)
    kept = [one for one in chosen if keep_nothing or one.rule.kind != "nothing"]
    return sorted(kept, key=lambda one: one.start)


def _expressions(
    candidate: Candidate, rules: Grammar, tokens: list[str], offsets: list[int], around: Surroundings
) -> Iterator[Found]:
    spans = candidate.spans
    groups = _groups(candidate, rules, tokens)
    all_fields = [_fields(candidate.rule, groups, span, spans) for span in spans]
    for number, (first, last) in enumerate(spans):
        while first < last and tokens[first].isspace():
            first += 1  # noqa: PLW2901 - white space is no part of an expression
        while last > first and tokens[last - 1].isspace():
            last -= 1  # noqa: PLW2901
        if first == last:
            continue
        fields = borrow(all_fields, number)
        kind = fields.pop("kind", candidate.rule.kind)
        tense = 1 if around.due(first) else around.tense(first, last)
        if tense == OPEN:
            tense = 0
            fields.setdefault("dir", "0")
        if not plausible(fields) or fields.pop("unless", "") == str(tense) or _in_number(fields, tokens, first, last):
            continue
        event = _event(fields, candidate, first, around)
        yield Found(
            span=Span(offsets[first], offsets[last]),
            rule=candidate.rule.name,
            kind=kind,
            fields=fields,
            tense=tense,
            sentence=around.sentence(first),
            paragraph=around.paragraph(first),
            relative=around.is_relative(first),
            quoted=fields.get("from") == "dct" and around.is_quoted(offsets[first]),
            limit=tense > 0 and around.is_limit(first),
            since=around.is_since(first),
            prior=around.is_prior(first, last),
            opens=around.opens(first),
            leads=first == 0 or "\n" in tokens[first - 1],
            event=Span(offsets[event[0]], offsets[event[1]]) if event else None,
        )


def _in_number(fields: Mapping[str, str], tokens: list[str], first: int, last: int) -> bool:
    """Whether figures are part of something else: a telephone number, a result ("4-0"), an ordinal ("14.º")."""
    if first > 1 and tokens[first - 2].isdigit():
        apart = tokens[first - 1]
        if (fields.keys() == {"year"} and apart.isspace()) or (
            {"hour", "weekday"} <= fields.keys() and apart in DASHES
        ):
            return True
    behind = tokens[last + 1 : last + 2] if tokens[last : last + 1] == ["."] else tokens[last : last + 1]
    return tokens[last - 1].isdigit() and bool(behind) and behind[0] in _ORDINALS


def _event(fields: dict[str, str], candidate: Candidate, first: int, around: Surroundings) -> tuple[int, int] | None:
    """The tokens of the event on which the expression hangs: after the match, or before it where the rule says so."""
    if fields.get("from") != "event":
        return None
    if fields.pop("side", "after") == "before":
        return around.event_before(first)
    return around.event_after(candidate.match.end())


def _groups(candidate: Candidate, rules: Grammar, tokens: list[str]) -> list[tuple[int, str, str]]:
    """(token, field, value) of every group that took part in the match."""
    found = []
    for number, (name, words) in enumerate(candidate.fields):
        start, end = candidate.match.span(f"g{number}")
        if start >= 0 and name:
            word = fold("".join(tokens[start:end]))
            found.append((start, name, rules.lexicon.values.get(words, {}).get(word, word)))
    return found


def _fields(
    rule: Rule, groups: list[tuple[int, str, str]], span: tuple[int, int], spans: list[tuple[int, int]]
) -> dict[str, str]:
    """The fields of one extent: the rule's own, those of groups inside it, and of groups outside of all extents.

    Of two numbers the first counts ("two to three weeks" are at least two), else the last group with a name.
    """
    found: dict[str, str] = {}
    for start, name, value in groups:
        inside = span[0] <= start < span[1]
        outside = not any(first <= start < last for first, last in spans)
        if inside or outside:
            for assignment in value.split() if "=" in value else [f"{name}={value}"]:
                key, _, content = assignment.partition("=")
                if key != "n" or key not in found:
                    found[key] = content
    return {**rule.fields, **found}


_ORDINALS = frozenset("°ºª")
"""Signs behind a number that make it an ordinal."""
LIMITS = {
    "day": (1, 31),
    "month": (1, 12),
    "weekday": (1, 7),
    "week": (1, 53),
    "hour": (0, 24),
    "minute": (0, 59),
    "century": (1, 40),
}
"""What numbers can mean; words such as "half" can stand where a number is read, and "40 May" is no date."""


def plausible(fields: Mapping[str, str]) -> bool:
    """Whether the numbers of an expression can mean what they stand for."""
    for name, (low, high) in LIMITS.items():
        text = fields.get(name)
        if text is not None and not (text.isascii() and text.isdigit() and low <= int(text[:4]) <= high):
            return False
    return True
