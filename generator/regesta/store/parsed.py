"""Valid records that were parsed before, so that only what changed is parsed again.

JSON rather than pickles: a cache that somebody slipped into a repository must not be able to run code.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from regesta.store.atomic import write
from regesta.store.layout import Layout
from regesta.store.schemas import Kind, text

FORM = "1"
"""Changes when what is kept changes its shape."""


class Parsed:
    """A context: kept records are read when it opens, and written when it closes, if any changed."""

    def __init__(self, layout: Layout) -> None:
        """Nothing is read yet."""
        self.layout = layout
        self.file = layout.cache / "records.json"
        self.stamp = sha256(f"{FORM} {text(Kind.EVENT)}".encode()).hexdigest()
        self.before: dict[str, list[Any]] = {}
        self.after: dict[str, list[Any]] = {}

    def __enter__(self) -> Self:
        """Read what was kept; whatever is wrong with the file means that nothing was."""
        try:
            found = json.loads(self.file.read_bytes())
            if found["stamp"] == self.stamp:
                self.before = found["records"]
        except (OSError, ValueError, KeyError, TypeError):
            self.before = {}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what is there now, unless nothing changed; a folder that can't be written is no fault."""
        if kind is not None or self.after == self.before:
            return
        try:
            kept = json.dumps({"stamp": self.stamp, "records": self.after}, ensure_ascii=False)
            write(self.file, kept)
        except OSError:
            return

    def get(self, path: Path) -> Any:
        """The record of a file that has not changed since it was kept, or None."""
        found = self.before.get(str(self.layout.shown(path)))
        if found is None or found[0] != _state(path):
            return None
        self.after[str(self.layout.shown(path))] = found
        return found[1]

    def keep(self, path: Path, record: Any) -> None:
        """Keep a valid record."""
        self.after[str(self.layout.shown(path))] = [_state(path), record]


def _state(path: Path) -> str:
    found = path.stat()
    return f"{found.st_mtime_ns} {found.st_size}"
