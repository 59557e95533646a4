"""Which Monday is meant: the last, the next, that of a week, or the one to which the story has come."""

from __future__ import annotations

from regesta.tagging import calendar, dates
from regesta.tagging.anchoring import weekday_near
from regesta.tagging.bases import base_of, direction, is_told, tense_of, unknown
from regesta.tagging.calendar import Period
from regesta.tagging.found import Found
from regesta.tagging.state import Mark, State

WEEK = 7
"""Days after which a story that goes from day to day is no longer told in the days of its news."""


def weekday(found: Found, state: State) -> Period | None:
    """The day of a weekday: the n-th of a month, that of a named week, or the one that news or a story means."""
    fields = found.fields
    if "day" in fields:
        return dates.day_of_month(found, state)
    if "which" in fields and "month" in fields:
        return dates.nth_weekday(found, state)
    number = int(fields["weekday"])
    if "any" in fields:
        return unknown(f"XXXX-WXX-{number}", "day")
    if fields.get("unit") == "W" and "shift" in fields:
        base = base_of(found, state)
        day = None if base is None else calendar.shifted("W", base, int(fields["shift"])).first + number - 1
    else:
        day = _bare_weekday(found, state, number)
    return unknown(f"XXXX-WXX-{number}", "day") if day is None else calendar.day(day)


def _bare_weekday(found: Found, state: State, number: int) -> int | None:
    """The day of a weekday that doesn't name its week; None where nothing anchors it."""
    fields, near = found.fields, state.last_day
    if near is not None and _goes_on(found, near, state.dct):
        state.before(near)
        return weekday_near(number, near.first, 1, strictly=near.named)  # "at six on Monday" is of one day
    if near is not None and (moved := _moves_along(found, near, state.dct, number)) is not None:
        state.before(near)
        return moved
    if near is not None and (fields.get("from") == "date" or is_told(found, state) or state.narrative):
        base, way = state.before(near), direction(found) or 1
    else:
        base, way = state.now(), tense_of(found) if fields.get("from") == "date" else direction(found)
        way = way if "dir" in fields or way else -1
    if base is None:
        return None
    way = tense_of(found) if fields.get("dir") == "0" else way
    weeks = int(fields.get("weeks", "0"))
    day = weekday_near(number, base, way, strictly=fields.get("dir") in ("-1", "1")) + 7 * weeks
    if near is not None and _had_gone(found, near, day):
        state.before(near)
        return weekday_near(number, near.first, -1, strictly=True)
    spoken_of_as_yesterday = day == base - 1 and fields.get("yesterday") == "no"  # "last Friday", written on a Saturday
    return day - 7 if spoken_of_as_yesterday else day


def _had_gone(found: Found, near: Mark, day: int) -> bool:
    """Whether a day can't be the last such day: what was said on Friday had happened on the Wednesday before that."""
    first = near.sentence == found.sentence and near.named and near.first < day
    return found.prior and found.tense < 0 and first and _is_bare(found)


def _is_bare(found: Found) -> bool:
    """Whether it says no more than the weekday, and perhaps the part of that day."""
    return set(found.fields) <= {"weekday", "part"}


def _moves_along(found: Found, near: Mark, dct: int | None, number: int) -> int | None:
    """The next such day of a story that goes from day to day: "the next day he denied it, and on Monday he left"."""
    beside = near.paragraph == found.paragraph and near.sentence >= found.sentence - 1
    if not near.chained or not beside or found.tense > 0 or not _is_bare(found):
        return None
    day = weekday_near(number, near.first, 1, strictly=True)
    return day if dct is not None and near.first < dct - WEEK and day <= dct else None


def _goes_on(found: Found, near: Mark, dct: int | None) -> bool:
    """Whether the weekday follows the day before it: from Monday to Friday, tomorrow and on Tuesday.

    Without a tense or a word such as "last", so does a weekday that comes after "today" or a later day in its sentence.
    """
    ranged = "range" in found.fields and near.rule == found.rule
    ahead = dct is not None and near.first >= dct and found.tense == 0 and "dir" not in found.fields
    return near.sentence == found.sentence and (ranged or ahead or "follows" in found.fields)
