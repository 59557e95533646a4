"""Days, months and years: in digits, in words, with or without their year."""

from __future__ import annotations

from dataclasses import replace

from regesta.model.interval import civil_day, day_number, month_length, weekday_of
from regesta.tagging import calendar
from regesta.tagging.anchoring import century_of_two_digits, nearest_year
from regesta.tagging.bases import UNKNOWN_YEAR, direction, tells_on, tense_of, year_beside, year_of
from regesta.tagging.calendar import Period
from regesta.tagging.found import Found
from regesta.tagging.holidays import holiday
from regesta.tagging.numbers import numbers
from regesta.tagging.state import Mark, State

SATURDAY = "6"
_PARAGRAPHS = 2
"""Paragraphs before a bare day number whose dates it may continue."""
_MONTH = 28
"""Days after which a date is of an earlier month, for whoever writes."""


def iso(found: Found, _: State) -> Period | None:
    """2023-11-09, 2023/11/09."""
    year, month, day = numbers(found.fields.get("iso") or found.fields["ymd"])[:3]
    return _civil(year, month, day)


def dmy(found: Found, state: State) -> Period | None:
    """9.11.2023, 11/09/2023: in the language's order; with points the day is always first."""
    one, two, year = numbers(found.fields["dmy"])[:3]
    day, month = (one, two) if state.numeric == "dmy" or "." in found.fields["dmy"] else (two, one)
    if month > 12:
        day, month = month, day
    return _civil(century_of_two_digits(year, state.dct) if year < 100 else year, month, day)


def _civil(year: int, month: int, day: int) -> Period | None:
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return calendar.day(day_number(year, month, day))


def dm(found: Found, state: State) -> Period | None:
    """9.11., 9/11 where the words around make it a date."""
    one, two = numbers(found.fields["dm"])[:2]
    day, month = (one, two) if state.numeric == "dmy" else (two, one)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _month_day(found, state, month, day)


def month(found: Found, state: State) -> Period | None:
    """A month by name, with or without day and year."""
    fields = found.fields
    day = int(fields["day"]) if "day" in fields else None
    return _month_day(found, state, int(fields["month"]), day)


def _month_day(found: Found, state: State, month: int, day: int | None) -> Period | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    year = year_of(found, state)
    if year is None:
        known = _year_before_end if "endmonth" in found.fields else _missing_year
        year = known(found, state, month, day)
    if year is None:
        return Period(f"{UNKNOWN_YEAR}-{month:02d}" + (f"-{day:02d}" if day else ""), None, "day" if day else "month")
    return _civil(year, month, day) if day else calendar.months(year, month, "M")


def nth_weekday(found: Found, state: State) -> Period | None:
    """The last Thursday of January, its first weekend: `which` counts within the month, -1 from its end."""
    month = int(found.fields["month"])
    year = year_of(found, state)
    if year is None:
        year = _missing_year(found, state, month, None)
    if year is None:
        return Period(f"{UNKNOWN_YEAR}-{month:02d}", None, "day")
    number = holiday(f"{month:02d}:{found.fields['which']}:{found.fields.get('weekday', SATURDAY)}", year)
    return calendar.at(found.fields.get("unit", "D"), number)


def iso_week(found: Found, state: State) -> Period | None:
    """Calendar week 45, of this year where none is named."""
    number = int(found.fields["week"])
    year = year_of(found, state)
    if year is None:
        base = state.now()
        if base is None:
            return Period(f"{UNKNOWN_YEAR}-W{number:02d}", None, "week")
        year = civil_day(base)[0]
    return calendar.shifted("W", day_number(year, 1, 4), number - 1)


def _missing_year(found: Found, state: State, month: int, day: int | None) -> int | None:
    way = int(found.fields.get("dir", "0"))
    near = state.thread
    if "follows" in found.fields and state.last is not None and (base := state.before(state.last)) is not None:
        return nearest_year(month, day, base, 1)
    if (known := year_beside(found, state) or _year_of_sentence(found, state, month, day)) is not None:
        return known
    if found.fields.get("from") == "date" and state.last is not None and (base := state.before(state.last)) is not None:
        return nearest_year(month, day, base, way)
    if near is not None and (state.narrative or tells_on(found, state, near)):
        base = state.before(near)
        way = 1 if "lean" in found.fields else way
        if base is not None and near.period.granularity == "year":
            return civil_day(base)[0]
        return None if base is None else nearest_year(month, day, base, way, None)
    base = state.now()
    return None if base is None else nearest_year(month, day, base, way, tense_of(found))


