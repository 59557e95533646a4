"""Names of files: short, in plain letters, the same everywhere."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Letters that a slug may have; a word is never cut."""


def slug(text: str) -> str:
    """Lower-case words of a-z and 0-9, joined by hyphens; letters of other scripts are left out where none remain.

    "Müller rejects: it's absurd" becomes "muller-rejects-its-absurd".
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("’", "").replace("'", "")
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        found = longer
    return found or "article"
