"""What a reader hands over: the blocks that a reader of the page sees, and what the file says about itself.

Separate from the readers so that clean-up, title, language and date work alike on every format.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Tag(StrEnum):
    """What the file's own markup says of a block."""

    LINE = "line"
    """Nothing: a line of pasted text."""
    TITLE = "title"
    """The main heading."""
    HEADING = "heading"
    """Any other heading."""
    LEAD = "lead"
    """The standfirst."""
    PARAGRAPH = "paragraph"
    """Marked as a paragraph, quotation or list entry of the body."""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A stretch of visible text, white space folded to single spaces."""

    text: str
    """The characters, NFC."""
    tag: Tag = Tag.LINE
    """What the markup says."""
    gap: bool = False
    """Whether an empty line or a block boundary stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says about itself; None where it doesn't."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """BCP 47, unchecked."""
    published: str | None = None
    """A day or date-time in EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file as a reader understood it."""

    blocks: tuple[RawBlock, ...]
    """All that may belong to the article, in order."""
    metadata: Metadata = Metadata()
    """What the file says about itself."""


class Reader(Protocol):
    """One format. A reader raises nothing: what it can't make sense of yields no blocks."""

    def __call__(self, content: bytes) -> Draft:
        """The visible blocks and the metadata of a file's bytes."""
