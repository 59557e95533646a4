"""Times of day: parts (TMO, TEV, TNI), clock times with zones, and nights that span two days."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regesta.model.interval import Interval
from regesta.tagging.calendar import Period

_NUMBERS = re.compile(r"\d+")
AFTERNOON = frozenset({"pm", "TAF", "TEV"})


def time_of(fields: Mapping[str, str]) -> str | None:
    """The time part of a TIMEX3 value: `TEV`, `T20:30`, `T13:00Z`; None where the expression has none."""
    clock = fields.get("clock") or fields.get("pclock") or fields.get("cclock")
    if clock and clock.isdigit():
        hour, minute = divmod(int(clock), 100)
    elif clock:
        hour, minute = (int(n) for n in _NUMBERS.findall(clock)[:2])
    elif "hour" in fields:
        hour, minute = int(fields["hour"]), int(fields.get("minute", "0"))
    else:
        return fields.get("part")
    minute += int(fields.get("half", "0"))
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if hour > 24 or minute > 59:
        return None
    hour = 0 if hour == 24 and minute else hour  # half an hour past midnight
    return f"T{_hour(hour, fields):02d}:{minute:02d}{fields.get('zone', '')}"


def _hour(hour: int, fields: Mapping[str, str]) -> int:
    """The hour of 24, by a.m. and p.m. or by the part of the day."""
    part = fields.get("ampm") or fields.get("part", "")
    if part in AFTERNOON and hour < 12:
        return hour + 12
    if part == "TNI" and 6 <= hour < 12:
        return hour + 12
    return 0 if part in ("am", "TNI") and hour == 12 else hour


def timed(period: Period, time: str, fields: Mapping[str, str]) -> Period:
    """A day with a time. Nights span two days: that after the day, or with `night=to` that before it.

    With `night=day` they are its evening, as in "on Tuesday night" of languages with one word for both.
    """
    days = period.days
    value = period.value
    if days is None or days.first is None or days.last is None:
        return Period(value + time, None, "time")
    if time != "TNI" or fields.get("night") == "day":
        return Period(value + time, days, "time")
    if fields.get("night") == "to":
        return Period(value + time, Interval(days.first - 1, days.last), "night")
    return Period(value + time, Interval(days.first, days.last + 1), "night")
