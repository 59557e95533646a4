"""Which formats there are, and what files and pieces of HTML come of them: what the host calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from regesta.exports import (
    atom,
    bibtex,
    browse,
    corrections,
    corrections_json,
    csl,
    datapackage,
    ics,
    jsonfeed,
    jsonld,
    lines,
    llms,
    oembed,
    opengraph,
    picture,
    prose,
    records,
    ris,
    robots,
    schema,
    table,
    timelinejs,
    wikipedia,
)
from regesta.exports.citation import cite
from regesta.exports.content import headline
from regesta.exports.format import Format
from regesta.exports.publication import Publication, View, whole
from regesta.exports.record import event_json
from regesta.model.event import Event
from regesta.pages import about
from regesta.pages.entries import MANY
from regesta.pages.markup import escape, text

OF_SITE: tuple[Format, ...] = (
    atom,
    jsonfeed,
    corrections,
    corrections_json,
    ics,
    table,
    records,
    lines,
    schema,
    datapackage,
    timelinejs,
    robots,
    llms,
)
"""What the whole site offers."""
OF_VIEW: dict[str, Format] = {"xml": atom, "feed.json": jsonfeed, "ics": ics, "csv": table, "json": records}
"""What a part of it may offer, by suffix; the part's page says which of them it does."""


PARTED: dict[str, Callable[[Publication, Event], str]] = {
    "events.jsonl": event_json,
    "events.ics": ics.component,
    "events.csv": table.row,
}
"""Files of the whole site that are, but for head and end, their events' parts; and what makes a part."""


def site_files(publication: Publication) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the whole site."""
    view = whole(publication)
    long = len(view.events) > MANY
    for form in (*OF_SITE, browse) if long else OF_SITE:
        yield form.path(view), form.render(publication, view)
    if _embedded(publication, view):
        yield oembed.path_of_view(view), oembed.render_view(publication, view)


def _embedded(publication: Publication, view: View) -> bool:
    """Whether the view has a file for oEmbed: the whole does, and its parts where they aren't very many."""
    return bool(publication.site.url) and (not view.stem or len(publication.site.chronicle.events) <= MANY)


def view_files(publication: Publication, view: View) -> Iterator[tuple[str, str]]:
    """Path and text of every file of a part."""
    for _, suffix in about.taken(publication.site):
        form = OF_VIEW[suffix]
        yield form.path(view), form.render(publication, view)
    if _embedded(publication, view):
        yield oembed.path_of_view(view), oembed.render_view(publication, view)


def event_files(publication: Publication, event: Event) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file that stands beside an event's page: its picture, what embeds it."""
    if event.id in publication.pictured:
        yield picture.path(event), picture.render(publication, event)
        yield oembed.path(event), oembed.render(publication, event).encode()


def event_head(publication: Publication, event: Event) -> str:
    """HTML for the head of an event's page: shared previews, structured data, oEmbed's link where the file exists."""
    link = ""
    if event.id in publication.pictured and publication.site.url:
        address, title = publication.address(oembed.path(event)), headline(publication, event)
        link = f'<link rel="alternate" type="{oembed.MEDIA_TYPE}" href="{escape(address)}" title="{escape(title)}">'
    return f"{opengraph.tags(publication, event)}{link}{jsonld.element(publication, event)}"


def view_head(publication: Publication, view: View) -> str:
    """HTML for the head of a view's page: shared previews, where its feed is, structured data, oEmbed's link."""
    title = text(atom.feed_title(publication, view))
    found = [(atom.MEDIA_TYPE, atom.path(view))]
    if not view.stem or len(publication.site.chronicle.events) <= MANY:
        found.append((jsonfeed.MEDIA_TYPE, jsonfeed.path(view)))
    if _embedded(publication, view):
        found.append((oembed.MEDIA_TYPE, oembed.path_of_view(view)))
    links = "".join(
        f'<link rel="alternate" type="{kind}" href="{text(publication.address(path))}" title="{title}">'
        for kind, path in found
    )
    return f"{opengraph.of_view(publication, view)}{links}{jsonld.of_view(publication, view)}"


def citations(publication: Publication, event: Event, accessed: date | None = None) -> dict[str, str]:
    """Every citation of an event, by the name that readers know it under."""
    site, found = publication.site, cite(publication, event, accessed)
    return {
        "Chicago": prose.chicago(site, found),
        "APA": prose.apa(site, found),
        "BibTeX": bibtex.render(found),
        "RIS": ris.render(found),
        "CSL-JSON": csl.render(found),
        "Wikipedia": wikipedia.render(found),
    }


def citations_html(publication: Publication, event: Event) -> str:
    """The same as HTML, folded, each in a block that can be selected as a whole."""
    parts = [
        f"<details><summary>{text(name)}</summary><pre><code>{escape(said)}</code></pre></details>"
        for name, said in citations(publication, event).items()
    ]
    return f'<div class="rg-formats">{"".join(parts)}</div>'
