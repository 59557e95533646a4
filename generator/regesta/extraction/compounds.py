"""Names that a particle holds together, found by agreement: "Tour des Ardennes", "Order of the Wells".

"X of Y" may be one name or two. It is one where the articles write the same again, and X hardly stands without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from regesta.extraction.runs import Run, run_at, runs
from regesta.extraction.sentence import Sentence

Compound = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The keys of the first part, the words between, the keys of the second part."""
_AGAIN = 2
"""How often a compound has to stand in the articles, and how many times as often its first part may stand alone."""
_BETWEEN = 2
"""Words between the parts: a particle, and an article."""


def compounds(sentences: Iterable[Sentence]) -> frozenset[Compound]:
    """The names of all articles that are made of two parts with a particle between."""
    alone: Counter[tuple[str, ...]] = Counter()
    held: Counter[Compound] = Counter()
    for sentence in sentences:
        alone.update(run.keys for run in runs(sentence))
        held.update(compound for _, _, compound in _held(sentence))
    return frozenset(
        compound for compound, times in held.items() if times >= _AGAIN and times * (_AGAIN + 1) >= alone[compound[0]]
    )


def joined_runs(sentence: Sentence, known: Collection[Compound]) -> list[Run]:
    """The runs of a sentence, the parts of known compounds as one."""
    found = runs(sentence)
    if not known:
        return found
    whole = {id(one): other for one, other, compound in _held(sentence) if compound in known}
    inner = {id(other) for other in whole.values()}
    return [
        run_at(sentence, run.first, whole[id(run)].last + 1, run.role) if id(run) in whole else run
        for run in found
        if id(run) not in inner
    ]


def _held(sentence: Sentence) -> Iterator[tuple[Run, Run, Compound]]:
    """Neighbours that only a particle, or one with an article, stands between; never after a person or a country."""
    data = sentence.lexicon
    if data.capital_nouns:
        return
    for one, other in pairwise(runs(sentence)):
        between = tuple(word.folded for word in sentence.words[one.last + 1 : other.first])
        if not 0 < len(between) <= _BETWEEN or between[0] not in data.genitive:
            continue
        if between[1:] and between[1] not in data.determiners:
            continue
        persons = any(run.kind == "person" or run.given for run in (one, other))
        if not persons and one.territory is None:
            yield one, other, (one.keys, between, other.keys)
