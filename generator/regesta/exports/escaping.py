"""Text for its place: XML, a script element, a cell, a calendar line. One function a place, all of them total.

HTML is `pages.markup`'s. These are apart because each place has its own law, and every law its own attack.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from regesta.pages.compact import compact

_NEVER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 forbids or discourages, and no text has a use for."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"-?[\dX]{4,}(?:-[\dX]{2}){0,2}[~?%]?(?:/.*)?")


def clean(text: str) -> str:
    """The text without characters that no document may hold (controls, lone surrogates, noncharacters)."""
    return text if text.isprintable() else _NEVER.sub("", text)


def line(text: str) -> str:
    """The text in one line, white space folded."""
    if text.isprintable() and "  " not in text and not text.startswith(" ") and not text.endswith(" "):
        return text  # the rule; whatever else folds isn't printable
    return " ".join(clean(text).split())


def xml(text: str) -> str:
    """Text for an XML element."""
    return escape(clean(text), quote=False)


def attribute(text: str) -> str:
    """Text for an XML attribute, with its quotation marks."""
    return f'"{escape(line(text))}"'


def script(value: Any) -> str:
    """A value as JSON that may stand in an HTML script element: no `<`, so no end tag and no comment begins."""
    return dumps(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def dumps(value: Any, *, indent: int | None = None) -> str:
    """A value as JSON in UTF-8.

    Left out: lone surrogates, which UTF-8 can't hold. Escaped: U+2028 and U+2029, which JavaScript of old and many
    readers of lines take for the end of a line.
    """
    found = compact(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    if found.isascii():
        return found
    return _SURROGATE.sub("", found).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def cell(text: str) -> str:
    """A cell that no spreadsheet runs: what it would take for a formula gets an apostrophe before it.

    After OWASP's "CSV Injection". Dates before the year 1 begin with a minus too; they hold nothing that could run.
    """
    text = line(text)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
