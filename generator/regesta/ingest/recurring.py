"""Lines that recur across a publisher's articles: "About us", "Support our work", a column's standing head.

One article doesn't show them, a collection does. Lines without an end mark go, and prose without a number at an
article's first or last two places: a background paragraph that a paper repeats is prose all the same, and has a date.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from regesta.ingest.lines import ends_sentence
from regesta.model.article import Article, Block, BlockKind
from regesta.model.span import Span

_FEWEST: Final = 3
"""Articles of one publisher in which a line has to stand."""
_PART: Final = 0.3
"""Part of the publisher's articles in which it has to stand."""
_EDGE: Final = 2
"""Blocks at the tail among which prose may be a standing line."""


def without_recurring(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, in order, without the lines that their publishers print everywhere; offsets are set anew."""
    by_publisher: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_publisher[article.publisher or ""].append(article)
    standing = {name: _standing(group) for name, group in by_publisher.items() if name}
    return tuple(_without(article, standing.get(article.publisher or "", frozenset())) for article in articles)


def _standing(articles: Sequence[Article]) -> frozenset[str]:
    """The folded lines that stand in enough of one publisher's articles; near-copies of one article count once."""
    counts: Counter[str] = Counter()
    openings: set[str] = set()
    for article in articles:
        opening = next((text for number, text in _lines(article) if _is_paragraph(article, number)), "")
        if opening not in openings:
            counts.update({text for number, text in _lines(article) if _may_stand(article, number, text)})
            openings.add(opening)
    enough = max(_FEWEST, _PART * len(articles))
    return frozenset(line for line, count in counts.items() if count >= enough)


def _lines(article: Article) -> list[tuple[int, str]]:
    return [(number, block.span.of(article.text).casefold()) for number, block in enumerate(article.blocks)]


def _is_paragraph(article: Article, number: int) -> bool:
    return article.blocks[number].kind is BlockKind.PARAGRAPH


def _may_stand(article: Article, number: int, text: str) -> bool:
    """Whether this block may be a standing line: no headline or date, without an end mark or at an edge."""
    if article.blocks[number].kind in (BlockKind.HEADLINE, BlockKind.BYLINE):
        return False
    at_edge = number == 0 or number >= len(article.blocks) - _EDGE
    return not ends_sentence(text) or (at_edge and not any(map(str.isdigit, text)))


def _without(article: Article, standing: frozenset[str]) -> Article:
    """The article without these lines; the article itself where it has none of them, or nothing else."""
    drop = {number for number, text in _lines(article) if text in standing and _may_stand(article, number, text)}
    kept = [block for number, block in enumerate(article.blocks) if number not in drop]
    if not drop or not any(block.kind is BlockKind.PARAGRAPH for block in kept):
        return article
    blocks, shifts, offset = [], {}, 0
    for block in kept:
        blocks.append(Block(block.kind, Span(offset, offset + len(block.span))))
        shifts[block.span] = offset - block.span.start
        offset += len(block.span) + 2
    text = "\n\n".join(block.span.of(article.text) for block in kept)
    return replace(article, text=text, blocks=tuple(blocks), dateline=_shifted(article.dateline, shifts))


def _shifted(span: Span | None, shifts: dict[Span, int]) -> Span | None:
    """A stretch of the old text in the new one; None where its block is gone."""
    for block, shift in shifts.items():
        if span and block.holds(span):
            return Span(span.start + shift, span.end + shift)
    return None
