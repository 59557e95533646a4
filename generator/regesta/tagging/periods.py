"""From what an expression says to the period that it means: one reader for each kind of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from regesta.model.interval import Interval, civil_day, weekday_of
from regesta.tagging import calendar, dates, seasons, weekdays
from regesta.tagging.amounts import LENGTH, amount, away
from regesta.tagging.bases import (
    SOME_TIME,
    UNKNOWN_YEAR,
    base_of,
    named_quarter,
    not_to_come,
    unknown,
    year_of,
)
from regesta.tagging.calendar import Period
from regesta.tagging.clock import time_of
from regesta.tagging.found import Found
from regesta.tagging.state import Mark, State

TUESDAY, SATURDAY = 2, 6
WEEKEND = 2
"""Days of a weekend."""
_COMPARED = {"LESS_THAN": -1, "MORE_THAN": 1}
"""From so many units away to how many: less than two is between one and two."""
_BEGINS = {"TMI": 12, "TAF": 12, "TEV": 17}
"""The hour at which a part of the day begins; a night is that before or that after, as its words say."""
REMEMBERED = 3
"""So many sentences back "the same period" may have been named."""


def period_of(found: Found, state: State) -> Period | None:
    """The period that a date expression means; its days are None where the anchor isn't known."""
    fields = found.fields
    for name, read in _READERS:
        if name in fields:
            return read(found, state)
    return _running_day(found, state)


def names_day(found: Found) -> bool:
    """Whether the words say which day or other period, and not only an hour or a part of the day."""
    return any(name in found.fields for name, _ in _READERS)


def _away(found: Found, state: State) -> Period | None:
    """So many units before or after the DCT, a date, or an event."""
    fields = found.fields
    unit, number, sign = fields.get("unit", "D"), amount(fields) or "1", int(fields["sign"])
    if "that" in fields and (after := _after_that(unit, number, sign, state)) is not None:
        return after
    base = base_of(found, state)
    if fields.get("from") == "comparison" and (quarter := _compared_quarter(found, state, base)) is not None:
        return quarter
    if base is None:
        return unknown("XXXX-XX-XX" if unit in ("D", "W") else UNKNOWN_YEAR, calendar.GRANULARITY.get(unit))
    if "exact" in fields and unit in calendar.GRANULARITY and number.isdigit():
        return calendar.day(calendar.moved(unit, base, sign * int(number)))
    period = _from_either_day(lambda day: away(unit, number, sign, day), base, unit, state)
    compared = fields.get("mod") in _COMPARED and number.isdigit() and unit in LENGTH
    return replace(period, days=_compared(fields["mod"], unit, sign * int(number), base)) if compared else period


def _compared(mod: str, unit: str, steps: int, base: int) -> Interval:
    """Less than two weeks ago: of the second week back; more than two weeks: of the third."""
    beyond = steps + _COMPARED[mod] * (1 if steps > 0 else -1)
    ends = sorted(calendar.moved(unit, base, number) for number in (steps, beyond))
    return Interval(*ends)


def _after_that(unit: str, number: str, sign: int, state: State) -> Period | None:
    """So much after "that", the date before whatever its size: two days after a week are as wide as the week."""
    near = state.last
    if near is None or near.period.days is None or near.period.days.first is None or near.period.days.last is None:
        return None
    state.before(near)
    low, high = (away(unit, number, sign, day) for day in (near.period.days.first, near.period.days.last))
    return replace(low, days=low.days.hull(high.days)) if low.days and high.days else low


def _compared_quarter(found: Found, state: State, now: int | None) -> Period | None:
    """A year earlier, beside a quarter's figures, is that quarter of the year before; so is "the year-ago quarter"."""
    near = state.last_quarter
    if near is not None and ("compared" in found.fields or near.sentence >= found.sentence - REMEMBERED):
        state.before(near)
        return calendar.shifted("Q", near.first, -4)
    if found.fields.get("compared") == "Q" and now is not None:
        return calendar.shifted("Q", now, -5)
    return None


def _step(found: Found, state: State) -> Period | None:
    """This, last, next week, month, year and so on."""
    unit, shift = found.fields.get("unit", "D"), int(found.fields["shift"])
    base = base_of(found, state)
    if base is None:
        value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, UNKNOWN_YEAR)
        return unknown(value, calendar.GRANULARITY.get(unit))
    if found.fields.get("from") in ("quarter", "latest") and named_quarter(found, state) is None:
        shift -= 1
    if unit == "WE" and shift == 0:
        return _weekend(found, base)
    if unit == "WE" and "coming" in found.fields and weekday_of(base) < SATURDAY:
        shift -= 1
    if shift == 0 and unit != "D" and not state.narrative:
        shift = _turned(found, unit, base)
    if unit == "D" and shift == 0 and state.narrative and found.fields.get("from") == "dct":
        return unknown("PRESENT_REF", "day")
    return _from_either_day(lambda day: calendar.shifted(unit, day, shift), base, unit, state)


def _from_either_day(step: Callable[[int], Period], base: int, unit: str, state: State) -> Period:
    """So many days from a weekend are counted from its first or its last day, and weeks from those of any stretch."""
    period, days = step(base), state.anchor.days
    counts = unit == "W" if days is None or days.length != WEEKEND else unit in ("D", "W")
    if not counts or days is None or days.last is None or period.days is None:
        return period
    return replace(period, days=period.days.hull(step(days.last).days or period.days))


