"""oEmbed 1.0 (oembed.com): what a site that is given an event's address may show in its place.

A static site can't answer a query, so an event has a file of its own, which its page names (discovery by a link). Those
events have one that have a picture, since it goes along as the thumbnail.

The frame is sandboxed: it may run its own scripts, keep its own settings, and lead a reader who clicks to the whole
site; it may not touch the page around it.
"""

from __future__ import annotations

from regesta.exports import picture
from regesta.exports.content import headline
from regesta.exports.escaping import dumps
from regesta.exports.publication import Publication
from regesta.model.event import Event
from regesta.pages.markup import text

MEDIA_TYPE = "application/json+oembed"
WIDTH, HEIGHT = 640, 360
"""The frame's size in pixels; it scrolls where an event needs more."""


def path(event: Event) -> str:
    """Beside the event's page."""
    return f"events/{event.id}.oembed.json"


def render(publication: Publication, event: Event) -> str:
    """The answer: a frame that shows the event's page without the site around it."""
    title = headline(publication, event)
    address = f"{publication.event_address(event)}?embed"
    frame = (
        f'<iframe src="{text(address)}" title="{text(title)}" width="{WIDTH}" height="{HEIGHT}" '
        'loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-top-navigation-by-user-activation" '
        'style="border:0;max-width:100%"></iframe>'
    )
    found = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": publication.site.name,
        "provider_url": publication.address(""),
        "html": frame,
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": publication.address(picture.path(event)),
        "thumbnail_width": picture.WIDTH,
        "thumbnail_height": picture.HEIGHT,
    }
    return f"{dumps(found)}\n"
