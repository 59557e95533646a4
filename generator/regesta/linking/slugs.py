"""A title's first words for a file's name: lower-case ASCII, Cyrillic transcribed, joined by hyphens."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h",
}  # fmt: skip
_LATIN = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
_SMALL = frozenset({
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "and", "is", "was", "der", "die", "das", "ein", "eine",
    "und",
    "le", "la", "les", "un", "une", "et", "el", "los", "las", "y", "il", "s",
})  # fmt: skip


def slug(text: str, words: int = 6) -> str:
    """At most `words` words and 60 characters; `event` where nothing of the text can be written so."""
    letters = "".join(_CYRILLIC.get(c, _LATIN.get(c, c)) for c in text.casefold())
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain)
    kept = [part for part in parts if part not in _SMALL] or parts
    return "-".join(kept[:words])[:_LONGEST].strip("-") or "event"
