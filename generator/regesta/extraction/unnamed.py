"""What no word list knows: a clause, or a part of a list, that has a date of its own still tells of something.

Separate from the triggers, which are words; here only dates and marks speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from regesta.extraction import times as timing
from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence

_CLAUSE = 5
"""Words, but for its date, that make a clause tell of something by itself."""
_OPENING = 3
"""Words within which a part of a list begins with its date."""


def unnamed(sentence: Sentence, told: Sequence[Hit]) -> list[Hit]:
    """A dated clause whose happening none of the triggers `told` names, and such parts of a list."""
    clauses = _clauses(sentence, told)[:1] if told else []
    return [*clauses, *(hit for hit in _listed(sentence, told) if hit not in clauses)]


def _clauses(sentence: Sentence, told: Sequence[Hit]) -> list[Hit]:
    """Clauses with a date of their own and no trigger but nouns."""
    reporting = sentence.cues.get("speech", ())
    stretches = {sentence.segments[i] for h in (*told, *reporting) for i in h.indexes}
    if any(h.label.endswith("verb") for h in told):
        stretches |= {0}
    found = []
    for number in timing.dating(sentence):
        _, _, first, last = sentence.times[number]
        own = sentence.segments[first]
        rest = sum(
            w.is_word and segment == own and not first <= i <= last
            for i, (w, segment) in enumerate(zip(sentence.words, sentence.segments, strict=True))
        )
        governed = sentence.quoted[first] or sentence.clauses[first] > 0
        if own not in stretches and rest >= _CLAUSE and not governed:
            found.append(_at(first))
    return found


def _listed(sentence: Sentence, told: Sequence[Hit]) -> list[Hit]:
    """The parts of a list that begin with a date: "on the 7th he …; on the 9th she …"."""
    marks = [i for i, word in enumerate(sentence.words) if word.text == ";"]
    found = []
    for start, end in pairwise([-1, *marks, len(sentence.words)]) if marks else ():
        part = range(start + 1, end)
        firsts = [sentence.times[number][2] for number in timing.dating(sentence)]
        dated = [first for first in firsts if first in part[:_OPENING]]
        known = any(i in part for hit in told for i in hit.indexes)
        if dated and not known and len(part) > _CLAUSE and not sentence.quoted[dated[0]]:
            found.append(_at(dated[0]))
    return found


def _at(word: int) -> Hit:
    return Hit("other. verb", (word,), 1)
