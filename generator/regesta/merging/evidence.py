"""Evidence: where the quote of a source stands. Events and sources are known by it, not by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.model.span import Span
from regesta.store import quotes

SourceRecord = Mapping[str, Any]
"""A source as a record has it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place of a quote."""

    where: str
    """Id of the article, or the address of a source that isn't in seeds/."""
    words: str
    """The quote, folded; empty where the source has none."""
    span: Span | None = None
    """Its place in the article's text; None where the text isn't at hand, or doesn't hold the quote."""

    def overlap(self, other: Evidence) -> float:
        """How much of the two is shared: 0 (nothing) to 1 (the same place)."""
        if self.where != other.where:
            return 0.0
        if self.span is not None and other.span is not None:
            shared = min(self.span.end, other.span.end) - max(self.span.start, other.span.start)
            whole = max(self.span.end, other.span.end) - min(self.span.start, other.span.start)
            return max(0, shared) / whole
        if self.words == other.words:
            return 1.0
        short, long = sorted((self.words, other.words), key=len)
        return len(short) / len(long) if short and short in long else 0.0


Locate = Callable[[SourceRecord], Evidence]
"""Tells the evidence of a source."""


def locate_by_words(source: SourceRecord) -> Evidence:
    """The evidence of a source where no article's text is at hand."""
    return Evidence(where=_where(source), words=quotes.fold(source.get("quote") or ""))


class Locator:
    """Tells the evidence of sources whose articles' texts are at hand; remembers what it found."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts` are the articles' texts by id."""
        self.texts = texts
        self.known: dict[tuple[str, str, str, str], Evidence] = {}

    def __call__(self, source: SourceRecord) -> Evidence:
        """The evidence of a source."""
        parts = (_where(source), source.get("quote") or "", source.get("prefix") or "", source.get("suffix") or "")
        if parts not in self.known:
            where, quote, prefix, suffix = parts
            text = self.texts.get(where)
            span = quotes.find(quote, text, prefix, suffix) if text and quote else None
            self.known[parts] = Evidence(where=where, words=quotes.fold(quote), span=span)
        return self.known[parts]


def _where(source: SourceRecord) -> str:
    return str(source.get("article") or source.get("url") or "")


def align(left: Sequence[Evidence], right: Sequence[Evidence], least: float = 0.2) -> dict[int, int]:
    """Which of `left` is which of `right`, by index: greatest overlaps first, each used once, none under `least`."""
    by_where: dict[str, list[int]] = {}
    for index, evidence in enumerate(right):
        by_where.setdefault(evidence.where, []).append(index)
    pairs = [
        (-shared, one, other)
        for one, evidence in enumerate(left)
        for other in by_where.get(evidence.where, ())
        if (shared := evidence.overlap(right[other])) >= least
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(pairs):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def covered(evidence: Evidence, by: Iterable[Evidence], least: float = 0.5) -> bool:
    """Whether one of `by` is about the same place."""
    return any(evidence.overlap(other) >= least for other in by)
