"""Bytes to text: byte order marks, declared encodings, UTF-8, then the likeliest legacy encoding.

Separate because every format needs it, and because a wrong guess here spoils every quote after it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from charset_normalizer import from_bytes

from regesta.errors import ArticleError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_LEGACY: Final = ["cp1252", "cp1251", "koi8_r", "cp1250", "cp866"]
"""What newspapers of our languages wrote in before UTF-8; any more, and short texts are taken for Chinese."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE: Final = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_BINARY: Final = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)


def decode(content: bytes) -> str:
    r"""The text of a file, in NFC, with `\\n` as the only line end.

    Raises ArticleError where the bytes are empty, binary, or in no encoding that yields text.
    """
    if not content.strip():
        raise ArticleError("the file is empty", hint="save the article's text into it, or remove it")
    if content.startswith(_BINARY):
        raise ArticleError("this is a binary file, not text", hint="save the article as .txt, .md or .html")
    text = _decoded(content)
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise ArticleError("this is a binary file, not text", hint="save the article as .txt, .md or .html")
    text = _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(content[:4096])
    for name in (declared[1].decode("ascii") if declared else None, _without_mark(content)):
        found = _try(content, name)
        if found is not None:
            return found
    if 0 in content:
        raise ArticleError("this is a binary file, not text", hint="save the article as .txt, .md or .html")
    best = from_bytes(content, threshold=0.5, cp_isolation=_LEGACY).best()
    if best is None:
        raise ArticleError("the file is text in no known encoding", hint="save it again as UTF-8")
    return str(best)


def _try(content: bytes, encoding: str | None) -> str | None:
    """The content in this encoding, or None where it isn't."""
    if not encoding or encoding.lower().replace("-", "") == "utf8":
        return None
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _without_mark(content: bytes) -> str | None:
    """UTF-16 without a byte order mark shows as zero bytes at every other place (in Latin scripts)."""
    head = content[:2000]
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > len(head) // 4 else None
