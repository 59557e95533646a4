"""A page's visible text as blocks: what a reader sees, in order, each with what the markup says of it.

Separate from `page`, which chooses among them: this is all that knows HTML's elements.
"""

from __future__ import annotations

import re
from typing import Any, Final

from regesta.ingest.draft import RawBlock, Tag

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


def blocks_in(tree: Any) -> list[RawBlock]:
    """The visible blocks of the page in order, each with its tag."""
    body = tree.find("body")
    walker = _Walker()
    walker.walk(tree if body is None else body, Tag.LINE)
    walker.flush()
    return walker.found


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
