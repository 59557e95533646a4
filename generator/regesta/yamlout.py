"""Values as YAML text, in the one style in which the generator writes: as a careful person would.

Block style, two spaces, long texts folded, as few quotation marks as other YAML readers allow. No library is used:
none of them folds, quotes and nests the way that the records show. `yamlio.parse` reads back what is written here,
letter for letter; a property test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

WIDTH = 110
"""Columns that a line should keep to."""
NUMBERS = frozenset({"importance", "coordinates"})
"""Keys whose values are numbers, and stay without quotation marks."""
FLOW = frozenset({"variants.*", "roles.-", "archives.-", "coordinates"})
"""What is written on one line: `KEY.*` are the values of a mapping, `KEY.-` the members of a list."""

_NOT_FIRST = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~]|\.{3}|---")
_UNPRINTED = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Line ends, control characters, and what YAML 1.1 takes for a line end."""
_NOT_INSIDE = re.compile(rf":(?=\s|$)|\s#|{_UNPRINTED.pattern}")
_WORDS = re.compile(r"(null|true|false|yes|no|on|off|y|n|~|\.inf|\.nan)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(\d[\d_]*(\.[\d_]*)?|\.\d[\d_]*)([eE][-+]?\d+)?|0[xob][\da-fA-F_]+|\d+(:\d+)+(\.\d*)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def document(value: Any) -> str:
    """A whole file: a mapping or a list, ending with a line end."""
    return "\n".join(block(value, 0)) + "\n"


def block(value: dict[str, Any] | list[Any], indent: int, key: str = "") -> list[str]:
    """The lines of a mapping or list in block style, `indent` columns from the left; `key` is what it stands under."""
    if isinstance(value, dict):
        return [line for name, inner in value.items() for line in pair(name, inner, indent, key)]
    return [line for inner in value for line in member(inner, indent, key)]


def pair(key: str, value: Any, indent: int, above: str = "") -> list[str]:
    """The lines of `key: value`; `above` is the key of the mapping that it stands in."""
    return _opened(f"{' ' * indent}{scalar(key)}:", value, indent, key, inline=f"{above}.*" in FLOW or key in FLOW)


def member(value: Any, indent: int, key: str = "") -> list[str]:
    """The lines of one member of a list that stands under `key`."""
    dash = f"{' ' * indent}-"
    if isinstance(value, dict | list) and value and f"{key}.-" not in FLOW:
        lines = block(value, indent + 2)
        return [f"{dash} {lines[0][indent + 2 :]}", *lines[1:]]
    return _opened(dash, value, indent, key, inline=True)


def _opened(head: str, value: Any, indent: int, key: str, *, inline: bool) -> list[str]:
    if isinstance(value, dict | list) and value and not inline:
        return [head, *block(value, indent + 2, key)]
    if isinstance(value, dict | list):
        return [f"{head} {flow(value, key)}"]
    line = f"{head} {scalar(value, key)}"
    if len(line) > WIDTH and _folds(value):
        return [f"{head} >-", *_fold(value, indent + 2)]
    return [line]


def flow(value: Any, key: str = "") -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow_scalar(name)}: {flow(inner, name)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner, key) for inner in value) + "]"
    return _flow_scalar(value, key)


def _flow_scalar(value: str | None, key: str = "") -> str:
    """A scalar in brackets or braces, where more signs have a meaning."""
    text = scalar(value, key)
    return _quoted(text) if text[0] != '"' and re.search(r"[,\[\]{}]", text) else text


def scalar(value: str | None, key: str = "") -> str:
    """A text on one line, in quotation marks only where it needs them; None as `null`."""
    if value is None:
        return "null"
    if key in NUMBERS and _NUMBER.fullmatch(value):
        return value
    return value if _is_plain(value) else _quoted(value)


def _is_plain(text: str) -> bool:
    return not (
        not text
        or text != text.strip()
        or _NOT_FIRST.match(text)
        or _NOT_INSIDE.search(text)
        or _WORDS.fullmatch(text)
        or _NUMBER.fullmatch(text)
    )


def _quoted(text: str) -> str:
    return f'"{"".join(_escaped(letter) for letter in text)}"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if not _UNPRINTED.match(letter):
        return letter
    number = ord(letter)
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def _folds(text: Any) -> bool:
    """Whether a text survives folding: single spaces between words, and nothing that isn't printed."""
    return isinstance(text, str) and "  " not in text and text == text.strip() and not _UNPRINTED.search(text)


def _fold(text: str, indent: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield " " * indent + line
