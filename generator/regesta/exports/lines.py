"""JSON Lines: one event a line, each complete in itself, for streams and for `grep`.

Doubt is told as in the JSON: `events.schema.json#/$defs/event` describes a line.
"""

from __future__ import annotations

from regesta.exports.publication import Publication, View
from regesta.exports.record import event_json

MEDIA_TYPE = "application/jsonl"


def path(view: View) -> str:
    """`events.jsonl` for the whole site."""
    return f"{view.stem or 'events'}.jsonl"


def render(publication: Publication, view: View) -> str:
    """The lines."""
    return "".join(f"{publication.once(event_json, event)}\n" for event in view.events)
