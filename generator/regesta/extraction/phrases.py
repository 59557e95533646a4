"""Finds words and phrases of the language data in a sentence, thousands at a time.

A pattern is words: `*` at a word's end stands for any ending, before a word for the other parts of a compound
("*streik"), `…` for up to ten words, `(a|b)` for either. Patterns are indexed by their first word, so that the cost is
that of the sentence, not of the list. The particle of a split verb ("gab … auf") must end its clause: elsewhere it is
a preposition or an article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, product

from regesta.languages.words import Word, words

_KEY = 3
"""Letters by which patterns are looked up that go on without a gap."""
_MODIFIER = 3
"""Letters of the shortest word that goes before the head of a compound."""
LONGEST_GAP = 10
"""Words that `…` may stand for."""
_PIECE = re.compile(r"\([^()]*\)|[^\s()]+")
"""A word of a pattern, or a choice of words."""
_GAP_ENDS = frozenset(";:–—()…")
"""Marks that `…` doesn't stand for: what is behind them is told anew. Commas may enclose an aside."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found."""

    label: str
    """What the pattern stands for."""
    indexes: tuple[int, ...]
    """The words that matched, as indexes into the sentence's words."""
    literal: int
    """How many characters the pattern itself fixes; of two hits the more literal one is the better."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a pattern, or the words of which it may be any."""

    words: frozenset[str] = frozenset()
    """Whole words."""
    beginnings: tuple[str, ...] = ()
    """Beginnings of words, the longest first."""
    ends: tuple[str, ...] = ()
    """Heads of compounds, at the end of words that begin with a capital."""
    gap: bool = False
    """Whether up to ten words may stand before it."""

    def fits(self, word: Word) -> int:
        """How many characters of a word it fixes; 0 where it doesn't fit."""
        text = word.folded
        if text in self.words:
            return len(text) + 1
        for beginning in self.beginnings:
            if text.startswith(beginning):
                return len(beginning)
        return next((len(end) + 1 for end in self.ends if word.is_capital and text.endswith(end)), 0)


@dataclass(frozen=True, slots=True)
class _Pattern:
    label: str
    parts: tuple[_Part, ...]
    literal: int
    """How many characters its first word fixes."""
    particle: bool
    """Whether the last word is the particle of a split verb."""


