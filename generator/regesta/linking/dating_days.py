"""Which publication days come into question for an undated article.

Separate from the clues, which say how good each of them is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from regesta.linking.dating_links import Link, likeliest
from regesta.model.article import Article
from regesta.model.interval import Interval, month_length
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind, TimeExpression

_FINE: Final = 35
"""Days around an event within which an article speaks of it in days, weekends or weeks."""
_COARSE: Final = {"month": 65, "season": 0, "quarter": 0, "half": 0, "year": 0, "decade": 0, "century": 0}
"""The same for coarser expressions; years and seasons are no help."""
CALENDAR: Final = re.compile(r"XXXX-\d\d")
"""The value of a date that lacks its year only: the same day all the year round."""
_VAGUE: Final = 62
"""Days from which an event's date is too vague to look around it."""
_MOST_DAYS: Final = 3000
"""More days than this aren't tried."""


def candidate_days(
    article: Article,
    mentions: Sequence[Mention],
    links: Sequence[Sequence[Link]],
    published: Sequence[Interval],
    today: date,
) -> list[int]:
    """The days that come into question: the dateline's in every near year, else around the events that others date."""
    last = min(today, _day_of(article.accessed) or today).toordinal()
    if article.dateline_day:
        return [day for day in _dateline_days(article, published) if day <= last]
    found: set[int] = set()
    for mention, near in zip(mentions, links, strict=True):
        reach = _reach(mention.time)
        if reach:
            for link in likeliest(near):
                found.update(_around(link.dated.days, reach, last))
    return sorted(found) if len(found) <= _MOST_DAYS else []


def _reach(expression: TimeExpression | None) -> int:
    """Days around an event within which an article may use such an expression of it; 0 for calendar dates and years."""
    if expression is None or expression.anchor.kind is AnchorKind.NONE or CALENDAR.match(expression.value):
        return 0
    if expression.granularity in _COARSE:
        return _COARSE[expression.granularity]
    return _FINE


def _around(event: Interval | None, reach: int, last: int) -> range:
    """The days on which an article may tell of an event in relative words; none where its date is vague."""
    if event is None or event.first is None or event.last is None or (event.length or 0) > _VAGUE:
        return range(0)
    return range(event.first - reach, min(event.last + reach, last) + 1)


def _dateline_days(article: Article, published: Sequence[Interval]) -> list[int]:
    """The dateline's day in each year of the other articles, and in the years beside them."""
    named = article.dateline_day
    years = {date.fromordinal(end).year for days in published for end in (days.first, days.last) if end}
    near = sorted({year + step for year in years for step in (-1, 0, 1)})
    if named is None:
        return []
    days = (date(year, named.month, named.day) for year in near if named.day <= month_length(year, named.month))
    return [day.toordinal() for day in days if named.weekday in (None, day.weekday())]


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
