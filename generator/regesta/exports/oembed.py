"""oEmbed 1.0 (oembed.com): what a site that is given the address of an event or a list may show in its place.

A static site can't answer a query, so an event has a file of its own, which its page names (discovery by a link). Those
events have one that have a picture, since it goes along as the thumbnail; of lists the whole chronology has one, and
where there are few, every actor, place, type and so on.

The frame is sandboxed: it may run its own scripts, keep its own settings, and lead a reader who clicks to the whole
site; it may not touch the page around it.
"""

from __future__ import annotations

from typing import Any

from regesta.exports import picture
from regesta.exports.atom import feed_title
from regesta.exports.content import headline
from regesta.exports.escaping import dumps
from regesta.exports.publication import Publication, View
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
    thumbnail = {
        "thumbnail_url": publication.address(picture.path(event)),
        "thumbnail_width": picture.WIDTH,
        "thumbnail_height": picture.HEIGHT,
    }
    return _answer(publication, headline(publication, event), publication.event_address(event), thumbnail)


def path_of_view(view: View) -> str:
    """Beside the view's page."""
    return f"{view.stem or 'index'}.oembed.json"


def render_view(publication: Publication, view: View) -> str:
    """The answer: a frame that shows the list without the site around it."""
    return _answer(publication, feed_title(publication, view), publication.address(view.page), {})


def _answer(publication: Publication, title: str, address: str, more: dict[str, Any]) -> str:
    frame = (
        f'<iframe src="{text(address)}?embed" title="{text(title)}" width="{WIDTH}" height="{HEIGHT}" '
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
        **more,
    }
    return f"{dumps(found)}\n"
