"""Intervals of days, the arithmetic under every date.

A day is a number: 1 is 0001-01-01 of the proleptic Gregorian calendar, as in `datetime.date.toordinal`, and it goes on
below 1, since records may reach back before the year 1. An interval says "some day (or all days) from first to last".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

_DAYS_IN_400_YEARS = 146_097
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether an astronomical year (0 is 1 BC) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month (1 to 12) has."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a civil day; the year is astronomical and may be negative.

    Raises ValueError for a day that the calendar doesn't have.
    """
    cycles, year_in_cycle = divmod(year - 1, 400)
    return date(year_in_cycle + 1, month, day).toordinal() + cycles * _DAYS_IN_400_YEARS


@lru_cache(maxsize=65536)
def civil_day(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number."""
    cycles, rest = divmod(number - 1, _DAYS_IN_400_YEARS)
    civil = date.fromordinal(rest + 1)
    return civil.year + cycles * 400, civil.month, civil.day


def weekday_of(number: int) -> int:
    """1 for Monday to 7 for Sunday."""
    return (number - 1) % 7 + 1


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` to `last`, both included; None is open or unknown on that side."""

    first: int | None
    """Number of the earliest day."""
    last: int | None
    """Number of the latest day."""

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError("an interval ends before it begins")

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The interval of one civil day."""
        number = day.toordinal()
        return cls(number, number)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """The interval of a whole month."""
        first = day_number(year, month, 1)
        return cls(first, first + month_length(year, month) - 1)

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The interval of a whole astronomical year."""
        return cls(day_number(year, 1, 1), day_number(year, 12, 31))

    @property
    def length(self) -> int | None:
        """How many days it holds; None where a side is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def ends(self) -> tuple[int, ...]:
        """Its first and last day, as far as they are known."""
        return tuple(day for day in (self.first, self.last) if day is not None)

    def intersection(self, other: Interval) -> Interval | None:
        """The days in both, or None where they share no day."""
        first, last = self.first, self.last
        if first is None or (other.first is not None and other.first > first):
            first = other.first
        if last is None or (other.last is not None and other.last < last):
            last = other.last
        if first is not None and last is not None and last < first:
            return None
        return Interval(first, last)

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both."""
        first = None if self.first is None or other.first is None else min(self.first, other.first)
        last = None if self.last is None or other.last is None else max(self.last, other.last)
        return Interval(first, last)

    def holds(self, other: Interval) -> bool:
        """Whether every day of `other` is in this one."""
        return self.hull(other) == self

    def gap(self, other: Interval) -> int:
        """Days from the last of one to the first of the other; 0 where they may share a day."""
        after = 0 if self.last is None or other.first is None else other.first - self.last
        before = 0 if other.last is None or self.first is None else self.first - other.last
        return max(after, before, 0)

    def shifted(self, days: int) -> Interval:
        """The same interval, `days` later."""
        return Interval(
            None if self.first is None else self.first + days,
            None if self.last is None else self.last + days,
        )
