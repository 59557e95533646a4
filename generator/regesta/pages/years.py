"""Chronologies of more than a thousand events: a page for each year, and a home page that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from regesta.model.event import Event
from regesta.pages.entries import MANY
from regesta.pages.listing import listing
from regesta.pages.markup import text
from regesta.pages.page import Page, Plan, Site

_MAIN = 300
"""At most so many main events are on the home page."""


def path(year: int) -> str:
    """The page of a year."""
    return f"years/{year}.html"


def counts(site: Site) -> tuple[tuple[int, int], ...]:
    """Every year and its number of events."""
    return tuple((year, len(events)) for year, events in site.by_year.items())


def pages(site: Site) -> Iterable[Plan]:
    """A page for each year; none where the home page holds everything."""
    if len(site.chronicle.events) > MANY:
        others = counts(site)
        for year, events in site.by_year.items():
            yield Plan(path(year), partial(_page, site, year, events), events, ("year", year, others))


def _page(site: Site, year: int, events: Sequence[Event]) -> Page:
    name = site.dates.year(year)
    body = (
        f'<div class="rg rg-home is-many"><nav class="rg-crumb" aria-label="{text(site.words("nav.here"))}">'
        f'<a href="../index.html">{site.label("nav.chronology")}</a></nav>'
        f'<header class="rg-head"><h1>{text(name)}</h1></header>{links(site, "../", year)}'
        f"{listing(site, events, '../', part=True)}</div>"
    )
    count = site.words("counts.events", n=len(events))
    return Page(path=path(year), title=name, body=body, description=f"{name}: {count}", events=tuple(events))


def links(site: Site, base: str, current: int | None = None) -> str:
    """Every year with its number of events and a bar."""
    years = site.by_year
    most = max(map(len, years.values()), default=1)
    items = []
    for year, events in years.items():
        here = ' aria-current="true"' if year == current else ""
        items.append(
            f'<li><a href="{base}{path(year)}"{here}><b>{text(site.dates.year(year))}</b> '
            f"<span>{site.words.number(len(events))}</span>"
            '<svg class="f-bar" height="2" aria-hidden="true">'
            f'<rect width="{100 * len(events) / most:.1f}%" height="2"/>'
            "</svg></a></li>"
        )
    return f'<nav class="rg-years" aria-label="{text(site.words("home.by_year"))}"><ol>{"".join(items)}</ol></nav>'


def main_events(events: Sequence[Event]) -> list[Event]:
    """The most important ones; of too many, those of the latest days."""
    return [event for event in events if event.importance == 3][-_MAIN:]
