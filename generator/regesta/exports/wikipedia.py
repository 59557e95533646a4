"""Wikipedia's `cite web`, in the English template's fields, which the other wikis understand or alias.

Doubt: `date` is the day of the record's last change. The event's own date, in words, is part of the title.
"""

from __future__ import annotations

import re

from regesta.exports.citation import Citation

_SIGNS = (
    ("|", "{{!}}"),
    ("[", "&#91;"),
    ("]", "&#93;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ("''", "&#39;&#39;"),
    ("~~~", "&#126;&#126;&#126;"),
)
_ENDING = re.compile(r"[|\[\]<>{}' ]")


def render(citation: Citation) -> str:
    """The template's call, in one line."""
    fields = {
        "url": _address(citation.url),
        "title": _text(citation.dated_title),
        "website": _text(citation.site),
        "date": citation.modified.isoformat() if citation.modified else "",
        "access-date": citation.accessed.isoformat() if citation.accessed else "",
        "language": citation.language,
    }
    return "{{cite web " + " ".join(f"|{name}={value}" for name, value in fields.items() if value) + "}}"


def _text(value: str) -> str:
    """Wikitext's own signs as entities; braces first, since `|` becomes a template's call."""
    value = value.replace("{", "&#123;").replace("}", "&#125;")
    for sign, written in _SIGNS:
        value = value.replace(sign, written)
    return value


def _address(url: str) -> str:
    """Signs that end a parameter or a link, percent-encoded."""
    return _ENDING.sub(lambda found: f"%{ord(found[0]):02X}", url)
