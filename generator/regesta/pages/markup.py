"""Text into HTML, safely: what comes from records and articles passes through here and nowhere else.

It is separate so that there is one place where escaping and addresses are decided, and one place to test.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from urllib.parse import urlsplit

SAFE_SCHEMES = frozenset({"http", "https"})
"""Schemes that a link from a record may have."""

_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[!-~]*)?")
"""What needs no parser to be known for safe; nearly all are such."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
_SPECIAL = re.compile("[&<>\"']")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def escape(value: str) -> str:
    """Plain text for an element or a quoted attribute; control characters, which HTML forbids, are left out."""
    plain = value if value.isprintable() else _CONTROL.sub("", value)
    return html.escape(plain) if _SPECIAL.search(plain) else plain


text = lru_cache(maxsize=32768)(escape)
"""The same for what is said again and again: names, dates, labels. Quotes and addresses are said once."""


@lru_cache(maxsize=16384)
def safe_url(address: str | None) -> str | None:
    """The address if its scheme is http or https and it names a host, else None."""
    if not address:
        return None
    if _PLAIN_URL.fullmatch(address):
        return address
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in SAFE_SCHEMES or not parts.netloc:
        return None
    return address.strip()


def link(address: str | None, inner: str, attributes: str = "") -> str:
    """A link around HTML; the HTML alone where the address isn't safe. `attributes` begins with a space."""
    safe = safe_url(address)
    return f'<a href="{escape(safe)}"{attributes}>{inner}</a>' if safe else f"<span{attributes}>{inner}</span>"


@lru_cache(maxsize=1024)
def language(code: str | None) -> str:
    """Attributes `lang` and, where the script runs from right to left, `dir`; empty for an unknown code."""
    if not code or not _LANGUAGE.fullmatch(code):
        return ""
    primary = code.lower().split("-")[0]
    direction = ' dir="rtl"' if primary in _RIGHT_TO_LEFT or code.lower() in _RIGHT_TO_LEFT else ""
    return f' lang="{code}"{direction}'


def in_language(words: str, code: str) -> str:
    """Text as HTML, with its language where it is another than the page's: `code` is empty where it isn't."""
    return f"<span{language(code)}>{escape(words)}</span>" if code else escape(words)


def joined(parts: list[str], separator: str = ", ") -> str:
    """HTML parts with a separator, empty ones left out."""
    return separator.join(part for part in parts if part)
