"""Frictionless Data Package (v1): what the files are and what the CSV's columns mean, for tools that load tables.

Doubt: `date` is EDTF and so a string; `earliest` and `latest` are dates where every day of this chronology fits the
calendar of years 1 to 9999 that tables know, else strings. An empty cell is an open end, not a missing value.
"""

from __future__ import annotations

from typing import Any

from regesta.exports import lines, records, table
from regesta.exports.escaping import dumps
from regesta.exports.publication import Publication, View, rfc3339
from regesta.model.event import Event, EventType, Review, Status
from regesta.model.interval import day_number
from regesta.pages import addresses
from regesta.pages.certainty import Certainty

MEDIA_TYPE = "application/json"

_FIRST, _LAST = day_number(1, 1, 1), day_number(9999, 12, 31)
_CONSTRAINTS: dict[str, dict[str, Any]] = {
    "id": {"required": True, "unique": True},
    "title": {"required": True},
    "certainty": {"required": True, "enum": [kind.value for kind in Certainty]},
    "type": {"required": True, "enum": [kind.value for kind in EventType]},
    "status": {"required": True, "enum": [status.value for status in Status]},
    "importance": {"required": True, "minimum": 1, "maximum": 3},
    "review": {"required": True, "enum": [review.value for review in Review]},
}
_TYPES = {"importance": "integer", "quotes": "integer"}


def path(view: View) -> str:
    """`datapackage.json`: tools look for that name."""
    return f"{view.stem}.datapackage.json" if view.stem else "datapackage.json"


def render(publication: Publication, view: View) -> str:
    """The descriptor."""
    licence = publication.licence
    found: dict[str, Any] = {
        "profile": "data-package",
        "name": addresses.slug(view.title).encode("ascii", "ignore").decode().strip("-") or "chronology",
        "title": view.title,
        "description": publication.description,
        "homepage": publication.address(view.page),
        "created": rfc3339(publication.modified(view)),
        "licenses": [{"name": licence.name, "path": licence.url}] if licence else None,
        "resources": [_table(view), _records(view), _lines(view)],
    }
    return f"{dumps({key: value for key, value in found.items() if value}, indent=1)}\n"


def _table(view: View) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": "events",
        "title": "One row an event",
        "path": table.path(view).rsplit("/", 1)[-1],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(name, meaning, view.events) for name, meaning in table.COLUMNS],
            "primaryKey": "id",
            "missingValues": [""],
        },
    }


def _field(name: str, meaning: str, events: tuple[Event, ...]) -> dict[str, Any]:
    kind = _TYPES.get(name, "string")
    if name in ("earliest", "latest") and _within_calendar(events):
        kind = "date"
    field: dict[str, Any] = {"name": name, "type": kind, "description": meaning}
    if name in _CONSTRAINTS:
        field["constraints"] = _CONSTRAINTS[name]
    return field


def _within_calendar(events: tuple[Event, ...]) -> bool:
    dates = [event.date.days for event in events if event.date]
    return all(_FIRST <= day <= _LAST for days in dates for day in (days.first, days.last) if day is not None)


def _records(view: View) -> dict[str, Any]:
    return {
        "name": "events-json",
        "title": "Events with their evidence",
        "path": records.path(view).rsplit("/", 1)[-1],
        "format": "json",
        "mediatype": records.MEDIA_TYPE,
        "encoding": "utf-8",
    }


def _lines(view: View) -> dict[str, Any]:
    return {
        "name": "events-jsonl",
        "title": "The same, one event a line",
        "path": lines.path(view).rsplit("/", 1)[-1],
        "format": "jsonl",
        "mediatype": lines.MEDIA_TYPE,
        "encoding": "utf-8",
    }
