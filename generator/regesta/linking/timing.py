"""What their days, and the days on which they were written, say for two mentions being one event.

Shares of the sum that `comparison` makes, with weights learnt in the same way.
"""

from __future__ import annotations

import re
from typing import Final

from regesta.linking.likeness import Share
from regesta.model.event import EventType, Status
from regesta.model.interval import Interval, weekday_of
from regesta.model.mention import Mention

FAR = -8.0
"""What it says that days lie more than a week apart: two happenings, whatever the words."""
_SAME_DAY = Share(4.0, "same day")
_DAYS_AGREE = Share(1.3, "days agree")
_DAYS_MAY_AGREE = Share(0.4, "days may agree")
_A_DAY_APART = Share(0.4, "a day apart")
_DAYS_APART = Share(-1.3, "two or three days apart")
_WEEK_APART = Share(-2.0, "days apart")
_FAR_APART = Share(FAR, "far apart in time")
_FRESH = Share(1.7, "fresh when the other was written")
_OF_THE_WEEK = Share(0.8, "a few days old when the other was written")
_OLD_WORDS = Share(-0.4, "words a few days old when the other was written")
_STILL_TO_COME = Share(-1.2, "still to come when the other was written")
_OLD = Share(-0.5, "old when the other was written")
_WRITTEN_TOGETHER = Share(1.2, "written at one time")
_WRITTEN_APART = Share(-0.2, "written at different times")
_WORDS_TOGETHER = Share(0.3, "words written at one time")
_WORDS_APART = Share(-1.2, "words written at different times")
_SAME_WEEKDAY = Share(1.5, "same weekday")
_OTHER_WEEKDAY = Share(-1.5, "another weekday")
_DAY, _WEEK, _NEAR_DAYS = 2, 7, 3
_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])(T\w*)?")
"""A weekday whose article's day isn't known, after TIMEX3."""


def shares_of_time(one: Interval | None, other: Interval | None) -> list[Share]:
    """What the days of two mentions, or of two groups of them, say; nothing where one has none."""
    if one is None or other is None:
        return []
    common = one.intersection(other)
    if common is not None:
        wide = max(one.length or 9999, other.length or 9999)
        if common.length == 1 and wide <= _DAY:
            return [_SAME_DAY]
        return [_DAYS_AGREE if wide <= 2 * _WEEK else _DAYS_MAY_AGREE]
    gap = one.gap(other)
    if gap <= 1:
        return [_A_DAY_APART]
    if gap <= _NEAR_DAYS:
        return [_DAYS_APART]
    return [_WEEK_APART if gap <= _WEEK else _FAR_APART]


def shares_of_weekday(left: Mention, right: Mention) -> list[Share]:
    """What it says that an article without a date gives the weekday, where the other's day or weekday is known."""
    if left.article == right.article or (left.interval is not None and right.interval is not None):
        return []
    one, other = _weekdays(left), _weekdays(right)
    if not one or not other:
        return []
    return [_SAME_WEEKDAY if one & other else _OTHER_WEEKDAY]


def _weekdays(mention: Mention) -> frozenset[int]:
    """The weekdays, 1 to 7, on which a mention may lie; none where it doesn't say, or where they are many."""
    days = mention.interval
    if days is not None and days.first is not None and days.last is not None and days.last - days.first < _DAY:
        return frozenset(weekday_of(day) for day in (days.first, days.last))
    named = _WEEKDAY.fullmatch(mention.time.value) if days is None and mention.time else None
    if named is None:
        return frozenset()
    day = int(named[1])
    return frozenset((day, (day - 2) % 7 + 1)) if named[2] == "TNI" else frozenset((day,))


def shares_of_news(left: Mention, right: Mention, written: tuple[int | None, int | None]) -> list[Share]:
    """What the days say on which two articles were written, where one telling at least has no day of its own.

    `written` are the days of their articles. People say many things, so statements go together less.
    """
    if left.article == right.article:
        return []
    said = left.type is right.type is EventType.STATEMENT
    if left.interval is None and right.interval is None:
        return _of_writing(*written, said=said)
    if left.interval is None:
        return _of_news(right.interval, left, written[0], said=said)
    if right.interval is None:
        return _of_news(left.interval, right, written[1], said=said)
    return []


def _of_news(days: Interval | None, undated: Mention, written: int | None, *, said: bool) -> list[Share]:
    """What it says that something is of some days, and the other was written on one."""
    if days is None or days.first is None or written is None or undated.status is Status.PLANNED:
        return []
    return [_of_age(written - days.first, said=said)]


def _of_age(age: int, *, said: bool) -> Share:
    """What the age in days of what was told says."""
    if age < 0:
        return _STILL_TO_COME
    if age <= 1:
        return _FRESH
    if age <= _WEEK:
        return _OLD_WORDS if said else _OF_THE_WEEK
    return _OLD


def _of_writing(one: int | None, other: int | None, *, said: bool) -> list[Share]:
    """What the days say on which two undated tellings were written."""
    if one is None or other is None:
        return []
    apart = abs(one - other)
    if apart <= 1:
        return [_WORDS_TOGETHER if said else _WRITTEN_TOGETHER]
    return [_WORDS_APART if said else _WRITTEN_APART] if apart > _WEEK else []
