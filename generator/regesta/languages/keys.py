"""Transcription-neutral keys of names: Tokayev, Tokajew and Токаев share one.

Cyrillic is mapped directly; consonants fall into the classes that English, German and French transcriptions mix
(sh sch ch ж ш щ ц s z: one class; v w f: one; g h: one), vowels are reduced to one mark, and final vowels go, with the
gender and case endings that they carry. On pairs of names it tells same from different far better than transliteration
with a string distance does. Western names in Cyrillic need an alias, which is language data.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from regesta.languages import known, section

_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяў",
        "a b v g g d e e e s s i i i i k l m n o p r s t u f h s s s s _ i _ e u a u".replace("_", "\0").split(),
        strict=True,
    )
)
_CYRILLIC = {key: value.replace("\0", "") for key, value in _CYRILLIC.items()}
_RULES = (
    (r"(?<=\w{3})c(?=k[iy]j?$)", "s"),
    (r"^ch(?=r(?!is))", "h"),
    (r"(?<=[aeiou][vcs])ic$", "ich"),
    (r"schtsch|tskh|shtch|chtch|shch|tsch|tch|sch|sh|zh|dzh|dsch|dj|ch|cz|sz|ts|tz", "s"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"ck|cc|q", "k"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"^j(?=[aou])", "s"),
    (r"[zß]", "s"),
    (r"[wf]", "v"),
    (r"(?<=[aeiouy])h(?![aeiouy])", ""),
    (r"h", "g"),
    (r"[aeiouyj]+", "a"),
    (r"(.)\1+", r"\1"),
)
_COMPILED = tuple((re.compile(pattern), by) for pattern, by in _RULES)
_ADJECTIVAL = re.compile(
    r"(?<=\w)(ск|цк|ськ|цьк)(?:ий|ого|ому|им|ім|ая|ой|ую|а|ої|ій|у|ою|ем|е|і)$|(?<=\w\w)([нт])(?:ый|ой|ого|ому|ым|ую|ая)$"
)
"""Surnames that are declined like adjectives (Зеленский, Зеленського, Толстого)."""
_CASE_ENDING = re.compile(r"(?<=[вн])(?:ым|ой|ою|им)$|(?<=\w{3}[бгдзклмнпрстфхжшщчц])(?:ом|ем|ой|ами)$")


_CASE_VOWEL = re.compile(r"(?<=\w{2})(?:oi|ei|oiu|[aeiu])$")
"""The end of a short name that is declined: Анна, Анны, Анне, Анной."""


def folded(text: str) -> str:
    """Case-folded, without accents; Cyrillic stays Cyrillic, except that ё is е."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFD", text.casefold().replace("ø", "o").replace("ł", "l").replace("й", "\u0001"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("\u0001", "й")


@cache
def _aliases() -> dict[str, str]:
    """Spellings that no rule can bridge, of all languages: folded spelling -> the spelling it stands for."""
    found: dict[str, str] = {}
    for language in known():
        for line in section(language, "names").get("aliases") or []:
            first, *others = (part.strip() for part in line.split("="))
            found.update({folded(other): first for other in others})
    return found


@cache
def key(word: str) -> str:
    """The key of one word of a name."""
    plain = folded(word)
    plain = folded(_aliases().get(plain, word).casefold().replace("ć", "ch").replace("č", "ch"))
    if is_cyrillic(plain):
        plain = plain.replace("дж", "ж")
        stem = _ADJECTIVAL.sub(lambda m: (m[1] or m[2]) + "и", plain)
        stem = _CASE_ENDING.sub("", stem) if len(stem) > 4 and stem == plain else stem
        plain = folded(_aliases().get(stem, stem))
        plain = _CASE_VOWEL.sub("a", "".join(_CYRILLIC.get(c, c) for c in plain if c not in "'’ʼ"))
    short = plain
    for pattern, by in _COMPILED:
        plain = pattern.sub(by, plain)
    plain = plain.removesuffix("a") if len(plain) > 2 else plain
    consonants = sum(c != "a" for c in plain)
    return plain if consonants > 1 else short


def keys(name: str) -> tuple[str, ...]:
    """The keys of all words of a name, in order; hyphenated parts count as words."""
    return tuple(key(part) for part in re.findall(r"\w+", name))


def is_cyrillic(name: str) -> bool:
    """Whether a name has letters of the Cyrillic alphabet."""
    return any("Ѐ" <= letter <= "ӿ" for letter in name)
