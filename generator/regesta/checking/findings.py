"""A finding: an error that has to be mended, or a warning that a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from regesta import yamlio
from regesta.errors import ContentError, Location
from regesta.yamlio import KeyPath

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or looks it."""

    error: ContentError
    """What, where, and the cure."""
    level: Level = "error"
    """Errors fail the check, warnings don't."""

    def as_json(self) -> dict[str, Any]:
        """For machines: path, line, column, level, message, hint."""
        place = self.error.location
        return {
            "path": place.path.as_posix() if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            "level": self.level,
            "message": self.error.message,
            "hint": self.error.hint,
        }


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding before its line is known: keys instead of a place."""

    keys: KeyPath
    """Where in the file."""
    message: str
    """What is wrong, the value quoted."""
    hint: str | None = None
    """The cure."""
    level: Level = "error"
    """Error or warning."""


def locate(doubts: Iterable[Doubt], file: Path, shown: Path) -> Iterator[Finding]:
    """The doubts about one YAML file, at their lines; the file is parsed again only where there are any."""
    found = list(doubts)
    if not found:
        return
    places = yamlio.parse_located(file.read_text(encoding="utf-8"), shown)
    for doubt in found:
        error = ContentError(doubt.message, location=places.location(doubt.keys), hint=doubt.hint)
        yield Finding(error, doubt.level)


def about_file(shown: Path, message: str, hint: str | None = None, level: Level = "error") -> Finding:
    """A finding that concerns a whole file."""
    return Finding(ContentError(message, location=Location(path=shown), hint=hint), level)
