"""Atom 1.0 (RFC 4287): the records that changed last, newest first, for feed readers.

Written as text with every value escaped: a library that builds a tree takes ten times as long for the same bytes.

Doubt: `updated` and `published` are the record's own days, never the event's, which Atom has no element for. The date
of the event is in the title in words and, as EDTF, in `dcterms:temporal`.
"""

from __future__ import annotations

from datetime import datetime

from regesta.exports.content import headline, html
from regesta.exports.escaping import attribute, xml
from regesta.exports.publication import Publication, View, rfc3339
from regesta.model.event import Event
from regesta.pages import addresses

MEDIA_TYPE = "application/atom+xml"
MOST = 100
"""How many entries the site's feed holds; the whole is in the JSON."""
MOST_OF_PART = 25
"""The same for the feed of an actor and the like, of which there are many."""

_NAMESPACES = 'xmlns="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/"'


def path(view: View) -> str:
    """`feed.xml` for the whole site, `<stem>.xml` for a part."""
    return f"{view.stem or 'feed'}.xml"


def render(publication: Publication, view: View) -> str:
    """The feed."""
    entries = [
        publication.once(_entry, event)
        for event in publication.latest(view.events, MOST_OF_PART if view.stem else MOST)
    ]
    return feed(publication, view, path=path(view), updated=publication.modified(view), entries=entries)


def feed(publication: Publication, view: View, *, path: str, updated: datetime, entries: list[str]) -> str:
    """A feed that lives at `path` and belongs to the view's page, around entries that are XML already."""
    licence = publication.licence
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<feed {_NAMESPACES} xml:lang={attribute(publication.site.words.language)}>",
        f"<id>{xml(publication.identifier(path))}</id>",
        f"<title>{xml(feed_title(publication, view))}</title>",
        f"<subtitle>{xml(publication.description)}</subtitle>" if publication.description else "",
        f"<updated>{rfc3339(updated)}</updated>",
        f"<author><name>{xml(publication.site.name)}</name></author>",
        f'<link rel="self" type="{MEDIA_TYPE}" href={attribute(publication.address(path))}/>',
        f'<link rel="alternate" type="text/html" href={attribute(publication.address(view.page))}/>',
        f"<rights>{xml(licence.name)}</rights>" if licence else "",
        f'<link rel="license" href={attribute(licence.url)}/>' if licence else "",
        "<generator>Regesta</generator>",
        *entries,
        "</feed>\n",
    ]
    return "\n".join(part for part in parts if part)


def feed_title(publication: Publication, view: View) -> str:
    """The view's title; with the site's name where that is another."""
    name = publication.site.name
    return name if view.title == name else f"{view.title} – {name}"


def _entry(publication: Publication, event: Event) -> str:
    words = publication.site.words
    came = publication.came(event)
    parts = [
        "<entry>",
        f"<id>{xml(publication.identifier(addresses.event(event.id)))}</id>",
        f"<title>{xml(headline(publication, event))}</title>",
        f'<link rel="alternate" type="text/html" href={attribute(publication.event_address(event))}/>',
        f"<updated>{rfc3339(publication.changed(event))}</updated>",
        f"<published>{rfc3339(came)}</published>" if came else "",
        f"<dcterms:temporal>{xml(event.date.text)}</dcterms:temporal>" if event.date else "",
        f"<category term={attribute(event.type)} label={attribute(words(f'types.{event.type}'))}/>",
        f"<summary>{xml(publication.summary(event))}</summary>" if event.summary else "",
        f'<content type="html">{xml(html(publication, event))}</content>',
        "</entry>",
    ]
    return "\n".join(part for part in parts if part)
