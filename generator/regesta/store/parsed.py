"""Records and sidecars that were parsed before, so that only what changed is parsed again."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from regesta.store.kept import Kept, state
from regesta.store.layout import Layout
from regesta.store.schemas import Kind, text

FORM = "2"
"""Changes when what is kept changes its shape."""
NAMES = {Kind.EVENT: "records", Kind.ARTICLE: "sidecars"}
"""The kinds of files that there are many of, and what their cache is called."""


class Parsed(Kept):
    """What is kept of a project's files of one kind: those that had no fault."""

    def __init__(self, layout: Layout, kind: Kind) -> None:
        """Nothing is read yet."""
        super().__init__(layout, NAMES[kind], sha256(f"{FORM} {text(kind)}".encode()).hexdigest())
        self.root = f"{layout.root}{os.sep}"

    def record(self, path: Path | str) -> Any:
        """The value of a file that has not changed since it was kept, or None."""
        return self.get(self._key(path), state(path))

    def keep(self, path: Path | str, value: Any) -> None:
        """Keep a valid value."""
        self.put(self._key(path), state(path), value)

    def _key(self, path: Path | str) -> str:
        return str(path).removeprefix(self.root)
