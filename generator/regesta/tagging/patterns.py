"""The patterns of language files, turned into regular expressions over word-class characters.

    {month}         a word of the class; its value becomes the field "month"
    {int:n}         the same under another field name
    due             a word or mark itself; small letters match any case
    (a|b c)         alternatives
    ?               the element before may be absent
    <…>             the extent of the time expression, where it isn't the whole pattern; several make several expressions
    !{x} or !word   what must not follow here

There is no repetition without bound: every pattern matches a limited number of tokens, so that the work at each place
in a text is bounded by the pattern alone, and the work on a text is linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from regesta.tagging.lexicon import GAP, Lexicon

_PART = re.compile(r"\{(\w+)(?::(\w+))?\}|([(|)?<>!])|(\s+)|(\d+|[^\W\d_]+|[^\w\s])")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, without its regular expression, which is made when a text needs it."""

    source: str
    """The regular expression over class characters."""
    fields: tuple[tuple[str, str], ...]
    """Field and class of each group, in the order of the groups g0, g1, …"""
    extents: int
    """How many extents it marks; 0 where the whole match is the expression."""
    needs: tuple[frozenset[str], ...]
    """Of each of these sets of characters, a text must hold one for the pattern to match."""


def literals(source: str) -> list[str]:
    """The words and marks that a pattern names itself."""
    return [part[4] for part in _PART.findall(source) if part[4]]


def build(source: str, lexicon: Lexicon) -> Pattern:
    """The pattern as a regular expression. Raises ValueError where it names an unknown class or has loose brackets."""
    return _Builder(lexicon).build(source)


class _Builder:
    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.fields: list[tuple[str, str]] = []
        self.extents = 0
        self.needs: list[frozenset[str]] = []

    def build(self, source: str) -> Pattern:
        out: list[str] = []
        depth, negated = 0, False
        parts = list(_PART.finditer(source))
        for n, part in enumerate(parts):
            mark, space, word = part[3], part[4], part[5]
            optional = n + 1 < len(parts) and parts[n + 1][3] == "?"
            if part[1] or word:
                piece, characters = self._element(part[1], part[2], word)
                if characters and not (optional or depth or negated):
                    self.needs.append(characters)
                out.append(f"(?!{GAP}?{piece})" if negated else piece)
                negated = False
            elif space:
                out.append(f"{GAP}?")
            elif mark == "!":
                negated = True
            else:
                depth += (mark == "(") - (mark == ")")
                out.append(self._mark(mark, negated=negated))
                negated = negated and mark != "("
        if depth:
            raise ValueError("a bracket is open or closed once too often")
        return Pattern("".join(out), tuple(self.fields), self.extents, tuple(self.needs))

    def _mark(self, mark: str, *, negated: bool) -> str:
        if mark == "<":
            self.extents += 1
            return f"(?P<x{self.extents}>"
        if mark == "(" and negated:
            return f"(?!{GAP}?"
        return {"(": "(?:", ">": ")"}.get(mark, mark)

    def _element(self, name: str | None, alias: str | None, word: str | None) -> tuple[str, frozenset[str]]:
        if name is None:
            characters = self.lexicon.characters(f"={word}")
            return f"[{characters}]", frozenset(characters)
        characters = self.lexicon.characters(name)
        options = [self._phrase(phrase) for phrase in self.lexicon.phrases(name)]
        first = frozenset(characters)
        for phrase in self.lexicon.phrases(name):
            first |= frozenset(self.lexicon.characters(phrase[0]))
        if characters:
            options.append(f"[{characters}]")
        if not options:
            raise ValueError(f"no words of the class {{{name}}}")
        self.fields.append((alias or name, name))
        return f"(?P<g{len(self.fields) - 1}>{'|'.join(options)})", first

    def _phrase(self, phrase: tuple[str, ...]) -> str:
        return "".join(f"{GAP}?" if part == GAP else f"[{self.lexicon.characters(part)}]" for part in phrase)
