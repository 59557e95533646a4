"""Periods of the calendar: their days, their TIMEX3 values, and steps from one to the next.

Units are TIMEX3's, with our own where it has none: D day, W week, WE weekend, M month, Q quarter, H half-year, S a
season, Y year, DE decade, CE century, ML millennium. Years are astronomical (0 is 1 BC).
"""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.interval import Interval, civil_day, day_number, month_length, weekday_of

GRANULARITY = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "H": "half",
    "S": "season",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "ML": "millennium",
}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
MONTHS = {"M": 1, "B": 2, "Q": 3, "T": 4, "H": 6}
DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
WEEKS = {"WEEK1": 1, "WEEK2": 2, "WEEK3": 3, "WEEK4": 4, "WEEK-1": -1}
"""The weeks of a month or a longer period; -1 is its last."""
WEDNESDAY = 3
"""Of a calendar week whose Wednesday lies in a period, most working days do."""
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


@dataclass(frozen=True, slots=True)
class Period:
    """Some days with the value that TIMEX3 writes for them."""

    value: str
    """TIMEX3 value."""
    days: Interval | None
    """The days themselves; None where the year isn't known or the value is vague."""
    granularity: str | None
    """day, week, month, …"""

    @property
    def first(self) -> int:
        """The first day, of a period whose days are known."""
        if self.days is None or self.days.first is None:
            raise ValueError("the days of this period aren't known")
        return self.days.first

    @property
    def last(self) -> int:
        """The last day, of a period whose days are known."""
        if self.days is None or self.days.last is None:
            raise ValueError("the days of this period aren't known")
        return self.days.last


def year_text(year: int) -> str:
    """Four digits, or BC and four digits."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day(number: int) -> Period:
    """One day."""
    year, month, dom = civil_day(number)
    return Period(f"{year_text(year)}-{month:02d}-{dom:02d}", Interval(number, number), "day")


def beside(number: int, weekday: int, sign: int) -> int:
    """The first day of a weekday (1 to 7) after a day, or with a negative sign the last one before it."""
    return number + sign * ((sign * (weekday - weekday_of(number)) - 1) % 7 + 1)


def week(number: int) -> Period:
    """The calendar week, Monday to Sunday, that holds the day; ISO 8601 numbers it."""
    monday = number - weekday_of(number) + 1
    year = civil_day(monday + 3)[0]
    first_thursday = next(n for n in range(day_number(year, 1, 1), day_number(year, 1, 8)) if weekday_of(n) == 4)
    value = f"{year_text(year)}-W{(monday + 3 - first_thursday) // 7 + 1:02d}"
    return Period(value, Interval(monday, monday + 6), "week")


def weekend(number: int) -> Period:
    """Saturday and Sunday of the week that holds the day."""
    found = week(number)
    saturday = number - weekday_of(number) + 6
    return Period(f"{found.value}-WE", Interval(saturday, saturday + 1), "weekend")


def months(year: int, month: int, unit: str) -> Period:
    """The month, quarter or half that holds a month; the month may run over 12 or under 1."""
    size = MONTHS[unit]
    index = (year * 12 + month - 1) // size
    first_year, first_month = divmod(index * size, 12)
    last_year, last_month = divmod(index * size + size - 1, 12)
    days = Interval(
        day_number(first_year, first_month + 1, 1),
        day_number(last_year, last_month + 1, month_length(last_year, last_month + 1)),
    )
    part = f"{first_month + 1:02d}" if unit == "M" else f"{unit}{first_month // size + 1}"
    return Period(f"{year_text(first_year)}-{part}", days, GRANULARITY.get(unit, "interval"))


def years(year: int, unit: str) -> Period:
    """The year, decade, century or millennium that holds a year; 1900 begins TIMEX3's century 19."""
    size = YEARS[unit]
    first = year // size * size
    days = Interval(day_number(first, 1, 1), day_number(first + size - 1, 12, 31))
    digits = {1: 4, 10: 3, 100: 2, 1000: 1}[size]
    text = year_text(first)
    return Period(text[: len(text) - 4 + digits], days, GRANULARITY[unit])


