"""The JSON Schema of `events.json` and `events.jsonl`: a file of the package, published beside what it describes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from regesta.exports.publication import Publication, View
from regesta.exports.records import SCHEMA

MEDIA_TYPE = "application/schema+json"


def path(view: View) -> str:
    """One for all views."""
    del view
    return SCHEMA


def render(publication: Publication, view: View) -> str:
    """The schema."""
    del publication, view
    return _text()


@cache
def _text() -> str:
    return (files("regesta.exports") / "schema" / SCHEMA).read_text(encoding="utf-8")
