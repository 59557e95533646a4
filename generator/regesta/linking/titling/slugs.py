"""A title's first words for a file's name: lower-case ASCII, Cyrillic transcribed, joined by hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 60
_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h",
}  # fmt: skip
_LATIN = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
_IDLE = re.compile(r"[a-z]|(?:19|20)\d\d")
"""Single letters, and years."""


def slug(text: str, words: int = 6, small: Collection[str] = ()) -> str:
    """At most `words` words and 60 characters; `event` where nothing of the text can be written so.

    The words in `small` say nothing in a name, nor do single letters and years, which the date says; they stay where
    nothing else is left.
    """
    parts = [(word, _plain(word)) for word in _WORD.findall(text.casefold())]
    parts = [(word, plain) for word, plain in parts if plain]
    telling = [plain for word, plain in parts if word not in small and not _IDLE.fullmatch(plain)]
    kept = telling or [plain for _, plain in parts]
    while len(kept) > 1 and len("-".join(kept[:words])) > _LONGEST:
        words = min(words, len(kept)) - 1
    return "-".join(kept[:words])[:_LONGEST].strip("-") or "event"


def _plain(word: str) -> str:
    letters = "".join(_CYRILLIC.get(letter, _LATIN.get(letter, letter)) for letter in word)
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return "".join(re.findall(r"[a-z0-9]+", ascii_only))
