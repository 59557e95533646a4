"""Calendar dates without a year, in articles that nobody could date: the affair gives the year.

"On 2 March" in an article without a date is no day by itself. Where the other articles all appeared within a few
months, only one 2 March is near them, and that is the one meant: the text is about their affair. Weekdays and "last
week" stay open, since they need the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from regesta.model.article import Article
from regesta.model.interval import Interval, civil_day, day_number, month_length
from regesta.model.mention import Mention

_CALENDAR: Final = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_AROUND: Final = 120
"""Days before and after the dated articles within which a date belongs to their affair."""
_YEAR: Final = 365
_PARTS: Final = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}
"""Days of a month's early, middle and late part."""


def affair_days(articles: Iterable[Article]) -> Interval | None:
    """The days around the dated articles' publication; None where there are none, or they span too long a time."""
    known = [a.published.days for a in articles if a.published]
    first = min((d.first for d in known if d.first is not None), default=None)
    last = max((d.last for d in known if d.last is not None), default=None)
    if first is None or last is None or last - first + 2 * _AROUND >= _YEAR:
        return None
    return Interval(first - _AROUND, last + _AROUND)


def with_year(mentions: Sequence[Mention], affair: Interval | None) -> list[Mention]:
    """The mentions of an undated article, those with a day and month given the affair's year."""
    return [_with_year(mention, affair) if affair else mention for mention in mentions]


def _with_year(mention: Mention, affair: Interval) -> Mention:
    named = _CALENDAR.fullmatch(mention.time.value) if mention.time and mention.interval is None else None
    if named is None or mention.time is None:
        return mention
    years = range(civil_day(affair.first or 1)[0], civil_day(affair.last or 1)[0] + 1)
    days = (_days(year, int(named[1]), named[2], mention.time.mod) for year in years)
    near = [found for found in days if found and affair.intersection(found)]
    return replace(mention, interval=near[0]) if len(near) == 1 else mention


def _days(year: int, month: int, day: str | None, part: str | None) -> Interval | None:
    """The day, or the month or its part; None where the month has no such day."""
    length = month_length(year, month)
    first, last = (int(day), int(day)) if day else _PARTS.get(part or "", (1, length))
    if first > length:
        return None
    return Interval(day_number(year, month, first), day_number(year, month, min(last, length)))
