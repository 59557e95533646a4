"""Saves what stands in the site's folder from the host, which empties it before every build.

Everything is renamed out of its way before. Our own files come back as soon as the folder is empty; what the host makes
anew is compared at the end, and where the bytes are the same, the old file takes its place again. So a file's time says
when its content changed, and nothing is copied that hasn't.

A build may be killed at any step: what waits aside is brought back by the next one, or thrown away where something
newer stands in its place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

KEPT = ".regesta-kept"
"""Where files wait while the host empties the site; it leaves hidden names alone."""
HOSTED = ".regesta-hosted"
"""Where the host writes pages that are ours to place."""
NEW = ".regesta-new"
"""Where folders grow that the site doesn't have yet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in one site's folder from the build before."""

    root: Path
    """The site's folder."""
    ours: Callable[[str], bool]
    """Whether a file or folder of the root, by its name, is made by us alone."""

    def set_aside(self) -> None:
        """Rename all out of the way of the host's cleaning; what a killed build left comes back or goes first."""
        for name in (HOSTED, NEW):
            shutil.rmtree(self.root / name, ignore_errors=True)
        self._return(lambda _: True)
        found = [path for path in _listed(self.root) if not path.name.startswith(".")]
        if found:
            (self.root / KEPT).mkdir()
        for path in found:
            path.rename(self.root / KEPT / path.name)

    def bring_back(self) -> None:
        """Rename our own back."""
        self._return(self.ours)

    def settle(self) -> None:
        """Put back what the host has made again byte for byte, and drop the rest."""
        kept = self.root / KEPT
        for old in _files(kept):
            new = self.root / old.relative_to(kept)
            if new.is_file() and new.stat().st_size == old.stat().st_size and new.read_bytes() == old.read_bytes():
                old.replace(new)
        shutil.rmtree(kept, ignore_errors=True)

    def hosted(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of every page that the host wrote for us; the folder goes when all are taken."""
        folder = self.root / HOSTED
        for path in _files(folder):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
        shutil.rmtree(folder, ignore_errors=True)

    def _return(self, wanted: Callable[[str], bool]) -> None:
        kept = self.root / KEPT
        for path in _listed(kept):
            if not wanted(path.name):
                continue
            if not (self.root / path.name).exists():
                path.rename(self.root / path.name)
            elif path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        if not _listed(kept) and kept.is_dir():
            kept.rmdir()


def _listed(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _files(folder: Path) -> list[Path]:
    return sorted(Path(found, name) for found, _, names in os.walk(folder) for name in names)
