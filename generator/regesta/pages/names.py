"""Pages of actors, places, publishers and closed lists: who or what it is, and its own chronology."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from regesta.model.authority import Authority
from regesta.model.event import Event
from regesta.pages import about, facets, years
from regesta.pages.entries import MANY, days
from regesta.pages.event import UNDATED
from regesta.pages.listing import FULL, months, still_open
from regesta.pages.markup import joined, language, text
from regesta.pages.page import Page, Plan, Site
from regesta.pages.responses import tree
from regesta.pages.spellings import likely, listed, on_record, shown

_BASE = "../"
_SCRIPTS_SHOWN = 4


def pages(site: Site) -> Iterable[Plan]:
    """A page for every value of every facet."""
    chronicle = site.chronicle
    for name, events in chronicle.by_actor.items():
        yield _plan(site, "actor", name, events, chronicle.authority_of.get(name))
    for name, events in chronicle.by_place.items():
        yield _plan(site, "place", name, events, chronicle.place_of.get(name))
    for name, events in chronicle.by_publisher.items():
        yield _plan(site, "publisher", name, events, None)
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in chronicle.sequence:
        values = facets.values(site, event)
        for key in ("type", "thread", "language", "certainty", "status"):
            for value in values[key]:
                groups.setdefault((key, value), []).append(event)
    for (key, value), found in groups.items():
        yield _plan(site, key, value, found, None)


def _plan(site: Site, key: str, value: str, events: Sequence[Event], known: Authority | None) -> Plan:
    many = years.counts(site) if len(events) > MANY else ()
    cards = site.chronicle.published.get(value, ()) if key == "publisher" else ()
    make = partial(_page, site, key, value, events, known)
    return Plan(facets.path(site, key, value), make, events, (key, value, known, many, cards))


def _page(site: Site, key: str, value: str, events: Sequence[Event], known: Authority | None) -> Page:
    name = facets.name(site, key, value)
    kind = site.words(f"kinds.{known.kind}") if known and site.words.get(f"kinds.{known.kind}") else ""
    label = site.words(f"facets.{key}")
    path = facets.path(site, key, value)
    folder = facets.FOLDERS[key]
    count = text(site.words("counts.events", n=len(events)))
    home = f'{_BASE}{folder}/index.html">{text(site.words(f"nav.{folder}"))}' if folder != "views" else ""
    up = f' <span aria-hidden="true">/</span> <a href="{home}</a>' if home else ""
    chain = _chain(site, events) if key == "thread" else ""
    body = (
        f'<div class="rg rg-actor" data-pagefind-body data-pagefind-sort="date:{2 * UNDATED}">'
        f'<nav class="rg-crumb" aria-label="{text(site.words("nav.here"))}"'
        f' data-pagefind-ignore><a href="{_BASE}index.html">{site.label("nav.chronology")}</a>{up}</nav>'
        f'<div class="rg-evp"><div class="rg-evp__m"><header class="rg-head">'
        f'<p class="rg-when" data-pagefind-ignore="index">'
        f'<span data-pagefind-meta="date">{text(joined([label, kind], " · "))}</span>'
        f'<span data-pagefind-meta="count">{count}</span></p><h1 data-pagefind-meta="title">{text(name)}</h1>'
        f"{_spellings(known)}</header>"
        f'{chain}<section class="rg-sec" data-pagefind-ignore><h2>{site.label("nav.chronology")}</h2>'
        f"{chronology(site, events)}</section></div>{about.aside(site, key, value, events, known)}</div>"
        f"{_hidden(site, value, known)}</div>"
    )
    return Page(
        path=path,
        title=name,
        body=body,
        description=f"{label}: {name}. {site.words('counts.events', n=len(events))}.",
        section=folder,
        events=tuple(events),
    )


def chronology(site: Site, events: Sequence[Event], base: str = _BASE) -> str:
    """The events of one name: in full where they are few, else one line each, by month."""
    if len(events) <= FULL:
        return days(site, events, base, narrowed=False)
    dated = [event for event in events if event.date and event.date.days.first is not None]
    still = [event for event in events if not (event.date and event.date.days.first is not None)]
    rest = years.links(site, base) if len(events) > MANY else ""
    listed = f'<div class="is-many is-long">{months(site, dated[:MANY], base)}</div>'
    return f"{listed}{rest}{still_open(site, still[:FULL], base)}"


def _chain(site: Site, events: Sequence[Event]) -> str:
    """What answers what in a thread."""
    return (
        f'<section class="rg-sec" data-pagefind-ignore><h2>{site.label("event.responses")}</h2>'
        f'<p class="rg-note">{site.label("event.responses_note")}</p>{tree(site, events)}</section>'
    )


def _spellings(known: Authority | None) -> str:
    """The name as each language writes it, first spelling only, each form once."""
    if known is None:
        return ""
    forms = list(shown(known).items())[:_SCRIPTS_SHOWN]
    said = "".join(f"<span{language(code)}>{text(form)}</span>" for form, code in forms)
    return f'<p class="rg-names" data-pagefind-ignore>{said}</p>' if said else ""


def _hidden(site: Site, name: str, known: Authority | None) -> str:
    """Every spelling, for search alone."""
    found = [*(on_record(known) if known else ()), *likely(name, known, site.words.language)]
    return f'<p hidden data-pagefind-weight="5">{text(listed(found))}</p>' if found else ""
