"""The page of one event: what happened, when, who and where; how the date is known; the evidence; what answers it."""

from __future__ import annotations

from functools import partial

from regesta.model.event import Event, Status
from regesta.model.interval import civil_day
from regesta.pages import addresses, facets, years
from regesta.pages.certainty import Certainty
from regesta.pages.chronicle import kind
from regesta.pages.dating import dating
from regesta.pages.differ import differ
from regesta.pages.entries import MANY
from regesta.pages.evidence import evidence
from regesta.pages.markup import escape, text
from regesta.pages.page import Page, Plan, Site, translated
from regesta.pages.record import aside
from regesta.pages.responses import chain, responses
from regesta.pages.spellings import listed, on_record

UNDATED = 10**8
"""The sort key of events without a date; names come after them."""
_FOUND = ("who", "where")
"""The facts that search finds by their words; by the others its results are narrowed."""
_NAMED = 12
_LONG_TITLE = 120
BASE = "../"
"""From an event's page to the root."""


def plan(site: Site, event: Event) -> Plan:
    """The event's page, and what it depends on: its neighbours, its chain, whom and what it names."""
    chronicle = site.chronicle
    at = site.positions[event.id]
    near = chronicle.sequence[max(0, at - 1) : at + 2]
    known = [chronicle.authority_of.get(name) for name in event.actors]
    known += [chronicle.place_of.get(name) for name in event.places]
    lost = [source.quote for source in event.sources if (source.article, source.quote) in chronicle.missing]
    thread = len(chronicle.by_thread.get(chronicle.thread_of.get(event.id, ""), ()))
    past = chronicle.revisions.get(event.id), chronicle.changes_of.get(event.id)
    copies = [chronicle.copies.get(card.id) for card in chronicle.cards(event)]
    others = ("event", event.id, site.records.get(event.id), known, lost, thread, past, copies)
    return Plan(addresses.event(event.id), partial(page, site, event), (event, *near, *chain(site, event)), others)


def page(site: Site, event: Event) -> Page:
    """The event's page."""
    body = (
        f'<div class="rg rg-event is-{event.status}" data-pagefind-body{_sorted(event)}>'
        f'{_crumb(site, event)}<div class="rg-evp">'
        f'<div class="rg-evp__m">{_head(site, event)}{dating(site, event)}{differ(site, event)}'
        f"{evidence(site, event)}{responses(site, event)}{_filters(site, event)}{hidden(site, event)}"
        f"</div>{aside(site, event)}</div></div>"
    )
    return Page(
        path=addresses.event(event.id),
        title=site.title(event)[0],
        body=body,
        description=_description(site, event),
        section="events",
        event=event,
    )


def _sorted(event: Event) -> str:
    """The key by which search sorts by date: the earliest possible day, else the latest, then importance.

    The index drops pages that have no key, so the undated have one too, after all days.
    """
    days = event.date.days if event.date else None
    edge = None if days is None else days.first if days.first is not None else days.last
    return f' data-pagefind-sort="date:{UNDATED if edge is None else 10 * edge + 3 - event.importance}"'


def _description(site: Site, event: Event) -> str:
    summary = translated(event.summary, site.words.language)[0] if event.summary else site.title(event)[0]
    return f"{site.dates.title(event.date)}. {summary}"


def _crumb(site: Site, event: Event) -> str:
    """The way back to the event's place in the list: the home page, or its year where the chronology is long."""
    days = event.date.days if event.date else None
    edge = None if days is None else days.first if days.first is not None else days.last
    month = f' <span aria-hidden="true">/</span> {text(site.dates.day(edge, "month_year"))}' if edge is not None else ""
    listed = "index.html"
    if len(site.chronicle.events) > MANY and days is not None and days.first is not None:
        listed = years.path(civil_day(days.first)[0])
    return (
        f'<nav class="rg-crumb" aria-label="{text(site.words("nav.here"))}" data-pagefind-ignore>'
        f'<a href="{BASE}{listed}#{text(event.id)}">{site.label("nav.chronology")}</a>{month}</nav>'
    )


