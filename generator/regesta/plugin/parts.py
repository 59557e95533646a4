"""Takes what unchanged events say in the big files of the whole site from these files, as the last build left them.

After one changed record, events.csv and its kin have 9,999 parts that are as before; to cut them out of the old file
costs a hundredth of making them. What is kept beside the build is only where each part stands, and a digest of what it
was made from. A file that isn't as the last build left it, by time and size, is made anew as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from regesta import exports
from regesta.model.event import Event
from regesta.pages.compact import compact
from regesta.plugin.memory import Stamp
from regesta.store.atomic import write


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of one site's files."""

    publication: exports.Publication
    """The site."""
    root: Path
    """The site's folder."""
    file: Path
    """Where it is kept which parts stand where."""
    common: str
    """A digest of what all parts hang on."""
    digest: Callable[[Event], str]
    """A digest of what an event's parts are made from."""

    def recall(self, standing: Mapping[str, Stamp]) -> None:
        """Give the publication the parts of events that haven't changed; `standing` says how files stand."""
        try:
            found = orjson.loads(self.file.read_bytes())
            if found["common"] != self.common:
                return
            known, files = found["events"], found["files"]
            same = {event.id for event in self.publication.site.chronicle.events if self._is(event, known)}
            for path, (stamp, *places) in files.items():
                if path in exports.PARTED and standing.get(path) == stamp:
                    self._cut(path, places, same)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return  # nothing was kept, or nothing that we understand

    def keep(self, texts: Mapping[str, str | bytes], stamps: Mapping[str, Stamp]) -> None:
        """Note where each event's part stands in these files, by their paths."""
        files: dict[str, list[Any]] = {}
        for path, make in exports.PARTED.items():
            text = texts.get(path)
            if isinstance(text, str):
                places = _places(self.publication.parts(make), text)
                files |= {path: [stamps[path], *places]} if places else {}
        events = {event.id: self.digest(event) for event in self.publication.site.chronicle.events}
        write(self.file, compact({"common": self.common, "events": events, "files": files}))

    def _is(self, event: Event, known: Mapping[str, str]) -> bool:
        return known.get(event.id) == self.digest(event)

    def _cut(self, path: str, places: list[Any], same: set[str]) -> None:
        begin, gap, lengths = places
        text = (self.root / path).read_bytes().decode()
        found: dict[str, str] = {}
        for name, length in lengths.items():
            if name in same:
                found[name] = text[begin : begin + length]
            begin += length + gap
        self.publication.know(exports.PARTED[path], found)


def _places(parts: Mapping[str, str], text: str) -> tuple[int, int, dict[str, int]] | None:
    """Where the first part begins, how many characters stand between two, how long each is; None if they don't fit."""
    if not parts:
        return None
    made = list(parts.values())
    begin = text.find(made[0])
    second = begin + len(made[0])
    gap = text.find(made[1], second) - second if len(made) > 1 else 0
    last = begin + sum(map(len, made[:-1])) + gap * (len(made) - 1)
    return (begin, gap, {name: len(part) for name, part in parts.items()}) if text.startswith(made[-1], last) else None
