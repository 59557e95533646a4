"""JSON Feed 1.1 (jsonfeed.org): the same feed as the Atom one, for readers and scripts that speak JSON.

Doubt: `date_published` and `date_modified` are the record's, never the event's; that one is in the title in words and
in full under `_regesta`, the extension that the format provides for.
"""

from __future__ import annotations

from typing import Any

from regesta.exports.atom import MOST, MOST_OF_PART, feed_title
from regesta.exports.content import headline, html
from regesta.exports.escaping import dumps
from regesta.exports.publication import Publication, View, rfc3339
from regesta.exports.record import date_object
from regesta.model.event import Event
from regesta.pages import addresses

MEDIA_TYPE = "application/feed+json"


def path(view: View) -> str:
    """`feed.json` for the whole site, `<stem>.feed.json` for a part."""
    return f"{view.stem}.feed.json" if view.stem else "feed.json"


def render(publication: Publication, view: View) -> str:
    """The feed."""
    found = head(publication, view, path(view))
    latest = publication.latest(view.events, MOST_OF_PART if view.stem else MOST)
    found["items"] = [publication.once(_item, event) for event in latest]
    return f"{dumps(found, indent=1)}\n"


def head(publication: Publication, view: View, path: str) -> dict[str, Any]:
    """What a feed that lives at `path` says of itself."""
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(publication, view),
        "home_page_url": publication.address(view.page),
        "feed_url": publication.address(path),
        "language": publication.site.words.language,
        "authors": [{"name": publication.site.name}],
    }
    if publication.description:
        found["description"] = publication.description
    return found


def _item(publication: Publication, event: Event) -> dict[str, Any]:
    site, came = publication.site, publication.came(event)
    found: dict[str, Any] = {
        "id": publication.identifier(addresses.event(event.id)),
        "url": publication.event_address(event),
        "title": headline(publication, event),
        "content_html": html(publication, event),
        "date_modified": rfc3339(publication.changed(event)),
        "tags": list(dict.fromkeys((site.words(f"types.{event.type}"), *event.actors, *event.places))),
        "_regesta": {
            "about": publication.address("events.schema.json"),
            "id": event.id,
            "date": date_object(event.date, publication.claim(event)),
            "type": event.type.value,
            "status": event.status.value,
        },
    }
    if event.summary:
        found["summary"] = publication.summary(event)
    if came:
        found["date_published"] = rfc3339(came)
    return found
