"""OpenGraph (ogp.me) and its like: what is shown where somebody shares an event's address.

Doubt: the description begins with the date in words. `article:published_time` would be read as the event's day and is
left out; `article:modified_time` is the record's.
"""

from __future__ import annotations

from regesta.exports import picture
from regesta.exports.escaping import line
from regesta.exports.publication import Publication, View, rfc3339
from regesta.model.event import Event
from regesta.pages.markup import escape, text

_LONGEST = 300


def tags(publication: Publication, event: Event) -> str:
    """Meta elements for the head, with the event's picture where it has one."""
    pictured = event.id in publication.pictured
    site, face, revised = publication.site, publication.face(event), publication.revised(event)
    found = {
        "og:type": "article",
        "og:site_name": line(site.name),
        "og:title": face.title,
        "og:description": description(publication, event),
        "og:url": face.address,
        "og:locale": str(site.words.locale),
        "article:modified_time": rfc3339(revised) if revised else "",
    }
    if pictured:
        found["og:image"] = publication.address(picture.path(event))
        found["og:image:width"], found["og:image:height"] = str(picture.WIDTH), str(picture.HEIGHT)
        found["og:image:alt"] = f"{face.heading}. {face.title}"
    card = "summary_large_image" if pictured else "summary"
    metas = [f'<meta property="{name}" content="{escape(value)}">' for name, value in found.items() if value]
    return f'{"".join(metas)}<meta name="twitter:card" content="{card}">'


def of_view(publication: Publication, view: View) -> str:
    """The same for a list: what it is, and how many events it has."""
    site = publication.site
    said = publication.description if not view.stem and publication.description else ""
    found = {
        "og:type": "website",
        "og:site_name": line(site.name),
        "og:title": line(view.title),
        "og:description": line(said or site.words("counts.events", n=len(view.events))),
        "og:url": publication.address(view.page),
        "og:locale": str(site.words.locale),
    }
    metas = "".join(f'<meta property="{name}" content="{text(value)}">' for name, value in found.items() if value)
    return f'{metas}<meta name="twitter:card" content="summary">'


def description(publication: Publication, event: Event) -> str:
    """The date in words and the summary, cut at a word."""
    face = publication.face(event)
    said = f"{face.heading}. {face.summary}".strip()
    if len(said) <= _LONGEST:
        return said
    return f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
