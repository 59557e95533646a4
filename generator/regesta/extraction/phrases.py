"""Finds words and phrases of the language data in a sentence, thousands at a time.

A pattern is words: `*` at a word's end stands for any ending, before a word for the other parts of a compound
("*streik"), `…` for up to ten words, `(a|b)` for either. Patterns are indexed by their first word, so that the cost is
that of the sentence, not of the list. The particle of a split verb ("gab … auf") must end its clause: elsewhere it is
a preposition or an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.languages.words import Word, words

_MODIFIER = 3
"""Letters of the shortest word that goes before the head of a compound."""
LONGEST_GAP = 10
"""Words that `…` may stand for."""
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
    """One word of a pattern."""

    text: str
    prefix: bool
    gap: bool
    """Whether up to ten words may stand before it."""
    head: bool = False
    """Whether it is the head of compounds, which stands at their end."""

    def fits(self, word: Word) -> bool:
        if self.head:
            return word.is_capital and word.folded.endswith(self.text)
        return word.folded.startswith(self.text) if self.prefix else word.folded == self.text


@dataclass(frozen=True, slots=True)
class _Pattern:
    label: str
    parts: tuple[_Part, ...]
    literal: int
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
        self._known: dict[str, tuple[_Pattern, ...]] = {}

    def find(self, sentence: Sequence[Word], aside: frozenset[int] = frozenset()) -> list[Hit]:
        """Every pattern that occurs, in the order of its first word; hits may overlap.

        Words that stand `aside`, such as a date between a verb and its object, need not be in a pattern.
        """
        found = []
        for at, word in enumerate(sentence):
            for pattern in self._candidates(word.folded):
                indexes = _match(pattern, sentence, at, self._closing, aside)
                if indexes:
                    found.append(Hit(pattern.label, indexes, pattern.literal))
        return found

    def _candidates(self, text: str) -> tuple[_Pattern, ...]:
        """The patterns that begin with this word; words come back so often that the answer is kept."""
        known = self._known.get(text)
        if known is None:
            told = ((label, one) for label, pattern in self._beginning_with(text) for one in _either(pattern))
            known = self._known[text] = tuple(self._pattern(label, pattern) for label, pattern in told)
        return known

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

    def _pattern(self, label: str, pattern: str) -> _Pattern:
        """A pattern read: only those whose first word occurs are, since there are tens of thousands."""
        parts = _parts(pattern)
        literal = sum(len(part.text) + (not part.prefix) for part in parts)
        return _Pattern(label, parts, literal, particle=parts[-1].gap and parts[-1].text in self._particles)


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


def _either(pattern: str) -> Iterator[str]:
    """A pattern with one of each (a|b) in it, in every way."""
    before, choice, rest = pattern.partition("(")
    if not choice:
        yield pattern
        return
    inner, _, behind = rest.partition(")")
    for one in inner.split("|"):
        yield from _either(f"{before}{one}{behind}")


def _beginning(pattern: str) -> tuple[str, bool]:
    """The first word of a pattern, folded, and whether it stands for any ending; nothing for an empty pattern."""
    first, _, _ = pattern.lstrip("*").partition(" ")
    bare = first.rstrip("*")
    if bare.isalpha():  # most are, and taking words apart would be most of the start-up
        return bare.casefold(), bare != first
    parts = _parts(first)
    return (parts[0].text, parts[0].prefix) if parts else ("", False)


def _parts(pattern: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    gap = False
    for piece in pattern.split():
        if piece == "…":
            gap = True
            continue
        prefix = piece.endswith("*")
        pieces = [word.folded for word in words(piece.strip("*"))]
        for number, text in enumerate(pieces):
            head = piece.startswith("*") and len(pieces) == 1
            parts.append(_Part(text, prefix and number == len(pieces) - 1, gap, head))
            gap = False
    return tuple(parts)


def _match(
    pattern: _Pattern, sentence: Sequence[Word], at: int, closing: frozenset[str], aside: frozenset[int]
) -> tuple[int, ...]:
    """The indexes that the parts match from `at` on, or nothing; a gap ends before the nearest words that fit."""
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