class Phrases:
    """A set of labelled patterns, ready to search with."""

    def __init__(
        self,
        lists: Iterable[tuple[str, str]],
        particles: frozenset[str] = frozenset(),
        closing: frozenset[str] = frozenset(),
        *,
        same: Mapping[str, str] | None = None,
    ) -> None:
        """`lists` are pairs of a label and its patterns, separated by commas.

        `particles` are those of split verbs, `closing` the conjunctions before which a clause ends. `same` maps words
        to those in whose place they may stand at the head of a pattern (Spanish había, ha).
        """
        self._closing = closing
        self._particles = particles
        self._same = same or {}
        self._exact: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._prefix: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._heads: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for label, patterns in lists:
            for pattern in heads(patterns):
                text, prefix = _beginning(pattern)
                if text:
                    table = self._heads if pattern.startswith("*") else self._prefix if prefix else self._exact
                    table[text].append((label, pattern))
        self._lengths = sorted({len(text) for text in self._prefix})
        self._head_lengths = sorted({len(text) for text in self._heads})
        self._known: dict[str, dict[str, list[tuple[str, str]]]] = {}
        self._read: dict[tuple[str, str], tuple[_Pattern, ...]] = {}

    def find(self, sentence: Sequence[Word], aside: frozenset[int] = frozenset()) -> list[Hit]:
        """Every pattern that occurs, in the order of its first word; hits may overlap.

        Words that stand `aside`, such as a date between a verb and its object, need not be in a pattern.
        """
        found = []
        for at, word in enumerate(sentence):
            for pattern in self._candidates(word.folded, sentence, at, aside):
                indexes = _match(pattern, sentence, at, self._closing, aside)
                if indexes:
                    fixed = (part.fits(sentence[i]) for part, i in zip(pattern.parts[1:], indexes[1:], strict=True))
                    found.append(Hit(pattern.label, indexes, pattern.literal + sum(fixed)))
        return found

    def _candidates(self, text: str, sentence: Sequence[Word], at: int, aside: frozenset[int]) -> Iterable[_Pattern]:
        """The patterns that begin with this word, without those that go on otherwise than the words behind it begin.

        Words come back so often that what was read is kept.
        """
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = defaultdict(list)
            for label, pattern in self._beginning_with(text):
                for key in _goings_on(pattern):
                    known[key].append((label, pattern))
        if not known:
            return ()
        open_ended = self._reading(text, "") if "" in known else ()
        if len(known) == ("" in known):
            return open_ended
        keys = (key for key in _following(sentence, at + 1, aside) if key in known)
        return chain(open_ended, *(self._reading(text, key) for key in keys))

    def _reading(self, text: str, key: str) -> tuple[_Pattern, ...]:
        """The patterns that begin with a word and go on in one way."""
        read = self._read.get((text, key))
        if read is None:
            told = ((label, parts) for label, pattern in self._known[text][key] for parts in _parts(pattern))
            read = tuple(one for label, parts in told for one in self._patterns(label, parts))
            self._read[text, key] = read
        return read

    def _beginning_with(self, text: str) -> list[tuple[str, str]]:
        found = [*self._exact.get(text, ()), *self._exact.get(self._same.get(text, ""), ())]
        for length in self._lengths:
            if length > len(text):
                break
            found += self._prefix.get(text[:length], ())
        for length in self._head_lengths:
            if length + _MODIFIER > len(text):
                break
            found += self._heads.get(text[-length:], ())
        return found

    def _patterns(self, label: str, parts: tuple[_Part, ...]) -> Iterator[_Pattern]:
        """The pattern, or two where its last word may be a particle of a split verb and may be another."""
        first, last = parts[0], parts[-1]
        literal = max(
            len(one) + (one not in first.beginnings) for one in (*first.words, *first.beginnings, *first.ends)
        )
        ending = last.words & self._particles if last.gap else frozenset()
        if ending:
            particle = replace(last, words=ending, beginnings=(), ends=())
            yield _Pattern(label, (*parts[:-1], particle), literal, particle=True)
            last = replace(last, words=last.words - ending)
        if last.words or last.beginnings or last.ends:
            yield _Pattern(label, (*parts[:-1], last), literal, particle=False)


def _following(sentence: Sequence[Word], at: int, aside: frozenset[int]) -> list[str]:
    """How the word at a place begins, and the first one behind those that stand aside there, and all behind a gap."""
    behind = at
    while behind in aside:
        behind += 1
    near = [sentence[i].folded[:_KEY] for i in (at, behind) if i < len(sentence)]
    return list(dict.fromkeys([*near, *(f"…{word.folded[:_KEY]}" for word in sentence[at : at + LONGEST_GAP + 1])]))


def _goings_on(pattern: str) -> set[str]:
    """How a pattern's second word may begin, with … where a gap stands before it; nothing where that is open."""
    first, _, rest = pattern.partition(" ")
    gap = "…" if rest.startswith("… ") else ""
    rest = rest.removeprefix("… ")
    second = rest[1:].partition(")")[0] if rest.startswith("(") else rest.partition(" ")[0]
    keys = set()
    for one in second.split("|"):
        begun = one.strip().partition(" ")[0]
        bare = begun.rstrip("*").casefold()
        if not bare.isalpha() or (len(bare) < _KEY and begun.endswith("*")):
            return {""}
        keys.add(gap + bare[:_KEY])
    return keys if first.strip("*").isalpha() else {""}


def best(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that share a word, the most literal; in the order of their first word."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (-len(h.indexes) * 4 - h.literal, h.indexes, h.label)):
        if taken.isdisjoint(hit.indexes):
            taken.update(hit.indexes)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.indexes)


def heads(patterns: str) -> Iterator[str]:
    """The patterns of a list, separated by commas; what begins with (a|b) as one pattern for each."""
    for pattern in patterns.split(","):
        bare = pattern.strip()
        if bare.startswith("("):
            choice, _, rest = bare[1:].partition(")")
            yield from (f"{one}{rest}" for one in choice.split("|"))
        elif bare:
            yield bare


def _beginning(pattern: str) -> tuple[str, bool]:
    """The first word of a pattern, folded, and whether it stands for any ending; nothing for an empty pattern."""
    first, _, _ = pattern.lstrip("*").partition(" ")
    bare = first.rstrip("*")
    if bare.isalpha():  # most are, and taking words apart would be most of the start-up
        return bare.casefold(), bare != first
    pieces = words(bare)
    return (pieces[0].folded, bare != first and len(pieces) == 1) if pieces else ("", False)


