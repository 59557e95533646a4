"""Names that one script writes otherwise than keys foresee: Harutyunyan and Арутюнян, Scardamaglia and Скардамалья.

Which letters are silent, and what gli or -ard sound like, depends on where a name comes from, and nobody says that. So
agreement decides: the same given name, nearly the same surname, in the two scripts, and no second one like it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from regesta.extraction.runs import runs
from regesta.extraction.sentence import Sentence
from regesta.languages.keys import is_cyrillic
from regesta.languages.likeness import alike, nearly

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
    pairs = list(_pairs(names[True] - names[False], names[False] - names[True]))
    times = Counter(name for pair in pairs for name in pair)
    found: dict[str, str] = {}
    for one, other in pairs:
        if times[one] == times[other] == 1:
            found |= dict.fromkeys(words[one[1]], other[1])
    return found


def _pairs(cyrillic: Iterable[_Name], latin: Iterable[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """The names in two scripts that may be one person's though their surnames' keys differ.

    Given names, of which there are few, are compared once, and surnames only where those agree.
    """
    ours, theirs = _by_given(cyrillic), _by_given(latin)
    for given, other_given in product(ours, theirs):
        if alike(given, other_given):
            for surname, other in product(ours[given], theirs[other_given]):
                if surname != other and nearly(surname, other, _NEARLY):
                    yield (given, surname), (other_given, other)


def _by_given(names: Iterable[_Name]) -> dict[str, list[str]]:
    """Given name -> the surnames beside it that are long enough, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for given, surname in sorted(names):
        if len(surname) >= _SHORTEST:
            found[given].append(surname)
    return found
