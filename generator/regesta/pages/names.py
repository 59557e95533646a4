"""Pages of actors, places, publishers and closed lists: who or what it is, and its own chronology."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from regesta.model.authority import Authority, Role
from regesta.model.edtf import Edtf, EdtfError
from regesta.model.event import Event
from regesta.pages import addresses, facets, years
from regesta.pages.entries import MANY, days, row
from regesta.pages.listing import FULL
from regesta.pages.markup import joined, language, link, text
from regesta.pages.page import Page, Plan, Site
from regesta.pages.spellings import likely, listed, on_record

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
        for key in ("type", "language", "certainty", "status"):
            for value in values[key]:
                groups.setdefault((key, value), []).append(event)
    for (key, value), found in groups.items():
        yield _plan(site, key, value, found, None)


def _plan(site: Site, key: str, value: str, events: Sequence[Event], known: Authority | None) -> Plan:
    many = years.counts(site) if len(events) > MANY else ()
    make = partial(_page, site, key, value, events, known)
    return Plan(facets.path(site, key, value), make, events, (key, value, known, many))


def _page(site: Site, key: str, value: str, events: Sequence[Event], known: Authority | None) -> Page:
    name = facets.name(site, key, value)
    kind = site.words(f"kinds.{known.kind}") if known and site.words.get(f"kinds.{known.kind}") else ""
    label = site.words(f"facets.{key}")
    path = facets.path(site, key, value)
    folder = facets.FOLDERS[key]
    count = text(site.words("counts.events", n=len(events)))
    home = f'{_BASE}{folder}/index.html">{text(site.words(f"nav.{folder}"))}' if folder != "views" else ""
    up = f' <span aria-hidden="true">/</span> <a href="{home}</a>' if home else ""
    aside = _aside(site, key, value, events, known) if key in ("actor", "place") else ""
    body = (
        f'<div class="rg rg-actor" data-pagefind-body><nav class="rg-crumb" aria-label="{text(site.words("nav.here"))}"'
        f' data-pagefind-ignore><a href="{_BASE}index.html">{site.label("nav.chronology")}</a>{up}</nav>'
        f'<div class="rg-evp{"" if aside else " is-alone"}"><div class="rg-evp__m"><header class="rg-head">'
        f'<p class="rg-when" data-pagefind-ignore="index">'
        f'<span data-pagefind-meta="date">{text(joined([label, kind], " · "))}</span>'
        f'<span>{count}</span></p><h1 data-pagefind-meta="title">{text(name)}</h1>{_spellings(known)}</header>'
        f'<section class="rg-sec" data-pagefind-ignore><h2>{site.label("nav.chronology")}</h2>'
        f"{chronology(site, events)}</section></div>{aside}</div>{_hidden(site, value, known)}</div>"
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
    """The events of one name: in full where they are few, else one line each."""
    if len(events) <= FULL:
        return days(site, events, base)
    rows = "".join(row(site, event, base) for event in events[:MANY])
    rest = years.links(site, base) if len(events) > MANY else ""
    return f'<ol class="rg-rows is-long">{rows}</ol>{rest}'


def _spellings(known: Authority | None) -> str:
    """The name as each language writes it, first spelling only."""
    if known is None:
        return ""
    found = [(code, many[0]) for code, many in known.variants.items() if many and many[0] != known.name]
    shown = "".join(f"<span{language(code)}>{text(name)}</span>" for code, name in found[:_SCRIPTS_SHOWN])
    return f'<p class="rg-names" data-pagefind-ignore>{shown}</p>' if shown else ""


def _hidden(site: Site, name: str, known: Authority | None) -> str:
    """Every spelling, for search alone."""
    found = [*(on_record(known) if known else ()), *likely(name, known, site.words.language)]
    return f'<p hidden data-pagefind-weight="5">{text(listed(found))}</p>' if found else ""


def _aside(site: Site, key: str, name: str, events: Sequence[Event], known: Authority | None) -> str:
    words = site.words
    parts = [_table(site, known), _roles(site, known), _place(site, known), _with(site, name, events)]
    parts += [_take(site, name) if key == "actor" else "", _elsewhere(site, known)]
    inner = "".join(parts)
    label = text(words("actor.about"))
    return f'<aside class="rg-evp__a" aria-label="{label}" data-pagefind-ignore>{inner}</aside>' if inner else ""


def _table(site: Site, known: Authority | None) -> str:
    if known is None or not known.variants:
        return ""
    rows = "".join(
        f"<tr><td{language(code)}>{text(name)}</td><td>{text(site.words.language_name(code))}</td></tr>"
        for code, many in known.variants.items()
        for name in many
    )
    return (
        f'<section><h2>{site.label("actor.names")}</h2><table class="rg-tab"><thead><tr><th scope="col">'
        f'{site.label("actor.form")}</th><th scope="col">{site.label("actor.where")}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def _roles(site: Site, known: Authority | None) -> str:
    if known is None or not known.roles:
        return ""
    items = "".join(f"<li>{text(role.title)} {_period(site, role)}</li>" for role in known.roles)
    return f'<section><h2>{site.label("actor.roles")}</h2><ul class="rg-rec">{items}</ul></section>'


def _period(site: Site, role: Role) -> str:
    first, last = _said(site, role.first), _said(site, role.last)
    if first and last:
        words = site.label("actor.period", first=first, last=last)
    elif first:
        words = site.label("actor.since", date=first)
    elif last:
        words = site.label("actor.until", date=last)
    else:
        return ""
    return f'<span class="rg-dim">{words}</span>'


def _said(site: Site, edtf: str | None) -> str:
    """A role's date in words; as it was written where it isn't EDTF."""
    if not edtf:
        return ""
    try:
        return text(site.dates.say(Edtf.parse(edtf)))
    except EdtfError:
        return text(edtf)


def _place(site: Site, known: Authority | None) -> str:
    if known is None or known.coordinates is None:
        return ""
    latitude, longitude = known.coordinates
    return f"<section><h2>{site.label('place.coordinates')}</h2><p>{latitude:.4f}, {longitude:.4f}</p></section>"


def _with(site: Site, name: str, events: Sequence[Event]) -> str:
    """The actors named in the same events, most frequent first."""
    counts = Counter(other for event in events for other in dict.fromkeys(event.actors) if other != name)
    if not counts:
        return ""
    items = "".join(
        f'<li><a href="{_BASE}{addresses.escaped(facets.path(site, "actor", other))}">{text(other)}</a> '
        f'<span class="rg-dim">{count}</span></li>'
        for other, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:8]
    )
    return f'<section><h2>{site.label("actor.with")}</h2><ul class="rg-rec">{items}</ul></section>'


def taken(site: Site) -> tuple[tuple[str, str], ...]:
    """What an actor's page offers to take along: label and suffix.

    In a long chronology a feed alone: all formats of 300 actors of 10,000 events would fill 100 MB.
    """
    kinds = (("feed", "xml"), ("calendar", "ics"), ("csv", "csv"), ("json", "json"))
    return kinds if len(site.chronicle.events) <= MANY else kinds[:1]


def _take(site: Site, name: str) -> str:
    """The files that stand beside an actor's page; what takes them along is made by the exports."""
    if name not in site.chronicle.actor_slugs or site.formats is None:
        return ""
    stem = addresses.escaped(site.chronicle.actor_slugs[name])
    links = " · ".join(f'<a href="{stem}.{suffix}">{site.label(f"home.{key}")}</a>' for key, suffix in taken(site))
    return f'<section><h2>{site.label("actor.take")}</h2><p class="rg-fmt">{links}</p></section>'


def _elsewhere(site: Site, known: Authority | None) -> str:
    items = []
    if known and known.wikidata:
        name = f"{site.label('actor.wikidata')} {text(known.wikidata)}"
        items.append(f"<li>{link(f'https://www.wikidata.org/wiki/{known.wikidata}', name)}</li>")
    if site.edit and known:
        file = "places.yml" if known.name in site.chronicle.place_of else "actors.yml"
        items.append(f"<li>{link(site.edit + file, site.label('actor.correct'))}</li>")
    return (
        f'<section><h2>{site.label("event.record")}</h2><ul class="rg-rec">{"".join(items)}</ul></section>'
        if items
        else ""
    )
