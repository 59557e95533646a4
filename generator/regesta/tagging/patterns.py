"""The patterns of language files, turned into regular expressions over word-class characters.

    {month}         a word of the class; its value becomes the field "month"
    {int:n}         the same under another field name
    due             a word or mark itself; small letters match any case
    (a|b c)         alternatives; the first that fits is taken, so the longer stands first
    ?               the element before may be absent
    <…>             the extent of the expression, where it isn't the whole pattern; several make several expressions
    !{x} or !word   what must not follow here
    &{x} or &word   what must follow here, without being part of the match

There is no repetition without bound: every pattern matches a limited number of tokens, so that the work at each
place in a text is bounded by the pattern alone, and the work on a text is linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from regesta.tagging.lexicon import GAP, Lexicon

_PART = re.compile(r"\{(\w+)(?::(\w+))?\}|([(|)?<>!&])|(\s+)|(\d+|[^\W\d_]+|[^\w\s])")
Needs = list[frozenset[str]]
"""Of each of these sets of characters, a text must hold one for a pattern to match."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to be compiled; its regular expression is made when a text needs it."""

    source: str
    """The regular expression over class characters."""
    fields: tuple[tuple[str, str], ...]
    """Field and class of each group, in the order of the groups g0, g1, …; the field is empty in what only follows."""
    extents: int
    """How many extents it marks; 0 where the whole match is the expression."""
    needs: tuple[frozenset[str], ...]
    """Of each of these sets of characters, a text must hold one for the pattern to match."""


def phrase_regex(phrase: tuple[str, ...]) -> str:
    """An entry of several tokens as an expression."""
    return "".join(f"{GAP}?" if part == GAP else f"[{part}]" for part in phrase)


def literals(source: str) -> list[str]:
    """The words and marks that a pattern names itself."""
    return [part[4] for part in _PART.findall(source) if part[4]]


def build(source: str, lexicon: Lexicon) -> Pattern:
    """The pattern as a regular expression. Raises ValueError where it names an unknown class or has loose brackets."""
    builder = _Builder(source, lexicon)
    text, needs = builder.alternatives(closing=None)
    return Pattern(text, tuple(builder.fields), builder.extents, tuple(needs))


class _Builder:
    """Reads a pattern by recursive descent; every method returns a piece of expression and what it needs."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        self.parts = list(_PART.finditer(source))
        self.place = 0
        self.lexicon = lexicon
        self.fields: list[tuple[str, str]] = []
        self.extents = 0

    def alternatives(self, *, closing: str | None) -> tuple[str, Needs]:
        """Sequences between bars, up to the closing mark."""
        options: list[tuple[str, Needs]] = [self._sequence()]
        while self._mark() == "|":
            self.place += 1
            options.append(self._sequence())
        if self._mark() != closing:
            raise ValueError("a bracket is open or closed once too often")
        self.place += 1
        if len(options) == 1:
            return options[0]
        needs: Needs = []
        if all(option[1] for option in options):
            needs = [frozenset().union(*(min(option[1], key=len) for option in options))]
        return "|".join(option[0] for option in options), needs

    def _mark(self) -> str | None:
        """The notation's mark at this place; None at the end or at anything else."""
        return self.parts[self.place][3] if self.place < len(self.parts) else None

    def _sequence(self) -> tuple[str, Needs]:
        texts, needs = [], []
        while self.place < len(self.parts) and self._mark() not in {"|", ")", ">"}:
            text, need = self._item()
            if self._mark() == "?":
                self.place += 1
                text, need = text if text == f"{GAP}?" else f"{text}?", []
            texts.append(text)
            needs += need
        return "".join(texts), needs

    def _item(self) -> tuple[str, Needs]:
        part = self.parts[self.place]
        self.place += 1
        if part[4]:  # the space before what must not follow is no part of the match
            return "" if self._mark() in ("!", "&") else f"{GAP}?", []
        if part[1] or part[5]:
            return self._element(part[1], part[2], part[5])
        if part[3] in ("!", "&"):
            return self._ahead("!" if part[3] == "!" else "="), []
        if part[3] == "<":
            self.extents += 1
            name = f"?P<x{self.extents}>"
            text, need = self.alternatives(closing=">")
            return f"({name}{text})", need
        if part[3] == "(":
            text, need = self.alternatives(closing=")")
            return f"(?:{text})", need
        raise ValueError(f'"{part[3]}" stands at a loose place')

    def _ahead(self, kind: str) -> str:
        """What may or must not follow; what its words say is no field of the expression."""
        before = len(self.fields)
        text = self._item()[0]
        self.fields[before:] = [("", words) for _, words in self.fields[before:]]
        return f"(?{kind}{GAP}?{text})"

    def _element(self, name: str | None, alias: str | None, word: str | None) -> tuple[str, Needs]:
        if name is None:
            characters = self.lexicon.characters(f"={word}")
            return f"[{characters}]", [frozenset(characters)]
        characters = self.lexicon.characters(name)
        phrases = self.lexicon.phrases(name)
        options = [phrase_regex(phrase) for phrase in phrases]
        first = frozenset(characters).union(*(phrase[0] for phrase in phrases))
        if characters:
            options.append(f"[{characters}]")
        if not options:
            raise ValueError(f"no words of the class {{{name}}}")
        self.fields.append((alias or name, name))
        return f"(?P<g{len(self.fields) - 1}>{'|'.join(options)})", [first]
