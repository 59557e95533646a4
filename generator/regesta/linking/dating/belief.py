"""How likely each day is, by all clues together, and the shortest run of days that likely holds the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import exp
from typing import Final

from regesta.linking.dating.clue import Clue, summed
from regesta.model.article import Article
from regesta.model.interval import Interval

_AROUND: Final = 183
"""Days before the first and after the last dated article that come into question."""
_SCALE: Final = (7.0, 30.0)
"""Days from the nearest dated article at which another is half as likely as beside it: as they lie apart on average,
within these bounds."""
_DATELINE: Final = 0.99
"""How likely a dateline's day is the day of publication."""
_TEMPER: Final = 1.0
"""Clues are taken for so much of what they say, since they are less independent than they look."""
_SPANS: Final = ((7, (0.95, 0.9, 0.8)), (31, (0.98,)), (7, (0.65, 0.5)))
"""Of so many days it is asked how sure they hold the right one: the steps, the surest first.

A week that is only likelier than not comes last, behind a month that is nearly sure."""
_CORE: Final = 0.95
"""The part of the belief in a week or month that its days have to hold which are stated; those at its ends may go."""
_MARGIN: Final = 3
"""Days beside the result that tell nothing for or against it."""
TELLS: Final = 2.0
"""How much likelier a clue makes the result for it to speak for it."""


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely each day is."""

    days: range
    weights: tuple[float, ...]
    """Per day, adding up to 1."""

    def within(self, interval: Interval) -> float:
        """How likely the right day lies in the interval."""
        return sum(weight for day, weight in zip(self.days, self.weights, strict=True) if _in(day, interval))

    def likeliest(self, length: int) -> Interval:
        """The run of so many days that likeliest holds the right one, the first where several do."""
        sums = [0.0, *accumulate(self.weights)]
        length = min(length, len(self.days))
        starts = range(len(self.days) - length + 1)
        start = max(starts, key=lambda n: (sums[n + length] - sums[n], -n))
        return Interval(self.days[start], self.days[start] + length - 1)

    def core(self, interval: Interval, share: float) -> Interval:
        """The interval without days at its ends, as long as the rest holds this share of its belief."""
        least = share * self.within(interval)
        first, last = interval.first or self.days[0], interval.last or self.days[-1]
        while first < last:
            ends = (self.weights[first - self.days[0]], self.weights[last - self.days[0]])
            less = Interval(first + 1, last) if ends[0] <= ends[1] else Interval(first, last - 1)
            if self.within(less) < least:
                break
            first, last = less.first or first, less.last or last
        return Interval(first, last)


def _in(day: int, interval: Interval) -> bool:
    return (interval.first or day) <= day <= (interval.last or day)


def days_in_question(published: Sequence[Interval], last: int) -> range:
    """The days on which an article of this affair may have appeared, `last` at the latest."""
    first = min(one.first for one in published if one.first is not None) - _AROUND
    end = min(last, max(one.last for one in published if one.last is not None) + _AROUND)
    return range(first, end + 1)


def prior(article: Article, days: range, published: Sequence[Interval]) -> list[float]:
    """How likely each day is before any clue: near the other articles, and the dateline's where there is one."""
    scale = _scale(published)
    near = [1.0 / (1.0 + (apart / scale) ** 2) for apart in _apart(days, published)]
    total = sum(near)
    named = article.dateline_day
    if named is None:
        return [weight / total for weight in near]
    fits = [
        (now := date.fromordinal(day)).month == named.month
        and now.day == named.day
        and named.weekday in (None, now.weekday())
        for day in days
    ]
    there = sum(weight for weight, fit in zip(near, fits, strict=True) if fit)
    share = _DATELINE if there else 0.0
    return [
        (share * weight / there if fit else 0.0) + (1.0 - share) * weight / total
        for weight, fit in zip(near, fits, strict=True)
    ]


def _scale(published: Sequence[Interval]) -> float:
    """Days between dated articles, on average."""
    ends = [end for one in published for end in one.ends]
    mean = (max(ends) - min(ends)) / (len(published) - 1) if len(published) > 1 else _SCALE[1]
    return min(max(mean, _SCALE[0]), _SCALE[1])


def _apart(days: range, published: Sequence[Interval]) -> list[int]:
    """Days from each day to the nearest dated article."""
    ends = {end for one in published for end in one.ends}
    far = len(days) + _AROUND
    found = [0 if day in ends else far for day in days]
    for index in range(1, len(found)):
        found[index] = min(found[index], found[index - 1] + 1)
    for index in range(len(found) - 2, -1, -1):
        found[index] = min(found[index], found[index + 1] + 1)
    return found


def believe(days: range, before: Sequence[float], clues: Sequence[Clue]) -> Belief:
    """The belief after the clues."""
    values = summed(clues, days)
    top = max(values)
    weights = [weight * exp(_TEMPER * (value - top)) for weight, value in zip(before, values, strict=True)]
    total = sum(weights)
    return Belief(days, tuple(weight / total for weight in weights))


def answers(belief: Belief) -> Iterator[tuple[int, Interval]]:
    """The days that may be stated, within a week and within a month, each with its step of sureness (0 the surest)."""
    above = 0
    for length, shares in _SPANS:
        found = belief.likeliest(length)
        sure = belief.within(found)
        step = sum(sure < share for share in shares)
        if step < len(shares):
            yield above + step, belief.core(found, _CORE)
        above += len(shares)


def speaks(one: Clue, belief: Belief, result: Interval) -> float:
    """How much likelier the clue is on the result's days than on days well apart, by what the other clues leave."""
    around = Interval((result.first or 0) - _MARGIN, (result.last or 0) + _MARGIN)
    inside = outside = inside_mass = outside_mass = 0.0
    for day, weight in zip(belief.days, belief.weights, strict=True):
        said = exp(_TEMPER * one.value(day))
        without = weight / said
        if _in(day, result):
            inside += weight
            inside_mass += without
        elif not _in(day, around):
            outside += weight
            outside_mass += without
    if not inside_mass or not outside_mass or not outside:
        return 1.0
    return (inside / inside_mass) / (outside / outside_mass)
