"""Reads Markdown: front matter, headings, paragraphs; markup is dropped, the visible words stay.

Separate from plain text since its marks say what a block is.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from regesta import yamlio
from regesta.errors import ContentError
from regesta.ingest.decoding import decode
from regesta.ingest.draft import Draft, Metadata, RawBlock, Tag
from regesta.ingest.plain import blocks_of

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING: Final = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_UNDERLINE: Final = re.compile(r"(?m)^(?P<text>\S.*)\n(?P<rule>=+|-{3,})[ \t]*$")
_DROPPED: Final = re.compile(
    r"(?s)```.*?```|<!--.*?-->|(?m:^\s*(?:[-*_]\s*){3,}$)|(?m:^\[[^\]]+\]:\s+\S+.*$)|!\[[^\]]*\]\([^)]*\)"
)
_LINK: Final = re.compile(r"\[([^\[\]]{1,500})\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_EMPHASIS: Final = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)(.{1,300}?)(?<=\S)\3(?![\w_])"
)
_OPENING: Final = re.compile(r"^(?:>\s?)+|^(?:[-*+]|\d{1,3}[.)])\s+")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
_KEYS: Final = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "site", "source", "sitename"),
    "url": ("url", "link", "canonical", "source_url"),
    "language": ("language", "lang"),
    "published": ("published", "date", "publishdate", "pubdate"),
}


def read_markdown(content: bytes) -> Draft:
    """Blocks with what their marks say, and the front matter's title, author, url, language and date."""
    text = decode(content)
    front = _FRONT_MATTER.match(text)
    metadata = _metadata(front[1]) if front else Metadata()
    body = _DROPPED.sub("", text[front.end() :] if front else text)
    body = _UNDERLINE.sub(lambda m: f"{'#' if m['rule'][0] == '=' else '##'} {m['text']}", body)
    body = re.sub(r"(?m)^(#{1,6}\s.*)$", r"\n\1\n", body)
    return Draft(blocks=tuple(_block(block) for block in blocks_of(body)), metadata=metadata)


def _block(raw: RawBlock) -> RawBlock:
    heading = _HEADING.match(raw.text)
    if heading:
        tag = Tag.TITLE if len(heading[1]) == 1 else Tag.HEADING
        return RawBlock(_visible(heading[2]), tag=tag, gap=True)
    return RawBlock(_visible(raw.text), gap=raw.gap)


def _visible(text: str) -> str:
    """The words that a reader of the rendered page sees."""
    text = _LINK.sub(r"\1", _OPENING.sub("", text))
    for _ in range(2):
        text = _EMPHASIS.sub(lambda match: match[2] or match[4], text)
    return _ESCAPE.sub(r"\1", text.rstrip("\\"))


def _metadata(front: str) -> Metadata:
    """What the front matter says; nothing where it isn't YAML."""
    try:
        parsed: Any = yamlio.parse(front, Path("front matter"))
    except ContentError:
        return Metadata()
    if not isinstance(parsed, dict):
        return Metadata()
    lower = {str(key).casefold(): value for key, value in parsed.items()}
    return Metadata(**{field: _first(lower, keys) for field, keys in _KEYS.items()})


def _first(values: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = values.get(key)
        if isinstance(value, list):
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