def _parts(pattern: str) -> Iterator[tuple[_Part, ...]]:
    """A pattern read; in more ways than one where (a|b c) holds several words.

    Only the patterns whose first word occurs are read, since there are tens of thousands.
    """
    first, _, rest = pattern.partition(" ")
    for begun in _ways(first):
        for way in _ways(rest):
            yield (*begun, *way)


@lru_cache(maxsize=65536)
def _ways(pattern: str) -> tuple[tuple[_Part, ...], ...]:
    """The ways to read a pattern or the rest of one, which many patterns share."""
    choices: list[list[tuple[_Part, ...]]] = []
    gap = False
    for piece in _PIECE.findall(pattern):
        if piece == "…":
            gap = True
            continue
        options = piece[1:-1].split("|") if piece[0] == "(" else [piece]
        lone = [one for one in options if one.strip("*").isalpha()]
        ways: list[tuple[_Part, ...]] = [(_part(lone),)] if lone else []
        for one in options:
            if one not in lone:
                ways += _ways(one) if " " in one else [_taken_apart(one)]
        choices.append([(replace(way[0], gap=gap), *way[1:]) for way in ways if way])
        gap = False
    return tuple(tuple(part for parts in way for part in parts) for way in product(*choices))


def _part(options: Sequence[str]) -> _Part:
    """The part that any of some words fits."""
    folded = [(one, one.strip("*").casefold()) for one in options]
    return _Part(
        words=frozenset(text for one, text in folded if "*" not in one),
        beginnings=tuple(sorted((text for one, text in folded if one.endswith("*")), key=lambda t: (-len(t), t))),
        ends=tuple(text for one, text in folded if one.startswith("*")),
    )


def _taken_apart(option: str) -> tuple[_Part, ...]:
    """The parts of a word that an apostrophe, a hyphen or a figure takes apart."""
    pieces = [word.folded for word in words(option.strip("*"))]
    parts = [_Part(words=frozenset({text})) for text in pieces]
    if option.endswith("*") and parts:
        parts[-1] = _Part(beginnings=(pieces[-1],))
    return tuple(parts)


def _match(
    pattern: _Pattern, sentence: Sequence[Word], at: int, closing: frozenset[str], aside: frozenset[int]
) -> tuple[int, ...]:
    """The indexes that the parts match from `at` on, or nothing; a gap ends before the nearest words that fit."""
    if pattern.parts[0].ends and not sentence[at].is_capital:
        return ()
    indexes = [at]
    for number, part in enumerate(pattern.parts[1:], 1):
        start = indexes[-1] + 1
        if part.gap:
            ends = pattern.particle and part is pattern.parts[-1]
            stop = min(len(sentence), start + LONGEST_GAP + 1)
            if not ends:
                stop = next((i for i in range(start, stop) if sentence[i].text in _GAP_ENDS), stop)
            fitting = (i for i in range(start, stop) if part.fits(sentence[i]))
            fitting = (i for i in fitting if _goes_on(pattern, number, sentence, i, aside))
            found = next((i for i in fitting if not ends or _ends_clause(sentence, i, closing)), None)
        else:
            found = _next(part, sentence, start, aside)
        if found is None:
            return ()
        indexes.append(found)
    return tuple(indexes)


def _next(part: _Part, sentence: Sequence[Word], at: int, aside: frozenset[int]) -> int | None:
    """The first word behind those that stand aside, where it fits; else the next one ("el" of "el lunes")."""
    behind = at
    while behind in aside:
        behind += 1
    if behind < len(sentence) and part.fits(sentence[behind]):
        return behind
    return at if at < len(sentence) and part.fits(sentence[at]) else None


def _goes_on(pattern: _Pattern, number: int, sentence: Sequence[Word], at: int, aside: frozenset[int]) -> bool:
    """Whether the parts behind one that fits at a word, up to the next gap, fit the next words."""
    for part in pattern.parts[number + 1 :]:
        if part.gap:
            break
        following = _next(part, sentence, at + 1, aside)
        if following is None:
            return False
        at = following
    return True


def _ends_clause(sentence: Sequence[Word], at: int, closing: frozenset[str]) -> bool:
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return following is None or not following.is_word or following.folded in closing
