"""A stretch of an article with some of its words left out or replaced, as one tidy line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from regesta.model.span import Span

Edit = tuple[Span, str]
"""A stretch of the article's text, and what stands there instead; nothing where it is left out."""

_PAIRS = {"“": "”", "„": "”“", "«": "»", "(": ")", "[": "]"}
_STRAY = re.compile(r"\s+([,.;:!?])")
_DOUBLE = re.compile(r"([,;:])(?:\s*[,;])+|[,;:]+(?=[.!?]$)")
_CAMEL = re.compile(r"[a-z]+[A-Z]")
"""A name that begins with a small letter: iPod."""
_LEADING = ",;:.–—- ’'"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` up to, not including, `end` of a text, with edits."""

    start: int
    end: int
    edits: tuple[Edit, ...] = ()

    def of(self, text: str) -> str:
        """The line; replacements that reach beyond it or overlap an earlier edit count for nothing."""
        parts, at = [], self.start
        for span, instead in sorted(self.edits, key=lambda edit: (edit[0].start, -edit[0].end)):
            if span.start >= at and span.end <= self.end:
                parts += [text[at : span.start], instead]
                at = span.end
            elif not instead and span.start < self.end and span.end > at:
                parts.append(text[at : max(span.start, at)])
                at = min(span.end, self.end)
        return tidy("".join([*parts, text[at : self.end]]))


def tidy(text: str) -> str:
    """One line, a capital first, no space before a mark, no mark twice."""
    text = _DOUBLE.sub(lambda found: found.group(1) or "", _STRAY.sub(r"\1", " ".join(text.split()))).lstrip(_LEADING)
    return text if _CAMEL.match(text) else text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """A quotation or bracket that was cut open is closed."""
    for opening, closing in _PAIRS.items():
        if opening == "“" and "„" in text:
            continue  # there it closes
        if text.count(opening) > sum(map(text.count, closing)):
            text += closing[-1] if opening != "„" else "“"
    return text + '"' if text.count('"') % 2 else text


def enclosed(text: str, within: Span) -> list[Span]:
    """The quotations and brackets of a stretch, within which nothing is cut; one that isn't closed runs to its end."""
    found: list[Span] = []
    awaited, start = "", 0
    for at in range(within.start, within.end):
        mark = text[at]
        if not awaited and (mark in _PAIRS or mark == '"'):
            awaited, start = _PAIRS.get(mark, '"'), at
        elif awaited and mark in awaited:
            found.append(Span(start, at + 1))
            awaited = ""
    return [*found, Span(start, within.end)] if awaited else found


def outside(position: int, enclosures: Iterable[Span]) -> bool:
    """Whether a position lies in none of these."""
    return not any(span.start < position < span.end for span in enclosures)
