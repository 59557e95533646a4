"""Reads saved web pages: the visible blocks of the body as trafilatura finds it, and the headline above it.

trafilatura says which stretches are the article; the words are taken from the page's own tree, so that every block is
verbatim visible text. Separate from the page's metadata, which lives in `page_metadata`.
"""

from __future__ import annotations

import copy
import re
from itertools import pairwise
from typing import Any, Final

import lxml.html  # type: ignore[import-untyped]  # lxml has no stubs
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from regesta.ingest.decoding import decode
from regesta.ingest.draft import Draft, RawBlock, Tag
from regesta.ingest.lines import LineKind, kind_of
from regesta.ingest.page_blocks import blocks_in
from regesta.ingest.page_metadata import metadata_of

_MOST: Final = 0.6
"""Part of the body that the page's own mark has to hold to be believed."""
_GAP, _PARAGRAPH = 4, 250
"""Blocks from one of the body to the next, and characters of a paragraph between that no summary of others has."""
_XML: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_page(content: bytes) -> Draft:
    """The blocks of the article's body, its headline, and what stands between the two; none where nothing is found."""
    tree = _tree(decode(content))
    if tree is None:
        return Draft(blocks=())
    metadata = metadata_of(tree)
    visible = blocks_in(tree)
    inside = _inside(visible, _body_text(tree), _marked_text(tree))
    return Draft(blocks=tuple(_selected(visible, inside, metadata.title)), metadata=metadata)


def _tree(text: str) -> Any | None:
    try:
        return lxml.html.document_fromstring(_XML.sub("", text))
    except (etree.ParserError, ValueError):
        return None


def _body_text(tree: Any) -> str:
    """What trafilatura takes for the article, white space folded; empty where it finds none."""
    found = bare_extraction(copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False)
    if not isinstance(found, Document) or found.body is None:
        return ""
    return _folded(" ".join(found.body.itertext()))


def _marked_text(tree: Any) -> str:
    """What the page itself marks as its one article, white space folded; empty where it marks none or several."""
    for path in ('//*[@itemprop="articleBody"]', "//article", "//main"):
        marked = tree.xpath(path)
        if len(marked) == 1:
            return _folded(" ".join(block.text for block in blocks_in(marked[0])))
    return ""


def _inside(visible: list[RawBlock], body: str, marked: str) -> list[int]:
    """Which blocks are the article: those of the body, but for the few that stand outside what the page marks as such.

    Of a page with too little text for trafilatura, those that are marked; else all paragraphs.
    """
    inside = [number for number, block in enumerate(visible) if _is_in(block, body)]
    own = [number for number in inside or range(len(visible)) if _is_in(visible[number], marked)]
    if own and (not inside or _size(visible, own) >= _MOST * _size(visible, inside)):
        inside = own
    inside = inside or [number for number, block in enumerate(visible) if block.tag is Tag.PARAGRAPH]
    return sorted({*inside, *_between(visible, inside)})


def _between(visible: list[RawBlock], inside: list[int]) -> list[int]:
    """Long paragraphs right between two of the body: the text behind an embedded film is lost with it."""
    gaps = ((one, other) for one, other in pairwise(inside) if other - one <= _GAP)
    return [n for one, other in gaps for n in range(one + 1, other) if _is_paragraph(visible[n])]


def _is_paragraph(block: RawBlock) -> bool:
    return len(block.text) >= _PARAGRAPH and kind_of(block.text) is LineKind.PROSE


def _size(visible: list[RawBlock], numbers: list[int]) -> int:
    return sum(len(visible[number].text) for number in numbers)


def _selected(visible: list[RawBlock], inside: list[int], title: str | None) -> list[RawBlock]:
    """The headline, what stands between it and the body, and the body's blocks."""
    if not inside:
        return visible
    wanted = set(inside)
    headline = _headline(visible, inside[0], title)
    if headline is not None:
        body_start = next((number for number in inside if number > headline), headline)
        wanted.update(range(headline, body_start))
    return [
        RawBlock(block.text, Tag.TITLE if number == headline else _body_tag(block, number in inside), gap=True)
        for number, block in enumerate(visible)
        if number in wanted
    ]


def _body_tag(block: RawBlock, is_body: bool) -> Tag:  # noqa: FBT001 -- one fact about the block, not an option
    if block.tag is Tag.TITLE:
        return Tag.HEADING
    return Tag.PARAGRAPH if is_body and block.tag is Tag.LINE else block.tag


def _is_in(block: RawBlock, body: str) -> bool:
    folded = _folded(block.text)
    return len(folded) > 1 and folded in body and (block.tag is not Tag.LINE or len(folded) > 40)


def _headline(visible: list[RawBlock], first: int, title: str | None) -> int | None:
    """Which block is the headline: a main heading near or before the body, the one that the metadata names."""
    titles = [number for number, block in enumerate(visible[: first + 3]) if block.tag is Tag.TITLE]
    if title:
        named = _folded(title).casefold()
        for number, block in enumerate(visible[: first + 3]):
            text = _folded(block.text).casefold()
            if text == named or (number in titles and (text in named or named in text)):
                return number
    return titles[-1] if titles else None


def _folded(text: str) -> str:
    return "".join(text.split())
