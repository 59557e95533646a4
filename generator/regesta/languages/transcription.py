"""How languages write Cyrillic names, and back: Zhumangarin is Жумангарин, so a German reader looks for Schumangarin.

Each language's table is data (`transcription` in its `site` section): a letter and what stands for it; `+` before a
letter means at the beginning of a word or after a vowel. The results serve search alone: they are possible spellings,
never shown as if somebody had used them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from regesta.languages import known, section

_VOWELS = frozenset("аеёиоуыэюяәөұүіїєъь")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_GLIDES = (
    (re.compile(r"(?<=[^аеёиоуыэюя])[ий]$"), "ий"),
    (re.compile(r"(?<=[^аеёиоуыэюя])й"), "ы"),
    (re.compile(r"(?<=[аеёоуыэюя])и$"), "й"),
)
"""A glide after a consonant is a vowel; the ending of Dmitry and Sergei."""
_WORD = re.compile(r"[^\W\d_]+")


@cache
def tables() -> dict[str, dict[str, str]]:
    """For each language that has one, its table."""
    found: dict[str, dict[str, str]] = {}
    for language in known():
        written = section(language, "site").get("transcription")
        if written:
            pairs = (entry.strip().partition(" ") for entry in written.split(","))
            found[language] = {letter: latin for letter, _, latin in pairs}
    return found


def to_latin(name: str, language: str) -> str:
    """A Cyrillic name as the language writes it, capitals kept."""
    return _WORD.sub(lambda word: _written(word[0], tables()[language]), name)


def to_cyrillic(name: str, language: str) -> str:
    """The Cyrillic letters that a Latin spelling probably stands for, the longest groups of letters first."""
    letters, pattern = _back(language)

    def word(found: re.Match[str]) -> str:
        cyrillic = pattern.sub(lambda part: letters[part[0]], found[0].lower())
        for glide, by in _GLIDES:
            cyrillic = glide.sub(by, cyrillic)
        return _capital(cyrillic, found[0])

    return _WORD.sub(word, name)


@lru_cache(maxsize=16384)
def spellings(name: str, language: str) -> frozenset[str]:
    """Every way in which the languages with a table may write this name, in Cyrillic and Latin; without the name."""
    primary = language.split("-", maxsplit=1)[0]
    if _CYRILLIC.search(name):
        cyrillic = name
    elif primary in tables():
        cyrillic = to_cyrillic(name, primary)
    else:
        return frozenset()
    found = {cyrillic, *(to_latin(cyrillic, other) for other in tables())}
    return frozenset(found - {name})


def _written(word: str, table: dict[str, str]) -> str:
    parts = []
    before = "ъ"
    for letter in word.lower():
        wide = table.get(f"+{letter}") if before in _VOWELS else None
        parts.append(wide or table.get(letter, letter))
        before = letter
    return _capital("".join(parts), word)


@cache
def _back(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The table turned round: of several letters that are written alike, the first one; single letters for the rest."""
    letters: dict[str, str] = {}
    for letter, latin in tables()[language].items():
        if latin:
            letters.setdefault(latin, letter.removeprefix("+"))
    for latin, letter in zip("chjqwxy", ("к", "х", "ж", "к", "в", "кс", "й"), strict=True):
        letters.setdefault(latin, letter)
    ordered = sorted(letters, key=lambda latin: (-len(latin), latin))
    return letters, re.compile("|".join(map(re.escape, ordered)))


def _capital(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
