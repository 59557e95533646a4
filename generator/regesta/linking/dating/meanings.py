"""What the expressions of an undated article would mean, whichever day it appeared on.

Working a text out for hundreds of days costs most of the time of dating; but what "on Tuesday" or "last week" mean a
week later is what they mean now, a week later, so seven days tell it for all. Dates of the calendar without a year mean
that day of some year near by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regesta.linking.dating.links import MentionsOf
from regesta.model.article import Article
from regesta.model.interval import Interval, day_number, month_length
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind

_APART: Final = 70
"""Days between the two weeks that are compared to see what recurs weekly."""
_CHECKED: Final = (0, 2, 4)
"""Days of the second week that are worked out."""
_CALENDAR: Final = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_LONGEST: Final = 62
"""Days of the longest interval that an expression is compared with others by."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The days that one mention's expression means."""

    weekly: tuple[Interval, ...] = ()
    """Where it recurs weekly: for an article of day 0 to 6, the days counted from its own day."""
    fixed: tuple[Interval, ...] = ()
    """Where it is a date of the calendar: that date, or that date in each year that comes into question."""
    start: int = 0
    """The day for which `weekly` begins."""

    def on(self, day: int) -> Interval | None:
        """What it means in an article of this day; None where it doesn't recur weekly."""
        return self.weekly[(day - self.start) % 7].shifted(day) if self.weekly else None

    def told_of(self, event: Interval) -> range:
        """The days on which an article may mean this event by it."""
        first = min(days.first or 0 for days in self.weekly)
        last = max(days.last or 0 for days in self.weekly)
        return range((event.first or 0) - last, (event.last or 0) - first + 1)

    @property
    def ahead(self) -> bool:
        """Whether it lies ahead of its article's day, whichever day that is."""
        return bool(self.weekly) and all((days.first or 0) > 0 for days in self.weekly)


NOTHING: Final = Meaning()


def meanings_of(article: Article, bare: Sequence[Mention], mentions_of: MentionsOf, days: range) -> list[Meaning]:
    """What each mention's expression means for an article of one of the days; `bare` is worked out against no day."""
    start = days[0]
    early = [_meant(mentions_of(article, date.fromordinal(start + step))) for step in range(7)]
    late = {step: _meant(mentions_of(article, date.fromordinal(start + _APART + step))) for step in _CHECKED}
    years = range(date.fromordinal(days[0]).year - 1, date.fromordinal(days[-1]).year + 2)
    found = []
    for number, mention in enumerate(bare):
        week = [intervals[number] for intervals in early]
        again = {step: intervals[number] for step, intervals in late.items()}
        found.append(_weekly(week, again, start) or Meaning(fixed=_calendar(mention, week, again, years)))
    return found


def _meant(mentions: Sequence[Mention]) -> list[Interval | None]:
    return [None if mention.only_hour else mention.interval for mention in mentions]


def _weekly(week: Sequence[Interval | None], again: dict[int, Interval | None], start: int) -> Meaning | None:
    """The meaning, if ten weeks later it is ten weeks later."""
    if any(one is None or one.length is None or one.length > _LONGEST for one in week):
        return None
    if any((one := week[step]) is None or one.shifted(_APART) != other for step, other in again.items()):
        return None
    return Meaning(weekly=tuple(days.shifted(-start - step) for step, days in enumerate(week) if days), start=start)


def _calendar(
    mention: Mention, week: Sequence[Interval | None], again: dict[int, Interval | None], years: range
) -> tuple[Interval, ...]:
    """A date of the calendar as it stands, or in each of the years where it has none."""
    if mention.time is None:
        return ()
    if named := _CALENDAR.match(mention.time.value):
        return tuple(day for year in years if (day := _in_year(year, int(named[1]), named[2])))
    known = mention.interval
    same = known is not None and mention.time.anchor.kind is AnchorKind.NONE and {*week, *again.values()} == {known}
    return (known,) if known and same and (known.length or _LONGEST + 1) <= _LONGEST else ()


def _in_year(year: int, month: int, day: str | None) -> Interval | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Interval.of_month(year, month)
    if int(day) > month_length(year, month):
        return None
    number = day_number(year, month, int(day))
    return Interval(number, number)
