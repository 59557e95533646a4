"""An article: clean text, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from regesta.model.edtf import Edtf
from regesta.model.span import Span


class PublishedBasis(StrEnum):
    """Where a publication date comes from."""

    GIVEN = "given"
    """A person wrote it into the sidecar."""
    METADATA = "metadata"
    """The page's own metadata says it: JSON-LD, meta tags, a time element."""
    DATELINE = "dateline"
    """The text's dateline or byline gives the full date."""
    INFERRED = "inferred"
    """Worked out from clues in this and the other articles."""


class BlockKind(StrEnum):
    """What a block of text is to its article."""

    HEADLINE = "headline"
    LEAD = "lead"
    """The standfirst between headline and body."""
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    """A heading within the body."""
    BYLINE = "byline"
    """The words of a date that stand in a line of their own: they date the article and tell no event."""


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, a paragraph or the like."""

    kind: BlockKind
    """What it is."""
    span: Span
    """Where it stands in `Article.text`."""


@dataclass(frozen=True, slots=True)
class DatelineDay:
    """The day that a dateline names, without regard to its year."""

    month: int
    """1 to 12."""
    day: int
    """1 to 31."""
    weekday: int | None = None
    """0 (Monday) to 6, where the dateline names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, cleaned. Offsets into `text` are fixed from here on."""

    id: str
    """The stem of its file in seeds/."""
    path: Path
    """Its file, relative to the project."""
    language: str
    """BCP 47."""
    text: str
    """Title and body in NFC, blocks separated by a blank line; menus, captions, forms and teasers left out."""
    blocks: tuple[Block, ...]
    """The blocks of `text`, in order, not overlapping."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    title: str | None = None
    """The headline."""
    publisher: str | None = None
    """As readers know it: "TASS"."""
    author: str | None = None
    """The byline's names."""
    url: str | None = None
    """Where it was published."""
    published: Edtf | None = None
    """When it was published; None while it isn't known."""
    published_basis: PublishedBasis | None = None
    """Where `published` comes from."""
    dateline: Span | None = None
    """The words of the dateline's date in `text` ("November 12"), with or without a year."""
    dateline_day: DatelineDay | None = None
    """The day that these words name."""
    accessed: str | None = None
    """The day on which it was saved, if a person said so."""
    archives: tuple[dict[str, str], ...] = field(default=())
    """Saved copies: service, url, captured."""
