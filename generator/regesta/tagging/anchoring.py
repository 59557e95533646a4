"""Which year, which week, which way: expressions that leave a part of their date to the reader.

News looks back unless the sentence looks ahead; announcements look ahead; narratives move along. A bare weekday in news
is the last such day, the DCT itself included; a day and month are the nearest such day, the past a little nearer.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.interval import civil_day, day_number, month_length
from regesta.tagging.calendar import weekday_of
from regesta.tagging.found import Found

AHEAD = 1.5
"""A day ahead counts as this many days back when the nearest year is sought and no signal tells."""


def is_narrative(found: Sequence[Found], dct: int | None) -> bool:
    """Whether the text tells of another time than its own: many explicit years, most of them long past, few deictic words."""
    years = [int(one.fields["year"]) for one in found if one.fields.get("year", "").isdigit() and "era" not in one.fields]
    deictic = sum("shift" in one.fields and one.fields.get("unit") == "D" and one.fields.get("from") != "date" for one in found)
    if len(years) < 8 or deictic * 3 > len(years):
        return False
    this_year = civil_day(dct)[0] if dct is not None else max(years) + 2
    old = sum(year < this_year - 1 for year in years)
    return old * 10 >= len(years) * 8


def nearest_year(month: int, day: int | None, base: int, direction: int) -> int:
    """The year of a day and month, or of a month alone, seen from the day `base`.

    Direction -1 takes the last such day (the base included), 1 the next, 0 the nearest.
    """
    year = civil_day(base)[0]
    choices = {}
    for candidate in (year - 1, year, year + 1):
        length = month_length(candidate, month)
        if day is not None and day > length and not (month == 2 and day == 29):
            continue
        first = day_number(candidate, month, min(day or 1, length))
        last = first if day else day_number(candidate, month, length)
        distance = 0 if first <= base <= last else first - base if base < first else last - base
        choices[candidate] = distance
    if direction < 0:
        allowed = {y: d for y, d in choices.items() if d <= 0}
    elif direction > 0:
        allowed = {y: d for y, d in choices.items() if d >= 0}
    else:
        allowed = choices
    pool = allowed or choices or {year: 0}
    return min(pool, key=lambda y: abs(pool[y]) * (AHEAD if pool[y] > 0 else 1))


def weekday_near(weekday: int, base: int, direction: int, *, strictly: bool = False) -> int:
    """The day with this weekday: the last one (-1), the next (1) or the nearest (0); `strictly` leaves the base out."""
    back = (weekday_of(base) - weekday) % 7
    ahead = (weekday - weekday_of(base)) % 7
    if strictly:
        back, ahead = back or 7, ahead or 7
    if direction == 0:
        direction = -1 if back <= ahead else 1
    return base + ahead if direction > 0 else base - back


def century_of_two_digits(two: int, base: int | None) -> int:
    """The year that two digits mean: the last one that isn't more than ten years ahead of the base."""
    pivot = (civil_day(base)[0] if base is not None else 2030) + 10
    year = pivot // 100 * 100 + two
    return year - 100 if year > pivot else year
