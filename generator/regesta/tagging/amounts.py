"""Amounts of time: `P2W`, `PT36H`, `PXY`, and the days that lie so far back or ahead."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.model.interval import Interval
from regesta.tagging import calendar
from regesta.tagging.calendar import Period

CLOCK_UNITS = {"h": "H", "m": "M", "s": "S"}
"""Our letters for units of the clock, and TIMEX3's after the T."""
PARTS_AS_UNITS = frozenset({"TMO", "TAF", "TEV", "TNI", "TDT"})
VAGUE = (2, 10)
"""How many "some" days, weeks, months or years may be."""
TIMEX_UNITS = {
    "FN": ("W", 2),
    "H": ("M", 6),
    "B": ("M", 2),
    "T": ("M", 4),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "ML": ("Y", 1000),
    "Q": ("Q", 1),
}
LENGTH = {
    "D": 1,
    "W": 7,
    "WE": 7,
    "M": 30,
    "Q": 91,
    "S": 91,
    "H": 182,
    "Y": 365,
    "DE": 3650,
    "CE": 36_500,
    "ML": 365_000,
    "FN": 14,
}


def amount(fields: Mapping[str, str]) -> str | None:
    """The number of units as TIMEX3 writes it: `2`, `1.5`, `X`; None where the text gives none."""
    text = fields.get("n", fields.get("int"))
    if text is None:
        return None
    if "plus" in fields:
        try:
            return _number(_parse(text) + _parse(fields["plus"]))
        except ValueError:
            return text
    if text in ("X", ""):
        return "X"
    try:
        return _number(_parse(text) * float(fields.get("times", "1")))
    except ValueError:
        return "X"


def _parse(text: str) -> float:
    """A number as texts write it: 2, 1,5, 1.000, 2 000, 1/2."""
    text = text.replace(" ", "")
    numerator, slash, denominator = text.partition("/")
    if slash:
        return float(numerator) / (float(denominator) or 1.0)
    for mark in ",.":
        head, found, tail = text.partition(mark)
        if found and len(tail) == 3 and head != "0":
            return float(head + tail)
    return float(text.replace(",", "."))


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.2f}".rstrip("0")


def duration(fields: Mapping[str, str]) -> str:
    """The TIMEX3 value of a duration."""
    unit, number = fields.get("unit", "D"), amount(fields) or "1"
    value = one_duration(unit, number)
    if "unit2" in fields:
        second = one_duration(fields["unit2"], fields.get("n2", "1"))
        joined_clock = "T" in value and second.startswith("PT")
        value += second[2:] if joined_clock else second[1:]
    return value


def one_duration(unit: str, number: str) -> str:
    """`P2W` for W and 2; decades and centuries in years where the number is known."""
    if unit in CLOCK_UNITS:
        return f"PT{number}{CLOCK_UNITS[unit]}"
    if unit in PARTS_AS_UNITS:
        return f"PT{number}{unit[1:]}"
    if unit in TIMEX_UNITS and number != "X":
        unit, factor = TIMEX_UNITS[unit]
        number = _number(float(number) * factor)
    return f"P{number}{unit}"


def away(unit: str, number: str, sign: int, base: int) -> Period:
    """The period so many units away from a day: of days the day, of weeks the week, of half-years the month."""
    if number != "X" and unit in ("DE", "CE", "ML"):
        unit, number = "Y", _number(float(number) * calendar.YEARS[unit])
    if number != "X" and unit == "H":
        unit, number = "M", _number(float(number) * calendar.MONTHS[unit])
    if unit in CLOCK_UNITS:
        return Period(one_duration(unit, number), _by_the_clock(unit, number, sign, base), "day")
    if number == "X":
        near, far = VAGUE
        ends = sorted(calendar.moved(unit if unit in LENGTH else "D", base, sign * steps) for steps in (near - 1, far))
        return Period("PAST_REF" if sign < 0 else "FUTURE_REF", Interval(*ends), None)
    whole = int(float(number))
    if float(number) != whole:
        middle = base + sign * round(float(number) * LENGTH.get(unit, 1))
        return calendar.at("M" if LENGTH.get(unit, 1) >= 91 else "D", middle)
    return calendar.shifted(unit if unit in LENGTH else "D", base, sign * whole)


SAME_DAY = 6
"""So many hours away is taken to be the same day."""


def _by_the_clock(unit: str, number: str, sign: int, base: int) -> Interval:
    """The days on which a time may lie that is so many hours, minutes or seconds away."""
    hours = float(number) / {"h": 1, "m": 60, "s": 3600}[unit] if number != "X" else SAME_DAY
    if hours >= 24:
        return Interval(base + sign * round(hours / 24), base + sign * round(hours / 24))
    if hours <= SAME_DAY:
        return Interval(base, base)
    return Interval(base - 1, base) if sign < 0 else Interval(base, base + 1)


def away_from(days: Interval, step: Interval) -> Interval:
    """The days that are so many days from some day of others; both are closed."""
    ends = (days.first, days.last, step.first, step.last)
    first, last, low, high = (n or 0 for n in ends)
    return Interval(first + low, last + high)


def offset(unit: str, number: str, sign: int, *, exact: bool = False) -> Interval:
    """How many days after an event that is, at least and at most: days exactly, longer units give or take half.

    So many weeks are `exact` where the text says so: "a week to the day after the search".
    """
    length = LENGTH.get(unit, 1 / 24 if unit == "h" else 0)
    low, high = VAGUE if number == "X" else (float(number), float(number))
    slack = 0 if unit in ("D", "h") or number == "X" or (exact and unit == "W") else length / 2
    ends = sorted((round(sign * (low * length - slack)), round(sign * (high * length + slack))))
    return Interval(ends[0], max(ends))
