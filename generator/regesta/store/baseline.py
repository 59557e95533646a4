"""What the generator wrote last time: the base of every merge, in content/.baseline/.

    events/<id>.json     the record as the generator would have it
    articles.json        per article, the sidecar's keys that the generator filled (articles.pending.json: will fill)
    actors.json          per name, what the generator proposed; places.json is alike

JSON, so that nobody takes these files for records. A record is written before its baseline: a run that is killed
between the two leaves a record that merges to itself, merge(base, merged, theirs) = merged. A record that goes is
marked `retired` here first, so that a killed run isn't taken for a person's deletion.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from regesta.errors import Location, RunAborted
from regesta.store.atomic import write
from regesta.store.layout import Layout

RETIRED = "retired"
"""Marks a base whose record the generator is about to take away."""


class Baseline:
    """Reads and writes content/.baseline/."""

    def __init__(self, layout: Layout) -> None:
        """Nothing is read yet."""
        self.layout = layout
        self.tables: dict[str, dict[str, Any]] = {}

    def events(self) -> dict[str, dict[str, Any]]:
        """Every base record by its id."""
        folder = self.layout.baseline / "events"
        return {path.stem: self._read(path) for path in sorted(folder.glob("*.json"))}

    def write_event(self, name: str, record: dict[str, Any]) -> bool:
        """Remember a record as the generator would have it; whether that changed."""
        return self._write(self._event(name), record)

    def retire_event(self, name: str, record: dict[str, Any]) -> None:
        """Mark a base before its record is taken away."""
        self._write(self._event(name), {RETIRED: "yes", **record})

    def drop_event(self, name: str) -> None:
        """Forget a base."""
        self._event(name).unlink(missing_ok=True)

    def table(self, name: str) -> dict[str, Any]:
        """articles, actors or places: what the generator wrote, by article or name."""
        if name not in self.tables:
            path = self.layout.baseline / f"{name}.json"
            self.tables[name] = self._read(path) if path.is_file() else {}
        return dict(self.tables[name])

    def write_table(self, name: str, table: dict[str, Any]) -> bool:
        """Remember one of the tables, in alphabetical order; no file is made for an empty one."""
        path = self.layout.baseline / f"{name}.json"
        if not table and not path.is_file():
            return False
        self.tables[name] = dict(sorted(table.items()))
        return self._write(path, self.tables[name])

    def drop_table(self, name: str) -> None:
        """Forget a table."""
        self.tables.pop(name, None)
        (self.layout.baseline / f"{name}.json").unlink(missing_ok=True)

    def _event(self, name: str) -> Path:
        return self.layout.baseline / "events" / f"{name}.json"

    def _write(self, path: Path, value: dict[str, Any]) -> bool:
        return write(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            found = json.loads(path.read_bytes())
        except ValueError as error:
            found = error
        if isinstance(found, dict):
            return found
        raise RunAborted(
            "this file of the generator is damaged",
            location=Location(path=self.layout.shown(path)),
            hint="fetch it from git again: git checkout -- content/.baseline",
        )
