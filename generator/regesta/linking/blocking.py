"""Which mentions are compared at all: those that share most names, numbers and concepts in a stretch of weeks.

Blocking (Christen 2012) keeps linking linear: each mention meets a fixed number of others at most, whatever the number
of articles. Separate from the grouping, which decides what the comparisons mean.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import sqrt

from regesta.model.mention import Mention

_CANDIDATES = 24
"""Mentions that a mention is compared with at most: those that share most."""
_HOLDERS = 60
"""Mentions remembered under one feature at most, the latest."""
_FINE = 31
"""Days up to which a mention's time helps to find others."""
_WEEK = 7


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, the earlier first; what comes late meets the latest before it, so order by time.

    What many share counts less than what few share.
    """
    holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_HOLDERS))
    for number, mention in enumerate(mentions):
        counts: dict[int, float] = defaultdict(float)
        for feature in _features(mention):
            held = holders[feature]
            for other in held:
                counts[other] += 1.0 / sqrt(len(held))
            held.append(number)
        for other in nlargest(_CANDIDATES, counts, key=lambda n: (counts[n], -n)):
            yield other, number


def _features(mention: Mention) -> list[str]:
    """What a mention is found by: names, numbers, its concept and its kind, and the weeks that it may lie in."""
    found = sorted({f"@{key}" for key in mention.actor_keys} | {t for t in mention.topics if t[0] in "#@"})
    found += [mention.concept, mention.type.value]
    days = mention.interval
    if days and days.first is not None and (days.length or _FINE + 1) <= _FINE:
        found += [f"week {week}" for week in range(days.first // _WEEK, (days.last or 0) // _WEEK + 1)]
    return found
