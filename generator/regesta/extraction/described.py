"""Participles that describe somebody and tell no deed: "the arrested man", "el detenido", "арестованный банкир".

What they name has happened, but is told in passing, and the clause's day is not its day: they count as nouns do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from regesta.extraction.lexicon import Lexicon
from regesta.extraction.phrases import Hit
from regesta.languages.words import Word


def described(hit: Hit, parts: Sequence[Word], timed: Collection[int], data: Lexicon) -> Hit:
    """A trigger; as a noun where its first word describes what stands behind it."""
    describes = hit.label.endswith(" verb") and _describes(hit.indexes[0], parts, timed, data)
    return replace(hit, label=hit.label.removesuffix("verb") + "noun") if describes else hit


def _describes(at: int, parts: Sequence[Word], timed: Collection[int], data: Lexicon) -> bool:
    ends, articles = data.describing
    if not parts[at].folded.endswith(ends):
        return False
    if articles:
        behind = at > 0 and parts[at - 1].folded in articles
        return behind and (not data.capital_nouns or _noun_follows(at, parts, timed, data))
    return _noun_follows(at, parts, timed, data)


def _noun_follows(at: int, parts: Sequence[Word], timed: Collection[int], data: Lexicon) -> bool:
    """Whether the next word may be a noun: no preposition, no time, no mark; with a capital where nouns have one."""
    if at + 1 >= len(parts) or at + 1 in timed:
        return False
    word = parts[at + 1]
    small = word.folded in data.function | data.locative | data.temporal | data.passive | data.auxiliaries
    return word.is_word and not small and (word.is_capital or not data.capital_nouns)
