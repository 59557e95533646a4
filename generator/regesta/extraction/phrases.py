"""Finds words and phrases of the language data in a sentence, thousands at a time.

Patterns (see `patterns`) are looked up by their first word and by how the second begins, so that the cost is that
of the sentence, not of the list. The particle of a split verb ("gab … auf") must end its clause: elsewhere it is a
preposition or an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from regesta.extraction.patterns import KEY, Part, beginning, goings_on, heads, parts_of
from regesta.languages.words import Word

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
class _Pattern:
    label: str
    parts: tuple[Part, ...]
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
                first = pattern.partition(" ")[0]
                if first.isalpha():  # most are, and this is most of the start-up
                    self._exact[first.casefold()].append((label, pattern))
                    continue
                text, prefix = beginning(pattern)
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
                for key in goings_on(pattern):
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
            told = ((label, parts) for label, pattern in self._known[text][key] for parts in parts_of(pattern))
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

    def _patterns(self, label: str, parts: tuple[Part, ...]) -> Iterator[_Pattern]:
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
    behind = _behind(at, aside)
    near = [sentence[i].folded[:KEY] for i in (at, behind) if i < len(sentence)]
    return list(dict.fromkeys([*near, *(f"…{word.folded[:KEY]}" for word in sentence[at : at + LONGEST_GAP + 1])]))


def _behind(at: int, aside: frozenset[int]) -> int:
    """The first place from here on that doesn't stand aside."""
    while at in aside:
        at += 1
    return at


def best(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that share a word, the most literal; in the order of their first word."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (-len(h.indexes) * 4 - h.literal, h.indexes, h.label)):
        if taken.isdisjoint(hit.indexes):
            taken.update(hit.indexes)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.indexes)


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


def _next(part: Part, sentence: Sequence[Word], at: int, aside: frozenset[int]) -> int | None:
    """The first word behind those that stand aside, where it fits; else the next one ("el" of "el lunes")."""
    behind = _behind(at, aside)
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
