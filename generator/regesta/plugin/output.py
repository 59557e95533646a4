"""Writes generated files into the site's folder: only those whose bytes change, each whole or not at all.

A folder that the site doesn't have yet grows under a hidden name and gets its own when all is in it; in a folder that
stands, each file is written beside the old one and takes its place in one step.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from regesta.plugin.memory import Memory, Stamp, stamp
from regesta.plugin.standing import NEW

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class Output:
    """The generated part of one site folder, during one build."""

    root: Path
    """The site's folder."""
    folders: tuple[str, ...]
    """The folders that are ours alone."""
    memory: Memory
    """What the last build made."""
    stamps: dict[str, Stamp] = field(default_factory=dict)
    """Every path that this build claims, and how its file stands."""
    changed: set[str] = field(default_factory=set)
    """The paths of files whose bytes are new, or that are gone."""
    standing: dict[str, Stamp] = field(default_factory=dict)
    """The files of our folders and of the root, as the build found them."""
    _growing: dict[str, str] = field(default_factory=dict)
    """Folders that the site doesn't have yet, and where they grow."""

    def look(self) -> None:
        """See what stands, and which folders have to be begun."""
        for name in ("", *self.folders):
            folder = self.root / name
            if folder.is_dir():
                with os.scandir(folder) as found:
                    base = f"{name}/" if name else ""
                    self.standing |= {f"{base}{one.name}": stamp(one.stat()) for one in found if one.is_file()}
            else:
                self._growing[name] = f"{self.root}/{NEW}/{name}"
                Path(self._growing[name]).mkdir(parents=True)

    def fresh(self, page: str, digest: str) -> bool:
        """Whether a page and what was made with it stand as they would be made; if so, they are claimed."""
        files = self.memory.fresh(page, digest, self.standing)
        if files is None:
            return False
        self.stamps |= files
        return True

    def made(self, page: str, digest: str, files: Iterable[tuple[str, str | bytes]]) -> None:
        """Write a page's files, and remember what it was made from."""
        self.memory.made[page] = (digest, {path: self.write(path, content) for path, content in files})

    def claim(self, paths: Iterable[str]) -> None:
        """Keep files that somebody else writes."""
        self.stamps |= dict.fromkeys(paths, "")

    def write(self, path: str, content: str | bytes) -> Stamp:
        """Put a file there, unless these very bytes stand there already; how it stands now."""
        data = content.encode() if isinstance(content, str) else content
        target = f"{self.root}/{path}"  # plain texts, not paths: this runs 10,000 times
        folder, _, name = path.rpartition("/")
        if folder in self._growing:
            found = _write(f"{self._growing[folder]}/{name}", data)
        elif path in self.standing and _holds(target, data):
            self.stamps[path] = self.standing[path]
            return self.standing[path]
        else:
            part = f"{self.root}/{folder}/.{name}.part"
            found = _write(part, data)
            os.replace(part, target)  # noqa: PTH105 - the same
        self.changed.add(path)
        self.stamps[path] = found
        return found

    def settle(self) -> None:
        """Give grown folders their names, and remove from ours what this build didn't claim."""
        for name, grown in self._growing.items():
            if any(Path(grown).iterdir()):
                Path(grown).rename(self.root / name)
            else:
                Path(grown).rmdir()
        if self._growing:
            (self.root / NEW).rmdir()
        for path in self.standing.keys() - self.stamps.keys():
            half = path.startswith(".") and path.endswith(".part")  # of a build that was killed
            if "/" in path or half or path in self.memory.files(""):
                self.changed.add(path)
                (self.root / path).unlink(missing_ok=True)


def _write(path: str, data: bytes) -> Stamp:
    file = os.open(path, _NEW_FILE, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
        return stamp(os.fstat(file))
    finally:
        os.close(file)


def _holds(path: str, data: bytes) -> bool:
    """Whether these very bytes stand there."""
    with Path(path).open("rb", buffering=0) as file:
        return os.fstat(file.fileno()).st_size == len(data) and file.read(len(data) + 1) == data
