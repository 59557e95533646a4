"""The home page: what a person wrote, then the chronology; of a very long one, its main events and its years."""

from __future__ import annotations

import json

from regesta.model.event import Event
from regesta.pages import facets, years
from regesta.pages.entries import MANY
from regesta.pages.listing import FEW, FOLD, FULL, listing, months, noun, spoken, still_open, take_along
from regesta.pages.markup import text
from regesta.pages.overview import overview
from regesta.pages.page import Site

BROWSED = "browse.json"
"""Where the events of a long chronology lie for the script that narrows its home page."""

_OPEN = 20


def home(site: Site, intro: str) -> str:
    """The body of the home page; `intro` is the HTML of what a person wrote above it."""
    events = site.chronicle.sequence
    header = f'<header class="rg-head">{intro}</header>'
    if not events:
        return f'<div class="rg rg-home is-empty">{header}{_empty(site)}</div>'
    if len(events) > MANY:
        return f'<div class="rg rg-home is-many">{header}{_long(site)}</div>'
    size = " is-few" if len(events) <= FEW else " is-many" if len(events) > FULL else ""
    return f'<div class="rg rg-home{size}">{header}{listing(site, events, "")}</div>'


def _long(site: Site) -> str:
    """Overview, years, the newest month, the main events; facets lead to pages of their own."""
    ordered = site.chronicle.ordered
    newest = site.dates.day(_first(ordered[-1]), "month_year")
    last = [event for event in ordered[-500:] if site.dates.day(_first(event), "month_year") == newest]
    count = len(site.chronicle.events)
    counted = f"<b>{site.words.number(count)}</b> {noun(site, 'counts.events', count)}"
    return (
        f"{overview(site, site.chronicle.sequence)}{years.links(site, '')}"
        f'<div class="rg-cols">{facets.panel(site, site.chronicle.sequence, "")}'
        f'<div class="rg-list"{spoken(site)}{_source(site)}>'
        f'<div class="rg-bar"><p class="rg-count" role="status">{counted}</p>{take_along(site, "")}</div>'
        f'<div class="rg-chips" hidden></div><template>{site.parts()}</template>'
        f'<h2 class="rg-part">{site.label("home.newest")}</h2>{months(site, last, "", FOLD)}'
        f'<h2 class="rg-part">{site.label("home.main")}</h2>{months(site, years.main_events(ordered), "")}'
        f"{still_open(site, site.chronicle.open[:_OPEN], '', FOLD)}{_more_open(site)}</div></div>"
    )


def _more_open(site: Site) -> str:
    """The way to the dates that are still open and not listed here."""
    rest = len(site.chronicle.open) - _OPEN
    if rest <= 0:
        return ""
    return f'<p class="rg-note"><a href="unknown.html#open">{text(site.words("counts.more", n=rest))}</a></p>'


def _source(site: Site) -> str:
    """Where the script finds the events when the list is narrowed, and the words for their rows."""
    counted = ("sources", "days")
    forms = {name: text(json.dumps(site.words.labels[f"counts.{name}"], ensure_ascii=False)) for name in counted}
    plurals = "".join(f' data-{name}="{said}"' for name, said in forms.items())
    more, opened = text(str(site.words.labels["counts.more"])), site.label("home.open")
    title = site.label("nav.chronology")
    return f' data-title="{title}" data-src="{BROWSED}"{plurals} data-more="{more}" data-open="{opened}"'


def _first(event: Event) -> int:
    return event.date.days.first or 0 if event.date else 0


def _empty(site: Site) -> str:
    words = site.words
    return (
        f'<section class="rg-sec rg-begin"><h2>{text(words("empty.lede"))}</h2><p>{text(words("empty.begin"))}</p>'
        "<pre><code>regesta update\nregesta serve</code></pre>"
        f'<p class="rg-note">{text(words("empty.then"))}</p></section>'
    )
