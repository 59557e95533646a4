"""What the pages of the last build were made from, and how their files were left, so that none is made in vain.

A page is fresh where it would be made from the same as last time, and all its files stand as that build left them, by
time and size. The second half matters: a build that was killed may have written pages that no memory knows, and people
may touch the site's folder.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import orjson

Stamp = str
"""When a file was written and how long it is."""


@dataclass(slots=True)
class Memory:
    """One site folder's memory, in a file outside it."""

    file: Path | None
    """Where it is kept; None for a build that remembers nothing."""
    made: dict[str, tuple[str, dict[str, Stamp]]] = field(default_factory=dict)
    """For each page of this build the digest of what it was made from, and its files' stamps."""
    _before: dict[str, tuple[str, dict[str, Stamp]]] = field(default_factory=dict)

    def recall(self) -> None:
        """Read what the last build kept; whatever is wrong with the file means nothing."""
        try:
            found = orjson.loads(self.file.read_bytes()) if self.file else {}
            self._before = {path: (digest, dict(files)) for path, (digest, files) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            self._before = {}

    def files(self, page: str) -> frozenset[str]:
        """The files that the last build made with a page."""
        return frozenset(self._before[page][1]) if page in self._before else frozenset()

    def fresh(self, page: str, digest: str, standing: dict[str, Stamp]) -> dict[str, Stamp] | None:
        """The files of a page that needn't be made again, with their stamps, or None."""
        known = self._before.get(page)
        if known is None or known[0] != digest:
            return None
        for path, stamp in known[1].items():
            if standing.get(path) != stamp:
                return None
        self.made[page] = known
        return known[1]

    def keep(self) -> None:
        """Write down this build's, in one step."""
        if self.file and self.made != self._before:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part = self.file.with_suffix(".part")
            part.write_bytes(orjson.dumps(self.made))
            part.replace(self.file)


def stamp(found: os.stat_result) -> Stamp:
    """A file's stamp."""
    return f"{found.st_mtime_ns} {found.st_size}"