def _turned(found: Found, unit: str, base: int) -> int:
    """-1 for what was in a part of this period that is still to come, 1 for what will be in one that is over; else 0.

    "At the end of the month he resigned" is of the month before, until the month ends.
    """
    part = found.fields.get("mod")
    if part not in ("START", "MID", "END") or not found.tense or {"dir", "bound", "from"} & found.fields.keys():
        return 0
    whole = calendar.at(unit, base)
    if whole.days is None:
        return 0
    meant = calendar.part_of(whole.days, whole.granularity, part)
    begins, ends = meant.first or base, meant.last or base
    return found.tense if (begins > base if found.tense < 0 else ends < base) else 0


def _weekend(found: Found, base: int) -> Period:
    """At the weekend, in news: this one from Saturday on, else the last one, unless the sentence looks ahead.

    "This weekend" is the last one only on Monday and Tuesday, in a sentence that looks back.
    """
    today = weekday_of(base)
    back = found.tense < 0 and today <= TUESDAY if "deictic" in found.fields else found.tense <= 0 and today < SATURDAY
    return calendar.shifted("WE", base, -1 if back else 0)


def _running_day(found: Found, state: State) -> Period | None:
    """The day on which the text stands, for bare times and parts of the day."""
    near = state.last_day
    if near is not None and near.sentence != found.sentence:
        near = not_to_come(found, near, state)
    if found.leads:
        base = state.before(state.heading)
        return unknown("XXXX-XX-XX", "day") if base is None else calendar.day(base)
    close = near is not None and (state.narrative or _just_told(found, near, state))
    base = state.before(near) if close else state.now()
    if base is None:
        return unknown("XXXX-XX-XX", "day")
    return calendar.day(base - 1 if not close and _not_yet(found, state.hour) else base)


def _not_yet(found: Found, hour: int | None) -> bool:
    """Whether what looks back names a time of day that had not come when it was written."""
    if hour is None or found.tense >= 0:
        return False
    time = time_of(found.fields) or ""
    begins = int(time[1:3]) if time[1:3].isdigit() else _BEGINS.get(time, 0)
    return begins > hour


def _just_told(found: Found, near: Mark, state: State) -> bool:
    """Whether the day is of this paragraph, or of the one before and not of a story of long ago."""
    old = state.dct is not None and near.first < state.dct - SOME_TIME
    return found.paragraph == near.paragraph or (found.paragraph - near.paragraph <= 1 and not old)


def _holding(found: Found, state: State) -> Period | None:
    """The week of 6 March, the quarter ended 31 July: the period that holds a day, or that ends on it."""
    fields = {**found.fields}
    unit = fields.pop("holds")
    ends = fields.pop("ends", None)
    inner = period_of(replace(found, fields=fields), state)
    if inner is None or inner.days is None:
        return unknown(UNKNOWN_YEAR, calendar.GRANULARITY.get(unit))
    return calendar.at(unit, calendar.moved("M", inner.last, -1) if ends and unit == "Q" else inner.first)


def _edge(found: Found, state: State) -> Period | None:
    """The first or the last day of a period: "on the last day of the month"."""
    fields = {**found.fields}
    begins = fields.pop("edge") == "1"
    inner = period_of(replace(found, fields={**fields, "mod": "START" if begins else "END"}), state)
    if inner is None or inner.days is None:
        return unknown("XXXX-XX-XX", "day")
    return calendar.day(inner.first if begins else inner.last)


def _same_period(found: Found, state: State) -> Period | None:
    """The same period of another year: the month, quarter or half that the text named before, in that year.

    The year alone, where the sentence spoke of a year last: "since the start of the year … in the same period of 2022".
    """
    near, last = state.last_part, state.last
    whole = last is not None and last.period.granularity == "year" and last.sentence == found.sentence
    if near is None or near.sentence < found.sentence - REMEMBERED or whole:
        year = year_of(found, state)
        return unknown(UNKNOWN_YEAR, "year") if year is None else calendar.years(year, "Y")
    years = int(found.fields.get("shift", "0"))
    if "year" in found.fields:
        years = (year_of(found, state) or 0) - civil_day(near.first)[0]
    state.before(near)
    return calendar.shifted_years(near.period, years)


_READERS: tuple[tuple[str, Callable[[Found, State], Period | None]], ...] = (
    ("holds", _holding),
    ("edge", _edge),
    ("same", _same_period),
    ("iso", dates.iso),
    ("ymd", dates.iso),
    ("dmy", dates.dmy),
    ("dm", dates.dm),
    ("holiday", seasons.named_day),
    ("season", seasons.season),
    ("nth_unit", seasons.part_of_year),
    ("century", seasons.century),
    ("decade", seasons.decade),
    ("which", weekdays.weekday),
    ("week", dates.iso_week),
    ("month", dates.month),
    ("weekday", weekdays.weekday),
    ("day", dates.day_of_month),
    ("sign", _away),
    ("shift", _step),
    ("year", dates.year),
    ("yy", dates.year),
)
"""Which field of an expression decides how it is read, the most telling first."""
