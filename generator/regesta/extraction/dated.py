"""Which time a trigger has: its own, one that it shares, or none near enough."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extraction import times as timing
from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence

OWN_REACH = 6
"""Words between a trigger and the time that is its own."""
_REACH = 12
"""Words between a trigger and a time that may date it."""


def share_time(sentence: Sentence, one: Hit, other: Hit) -> bool:
    """Whether the nearest time of both is the same, or neither has one."""
    nearest = []
    for hit in (one, other):
        costs = [(timing.cost(sentence, hit.indexes[0], n), n) for n in range(len(sentence.times))]
        nearest.append(min(costs)[1] if costs else None)
    return nearest[0] == nearest[1]


def has_own_time(sentence: Sentence, hit: Hit, others: Sequence[Hit] = ()) -> bool:
    """Whether a trigger has a time of its own: one stands close, and closer than to any other trigger.

    Between two verbs as near, the first has it: "the man arrested on Friday was released on Sunday".
    """

    def order(one: Hit, number: int) -> tuple[int, bool]:
        return timing.cost(sentence, one.indexes[-1], number), one.label.endswith("verb") and one.indexes > hit.indexes

    def own(number: int) -> bool:
        price = order(hit, number)
        return price[0] <= OWN_REACH and all(price < order(o, number) for o in others if o is not hit)

    return any(timing.dates(e) and own(n) for n, (_, e, _, _) in enumerate(sentence.times))


def is_dated(sentence: Sentence, hit: Hit) -> bool:
    """Whether a time is near enough to date a trigger."""
    return any(timing.cost(sentence, hit.indexes[0], n) <= _REACH for n in range(len(sentence.times)))
