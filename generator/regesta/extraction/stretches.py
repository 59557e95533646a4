"""Where a sentence's stretches and clauses begin: at commas and the like, and at conjunctions.

Separate from the sentence because no word that names a happening is needed for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from regesta.languages.words import Word
from regesta.model.timex import TimeExpression

_LONGEST_NAME = 5
"""Words of a name with its title."""
_BREAKS = frozenset(",;:–—()…")


def openers(
    parts: Sequence[Word],
    conjunctions: frozenset[str],
    compelling: frozenset[str],
    times: Sequence[tuple[int, TimeExpression, int, int]],
) -> frozenset[int]:
    """Indexes of the conjunctions and relative pronouns that open a clause.

    Before a date they are prepositions; behind a verb that compels ("tuvo que dimitir") they belong to it.
    """
    no = {i for _, _, first, last in times for i in range(first - 1, last + 1)}
    no.update(i + 1 for i, word in enumerate(parts) if word.folded in compelling)
    return frozenset(i for i, word in enumerate(parts) if i and word.folded in conjunctions and i not in no)


def _apposed(parts: Sequence[Word]) -> frozenset[int]:
    """Indexes of the commas on both sides of a name that is set beside a noun: "the envoy, Ada Quill, on Monday"."""
    commas = [at for at, word in enumerate(parts) if word.text == ","]
    found: set[int] = set()
    for one, other in pairwise(commas):
        between = parts[one + 1 : other]
        named = between and between[0].is_capital and between[-1].is_capital and len(between) <= _LONGEST_NAME
        if named and one and parts[one - 1].text[0].islower() and all(w.is_word for w in between):
            found |= {one, other}
    return frozenset(found)


def segments(parts: Sequence[Word], opening: frozenset[int]) -> tuple[int, ...]:
    """Numbers the stretches between commas, semicolons, colons, dashes, and conjunctions that begin a clause."""
    found, number = [], 0
    apposed = _apposed(parts)
    for at, word in enumerate(parts):
        after_comma = at > 0 and parts[at - 1].text in _BREAKS
        number += (word.text in _BREAKS and at not in apposed) or (at > 1 and at in opening and not after_comma)
        found.append(number)
    return tuple(found)
