"""The side column of a name's page: how it is written, what it was, whom it appears with, what to take along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from regesta.model.authority import Authority, Role
from regesta.model.edtf import Edtf, EdtfError
from regesta.model.event import Event
from regesta.pages import addresses, facets
from regesta.pages.entries import MANY
from regesta.pages.listing import FEW
from regesta.pages.markup import language, link, text
from regesta.pages.page import Site

_BASE = "../"
_LISTED = 100


def aside(site: Site, key: str, value: str, events: Sequence[Event], known: Authority | None) -> str:
    """The column."""
    parts = [_table(site, known), _roles(site, known), _place(site, known)]
    if key in ("actor", "place", "thread"):
        parts.append(_with(site, value, events, "nav.actors" if key == "thread" else "actor.with"))
    elif key == "publisher":
        parts.append(_articles(site, value))
    parts += [_take(site, key, value), _elsewhere(site, known)]
    label = text(site.words("actor.about" if key == "actor" else "event.about"))
    return f'<aside class="rg-evp__a" aria-label="{label}" data-pagefind-ignore>{"".join(parts)}</aside>'


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


def _with(site: Site, name: str, events: Sequence[Event], head: str) -> str:
    """The actors named in the same events, most frequent first."""
    counts = Counter(other for event in events for other in dict.fromkeys(event.actors) if other != name)
    if not counts:
        return ""
    items = "".join(
        f'<li><a href="{_BASE}{addresses.escaped(facets.path(site, "actor", other))}">{text(other)}</a> '
        f'<span class="rg-dim">{count}</span></li>'
        for other, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:8]
    )
    return f'<section><h2>{site.label(head)}</h2><ul class="rg-rec">{items}</ul></section>'


def taken(site: Site) -> tuple[tuple[str, str], ...]:
    """What a name's page offers to take along: label and suffix.

    In a long chronology a feed alone: all formats of 300 actors of 10,000 events would fill 100 MB.
    """
    kinds = (("feed", "xml"), ("jsonfeed", "feed.json"), ("calendar", "ics"), ("csv", "csv"), ("json", "json"))
    return kinds if len(site.chronicle.events) <= MANY else kinds[:1]


def _articles(site: Site, publisher: str) -> str:
    """A publisher's articles, in order of their dates."""
    cards = site.chronicle.published.get(publisher, ())
    if not cards:
        return ""
    slugs = site.chronicle.article_slugs
    items = "".join(
        f'<li><a href="{_BASE}articles/{addresses.escaped(slugs[card.id])}.html"{language(card.language)}>'
        f"{text(card.title or card.id)}</a></li>"
        for card in cards[:_LISTED]
    )
    return f'<section><h2>{site.label("nav.articles")}</h2><ul class="rg-rec">{items}</ul></section>'


def _take(site: Site, key: str, value: str) -> str:
    """The files that stand beside the page; what takes them along is made by the exports."""
    if site.formats is None:
        return ""
    stem = addresses.escaped(facets.path(site, key, value).rpartition("/")[2].removesuffix(".html"))
    links = " ".join(f'<a href="{stem}.{suffix}">{site.label(f"home.{key}")}</a>' for key, suffix in taken(site))
    narrow = ""
    if len(site.chronicle.events) > FEW:
        address = f"{_BASE}index.html?{urlencode({key: value})}"
        narrow = f'<p class="rg-fmt"><a href="{text(address)}">{site.label("home.narrow_label")}</a></p>'
    return f'<section><h2>{site.label("actor.take")}</h2><p class="rg-fmt">{links}</p>{narrow}</section>'


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
