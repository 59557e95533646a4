"""EDTF dates: ISO 8601-2:2019, Annex A, levels 0 and 1; parse, print, and the days that they allow.

Read are days, months, years (also `Y-17000`), unspecified digits (`2023-11-XX`), seasons (`2023-21`), date-times, the
qualifiers `?`, `~` and `%`, and intervals of these with open (`..`) or unknown (empty) ends. Everything that a record
says about time is one of these; the text is kept as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from regesta.model.interval import Interval, civil_day, day_number, month_length

_YEAR = r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,9})"
_DATE = re.compile(
    _YEAR + r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?P<time>T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?(?P<qualifier>[?~%])?"
)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


class Granularity(StrEnum):
    """How fine a date is."""

    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    INTERVAL = "interval"


class EdtfError(ValueError):
    """The text isn't an EDTF date of level 0 or 1; `suggestion` is what the writer may have meant, or None."""

    def __init__(self, text: str, reason: str, suggestion: str | None = None) -> None:
        """`text` is what was written, `reason` completes the sentence "…"."""
        super().__init__(f'"{text}" {reason}')
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as a record states it. Build it with `Edtf.parse` or `Edtf.of`."""

    text: str
    """The date as written."""
    days: Interval
    """The days that it allows, without stretch for `~` or `?`."""
    granularity: Granularity
    """Year, month, day, …; INTERVAL for anything with a slash."""
    approximate: bool = False
    """`~` or `%` stands somewhere in it."""
    uncertain: bool = False
    """`?` or `%` stands somewhere in it."""

    def __str__(self) -> str:
        """The date as written."""
        return self.text

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date. Raises EdtfError, with a suggestion where one can be made."""
        text = text.strip()
        if "/" not in text:
            days, granularity = _parse_date(text, text)
        else:
            days, granularity = _parse_interval(text), Granularity.INTERVAL
        return cls(
            text=text,
            days=days,
            granularity=granularity,
            approximate="~" in text or "%" in text,
            uncertain="?" in text or "%" in text,
        )

    @classmethod
    def of(cls, days: Interval) -> Self:
        """The shortest way to write these days: a day, a month, a year, else an interval.

        Raises ValueError for an interval that is open on both sides, since that says nothing.
        """
        if days.first is None and days.last is None:
            raise ValueError("an interval that is open on both sides is no date")
        whole = _whole_period(days)
        if whole:
            return cls.parse(whole)
        return cls.parse(f"{_print_day(days.first)}/{_print_day(days.last)}")


def _print_year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _print_day(number: int | None) -> str:
    if number is None:
        return ".."
    year, month, day = civil_day(number)
    return f"{_print_year(year)}-{month:02d}-{day:02d}"


def _whole_period(days: Interval) -> str | None:
    """The days as one day, month or year, or None."""
    if days.first is None or days.last is None:
        return None
    if days.first == days.last:
        return _print_day(days.first)
    year, month, day = civil_day(days.first)
    if day != 1:
        return None
    if days == Interval.of_month(year, month):
        return f"{_print_year(year)}-{month:02d}"
    return _print_year(year) if days == Interval.of_year(year) else None


def _parse_interval(text: str) -> Interval:
    ends = text.split("/")
    if len(ends) != 2:
        raise EdtfError(text, "has more than one slash; an interval is FIRST/LAST", _suggest(text))
    if all(end in ("", "..") for end in ends):
        raise EdtfError(text, "is open on both sides, which says nothing", None)
    first = None if ends[0] in ("", "..") else _parse_date(ends[0], text)[0].first
    last = None if ends[1] in ("", "..") else _parse_date(ends[1], text)[0].last
    if first is not None and last is not None and last < first:
        raise EdtfError(text, "ends before it begins", f"{ends[1]}/{ends[0]}")
    return Interval(first, last)


def _parse_date(part: str, whole: str) -> tuple[Interval, Granularity]:
    found = _DATE.fullmatch(part)
    if not found:
        raise EdtfError(whole, "is not an EDTF date", _suggest(whole))
    first_year, last_year = _years(found["year"])
    month, day = found["month"], found["day"]
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise EdtfError(whole, "gives a day without its month", None)
        return Interval(day_number(first_year, 1, 1), day_number(last_year, 12, 31)), Granularity.YEAR
    if first_year != last_year:
        raise EdtfError(whole, "gives a month of an unspecified year", None)
    if found["time"]:
        _check_time(found["time"], whole)
    return _month_or_day(first_year, int(month), day, timed=bool(found["time"]), whole=whole)


def _month_or_day(year: int, month: int, day: str | None, *, timed: bool, whole: str) -> tuple[Interval, Granularity]:
    if month in _SEASON_MONTHS and day is None:
        begin, end = _SEASON_MONTHS[month]
        last = Interval.of_month(year + (end - 1) // 12, (end - 1) % 12 + 1).last
        return Interval(day_number(year, begin, 1), last), Granularity.SEASON
    if not 1 <= month <= 12:
        raise EdtfError(whole, f"has no month {month:02d}", _suggest(whole))
    if day is None or day == "XX":
        return Interval.of_month(year, month), Granularity.MONTH
    if not 1 <= int(day) <= month_length(year, month):
        raise EdtfError(whole, f"names a day that month {month:02d} of {year} doesn't have", None)
    number = day_number(year, month, int(day))
    return Interval(number, number), Granularity.TIME if timed else Granularity.DAY


def _years(text: str) -> tuple[int, int]:
    """First and last year of `2023`, `202X`, `20XX`, `-0044` or `Y-17000`."""
    unspecified = text.count("X")
    number = int(text.lstrip("Y").replace("X", "0"))
    width = 10**unspecified - 1
    if text.startswith("-"):
        return number - width, number
    return number, number + width


def _check_time(text: str, whole: str) -> None:
    numbers = [int(n) for n in re.findall(r"\d\d", text)[:3]]
    limits = (23, 59, 59)
    if any(n > limit for n, limit in zip(numbers, limits, strict=False)):
        raise EdtfError(whole, "has a time of day that no clock shows", None)


def _suggest(text: str) -> str | None:
    """What the writer of a near miss may have meant: 09.11.2023, 2023-1-9, 2023/11/09."""
    for pattern, order in ((_DOTTED, (3, 2, 1)), (_LOOSE, (1, 2, 3))):
        found = pattern.fullmatch(text.strip())
        if found:
            year, month, day = (int(found[group]) for group in order)
            if 1 <= month <= 12 and 1 <= day <= month_length(year, month):
                return f"{year:04d}-{month:02d}-{day:02d}"
    return None
