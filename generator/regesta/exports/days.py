"""Days as machines write them, and what may be said of a date without inventing a day.

Formats differ in what they can hold. Each takes from here the most that is true: the ISO date where the record is that
exact, the earliest and the latest possible day where it isn't, and nothing for an open end.
"""

from __future__ import annotations

from regesta.model.edtf import Edtf, Granularity
from regesta.model.event import Event
from regesta.model.interval import Interval, civil_day

_PLAIN = frozenset({Granularity.YEAR, Granularity.MONTH, Granularity.DAY, Granularity.TIME})


def iso_day(number: int | None) -> str | None:
    """A day as ISO 8601 and EDTF write it, `-0044-03-15` and `Y10000-01-01` included; None stays None."""
    if number is None:
        return None
    year, month, day = civil_day(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """A year of four digits, with its sign before the year 0; more digits follow a `Y`."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def earliest(event: Event) -> str | None:
    """The first day on which it may have happened; None where that is open or nothing dates it."""
    return iso_day(event.date.days.first) if event.date else None


def latest(event: Event) -> str | None:
    """The last day on which it may have happened; None where that is open or nothing dates it."""
    return iso_day(event.date.days.last) if event.date else None


def exact(date: Edtf | None) -> str | None:
    """The date where ISO 8601 can write it without adding to it: a day, a month, a year, a moment; else None.

    An interval says "one of these days", `~` and `?` say doubt; neither has an ISO form that means the same.
    """
    if date is None or date.approximate or date.uncertain or date.granularity not in _PLAIN:
        return None
    text = date.text.rstrip("~?%")
    if "X" in text:
        text = text.removesuffix("-XX").removesuffix("-XX")
    return None if "X" in text or text.startswith("Y") else text


def drawn(event: Event) -> Interval | None:
    """The days that a calendar or timeline may draw: those it lasted, else those it may be of; None without a date.

    A duration that is open on a side says less than the date, and is left aside.
    """
    for date in (event.duration, event.date):
        if date is not None and date.days.length is not None:
            return date.days
    return event.date.days if event.date else None


def is_doubtful(event: Event) -> bool:
    """Whether `drawn` says "one of these days", or is approximate: then a format has to say so in words."""
    date = event.duration if event.duration and event.duration.days.length is not None else event.date
    if date is None or date.approximate or date.uncertain:
        return True
    return date is not event.duration and date.days.length != 1
