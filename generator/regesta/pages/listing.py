"""A list of events with all that helps to find one's way in it: overview, facets, count, groups, open dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from regesta.model.event import Event
from regesta.model.interval import civil_day
from regesta.pages import facets
from regesta.pages.entries import days, row
from regesta.pages.markup import text
from regesta.pages.overview import overview
from regesta.pages.page import Site

FEW = 5
"""Up to here the list does the work alone: no facets, no density."""
FULL = 60
"""Up to here every event has its full entry."""
FOLD = 14
"""A month with more events than this folds the smaller ones."""


def listing(site: Site, events: Sequence[Event], base: str, *, part: bool = False) -> str:
    """Overview, facets and list of these events, in their settled order; `part` says that they aren't all."""
    ordered = [event for event in events if event.date and event.date.days.first is not None]
    rest = [event for event in events if not (event.date and event.date.days.first is not None)]
    panel = facets.panel(site, events, base) if len(events) > FEW else ""
    cards = {card.id for event in events for card in site.chronicle.cards(event)}
    counted = (
        f'<p class="rg-count" role="status"><b>{site.words.number(len(events))}</b> '
        f"{noun(site, 'counts.events', len(events))}, <span><b>{site.words.number(len(cards))}</b> "
        f"{noun(site, 'counts.articles', len(cards))}, </span>{site.label('home.order')}</p>"
    )
    alone = "" if panel else " is-alone"
    return (
        f'{overview(site, events)}<div class="rg-cols{alone}">{panel}<div class="rg-list"{spoken(site)}>'
        f'<div class="rg-bar">{counted}'
        f'{take_along(site, base, part=part)}</div><div class="rg-chips" hidden></div>'
        f'<h2 class="rg-vh">{site.label("nav.chronology")}</h2>'
        f"{months(site, ordered, base)}{still_open(site, rest, base)}"
        "</div></div>"
    )


def spoken(site: Site) -> str:
    """The words that the script says."""
    keys = {"of": "counts.of", "none": "home.nothing_fits", "to": "home.to", "remove": "home.remove"}
    keys |= {
        "clear": "home.clear",
        "first": "home.first_shown",
        "last": "home.last_shown",
        "follow": "take.follow",
        "apart": "home.apart",
        "enlarge": "home.enlarge",
        "whole": "home.whole_span",
        "narrow": "home.narrow",
    }
    said = "".join(f' data-{name}="{text(str(site.words.labels[key]))}"' for name, key in keys.items())
    return f'{said} data-locale="{str(site.words.locale).replace("_", "-")}"'


def noun(site: Site, key: str, count: int) -> str:
    """The label without its number, which stands apart so that the script can change it."""
    return text(site.words(key, n=count).replace(site.words.number(count), "").strip())


def take_along(site: Site, base: str, *, part: bool = False) -> str:
    """Links to the exports of the whole; of a narrowed list and of a part, a script makes the same files from them."""
    words = site.words
    kinds = {"csv": "events.csv", "json": "events.json", "ics": "events.ics", "feed": "feed.xml"}
    names = {"ics": "calendar"}
    links = [
        f'<a href="{base}{file}" data-take="{kind}">{text(words(f"home.{names.get(kind, kind)}"))}</a>'
        for kind, file in kinds.items()
    ]
    links.append(f'<a href="{base}events/index.html">{text(words("home.print"))}</a>')
    links.append(f'<a href="{base}take.html">{text(words("take.all"))}</a>')
    mark = ' data-part="1"' if part else ""
    return f'<p class="rg-take"{mark}>{text(words("home.take"))} {" ".join(links)}</p>'


def months(site: Site, events: Sequence[Event], base: str, full: int = FULL) -> str:
    """Full entries up to so many, else rows by month."""
    if len(events) <= full:
        return days(site, events, base)
    return "".join(
        _month(site, list(group), base) for _, group in groupby(events, key=lambda e: civil_day(_first(e))[:2])
    )


def _first(event: Event) -> int:
    if event.date is None or event.date.days.first is None:
        raise ValueError(f"{event.id} has no earliest day")
    return event.date.days.first


def _month(site: Site, events: list[Event], base: str) -> str:
    """A month as rows beside one rail; the smaller events of a full month are folded."""
    dates, first = site.dates, _first(events[0])
    year, month, _ = civil_day(first)
    shown, folded = events, []
    if len(events) > FOLD:
        shown = [event for event in events if event.importance > 1]
        folded = [event for event in events if event.importance <= 1]
    inner = f'<ol class="rg-rows">{"".join(row(site, event, base) for event in shown)}</ol>' if shown else ""
    if folded:
        words = site.words("counts.smaller", n=len(folded), month=dates.day(first, "month_year"))
        rows = "".join(row(site, event, base) for event in folded)
        inner += f'<details class="rg-more"><summary>{text(words)}</summary><ol class="rg-rows">{rows}</ol></details>'
    count = text(site.words("counts.events", n=len(events)))
    return (
        f'<section class="rg-month" id="m{year}-{month:02d}"><h3 class="rg-rail">'
        f'<span class="rg-rail__d">{text(dates.day(first, "month_short"))}</span> '
        f'<span class="rg-rail__w">{text(dates.year(year))}<br> <b>{count}</b></span></h3>'
        f'<div class="rg-day__l">{inner}</div></section>'
    )


def still_open(site: Site, events: Sequence[Event], base: str, full: int = FULL) -> str:
    """The events without an earliest day, kept out of the order: full entries up to so many, else rows."""
    if not events:
        return ""
    if len(events) <= full:
        listed = days(site, events, base)
    else:
        listed = f'<ol class="rg-rows">{"".join(row(site, event, base) for event in events)}</ol>'
    return (
        f'<section class="rg-open" id="dates-open"><h2>{site.label("home.open")} <span>{len(events)}</span></h2>'
        f'<p class="rg-note">{site.label("home.open_note")}</p>{listed}</section>'
    )
