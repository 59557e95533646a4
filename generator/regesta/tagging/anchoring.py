"""Which year, which week, which way: expressions that leave a part of their date to the reader.

News looks back unless the sentence looks ahead; announcements look ahead; narratives move along. A bare weekday in news
is the last such day, the DCT itself included; a day and month are the nearest such day, the past a little nearer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from regesta.model.interval import civil_day, day_number, month_length, weekday_of
from regesta.tagging.found import Found

AHEAD = {-1: 5.0, 0: 1.5, 1: 0.2}
"""What a day ahead costs against a day back, when the nearest year of a day is sought, by the tense of the sentence."""
MONTH_AHEAD = {-1: 18.0, 0: 2.0, 1: 0.2}
"""The same for a month alone and for holidays, which keep more closely to the tense."""


NARRATIVE_AHEAD = 0.7
"""The same in a narrative, which moves along: the next such day rather than the one before."""
NARRATIVE_MONTH_AHEAD = 0.5
"""The same for a month alone."""

MANY_YEARS, FEW_YEARS = 8, 4


def is_narrative(found: Sequence[Found], dct: int | None) -> bool:
    """Whether the text tells of another time than its own: explicit years, long past, and few deictic words.

    Of many years four in five have to be long past, of a few all.
    """
    years = [
        int(one.fields["year"]) for one in found if one.fields.get("year", "").isdigit() and "era" not in one.fields
    ]
    deictic = sum(
        ("shift" in one.fields and one.fields.get("from") not in ("date", "told"))
        or (set(one.fields) <= {"weekday", "part"} and "weekday" in one.fields)
        for one in found
    )
    if len(years) < FEW_YEARS or deictic * 4 > len(years):
        return False
    this_year = civil_day(dct)[0] if dct is not None else max(years) + 2
    old = sum(year < this_year - 1 for year in years)
    return old * 10 >= len(years) * (8 if len(years) >= MANY_YEARS else 10)


NOTICES = 2
"""So many expressions of a paragraph have to look ahead, and none back, for it to be an announcement."""


def announced(found: Sequence[Found]) -> tuple[Found, ...]:
    """The expressions; in announcements those without a tense look ahead like the others of their paragraph."""
    ahead = Counter(one.paragraph for one in found if one.tense > 0)
    back = {one.paragraph for one in found if one.tense < 0}
    notices = {paragraph for paragraph, number in ahead.items() if number >= NOTICES} - back
    return tuple(replace(one, tense=1) if one.tense == 0 and one.paragraph in notices else one for one in found)


def nearest_year(month: int, day: int | None, base: int, way: int, tense: int | None = 0) -> int:
    """The year of a day and month, or of a month alone, seen from the day `base`.

    Way -1 takes the last such day (the base included), 1 the next, 0 the nearest; the tense makes one side nearer, and
    so does a narrative (tense None).
    """
    year = civil_day(base)[0]
    distances: dict[int, int] = {}
    for candidate in range(year - 4, year + 5):
        length = month_length(candidate, month)
        if day is not None and day > length:
            continue
        first = day_number(candidate, month, day or 1)
        last = first if day else day_number(candidate, month, length)
        distances[candidate] = 0 if first <= base <= last else first - base if base < first else last - base
    if way:
        here = day is not None  # "last November" said in November is the one before
        sided = {one: apart for one, apart in distances.items() if apart * way > 0 or (here and apart == 0)}
        distances = sided or distances
    ahead = _ahead(day, tense)
    return min(distances, key=lambda one: abs(distances[one]) * (ahead if distances[one] > 0 else 1), default=year)


def _ahead(day: int | None, tense: int | None) -> float:
    """What a day ahead costs against a day back."""
    if tense is None:
        return NARRATIVE_MONTH_AHEAD if day is None else NARRATIVE_AHEAD
    return (MONTH_AHEAD if day is None else AHEAD)[tense]


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
