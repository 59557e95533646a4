"""What was worked out from files before, kept in .cache/ by each file's path, size and time of change.

JSON rather than pickles: a cache that somebody slipped into a repository must not be able to run code. It can be thrown
away at any time; a file that is broken or of another form counts as empty.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson

from regesta.store.atomic import write_bytes
from regesta.store.layout import Layout


class Kept:
    """A context: what was kept is read when it opens, and written when it closes, if any of it changed."""

    def __init__(self, layout: Layout, name: str, stamp: str) -> None:
        """`name` is the file's stem in .cache/; `stamp` changes with the form of what is kept and how it is made."""
        self.file = layout.cache / f"{name}.json"
        self.stamp = stamp
        self.before: Mapping[str, list[Any]] = {}
        self.after: dict[str, list[Any]] = {}

    def __enter__(self) -> Self:
        """Read what was kept."""
        try:
            found = orjson.loads(self.file.read_bytes())
            self.before = found["kept"] if found["stamp"] == self.stamp else {}
        except (OSError, ValueError, KeyError, TypeError):
            self.before = {}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was asked for or put in this time; a folder that can't be written is no fault."""
        if kind is not None or self.after == self.before:
            return
        try:
            write_bytes(self.file, orjson.dumps({"stamp": self.stamp, "kept": self.after}))
        except (OSError, orjson.JSONEncodeError):  # the latter for lone surrogates, which UTF-8 can't hold
            return

    def get(self, key: str, state: str) -> Any:
        """What was kept under this key in this state, or None."""
        found = self.before.get(key)
        if found is None or found[0] != state:
            return None
        self.after[key] = found
        return found[1]

    def put(self, key: str, state: str, value: Any) -> None:
        """Keep a value: None, texts, numbers, lists and mappings of them."""
        self.after[key] = [state, value]


@cache
def program() -> str:
    """A digest that changes with this program and what its results hang on: its files, Python, CLDR and fonts."""
    files = (path for path in Path(__file__).parent.parent.rglob("*") if path.suffix in (".py", ".yml", ".json"))
    found = [sys.version, version("babel"), version("pillow"), *(f"{path} {state(path)}" for path in sorted(files))]
    return sha256("\n".join(found).encode()).hexdigest()


def state(path: Path | str) -> str:
    """What changes when a file is written: its time of change and its size. Raises FileNotFoundError."""
    found = os.stat(path)  # noqa: PTH116 - runs for every record; pathlib takes twice as long
    return f"{found.st_mtime_ns} {found.st_size}"
