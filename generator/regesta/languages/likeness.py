"""Whether two spellings are of one name, beyond equal keys: letters that languages read differently, and vowels.

A key (see `keys`) is coarse, so that it bridges scripts. Within one script vowels tell Müller from Möller and Wang from
Wong, while the ways of writing Cyrillic (Tokajew, Tokaïev) agree in all but glides.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import zip_longest

from regesta.languages.keys import folded, key

_INITIAL = re.compile(r"^s(?=a)")
"""Jürg and Юрг: an initial J is a vowel in some languages."""
_GLIDE = re.compile(r"(?<=[aeiouyïë])j(?=[aeiouyïë])", re.IGNORECASE)
"""Prigojine and Prigozhin: between vowels J is a consonant in French."""
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"))
_CLASSES = str.maketrans({"e": "i", "y": "i", "j": "i", "э": "i", "е": "i", "и": "i", "і": "i", "ы": "i", "є": "i",
                          "ї": "i", "а": "a", "я": "a", "о": "o", "у": "u", "ю": "u"})  # fmt: skip
_VOWELS = re.compile(r"[aeiouyjаэеиіыєїяоуюё]+")
_OPEN = "?"
"""A vowel that transcriptions write as e and as o (ё)."""
_SHORTEST, _ALIKE = 2, 0.8
"""Letters of a key that is more than an initial; likeness from which two spellings are of one given name."""


@cache
def alternates(word: str) -> frozenset[str]:
    """The keys of a word as languages read it that read its J otherwise."""
    found = {key(word)}
    if word[:1] in "Jj":
        found.add(_INITIAL.sub("", key(word)))
    if _GLIDE.search(word):
        found.add(key(_GLIDE.sub("zh", word)))
    return frozenset(found)


def same_word(one: str, other: str) -> bool:
    """Whether two words may spell one name."""
    if not alternates(one) & alternates(other):
        return False
    latin, other_latin = (word[:1] < "\u0250" for word in (one, other))
    if latin != other_latin:
        return True
    return _agree(_vowels(one), _vowels(other)) and (not latin or _ends_alike(one, other))


def alike(one: str, other: str) -> bool:
    """Whether the keys of two given names may be one person's: the same, an initial, or spelled a little otherwise."""
    one, other = (_INITIAL.sub("", k) for k in (one, other))
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST:
        return long.startswith(short[:1])
    return nearly(one, other, _ALIKE)


def nearly(one: str, other: str, least: float) -> bool:
    """Whether two keys share so much of their letters, from 0 to 1 (Ratcliff and Metzener 1988)."""
    if one == other:
        return True
    if 2 * min(len(one), len(other)) / (len(one) + len(other)) < least:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least  # the first, an upper bound, is cheap


@cache
def _vowels(word: str) -> str:
    """The classes of a word's vowels, its last one left out where it ends in one."""
    plain = folded(word).replace("ё", "е") if "ё" not in word.casefold() else word.casefold()
    for pair, single in _UMLAUTS:
        plain = plain.replace(pair, single)
    groups = [m.group() for m in _VOWELS.finditer(plain) if m.end() < len(plain)]
    return "".join(_class(group) for group in groups)


def _class(group: str) -> str:
    """The class of a group of vowels: of its last letter that is no glide."""
    if "ё" in group:
        return _OPEN
    mapped = group.translate(_CLASSES)
    return next((letter for letter in mapped if letter != "i"), "i")


def _ends_alike(one: str, other: str) -> bool:
    """Whether two Latin spellings end in the same vowel or both in none; a French -e behind n counts for nothing."""
    ends = [folded(word) for word in (one, other)]
    ends = [word.removesuffix("e") if word.endswith(("ine", "yne", "ene")) else word for word in ends]
    last = ["i" if word[-1:] in "iyj" else word[-1:] if word[-1:] in "aeou" else "" for word in ends]
    return last[0] == last[1]


def _agree(one: str, other: str) -> bool:
    if len(one) != len(other):
        return True
    return all(a == b or _OPEN in (a, b) for a, b in zip_longest(one, other))
