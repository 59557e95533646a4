"""Articles and mentions out of a few lines of text, for the tests of extraction and linking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from regesta import tagging
from regesta.extraction import Lore, extract, prepare
from regesta.model.article import Article, Block, BlockKind, PublishedBasis
from regesta.model.edtf import Edtf
from regesta.model.mention import Mention
from regesta.model.span import Span

DAY = date(2023, 11, 14)
"""The Tuesday on which the texts are published where a test says nothing else."""


def article(text: str, *, language: str = "en", published: date | None = DAY, name: str = "a") -> Article:
    """An article of paragraphs, parted by blank lines."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(start, start + len(part))))
        start += len(part) + 2
    return Article(
        id=name,
        path=Path(f"seeds/{name}.txt"),
        language=language,
        text=text,
        blocks=tuple(blocks),
        sha256="",
        published=Edtf.parse(published.isoformat()) if published else None,
        published_basis=PublishedBasis.GIVEN if published else None,
    )


def mentions(*articles: Article) -> tuple[dict[str, Sequence[Mention]], Lore]:
    """Every article's mentions, and what all of them say about names."""
    found = {}
    expressions = {}
    for each in articles:
        day = date.fromisoformat(each.published.text) if each.published else None
        expressions[each.id] = tagging.tag(each.text, language=each.language, dct=day)
    lore = prepare([(each, expressions[each.id]) for each in articles])
    for each in articles:
        found[each.id] = extract(each, expressions[each.id], lore=lore)
    return found, lore


def told(text: str, *, language: str = "en", published: date | None = DAY) -> Sequence[Mention]:
    """The mentions of one text."""
    return mentions(article(text, language=language, published=published))[0]["a"]
