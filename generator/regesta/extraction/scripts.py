"""Names that one script writes otherwise than keys foresee: Harutyunyan and Арутюнян, Scardamaglia and Скардамалья.

Which letters are silent, and what gli or -ard sound like, depends on where a name comes from, and nobody says that. So
agreement decides: the same given name, nearly the same surname, in the two scripts, and no second one like it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from regesta.extraction.runs import runs
from regesta.extraction.sentence import Sentence
from regesta.languages.keys import is_cyrillic
from regesta.languages.likeness import alike

_SHORTEST: Final = 5
"""Letters of the key of a surname that is sure enough to be compared so."""
_NEARLY: Final = 0.87
"""Likeness of two such keys from which on they are one: a letter of eight may differ."""

_Name = tuple[str, str]
"""The keys of a given name and a surname."""


def bridged(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Cyrillic word (case-folded) -> the key of the Latin surname that it writes, where their own keys differ."""
    names: dict[bool, set[_Name]] = {False: set(), True: set()}
    words: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for run in runs(sentence):
            if len(run.words) != len(run.keys):
                continue
            for word, key in zip(run.words, run.keys, strict=True):
                if is_cyrillic(word):
                    words[key].add(word.casefold())
            if len(run.keys) > 1:
                names[is_cyrillic(run.words[-1])] |= {(run.keys[0], run.keys[-1]), (run.keys[-2], run.keys[-1])}
    latin, cyrillic = sorted(names[False] - names[True]), sorted(names[True] - names[False])
    found: dict[str, str] = {}
    for name in cyrillic:
        like = [other for other in latin if _one(name, other)]
        if len(like) == 1 and sum(_one(other, like[0]) for other in cyrillic) == 1:
            found |= dict.fromkeys(words[name[1]], like[0][1])
    return found


def _one(one: _Name, other: _Name) -> bool:
    """Whether two names in two scripts may be one person's though their surnames' keys differ."""
    (given, surname), (other_given, other_surname) = one, other
    if surname == other_surname or min(len(surname), len(other_surname)) < _SHORTEST or not alike(given, other_given):
        return False
    return SequenceMatcher(None, surname, other_surname).ratio() >= _NEARLY
