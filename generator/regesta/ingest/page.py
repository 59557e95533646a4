"""Reads saved web pages: the visible blocks of the body as trafilatura finds it, and the headline above it.

trafilatura says which stretches are the article; the words are taken from the page's own tree, so that every block is
verbatim visible text. Separate from the page's metadata, which lives in `page_metadata`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, Final

import lxml.html  # type: ignore[import-untyped]  # lxml has no stubs
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from regesta.ingest.decoding import decode
from regesta.ingest.draft import Draft, RawBlock, Tag
from regesta.ingest.page_metadata import metadata_of

_HIDDEN: Final = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "form",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "nav",
        "footer",
        "aside",
        "figure",
        "figcaption",
        "menu",
        "dialog",
        "map",
        "math",
    ]
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BODY_TAGS: Final = frozenset({"p", "li", "blockquote", "td", "dd"})
_LEAD: Final = re.compile(
    r"(?:^|[\s_-])(?:standfirst|teaser|intro|lead|lede|leadtext|subtitle|sub-?head(?:line|ing)?|dek|chapo|chapeau|"
    r"entradilla|sommario|occhiello|vorspann|excerpt)(?:$|[\s_-]|text)",
    re.IGNORECASE,
)
"""Class names by which sites mark a standfirst."""
_NO_DISPLAY: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_XML: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_page(content: bytes) -> Draft:
    """The blocks of the article's body, its headline, and what stands between the two; none where nothing is found."""
    tree = _tree(decode(content))
    if tree is None:
        return Draft(blocks=())
    metadata = metadata_of(tree)
    visible = [block for block in _blocks(tree) if block.text]
    body = _body_text(tree)
    return Draft(blocks=tuple(_selected(visible, body, metadata.title)), metadata=metadata)


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


def _selected(visible: list[RawBlock], body: str, title: str | None) -> list[RawBlock]:
    """The headline, what stands between it and the body, and the body's blocks."""
    inside = [number for number, block in enumerate(visible) if _is_in(block, body)]
    if not inside:
        inside = [number for number, block in enumerate(visible) if block.tag is Tag.PARAGRAPH]
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


def _blocks(tree: Any) -> Iterator[RawBlock]:
    """The visible blocks of the page in order, each with its tag."""
    body = tree.find("body")
    walker = _Walker()
    walker.walk(tree if body is None else body, Tag.LINE)
    walker.flush()
    return iter(walker.found)


class _Walker:
    """Collects text until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[RawBlock] = []
        self.parts: list[str] = []
        self.tag = Tag.LINE
        self.breaks = 0

    def flush(self) -> None:
        """End the block that is being collected."""
        text = " ".join("".join(self.parts).split())
        if text:
            self.found.append(RawBlock(text, self.tag, gap=True))
        self.parts = []

    def walk(self, element: Any, tag: Tag) -> None:
        """Collect an element's text and that of its children."""
        self.add(element.text)
        for child in element:
            if isinstance(child.tag, str) and not _is_hidden(child):
                self.child(child, tag)
            self.add(child.tail)

    def child(self, child: Any, tag: Tag) -> None:
        """Collect one child; a block, and two line breaks in a row, end what was collected."""
        if child.tag == "br":
            self.breaks += 1
            self.parts.append(" ")
            if self.breaks > 1:
                self.flush()
            return
        if child.tag in _INLINE:
            self.walk(child, tag)
            return
        self.flush()
        self.tag = Tag.LEAD if _LEAD.search(child.get("class") or "") and tag is Tag.LINE else _tag_of(child.tag, tag)
        self.walk(child, self.tag)
        self.flush()
        self.tag = tag

    def add(self, text: str | None) -> None:
        """Collect a piece of text."""
        if text:
            self.parts.append(text)
            if not text.isspace():
                self.breaks = 0


def _tag_of(name: str, outer: Tag) -> Tag:
    if name == "h1":
        return Tag.TITLE
    if name in _HEADINGS:
        return Tag.HEADING
    if outer is Tag.LEAD:
        return outer
    if name in _BODY_TAGS:
        return Tag.PARAGRAPH
    return outer if outer is Tag.PARAGRAPH else Tag.LINE


def _is_hidden(element: Any) -> bool:
    return (
        element.tag in _HIDDEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_NO_DISPLAY.search(element.get("style") or ""))
    )
