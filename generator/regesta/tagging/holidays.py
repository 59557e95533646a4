"""Holidays: fixed days, days that move with Easter, and the n-th weekday of a month.

A language file writes them as ``12-25``, ``easter-2``, ``orthodox+49``, ``11:4:4`` (November's 4th Thursday: month,
number of the week, weekday; -1 counts from the end) or ``advent+0`` (days from the first Sunday of Advent).
"""

from __future__ import annotations

import re
from functools import lru_cache

from regesta.model.interval import day_number, month_length, weekday_of

_EASTER = re.compile(r"(easter|orthodox|advent)([+-]\d+)")
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d):(-?\d):(\d)")


def moves(rule: str) -> bool:
    """Whether a holiday has another day of the calendar from year to year."""
    return _FIXED.fullmatch(rule) is None


@lru_cache(maxsize=4096)
def holiday(rule: str, year: int) -> int:
    """The day number of a holiday in a year. Raises ValueError for a rule that isn't one."""
    moving = _EASTER.fullmatch(rule)
    if moving:
        return _moving(moving[1], year) + int(moving[2])
    fixed = _FIXED.fullmatch(rule)
    if fixed:
        month = int(fixed[1])
        return day_number(year, month, min(int(fixed[2]), month_length(year, month)))
    nth = _NTH.fullmatch(rule)
    if nth:
        return _nth(year, int(nth[1]), int(nth[2]), int(nth[3]))
    raise ValueError(f'"{rule}" is no rule for a holiday')


def _moving(kind: str, year: int) -> int:
    if kind == "advent":
        christmas = day_number(year, 12, 25)
        return christmas - weekday_of(christmas) - 21
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # noqa: PLC0415 - few texts name Easter

    inside = min(max(year, 1583), 4099)
    found = easter(inside, EASTER_WESTERN if kind == "easter" else EASTER_ORTHODOX)
    return day_number(year, found.month, found.day)


def _nth(year: int, month: int, week: int, weekday: int) -> int:
    if week > 0:
        first = day_number(year, month, 1)
        return first + (weekday - weekday_of(first)) % 7 + 7 * (week - 1)
    last = day_number(year, month, month_length(year, month))
    return last - (weekday_of(last) - weekday) % 7 + 7 * (week + 1)