def _head(site: Site, event: Event) -> str:
    when = text(event.date.text) if event.date else ""
    known = text(site.dates.known(event.date))
    badges = site.badges(event)
    summary = site.summary_html(event)
    foreign = site.foreign(event)
    long = ' class="is-long"' if len(site.title(event)[0]) > _LONG_TITLE else ""
    spoken = site.when(event, weekday=True)
    tongue = f", lang:{text(site.title(event)[1])}" if site.title(event)[1] else ""
    return (
        f'<header class="rg-head"{_labelled(event)}><p class="rg-when" data-pagefind-ignore="index" '
        f'data-pagefind-meta="mark:{_shape(event)}">'
        f"{site.glyph(event)}"
        f'<span class="rg-when__d" data-edtf="{when}" data-pagefind-meta="date">{spoken}</span>'
        f'<span data-pagefind-meta="known">{known}</span></p>'
        f'<h1{long} data-pagefind-meta="title{tongue}" data-print="{site.once(_printed)}">{site.title_html(event)}</h1>'
        + (f'<p class="rg-note" data-pagefind-ignore>{foreign}</p>' if foreign else "")
        + (_lede(summary, site.summary_mark(event)) if summary else "")
        + (f'<p class="rg-ev__b" data-pagefind-ignore>{badges}</p>' if badges else "")
        + f'<dl class="rg-dl" data-pagefind-weight="3">{_facts(site, event)}</dl>{_status(site, event)}</header>'
    )


def _lede(summary: str, mark: str) -> str:
    """The summary; the mark of its language is none of the words that a search hit shows."""
    return f'<p class="rg-lede"><span data-pagefind-meta="summary">{summary}</span>{mark}</p>'


def _printed(site: Site) -> str:
    """Where a printed page comes from."""
    return site.label("event.printed", site=text(site.name))


def _shape(event: Event) -> str:
    """The mark that a search hit shows."""
    known = kind(event)
    return "planned" if event.status is Status.PLANNED and known is Certainty.DAY else known


def _labelled(event: Event) -> str:
    """The label that a search hit shows; none where it simply happened."""
    return "" if event.status is Status.HAPPENED else f' data-pagefind-meta="status:is-{event.status}"'


def _facts(site: Site, event: Event) -> str:
    actors = ", ".join([site.once(_value, "actor", name) for name in event.actors])
    places = ", ".join([site.once(_value, "place", name) for name in event.places])
    unsaid = f'<span class="rg-dim" data-pagefind-ignore>{site.label("event.not_said")}</span>'
    publishers = site.chronicle.publishers(event)
    who = ", ".join([_sayer(site, event, name) for name in publishers[:_NAMED]])
    if len(publishers) > _NAMED:
        who += f", {text(site.words('counts.more', n=len(publishers) - _NAMED))}"
    rows = [
        ("who", actors or unsaid),
        ("where", places or unsaid),
        ("what", f"{site.once(_value, 'type', event.type.value)} · {site.label(f'statuses.{event.status}')}"),
    ]
    if event.duration:
        rows.append(("lasted", text(site.dates.lasted(event.duration))))
    if who:
        rows.append(("sources", who))
    return "".join([f"{site.once(_fact, key)}{value}</dd></div>" for key, value in rows])


def _fact(site: Site, key: str) -> str:
    """What stands before a fact."""
    ignored = "" if key in _FOUND else " data-pagefind-ignore"
    return f"<div{ignored}><dt data-pagefind-ignore>{site.label(f'event.{key}')}</dt><dd>"


def _value(site: Site, key: str, value: str) -> str:
    return (
        f'<a href="{BASE}{addresses.escaped(facets.path(site, key, value))}">{text(facets.name(site, key, value))}</a>'
    )


def _sayer(site: Site, event: Event, publisher: str) -> str:
    codes = {c.language: None for c in site.chronicle.cards(event) if c.publisher == publisher and c.language}
    names = text(", ".join(map(site.words.language_name, codes)))
    return site.once(_value, "publisher", publisher) + (f" ({names})" if names else "")


def _status(site: Site, event: Event) -> str:
    note = site.words.get(f"status_notes.{event.status}")
    return f'<p class="rg-note" data-pagefind-ignore>{text(note)}</p>' if note else ""


def _filters(site: Site, event: Event) -> str:
    """The values by which search results can be narrowed; nobody sees or hears them here."""
    found = facets.values(site, event)
    said = [site.once(_filter, key, value) for key in facets.NARROWING for value in found[key]]
    return f'<p hidden data-pagefind-ignore="index">{"".join(said)}</p>'


def _filter(site: Site, key: str, value: str) -> str:
    return f'<span data-pagefind-filter="{key}">{text(facets.name(site, key, value))}</span>'


def hidden(site: Site, event: Event) -> str:
    """Every spelling of the actors and places, for the search index: nobody sees or hears it."""
    found: list[str] = []
    for name in event.actors:
        found += site.spelled(name)
    for name in event.places:
        place = site.chronicle.place_of.get(name)
        found += on_record(place) if place else []
    if not found:
        return ""
    return f'<p hidden data-pagefind-weight="0.5">{escape(listed(found))}</p>'
