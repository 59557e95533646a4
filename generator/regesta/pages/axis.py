"""The axis under every plot: which unit it counts in, where its labels stand, and the grid behind the marks."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from regesta.model.interval import civil_day, day_number
from regesta.pages.marks import Axis
from regesta.pages.markup import text
from regesta.pages.page import Site


class Unit(StrEnum):
    """What one column of the density row stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def unit_for(axis: Axis) -> Unit:
    """Days up to two months, weeks up to three years, months up to twenty-five, then years."""
    if axis.length <= 62:
        return Unit.DAY
    if axis.length <= 1100:
        return Unit.WEEK
    return Unit.MONTH if axis.length <= 9200 else Unit.YEAR


def bucket_edges(axis: Axis, unit: Unit) -> list[int]:
    """The first day of each bucket, and the day after the last; at most a few hundred of them."""
    if unit is Unit.DAY:
        return list(range(axis.first, axis.last + 2))
    if unit is Unit.WEEK:
        start = axis.first - (axis.first - 1) % 7
        return list(range(start, axis.last + 8, 7))
    first, last = civil_day(axis.first)[0], civil_day(axis.last)[0]
    if unit is Unit.MONTH:
        return [day_number(y, m, 1) for y in range(first, last + 1) for m in range(1, 13)] + [
            day_number(last + 1, 1, 1)
        ]
    step = max(1, (last - first) // 200)
    return [day_number(y, 1, 1) for y in range(first, last + step + 1, step)]


def is_weekend(day: int) -> bool:
    """Saturday or Sunday; day 1 (0001-01-01) was a Monday."""
    return (day - 1) % 7 >= 5


def grid(axis: Axis, height: int = 28) -> str:
    """What stands behind a lane: weekends where days can be told apart, and the base line."""
    return _grid(axis.first % 7, axis.length, height)


@lru_cache(maxsize=4096)
def _grid(weekday: int, length: int, height: int) -> str:
    """Two axes of one length that begin on the same day of the week have the same grid."""
    axis = Axis(weekday, weekday + length - 1)
    parts = []
    if unit_for(axis) is Unit.DAY:
        width = 100 / axis.length
        parts = [
            f'<rect class="g-we" x="{axis.left(day):.2f}%" y="0" width="{width:.2f}%" height="{height}"/>'
            for day in range(axis.first, axis.last + 1)
            if is_weekend(day)
        ]
    parts.append(f'<line class="g-base" x1="0" x2="100%" y1="{height / 2:g}" y2="{height / 2:g}"/>')
    return "".join(parts)


def axis_row(site: Site, axis: Axis) -> str:
    """The labels under the plot."""
    return site.once(_axis_row, axis)


def _axis_row(site: Site, axis: Axis) -> str:
    unit = unit_for(axis)
    labels = (
        _days(site, axis) if unit is Unit.DAY else _months(site, axis) if axis.length <= 1100 else _years(site, axis)
    )
    return (
        '<div class="rg-lane is-axis"><span class="rg-lane__l"></span>'
        f'<svg class="rg-lane__p" height="34" aria-hidden="true">{labels}</svg></div>'
    )


def _days(site: Site, axis: Axis) -> str:
    """Every day's number, or every second or third where they are many; months under them."""
    step = 1 if axis.length <= 21 else 2 if axis.length <= 42 else 3
    parts, months = [], []
    for index, day in enumerate(range(axis.first, axis.last + 1)):
        number = civil_day(day)[2]
        if index % step == 0:
            odd = " odd" if index // step % 2 else ""
            parts.append(f'<text class="g-t{odd}" x="{axis.middle(day):.2f}%" y="12">{number}</text>')
        if (number == 1 or index == 0) and _days_left(axis, day) * 6 >= axis.length:
            months.append(day)
    parts += [_tick(axis, day, site.dates.day(day, "month_year" if day == months[-1] else "month")) for day in months]
    return "".join(parts)


def _days_left(axis: Axis, day: int) -> int:
    """Days of this month that the axis still shows."""
    year, month, _ = civil_day(day)
    following = day_number(year + month // 12, month % 12 + 1, 1)
    return min(following, axis.last + 1) - day


def _months(site: Site, axis: Axis) -> str:
    parts, ticks = [], []
    year, month, _ = civil_day(axis.first)
    while (start := day_number(year, month, 1)) <= axis.last:
        middle = day_number(year, month, 15)
        if axis.first <= middle <= axis.last:
            initial = site.dates.day(middle, "month")[:1].upper()
            odd = " odd" if month % 2 == 0 else ""
            parts.append(f'<text class="g-t{odd}" x="{axis.middle(middle):.2f}%" y="12">{text(initial)}</text>')
        if month == 1 or start <= axis.first:
            ticks.append((max(start, axis.first), site.dates.year(year)))
        year, month = year + month // 12, month % 12 + 1
    return "".join(parts) + _ticks(axis, ticks)


def _years(site: Site, axis: Axis) -> str:
    first, last = civil_day(axis.first)[0], civil_day(axis.last)[0]
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (last - first) / s <= 12), 2000)
    starts = range(first - first % step, last + 1, step)
    days = [(max(day_number(year, 1, 1), axis.first), year) for year in starts if year + step > first]
    return _ticks(axis, [(day, site.dates.year(year)) for day, year in days if day <= axis.last])


def _ticks(axis: Axis, ticks: list[tuple[int, str]]) -> str:
    """The ticks whose names have room: of two that would overlap the later one, and none at the right edge."""
    drawn = []
    for index, (day, name) in enumerate(ticks):
        following = axis.left(ticks[index + 1][0]) if index + 1 < len(ticks) else 101
        if following - axis.left(day) >= 6 and axis.left(day) <= 95:
            drawn.append(_tick(axis, day, name))
    return "".join(drawn)


def _tick(axis: Axis, day: int, name: str) -> str:
    x = f"{axis.left(day):.2f}%"
    return (
        f'<text class="g-m" x="{x}" dx="3" y="29">{text(name)}</text>'
        f'<line class="g-tick" x1="{x}" x2="{x}" y1="18" y2="32"/>'
    )
