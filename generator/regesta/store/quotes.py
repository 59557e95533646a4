"""Finds a quote in an article: verbatim, but for white space and the shapes of quotation marks and apostrophes.

Never fuzzily: what a record quotes occurs in the article, or it is an error. Where it occurs more than once, the words
before or after it tell which one is meant (the TextQuoteSelector of the W3C's Web Annotation model).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from regesta.model.span import Span

_MARKS = dict.fromkeys(map(ord, "“”„‟«»″＂〝〞"), '"') | dict.fromkeys(map(ord, "‘’‚‛‹›′＇`´ʼ"), "'")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and joints without width: no reader sees them, and many browsers paste them."""
_FOLDED = _MARKS | _INVISIBLE


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The form in which quotes are compared: NFC, single spaces, straight quotation marks, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


def find(quote: str, text: str, prefix: str | None = None, suffix: str | None = None) -> Span | None:
    """Where the quote stands in `text` (NFC), in characters: the first place whose surroundings fit, or None."""
    folded, offsets = _folded(text)
    wanted, before, after = fold(quote), fold(prefix or ""), fold(suffix or "")
    for begin in _places(wanted, folded):
        end = begin + len(wanted)
        if folded[:begin].rstrip().endswith(before) and folded[end:].lstrip().startswith(after):
            return Span(offsets[begin], offsets[end - 1] + 1)
    return None


def find_all(quote: str, text: str) -> tuple[Span, ...]:
    """Every place of the quote, from the first; places don't overlap."""
    folded, offsets = _folded(text)
    wanted = fold(quote)
    return tuple(Span(offsets[begin], offsets[begin + len(wanted) - 1] + 1) for begin in _places(wanted, folded))


def count(quote: str, folded: str) -> int:
    """How often the quote stands in a text that is folded already; as many as `find_all` finds places."""
    wanted = fold(quote)
    return folded.count(wanted) if wanted else 0


def _places(wanted: str, folded: str) -> list[int]:
    found: list[int] = []
    begin = folded.find(wanted) if wanted else -1
    while begin >= 0:
        found.append(begin)
        begin = folded.find(wanted, begin + len(wanted))
    return found


@lru_cache(maxsize=256)
def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset of the one that it came from."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, raw in enumerate(text.translate(_MARKS)):
        letter = " " if raw.isspace() else raw
        if ord(raw) in _INVISIBLE or (letter == " " and letters and letters[-1] == " "):
            continue
        letters.append(letter)
        offsets.append(offset)
    return "".join(letters), offsets
