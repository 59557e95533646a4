"""How patterns are written: read into the parts that a sentence is searched for.

`*` at a word's end stands for any ending, before a word for the other parts of a compound ("*streik"), `…` for up to
ten words, `(a|b)` for either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from regesta.languages.words import Word, elided, words

KEY = 3
"""Letters by which patterns are looked up that go on without a gap."""
_PIECE = re.compile(r"\([^()]*\)|[^\s()]+")
"""A word of a pattern, or a choice of words."""


@dataclass(frozen=True, slots=True)
class Part:
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


def heads(patterns: str) -> Iterator[str]:
    """The patterns of a list, separated by commas; what begins with (a|b) as one pattern for each."""
    for bare in map(str.strip, patterns.split(",")):
        if bare[:1] == "(":
            choice, _, rest = bare[1:].partition(")")
            yield from (f"{one}{rest}" for one in choice.split("|"))
        elif bare:
            yield bare


def beginning(pattern: str) -> tuple[str, bool]:
    """The first word of a pattern, folded, and whether it stands for any ending; nothing for an empty pattern."""
    first, _, _ = pattern.lstrip("*").partition(" ")
    bare = first.rstrip("*")
    if bare.isalpha():  # most are, and taking words apart would be most of the start-up
        return bare.casefold(), bare != first
    pieces = _words(bare)
    return (pieces[0].folded, bare != first and len(pieces) == 1) if pieces else ("", False)


def goings_on(pattern: str) -> set[str]:
    """How a pattern's second word may begin, with … where a gap stands before it; nothing where that is open."""
    first, _, rest = pattern.partition(" ")
    gap = "…" if rest.startswith("… ") else ""
    rest = rest.removeprefix("… ")
    second = rest[1:].partition(")")[0] if rest.startswith("(") else rest.partition(" ")[0]
    keys = set()
    for one in second.split("|"):
        begun = one.strip().partition(" ")[0]
        bare = begun.rstrip("*").casefold()
        if not bare.isalpha() or (len(bare) < KEY and begun.endswith("*")):
            return {""}
        keys.add(gap + bare[:KEY])
    return keys if first.strip("*").isalpha() else {""}


def parts_of(pattern: str) -> Iterator[tuple[Part, ...]]:
    """A pattern read; in more ways than one where (a|b c) holds several words.

    Only the patterns whose first word occurs are read, since there are tens of thousands.
    """
    first, _, rest = pattern.partition(" ")
    for begun in _ways(first):
        for way in _ways(rest):
            yield (*begun, *way)


@lru_cache(maxsize=65536)
def _ways(pattern: str) -> tuple[tuple[Part, ...], ...]:
    """The ways to read a pattern or the rest of one, which many patterns share."""
    choices: list[list[tuple[Part, ...]]] = []
    gap = False
    for piece in _PIECE.findall(pattern):
        if piece == "…":
            gap = True
            continue
        options = piece[1:-1].split("|") if piece[0] == "(" else [piece]
        lone = [one for one in options if one.strip("*").isalpha()]
        ways: list[tuple[Part, ...]] = [(_part(lone),)] if lone else []
        for one in options:
            if one not in lone:
                ways += _ways(one) if " " in one else [_taken_apart(one)]
        choices.append([(replace(way[0], gap=gap), *way[1:]) for way in ways if way])
        gap = False
    return tuple(tuple(part for parts in way for part in parts) for way in product(*choices))


def _part(options: Sequence[str]) -> Part:
    """The part that any of some words fits."""
    folded = [(one, one.strip("*").casefold()) for one in options]
    return Part(
        words=frozenset(text for one, text in folded if "*" not in one),
        beginnings=tuple(sorted((text for one, text in folded if one.endswith("*")), key=lambda t: (-len(t), t))),
        ends=tuple(text for one, text in folded if one.startswith("*")),
    )


def _taken_apart(option: str) -> tuple[Part, ...]:
    """The parts of a word that an apostrophe, a hyphen or a figure takes apart."""
    pieces = [word.folded for word in _words(option.strip("*"))]
    parts = [Part(words=frozenset({text})) for text in pieces]
    if option.endswith("*") and parts:
        parts[-1] = Part(beginnings=(pieces[-1],))
    return tuple(parts)


def _words(text: str) -> tuple[Word, ...]:
    """The words of a piece of a pattern, as a text has them: "l'" stands before a noun there."""
    before_noun = words(f"{text}a")[:-1] if elided(text) else ()
    return before_noun if before_noun and elided(before_noun[-1].text) else words(text)
