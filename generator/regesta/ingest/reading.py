"""One file and its sidecar to one Article: the door through which articles come in.

The order of the steps stands here and nowhere else: read, clean, lay out, detect the language, date.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from regesta.errors import ArticleError, Location
from regesta.ingest.cleanup import CleanBlock, clean
from regesta.ingest.datelines import find_dateline
from regesta.ingest.dates import WrittenDate, date_in_url
from regesta.ingest.draft import Draft, Metadata
from regesta.ingest.headlines import near
from regesta.ingest.language import detect
from regesta.ingest.markdown import read_markdown
from regesta.ingest.page import read_page
from regesta.ingest.plain import read_plain
from regesta.model.article import Article, Block, BlockKind, DatelineDay, PublishedBasis
from regesta.model.edtf import Edtf, EdtfError
from regesta.model.span import Span

_READERS: Final[dict[str, Callable[[bytes], Draft]]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
}
SUFFIXES: Final = frozenset(_READERS)
"""The kinds of file that can be read, lower case, with their point."""
_SITE_NAME: Final = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,50}$")


def read_article(path: Path, sidecar: Mapping[str, Any], root: Path) -> Article:
    """The article in a file under the project's `root`, with what its sidecar says.

    What the sidecar says is a person's word and wins over the file. Raises ArticleError, with the file as its place,
    where no article can be made of it.
    """
    place = path.relative_to(root) if path.is_relative_to(root) else path
    try:
        return _read(path, place, sidecar)
    except ArticleError as error:
        if error.location is None:
            error.location = Location(path=place)
        raise
    except OSError as error:
        raise ArticleError(f"the file can't be read: {error.strerror}", location=Location(path=place)) from error


def _read(path: Path, place: Path, sidecar: Mapping[str, Any]) -> Article:
    content = path.read_bytes()
    draft = _reader(path)(content)
    own = draft.metadata
    publisher = _said(sidecar, "publisher") or own.publisher or _site(_said(sidecar, "url") or own.url)
    cleaned = clean(draft.blocks, title=_said(sidecar, "title") or own.title, publisher=publisher)
    if not any(block.kind is BlockKind.PARAGRAPH for block in cleaned.blocks):
        raise ArticleError(
            "no article's text was found in the file", hint="save the article's own text, at least a sentence"
        )
    text, blocks = _laid_out(cleaned.blocks)
    language = _said(sidecar, "language") or detect(text, own.language)
    dateline = find_dateline(text, blocks, language)
    published, basis = _published(sidecar, own, dateline)
    return Article(
        id=path.stem,
        path=place,
        language=language,
        text=text,
        blocks=blocks,
        sha256=hashlib.sha256(content).hexdigest(),
        title=_title(sidecar, own, text, blocks),
        publisher=publisher,
        author=_said(sidecar, "author") or own.author or cleaned.author,
        url=_said(sidecar, "url") or own.url,
        published=published,
        published_basis=basis,
        dateline=dateline.span if dateline else None,
        dateline_day=DatelineDay(dateline.month, dateline.day, dateline.weekday) if dateline else None,
        accessed=_said(sidecar, "accessed"),
        archives=tuple(sidecar.get("archives") or ()),
    )


def _reader(path: Path) -> Callable[[bytes], Draft]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise ArticleError(
            f'files of the kind "{path.suffix}" can\'t be read', hint=f"save it as one of {', '.join(sorted(SUFFIXES))}"
        )
    return reader


def _said(sidecar: Mapping[str, Any], key: str) -> str | None:
    """What the sidecar says, or None."""
    value = sidecar.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _site(url: str | None) -> str | None:
    """The site's address as its publisher's name, where nothing says that name: "tass.com"."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _laid_out(blocks: tuple[CleanBlock, ...]) -> tuple[str, tuple[Block, ...]]:
    """The blocks as one text, a blank line between two, and where each stands."""
    found, offset = [], 0
    for block in blocks:
        found.append(Block(block.kind, Span(offset, offset + len(block.text))))
        offset += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(found)


def _title(sidecar: Mapping[str, Any], own: Metadata, text: str, blocks: tuple[Block, ...]) -> str | None:
    """The sidecar's title, else the headline, else the file's own title without the site's name."""
    headline = next((block.span.of(text) for block in blocks if block.kind is BlockKind.HEADLINE), None)
    if headline and own.title and not near(headline, own.title) and own.title.startswith(headline):
        headline = own.title
    return _said(sidecar, "title") or headline or (_SITE_NAME.sub("", own.title) if own.title else None)


def _published(
    sidecar: Mapping[str, Any], own: Metadata, dateline: WrittenDate | None
) -> tuple[Edtf | None, PublishedBasis | None]:
    """The publication date and where it comes from: sidecar, metadata, dateline with its year, address.

    A date that the generator inferred in an earlier run is forgotten, so that it is inferred anew from what is known
    now.
    """
    basis = _said(sidecar, "published_basis") or PublishedBasis.GIVEN.value
    given = _said(sidecar, "published")
    if given and basis == PublishedBasis.GIVEN.value:
        return _edtf(given), PublishedBasis.GIVEN
    if own.published and (date := _edtf(own.published)):
        return date, PublishedBasis.METADATA
    day = dateline.day_of_year() if dateline else None
    if day:
        return Edtf.parse(day.isoformat()), PublishedBasis.DATELINE
    address = date_in_url(_said(sidecar, "url") or own.url or "")
    return (Edtf.parse(address.isoformat()), PublishedBasis.METADATA) if address else (None, None)


def _edtf(text: str) -> Edtf:
    try:
        return Edtf.parse(text)
    except EdtfError as error:
        raise ArticleError(
            f"published: {error}", hint=f"did you mean {error.suggestion}?" if error.suggestion else None
        ) from error
