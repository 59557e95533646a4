"""The side column of an event: its neighbours in time, how to cite it, its address, and the record behind it."""

from __future__ import annotations

from regesta.model.event import Event
from regesta.pages import addresses, corrections
from regesta.pages.entries import MANY
from regesta.pages.markup import escape, link, text
from regesta.pages.page import Site


def aside(site: Site, event: Event) -> str:
    """The column."""
    return (
        f'<aside class="rg-evp__a" aria-label="{text(site.words("event.about"))}" data-pagefind-ignore>'
        f"{_neighbours(site, event)}{_cite(site, event)}{_record(site, event)}</aside>"
    )


def _neighbours(site: Site, event: Event) -> str:
    found = site.chronicle.sequence
    at = site.positions[event.id]
    items = []
    for key, index in (("before", at - 1), ("after", at + 1)):
        if 0 <= index < len(found):
            other = found[index]
            items.append(
                f"<li><span>{site.label(f'event.{key}')}</span>{site.event_link(other, '../')}"
                f"<small>{site.when(other)}</small></li>"
            )
    if not items:
        return ""
    return f'<section><h2>{site.label("event.near")}</h2><ul class="rg-nb">{"".join(items)}</ul></section>'


def _cite(site: Site, event: Event) -> str:
    title, _ = site.title(event)
    inner = title.replace("“", "‘").replace("”", "’")
    cited = site.label(
        "event.citation",
        title=escape(inner),
        date=text(site.dates.say(event.date)),
        site=f"<i>{text(site.name)}</i>",
    )
    address = escape(f"{site.url}{addresses.escaped(addresses.event(event.id))}")
    said = f' data-copy="{text(site.words("event.copy"))}" data-copied="{text(site.words("event.copied"))}"'
    return (
        f'<section><h2>{site.label("event.cite")}</h2><p class="rg-cite">{cited}</p>'
        f"{site.formats(event) if site.formats else ''}</section>"
        f'<section><h2>{site.label("event.address")}</h2><p class="rg-perm"{said}><code>{address}</code></p></section>'
    )


def _record(site: Site, event: Event) -> str:
    items = [f"<li>{site.label(f'reviews.{event.review}')}</li>", *_past(site, event)]
    path = addresses.escaped(site.records.get(event.id, f"events/{event.id}.yml"))
    if site.edit:
        items.append(f"<li>{link(site.edit + path, site.label('event.correct'), ' class=rg-edit')}</li>")
    if site.history:
        items.append(f"<li>{link(site.history + path, site.label('event.history'))}</li>")
    return (
        f'<section><h2>{site.label("event.record")}</h2><ul class="rg-rec">{"".join(items)}</ul></section>'
        f"{_take(site, event)}"
    )


def _past(site: Site, event: Event) -> list[str]:
    """When the record came in and last changed, and the way to its corrections; nothing where that isn't known."""
    revised = site.chronicle.revisions.get(event.id)
    if revised is None:
        return []
    first, last = (text(site.dates.day(moment.date().toordinal())) for moment in (revised.first, revised.last))
    said = [site.label("event.first_written", date=first)]
    if last != first:
        said.append(site.label("event.last_changed", date=last))
    found = site.chronicle.changes_of.get(event.id)
    if found:
        count = text(site.words("event.corrections", n=len(found)))
        said.append(f'<a href="../{corrections.PATH}#{text(corrections.anchor(found[0]))}">{count}</a>')
    return [f"<li>{one}</li>" for one in said]


def _take(site: Site, event: Event) -> str:
    """The event alone as a file, cut by a script out of the files of the whole; a long chronology's are too big."""
    if site.formats is None or len(site.chronicle.events) > MANY:
        return ""
    files = (("json", "events.json", "json"), ("ics", "events.ics", "calendar"), ("csv", "events.csv", "csv"))
    links = " ".join(
        f'<a href="../{file}" data-take="{kind}" data-id="{text(event.id)}">{site.label(f"home.{name}")}</a>'
        for kind, file, name in files
    )
    return f'<section><h2>{site.label("actor.take")}</h2><p class="rg-fmt">{links}</p></section>'
