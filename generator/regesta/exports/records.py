"""JSON: the whole view as one object, events with their evidence. `events.schema.json` describes it.

Doubt: a date is an object (EDTF, earliest and latest day, certainty, words); an open end is null, never a stand-in.
"""

from __future__ import annotations

from typing import Any

from regesta.exports.escaping import dumps
from regesta.exports.publication import Publication, View, rfc3339
from regesta.exports.record import event_json

MEDIA_TYPE = "application/json"
SCHEMA = "events.schema.json"
"""Where the schema of the file goes."""


def path(view: View) -> str:
    """`events.json` for the whole site."""
    return f"{view.stem or 'events'}.json"


def render(publication: Publication, view: View) -> str:
    """The object: where it comes from, its terms, its events."""
    found: dict[str, Any] = {
        "$schema": publication.address(SCHEMA),
        "title": view.title,
        "url": publication.address(view.page),
        "language": publication.site.words.language,
        "updated": rfc3339(publication.modified(view)),
    }
    if publication.licence:
        found["licence"] = {"name": publication.licence.name, "url": publication.licence.url}
    head = dumps(found)[:-1]
    events = ",\n".join(publication.once(event_json, event) for event in view.events)
    return f'{head},"events":[\n{events}\n]}}\n'
