"""Which formats there are, and what files and pieces of HTML come of them: what the host calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from regesta.exports import (
    atom,
    bibtex,
    browse,
    corrections,
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
from regesta.model.event import Event
from regesta.pages import about
from regesta.pages.entries import MANY
from regesta.pages.markup import text

OF_SITE: tuple[Format, ...] = (
    atom,
    jsonfeed,
    corrections,
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
OF_VIEW: dict[str, Format] = {"xml": atom, "ics": ics, "csv": table, "json": records}
"""What a part of it may offer, by suffix; the part's page says which of them it does."""


def site_files(publication: Publication) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the whole site."""
    view = whole(publication)
    long = len(view.events) > MANY
    for form in (*OF_SITE, browse) if long else OF_SITE:
        yield form.path(view), form.render(publication, view)


def view_files(publication: Publication, view: View) -> Iterator[tuple[str, str]]:
    """Path and text of every file of a part."""
    for _, suffix in about.taken(publication.site):
        form = OF_VIEW[suffix]
        yield form.path(view), form.render(publication, view)


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
        link = f'<link rel="alternate" type="{oembed.MEDIA_TYPE}" href="{text(address)}" title="{text(title)}">'
    return f"{opengraph.tags(publication, event)}{link}{jsonld.element(publication, event)}"


def view_head(publication: Publication, view: View) -> str:
    """HTML for the head of a view's page: where its feed is."""
    address, title = publication.address(atom.path(view)), atom.feed_title(publication, view)
    return f'<link rel="alternate" type="{atom.MEDIA_TYPE}" href="{text(address)}" title="{text(title)}">'


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
        f"<details><summary>{text(name)}</summary><pre><code>{text(said)}</code></pre></details>"
        for name, said in citations(publication, event).items()
    ]
    return f'<div class="rg-formats">{"".join(parts)}</div>'