def _year_before_end(found: Found, state: State, month: int, day: int | None) -> int | None:
    """The year of the first of two dates; where it would lie behind the second, the last that doesn't."""
    fields = dict(found.fields)
    end = int(fields.pop("endmonth")), int(fields.pop("endday", "0"))
    alone = replace(found, fields=fields)
    last = _missing_year(alone, state, end[0], end[1] or None)
    first = _missing_year(alone, state, month, day)
    if first is None or last is None:
        return first
    return first if (first, month, day or 0) <= (last, *end) else last - ((month, day or 0) > end)


def _year_of_sentence(found: Found, state: State, month: int, day: int | None) -> int | None:
    """The year of a sentence that a year or a season opens: "In 2020 the heating came on on 28 September"."""
    frame = state.frame
    if frame is None or frame.sentence != found.sentence or found.relative or {"dir", "from"} & found.fields.keys():
        return None
    year = nearest_year(month, day, frame.first, 1)
    period = _civil(year, month, day) if day else calendar.months(year, month, "M")
    if period is None or not (period.days and frame.period.days and frame.period.days.holds(period.days)):
        return None
    state.before(frame)  # the anchor
    return year


def day_of_month(found: Found, state: State) -> Period | None:
    """A bare day of the month: "on the 14th", in the month of the text; its weekday, where it's named, has to fit."""
    day = int(found.fields["day"])
    if found.fields.get("unit") == "M" and "shift" in found.fields:
        return _day_in_month(day, int(found.fields["shift"]), state)
    near = _month_nearby(found, state)
    base = state.before(near) if near else state.now()
    if base is None:
        return Period(f"XXXX-XX-{day:02d}", None, "day")
    year, month, today = civil_day(base)
    order = _months_to_try(day, today, None if near else direction(found))
    days = [_day_of(year, month + step, day) for step in order]
    if "weekday" in found.fields:
        days = [*_on_weekday(int(found.fields["weekday"]), day, base), *days]
    possible = [one for one in days if one is not None]
    now = state.dct if near and found.tense < 0 else None
    over = [one for one in possible if now is not None and one <= now]  # what looks back isn't still to come
    return next(map(calendar.day, over or possible), None)


def _on_weekday(weekday: int, day: int, base: int) -> list[int]:
    """The days of that number in months close by that fall on a weekday, the nearest first."""
    year, month, _ = civil_day(base)
    days = (_day_of(year, month + step, day) for step in range(-3, 4))
    fit = [one for one in days if one is not None and weekday_of(one) == weekday]
    return sorted(fit, key=lambda one: abs(one - base))


def _day_of(year: int, month: int, day: int) -> int | None:
    """The day number; the month may run over 12 or under 1. None for a day that the month lacks."""
    years, month = divmod(month - 1, 12)
    return day_number(year + years, month + 1, day) if day <= month_length(year + years, month + 1) else None


def _day_in_month(day: int, shift: int, state: State) -> Period | None:
    """The 8th of last month, counted from the DCT."""
    now = state.now()
    if now is None:
        return Period(f"XXXX-XX-{day:02d}", None, "day")
    year, month, _ = civil_day(calendar.shifted("M", now, shift).first)
    return _civil(year, month, day)


def _month_nearby(found: Found, state: State) -> Mark | None:
    """The date before that a bare day number continues: of a month at most, and in news of the same paragraph.

    What looks back may go on from a paragraph just before that tells of an earlier month.
    """
    near = state.last
    if (
        near is None
        or "dir" in found.fields
        or near.period.granularity not in ("time", "night", "day", "week", "month")
    ):
        return None
    if state.narrative or near.paragraph == found.paragraph:
        return near
    close = near.paragraph >= found.paragraph - _PARAGRAPHS and found.tense <= 0 and near.period.granularity != "month"
    return near if close and state.dct is not None and near.first < state.dct - _MONTH else None


def _months_to_try(day: int, today: int, way: int | None) -> tuple[int, ...]:
    """Months from the base's own in which a bare day may lie; `way` is None beside another date."""
    if way is not None and way > 0 and day < today:
        return 1, 2, 0
    if way is not None and way <= 0 and day > today + (0 if way < 0 else 20):
        return -1, -2, 0
    return 0, 1, -1


def year(found: Found, state: State) -> Period | None:
    """A year alone."""
    number = year_of(found, state)
    return None if number is None else calendar.years(number, "Y")
