"""Writes generated files into the site's folder: only those whose bytes change, and none is made again in vain.

The host empties the folder before every build. Our folders are renamed out of its way before and back after, so that
what hasn't changed stays on the disk; what no page claims any more is removed at the end.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

KEPT = ".regesta-kept"
"""Where folders wait while the host empties the site; it leaves hidden names alone."""


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class Output:
    """The generated part of one site folder, during one build."""

    root: Path
    """The site's folder."""
    folders: tuple[str, ...]
    """The folders that are ours alone."""
    written: set[str] = field(default_factory=set)
    """Paths claimed by this build."""
    changed: set[str] = field(default_factory=set)
    """Those whose bytes are new."""
    cache: Path | None = None
    """Where it is remembered what each page was made from; None to make all of them."""
    made: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    """For a page's path, the digest of what it was made from, and the files that were made with it."""
    _before: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    _standing: set[str] = field(default_factory=set)

    def set_aside(self) -> None:
        """Rename our folders out of the way of the host's cleaning; what a killed build left comes back first."""
        self.bring_back()
        kept = self.root / KEPT
        for name in self.folders:
            if (self.root / name).is_dir():
                kept.mkdir(parents=True, exist_ok=True)
                (self.root / name).rename(kept / name)

    def bring_back(self) -> None:
        """Rename them back."""
        kept = self.root / KEPT
        if not kept.is_dir():
            return
        for folder in sorted(kept.iterdir()):
            if (self.root / folder.name).exists():
                _remove(folder)
            else:
                folder.rename(self.root / folder.name)
        kept.rmdir()

    def remember(self) -> None:
        """Read what last build's pages were made from, and which of them still stand."""
        try:
            self._before = json.loads(self.cache.read_bytes()) if self.cache else {}
        except (FileNotFoundError, ValueError):
            self._before = {}
        for name in self.folders:
            if self._before and (self.root / name).is_dir():
                self._standing |= {f"{name}/{found.name}" for found in os.scandir(self.root / name)}

    def fresh(self, path: str, digest: str) -> bool:
        """Whether this page stands as it would be made; if so, it and what was made with it are claimed."""
        known = self._before.get(path)
        if known is None or known[0] != digest or not self._standing.issuperset((path, *known[1])):
            return False
        self.made[path] = known
        self.written.update((path, *known[1]))
        return True

    def keep(self) -> None:
        """Write down what this build's pages were made from."""
        if self.cache:
            self.cache.parent.mkdir(parents=True, exist_ok=True)
            part = self.cache.with_suffix(".part")
            part.write_text(json.dumps(self.made, separators=(",", ":")))
            part.replace(self.cache)

    def write(self, path: str, content: str | bytes) -> None:
        """Put a file there, unless these very bytes stand there already."""
        data = content.encode() if isinstance(content, str) else content
        folder, _, name = path.rpartition("/")
        target, part = (
            f"{self.root}/{path}",
            f"{self.root}/{folder}/.{name}.part",
        )  # plain texts: this runs 10,000 times
        self.written.add(path)
        if _holds(target, data):
            return
        self.changed.add(path)
        try:
            file = os.open(part, _NEW)
        except FileNotFoundError:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            file = os.open(part, _NEW)
        try:
            _write_all(file, data)
        finally:
            os.close(file)
        Path(part).replace(target)

    def claim(self, path: str) -> None:
        """Keep a file that somebody else writes."""
        self.written.add(path)

    def sweep(self, folders: tuple[str, ...]) -> None:
        """Remove from these folders what this build didn't claim."""
        for name in folders:
            for found in os.scandir(self.root / name) if (self.root / name).is_dir() else ():
                path = f"{name}/{found.name}"
                if found.is_file() and path not in self.written:
                    self.changed.add(path)
                    Path(found.path).unlink()


def _holds(path: str, data: bytes) -> bool:
    """Whether these very bytes stand there."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return False
    try:
        return os.fstat(file).st_size == len(data) and os.read(file, len(data) + 1) == data
    finally:
        os.close(file)


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _remove(folder: Path) -> None:
    for found in folder.iterdir():
        _remove(found) if found.is_dir() else found.unlink()
    folder.rmdir()
