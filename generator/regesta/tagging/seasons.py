"""Seasons, quarters, halves, decades, centuries and holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regesta.model.interval import Interval, civil_day, day_number, weekday_of
from regesta.tagging import calendar
from regesta.tagging.anchoring import MONTH_AHEAD, century_of_two_digits
from regesta.tagging.bases import UNKNOWN_YEAR, base_of, direction, running, tense_of, unknown, year_beside, year_of
from regesta.tagging.calendar import Period
from regesta.tagging.found import Found
from regesta.tagging.holidays import holiday
from regesta.tagging.numbers import numbers
from regesta.tagging.state import State

FRIDAY = 5
DECADE = 3652
"""Days."""
UNNAMED = 30
"""Decades from here on are called by two digits while they last, as the nineties were."""


def season(found: Found, state: State) -> Period | None:
    """This spring, last winter, summer alone."""
    name = found.fields["season"]
    year = _year(found, state)
    known = _told_season(found, state, name) if year is None else calendar.season(year, name)
    if known is not None:
        return known
    base = base_of(found, state)
    if base is None:
        return unknown(f"{UNKNOWN_YEAR}-{name}", "season")
    now_year, now_month, _ = civil_day(base)
    way = direction(found)
    candidates = [calendar.season(y, name) for y in (now_year - 1, now_year, now_year + 1)]
    if way < 0 and "dir" in found.fields:
        return next((one for one in reversed(candidates) if one.last < base), candidates[0])
    if way > 0 or (found.fields.get("dir") == "0" and found.tense > 0):
        named = "dir" in found.fields and way > 0  # "next spring", said in spring, is another
        return next((one for one in candidates if (one.first > base if named else one.last >= base)), candidates[-1])
    if name == "WI" and now_month < 6:
        return calendar.season(now_year, name, winter_before=True)
    return calendar.season(now_year, name)


def _told_season(found: Found, state: State, name: str) -> Period | None:
    """The next such season of a story; None where no story of its own is told."""
    here = running(found, state)
    if here is None:
        return None
    ahead = (calendar.season(civil_day(here)[0] + step, name) for step in (-1, 0, 1))
    return next(one for one in ahead if one.last >= here)


def _year(found: Found, state: State) -> int | None:
    """The year that the expression names, or that stands just before it."""
    year = year_of(found, state)
    return year_beside(found, state) if year is None else year


def part_of_year(found: Found, state: State) -> Period | None:
    """The n-th quarter, half or the like of a year."""
    unit, number = found.fields["nth_unit"], found.fields["nth"]
    size = calendar.MONTHS[unit]
    year = _year(found, state)
    if year is None:
        base = base_of(found, state)
        if base is None:
            return unknown(f"{UNKNOWN_YEAR}-{unit}{number}", "quarter")
        year = civil_day(base)[0]
        if number == "-1":
            return calendar.months(year, 12, unit)
        this = calendar.months(year, (int(number) - 1) * size + 1, unit)
        if found.fields.get("from") != "date" and direction(found) <= 0 and this.first > base:
            year -= 1
    last = 12 // size
    return calendar.months(year, ((last if number == "-1" else int(number)) - 1) * size + 1, unit)


def century(found: Found, _: State) -> Period | None:
    """The n-th century; TIMEX3 writes its first digits."""
    number = int(found.fields["century"])
    tens = numbers(found.fields.get("decade", "100"))[0]
    if tens < 100:  # the sixties of the 19th century
        return calendar.years((number - 1) * 100 + tens, "DE")
    if found.fields.get("era") == "BC":
        return Period(
            f"BC{number:02d}",
            Interval(day_number(1 - number * 100, 1, 1), day_number(-(number - 1) * 100, 12, 31)),
            "century",
        )
    return calendar.years((number - 1) * 100, "CE")


def decade(found: Found, state: State) -> Period | None:
    """The 1990s, the nineties; a century's first decades have no short names while they last.

    So "the twenties" are the 1920s even in 2024.
    """
    year = numbers(found.fields["decade"])[0]
    if year < 100:
        base = state.dct or day_number(2000, 1, 1)
        year = century_of_two_digits(year, base - (2 * DECADE if year < UNNAMED else DECADE))
    return calendar.years(year, "DE")


def named_day(found: Found, state: State) -> Period | None:
    """A holiday, the movable ones too; with the field `around`, the weekend that it makes long."""
    whole = _holiday(found, state)
    known = whole is not None and whole.days is not None and "around" in found.fields
    return _long_weekend(whole, found.fields["holiday"]) if whole is not None and known else whole


def _long_weekend(whole: Period, rule: str) -> Period:
    """Saturday, Sunday and a holiday on the Friday before or the Monday after; Easter and Whitsun have their Monday."""
    weekday = weekday_of(whole.first)
    weekend = calendar.at("WE", whole.first if weekday >= FRIDAY else whole.first - weekday)
    last = weekend.last + (rule in ("easter+0", "easter+49"))
    return Period(weekend.value, Interval(min(weekend.first, whole.first), max(last, whole.last)), weekend.granularity)


def _holiday(found: Found, state: State) -> Period | None:
    rule = found.fields["holiday"]
    year = year_of(found, state)
    if year is None and (here := running(found, state)) is not None:
        days = [holiday(rule, civil_day(here)[0] + step) for step in (0, 1)]
        return calendar.day(next((day for day in days if day >= here), days[-1]))
    if year is None:
        base = base_of(found, state)
        if base is None:
            fixed = re.fullmatch(r"(\d\d-\d\d)", rule)
            return unknown(f"{UNKNOWN_YEAR}-{rule if fixed else 'XX-XX'}", "day")
        this = civil_day(base)[0]
        days = [holiday(rule, y) for y in (this - 1, this, this + 1)]
        way, ahead = int(found.fields.get("dir", "0")), MONTH_AHEAD[tense_of(found)]
        pool = [n for n in days if (n - base) * way > 0] if way else days
        return calendar.day(min(pool or days, key=lambda n: abs(n - base) * (ahead if n > base else 1)))
    return calendar.day(holiday(rule, year))


def year_span(fields: Mapping[str, str]) -> Interval | None:
    """The days of a two-part year such as 2007/08."""
    first, second = numbers(fields["twoyears"])[:2]
    last = second if second > 99 else first // 100 * 100 + second
    return Interval(day_number(first, 1, 1), day_number(last, 12, 31)) if last >= first else None
