"""Where a project's files stand: the one place that knows the folders' names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from regesta.errors import RunAborted

MARKERS = ("content", "seeds")
"""A folder that holds mkdocs.yml and one of these is a project."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of one project."""

    root: Path
    """The project's own folder, which holds mkdocs.yml."""

    @property
    def seeds(self) -> Path:
        """The articles as they were saved, each with its sidecar."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """What is published."""
        return self.root / "content"

    @property
    def events(self) -> Path:
        """The records."""
        return self.content / "events"

    @property
    def actors(self) -> Path:
        """The authority file of persons, organisations, states and groups."""
        return self.content / "actors.yml"

    @property
    def places(self) -> Path:
        """The authority file of places."""
        return self.content / "places.yml"

    @property
    def judgements(self) -> Path:
        """What people decided on pairs."""
        return self.content / "judgements.yml"

    @property
    def baseline(self) -> Path:
        """What the generator wrote last."""
        return self.content / ".baseline"

    @property
    def schemas(self) -> Path:
        """The JSON Schemas, for editors."""
        return self.content / ".schemas"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.root / ".cache"

    def shown(self, path: Path) -> Path:
        """A path as messages name it: relative to the project where it lies in it."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    def article_files(self) -> tuple[Path, ...]:
        """Every file in seeds/ that isn't a sidecar or hidden, by name."""
        if not self.seeds.is_dir():
            return ()
        with os.scandir(self.seeds) as found:
            names = sorted(
                one.name
                for one in found
                if not one.name.endswith((".yml", ".yaml")) and not one.name.startswith(".") and one.is_file()
            )
        return tuple(self.seeds / name for name in names)

    def sidecar(self, article: str) -> Path:
        """Where the sidecar of an article stands, or would stand."""
        return self.seeds / f"{article}.yml"

    def record_files(self) -> tuple[Path, ...]:
        """Every record, by path; folders below events/ mean nothing."""
        return tuple(map(Path, self.record_paths()))

    def record_paths(self) -> tuple[str, ...]:
        """The same as texts, for whoever needs no more of 10,000 of them."""
        found = [
            ((*parts, name), f"{folder}{os.sep}{name}")
            for folder, _, names in os.walk(self.events)
            for parts in [Path(folder).parts]
            for name in names
            if name.endswith(".yml")
        ]
        found.sort()  # by parts, as paths are sorted; to sort 10,000 paths themselves takes long
        return tuple(path for _, path in found)


def find_project(start: Path) -> Layout:
    """The project that `start` lies in: the nearest folder upwards that looks like one.

    Raises RunAborted where there is none.
    """
    for folder in (start, *start.absolute().parents):
        if (folder / "mkdocs.yml").is_file() and any((folder / name).is_dir() for name in MARKERS):
            return Layout(folder)
    raise RunAborted(
        f'"{start}" is no chronology: it holds no mkdocs.yml with a content/ or seeds/ folder beside it',
        hint="begin one with `regesta new DIR`, or name it: `regesta --project DIR …`",
    )
