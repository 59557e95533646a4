"""The date rail: one per date, with its numeral, its words, and a ruler on the overview's own scale."""

from __future__ import annotations

from regesta.model.edtf import Edtf
from regesta.model.interval import civil_day
from regesta.pages.certainty import Certainty, certainty
from regesta.pages.marks import Axis, mark
from regesta.pages.markup import text
from regesta.pages.page import Site


def rail(site: Site, when: Edtf | None, axis: Axis | None = None) -> str:
    """The head of a group of events that share a date."""
    return site.once(_rail, when, axis or site.axis)


def _rail(site: Site, when: Edtf | None, axis: Axis) -> str:
    big, small = _faces(site, when)
    spoken = f"{text(site.dates.title(when, weekday=True))}, {text(site.dates.known(when))}"
    ruler = ""
    if when is not None:
        drawn = mark(axis, when, 7, size=4)
        ruler = (
            '<svg class="rg-rail__s" height="14" aria-hidden="true">'
            f'<line class="g-base" x1="0" x2="100%" y1="7" y2="7"/>{drawn}</svg>'
        )
    return (
        f'<h3 class="rg-rail"><span class="rg-rail__d" aria-hidden="true">{big}</span>'
        f'<span class="rg-rail__w" aria-hidden="true">{small}</span><span class="rg-vh">{spoken}</span>{ruler}</h3>'
    )


def _faces(site: Site, when: Edtf | None) -> tuple[str, str]:
    """What the rail shows: the numeral, and the words under it."""
    dates = site.dates
    kind = certainty(when)
    doubt = f"<b>{text(dates.known(when))}</b>"
    if when is None:
        return "–", doubt
    first, last = when.days.first, when.days.last
    edge = first if first is not None else last
    if edge is None:
        return "–", doubt
    year = text(dates.year(civil_day(edge)[0]))
    if kind is Certainty.DAY:
        words = f"{text(dates.day(edge, 'weekday'))}<br> {text(dates.day(edge, 'month_year'))}"
        return text(dates.day(edge, "day_only")), words
    if kind in (Certainty.BEFORE, Certainty.AFTER):
        return _line(dates.short(when)), f"{year}<br> {doubt}"
    if first == last:
        about = dates.words("phrases.about_short", date=dates.day(edge, "day_only"))
        return text(about), f"{text(dates.day(edge, 'month_year'))}<br> {doubt}"
    return _several(site, when, year, doubt)


def _several(site: Site, when: Edtf, year: str, doubt: str) -> tuple[str, str]:
    """A rail of several days: a named month or year where it is one, else both ends."""
    dates, days = site.dates, when.days
    if days.first is None or days.last is None:
        return "–", doubt
    first, last = civil_day(days.first), civil_day(days.last)
    if when.granularity == "month":
        return _line(dates.day(days.first, "month_short")), f"{year}<br> {doubt}"
    if when.granularity == "year" and first[0] == last[0]:
        return _line(dates.year(first[0])), doubt
    lines = dates.range(days, "rail", "" if first[0] == last[0] else "year").split("|")
    if first[:2] == last[:2]:
        return text("".join(lines)), f"{text(dates.day(days.first, 'month_year'))}<br> {doubt}"
    if first[0] != last[0]:
        year = f"{year}–{text(dates.year(last[0]))}"
    return " ".join(map(_line, lines)), f"{year}<br> {doubt}"


def _line(words: str) -> str:
    return f'<span class="r-l">{text(words)}</span>'
