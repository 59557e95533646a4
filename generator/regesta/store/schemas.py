"""The JSON Schemas of the files that people edit: read for our own checks, and shipped into projects for editors.

A project carries its own copy in content/.schemas/, so that the first line of a record can name it by a relative path:
completion then works in every editor with a YAML language server, offline and in a fork.
"""

from __future__ import annotations

import json
import os
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from regesta.store.atomic import write
from regesta.store.layout import Layout


class Kind(StrEnum):
    """A kind of file that has a schema; the value is the schema's name."""

    EVENT = "event"
    """A record."""
    ARTICLE = "article"
    """A sidecar."""
    ACTORS = "actors"
    """The authority file of actors."""
    PLACES = "places"
    """The authority file of places."""
    JUDGEMENTS = "judgements"
    """What people decided."""

    @property
    def file(self) -> str:
        """The schema's file name."""
        return f"{self.value}.schema.json"


def text(kind: Kind) -> str:
    """The schema as it is shipped."""
    return (files("regesta.store") / "schema" / kind.file).read_text(encoding="utf-8")


@cache
def load(kind: Kind) -> dict[str, Any]:
    """The schema as a mapping."""
    found: dict[str, Any] = json.loads(text(kind))
    return found


def keys(kind: Kind) -> tuple[str, ...]:
    """The keys that a file of this kind may have, in canonical order; of its members, where it is a list."""
    schema = load(kind)
    return tuple((schema if "properties" in schema else schema["items"])["properties"])


@cache
def source_keys() -> tuple[str, ...]:
    """The keys of a record's source, in canonical order."""
    return tuple(load(Kind.EVENT)["$defs"]["source"]["properties"])


def ship(layout: Layout) -> bool:
    """Bring the project's copies up to date; whether any of them changed."""
    return bool(sum(write(layout.schemas / kind.file, text(kind)) for kind in Kind))


def modeline(layout: Layout, kind: Kind, path: Path) -> str:
    """The first line of a new file at `path`, which names its schema to editors."""
    reference = Path(os.path.relpath(layout.schemas / kind.file, path.parent)).as_posix()
    return f"# yaml-language-server: $schema={reference}\n"
