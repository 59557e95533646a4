"""JSON Feed of corrections: the same as the Atom one, for readers and scripts that speak JSON.

Doubt: nothing here dates an event; `date_published` is the day of the change.
"""

from __future__ import annotations

from typing import Any

from regesta.exports import jsonfeed
from regesta.exports.atom import MOST
from regesta.exports.corrections import place, said
from regesta.exports.escaping import dumps, line
from regesta.exports.publication import Publication, View, rfc3339
from regesta.model.change import Change
from regesta.pages import corrections

MEDIA_TYPE = jsonfeed.MEDIA_TYPE


def path(view: View) -> str:
    """One for the whole site."""
    del view
    return corrections.JSON_FEED


def render(publication: Publication, view: View) -> str:
    """The feed."""
    title = publication.site.words("nav.corrections")
    own = View(title=title, page=corrections.PATH, stem="corrections", events=())
    found = jsonfeed.head(publication, own, path(view))
    found["items"] = [_item(publication, change) for change in publication.site.chronicle.changes[:MOST]]
    return f"{dumps(found, indent=1)}\n"


def _item(publication: Publication, change: Change) -> dict[str, Any]:
    page, title, content = said(publication, change)
    return {
        "id": publication.identifier(place(change)),
        "url": publication.address(page),
        "title": line(title),
        "content_html": content,
        "date_published": rfc3339(change.when),
    }
