"""The side column of an event: its neighbours in time, how to cite it, its address, and the record behind it."""

from __future__ import annotations

from regesta.model.event import Event
from regesta.pages import addresses
from regesta.pages.markup import link, text
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
        title=text(inner),
        date=text(site.dates.say(event.date)),
        site=f"<i>{text(site.name)}</i>",
    )
    address = text(f"{site.url}{addresses.escaped(addresses.event(event.id))}")
    said = f' data-copy="{text(site.words("event.copy"))}" data-copied="{text(site.words("event.copied"))}"'
    return (
        f'<section><h2>{site.label("event.cite")}</h2><p class="rg-cite">{cited}</p>'
        f"{site.formats(event) if site.formats else ''}</section>"
        f'<section><h2>{site.label("event.address")}</h2><p class="rg-perm"{said}><code>{address}</code></p></section>'
    )


def _record(site: Site, event: Event) -> str:
    items = [f"<li>{site.label(f'reviews.{event.review}')}</li>"]
    path = addresses.escaped(site.records.get(event.id, f"events/{event.id}.yml"))
    if site.edit:
        items.append(f"<li>{link(site.edit + path, site.label('event.correct'), ' class=rg-edit')}</li>")
    if site.history:
        items.append(f"<li>{link(site.history + path, site.label('event.history'))}</li>")
    return f'<section><h2>{site.label("event.record")}</h2><ul class="rg-rec">{"".join(items)}</ul></section>'
