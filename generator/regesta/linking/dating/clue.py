"""A clue: what one thing that a text says is worth for each day on which it may have been published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

from regesta.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Says:
    """What a clue is, to people."""

    source: Hashable
    """What it hangs on: clues of one source are no independent witnesses."""
    words: Callable[[Interval], str]
    """What it says, given the result's days."""
    counts: bool = True
    """Whether it may be one of those on which a result rests, or only sharpens what others say."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue, as the logarithm of how likely it would be on each day, constant over runs of days."""

    starts: tuple[int, ...]
    """The first day of each run, ascending; the first run reaches back without end, the last one ahead."""
    values: tuple[float, ...]
    """The natural logarithm for each run; only differences count."""
    says: Says

    def value(self, day: int) -> float:
        """The logarithm for a day."""
        return self.values[max(0, bisect_right(self.starts, day) - 1)]

    @property
    def span(self) -> float:
        """How much it can say: the greatest less the least logarithm."""
        return max(self.values) - min(self.values)


def clue(breaks: Iterable[int], days: range, likelihood: Callable[[int], float], says: Says) -> Clue | None:
    """A clue over these days from its likelihood, which changes at the breaks only; None where it says nothing."""
    starts = sorted({days[0], *(day for day in breaks if day in days)})
    values = [log(likelihood(day)) for day in starts]
    if max(values) - min(values) < 0.01:
        return None
    return Clue(tuple(starts), tuple(values), says)


def summed(clues: Sequence[Clue], days: range) -> list[float]:
    """The clues' logarithms added up, for each of the days."""
    steps = [0.0] * len(days)
    for one in clues:
        before = 0.0
        for run, (start, value) in enumerate(zip(one.starts, one.values, strict=True)):
            if not run or start <= days[-1]:
                steps[max(0, start - days[0]) if run else 0] += value - before
            before = value
    return list(accumulate(steps))
