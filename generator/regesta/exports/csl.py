"""CSL-JSON, for Zotero, pandoc and every processor of the Citation Style Language.

Doubt: `issued` is the day of the record's last change. The event's own date, in words, is part of the title.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from regesta.exports.citation import Citation
from regesta.exports.escaping import dumps


def render(citation: Citation) -> str:
    """A list of one item, as processors want it."""
    found: dict[str, Any] = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.dated_title,
        "container-title": citation.site,
        "URL": citation.url,
        "language": citation.language,
    }
    for name, day in (("issued", citation.modified), ("accessed", citation.accessed)):
        if day:
            found[name] = {"date-parts": [_parts(day)]}
    pairs = ",\n".join(f' "{name}": {dumps(value)}' for name, value in found.items())
    return f"[{{\n{pairs}\n}}]\n"


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
