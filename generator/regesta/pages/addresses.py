"""Where every page lives: relative addresses, slugs of names, and links that scroll to a quote.

Addresses are relative to the site's root; a page knows its depth and puts as many `../` before them. Pages are files
(`events/<id>.html`), not folders, since making and deleting folders is what a big build spends its time on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote

_LONG_QUOTE = 120
"""Characters above which a text fragment names only the first and the last words."""
_EDGE_WORDS = 6
_PLAIN = re.compile(r"[A-Za-z0-9/#?=&._~%+:-]*")
_WORDS = re.compile(r"[A-Za-z0-9 ,._~]*")
"""Of most quotes, nothing else has to be encoded than spaces and commas."""
_ENCODED = {code: f"%{code:02X}" for code in range(128) if not (chr(code).isalnum() or chr(code) in "_.~")}


def event(identifier: str) -> str:
    """The page of an event."""
    return f"events/{identifier}.html"


def slug(name: str) -> str:
    """A name as part of an address: letters and digits of any script, lower case; never empty."""
    folded = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    found = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", plain)).strip("-_")[:80].rstrip("-")
    return found or sha256(name.encode()).hexdigest()[:10]


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for each name; where two names share one, the later one in the alphabet gets a tail of its hash."""
    found: dict[str, str] = {}
    taken: set[str] = {"index"}
    for name in sorted(set(names)):
        own = slug(name)
        if own in taken:
            own = f"{own}-{sha256(name.encode()).hexdigest()[:6]}"
        taken.add(own)
        found[name] = own
    return found


def escaped(address: str) -> str:
    """A relative address with letters outside ASCII percent-encoded, for an attribute."""
    return address if _PLAIN.fullmatch(address) else quote(address, safe="/#?=&.-_~%+:")


def _fragment_part(words: str) -> str:
    """Words inside a text directive; `-`, `,` and `&` are its syntax and must be encoded."""
    if _WORDS.fullmatch(words):
        return words.replace(" ", "%20").replace(",", "%2C")
    if words.isascii():
        return words.translate(_ENCODED)  # what `quote` does, ten times as fast; quotes are long
    return quote(words, safe="").replace("-", "%2D")


def passage(url: str, words: str, prefix: str | None = None, suffix: str | None = None) -> str:
    """The address of a page, scrolled to a quote (URL Fragment Text Directives, WICG).

    A long quote is named by its first and last words, so that a changed comma in between doesn't lose it; a short one
    by its neighbours too, where the record gives them.
    """
    words = " ".join(words.split())
    base = url.split("#", 1)[0]
    if len(words) > _LONG_QUOTE:
        pieces = words.split(" ")
        first, last = " ".join(pieces[:_EDGE_WORDS]), " ".join(pieces[-_EDGE_WORDS:])
        middle = f"{_fragment_part(first)},{_fragment_part(last)}"
    else:
        middle = _fragment_part(words)
    before = f"{_fragment_part(' '.join(prefix.split()))}-," if prefix else ""
    after = f",-{_fragment_part(' '.join(suffix.split()))}" if suffix else ""
    return f"{base}#:~:text={before}{middle}{after}"