def season(year: int, name: str, *, winter_before: bool = False) -> Period:
    """A season; a winter begins in December of `year`, or of the year before with `winter_before`."""
    first, last = SEASONS[name]
    start = year - 1 if winter_before and name == "WI" else year
    ends = Interval.of_month(start + (last - 1) // 12, (last - 1) % 12 + 1)
    return Period(f"{year_text(year)}-{name}", Interval(day_number(start, first, 1), ends.last), "season")


def at(unit: str, number: int) -> Period:
    """The period of a unit that holds a day."""
    year, month, _ = civil_day(number)
    if unit in YEARS:
        return years(year, unit)
    if unit in MONTHS:
        return months(year, month, unit)
    if unit == "S":
        return season_at(number)
    return {"W": week, "FN": week, "WE": weekend}.get(unit, day)(number)


def season_at(number: int) -> Period:
    """The season that holds a day."""
    year, month, _ = civil_day(number)
    name = ("WI", "SP", "SU", "FA")[month % 12 // 3]
    return season(year, name, winter_before=month < 3)


def shifted(unit: str, number: int, steps: int) -> Period:
    """The period `steps` units after the one that holds the day."""
    return at(unit, moved(unit, number, steps))


def shifted_years(period: Period, years: int) -> Period:
    """The same part of another year: the third quarter of 2021 for that of 2023, with two years back."""
    ends = Interval(moved("Y", period.first, years), month_end(moved("Y", period.last, years)))
    year = civil_day(period.first)[0]
    return Period(period.value.replace(year_text(year), year_text(year + years), 1), ends, period.granularity)


def month_end(number: int) -> int:
    """The last day of the month that holds a day."""
    year, month, _ = civil_day(number)
    return day_number(year, month, month_length(year, month))


def moved(unit: str, number: int, steps: int) -> int:
    """The day `steps` units later; a day that the new month lacks becomes its last. Steps beyond reason stop there."""
    steps = max(-200_000, min(200_000, steps))
    if unit in DAYS:
        return number + DAYS[unit] * steps
    year, month, dom = civil_day(number)
    size = MONTHS[unit] if unit in MONTHS else 3 if unit == "S" else YEARS[unit] * 12
    new_year, new_month = divmod(year * 12 + month - 1 + size * steps, 12)
    return day_number(new_year, new_month + 1, min(dom, month_length(new_year, new_month + 1)))


def part_of(days: Interval, granularity: str | None, part: str) -> Interval:
    """The early, middle or late part of a period: of a month the days 1 to 10, 11 to 20 and 21 to the end.

    Years and longer are cut by months, everything else in thirds of its days. Halves and weeks are parts too.
    """
    first, last = days.first, days.last
    if first is None or last is None:
        return days
    if part in ("H1", "H2"):
        return _half(first, last, granularity, part)
    if part in WEEKS:
        return _week_of(first, last, WEEKS[part])
    index = {"START": 0, "MID": 1, "END": 2}[part]
    if granularity == "month":
        return (Interval(first, first + 9), Interval(first + 10, first + 19), Interval(first + 20, last))[index]
    length = last - first + 1
    if granularity == "year":
        year = civil_day(first)[0]
        cuts = [first, day_number(year, 5, 1), day_number(year, 9, 1), last + 1]
    else:
        third = max(1, round(length / 3))
        cuts = [first, min(first + third, last), max(first, last + 1 - third), last + 1]
    return Interval(cuts[index], max(cuts[index], cuts[index + 1] - 1))


def _week_of(first: int, last: int, number: int) -> Interval:
    """The days of the n-th week, read as seven days or as a calendar week: June's first ends on the 7th or later."""
    if number > 0:
        week, wednesday = first, first + (WEDNESDAY - weekday_of(first)) % 7
    else:
        week, wednesday = last + 1, last + 7 - (weekday_of(last) - WEDNESDAY) % 7
    steps = 7 * (number - 1 if number > 0 else number)
    days = (week + steps, wednesday - 2 + steps)
    return Interval(max(first, min(days)), min(last, max(days) + 6))


def _half(first: int, last: int, granularity: str | None, part: str) -> Interval:
    """The first or second half of a period; of a month the days 1 to 15, or those after."""
    middle = first + 14 if granularity == "month" else (first + last) // 2
    return Interval(first, middle) if part == "H1" else Interval(middle + 1, last)
