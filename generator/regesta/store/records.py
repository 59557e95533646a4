"""Records as events, and events as records; reading all of them fast.

Reading 10,000 records takes seconds, reading them again a fraction of one: what was parsed and found valid is kept in
.cache/, by path, size and time of change, as plain JSON that can be thrown away at any time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from regesta.errors import ContentError, Location
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, Event, EventType, Review, Source, Status, Translated
from regesta.store.layout import Layout
from regesta.store.parsed import Parsed
from regesta.store.reading import read
from regesta.store.schemas import Kind, keys, source_keys

Record = dict[str, Any]
"""A record as it stands in its file: dicts, lists and texts."""


def load_events(root: Path) -> tuple[Event, ...]:
    """Every event of the project in `root`, by the path of its record.

    Raises an ExceptionGroup of ContentErrors, all of them, where records have faults.
    """
    events: list[Event] = []
    faults: list[ContentError] = []
    for path, record, wrong in _loaded(Layout(root)):
        faults.extend(wrong)
        if not wrong:
            events.append(to_event(_id(path), record))
    if faults:
        raise ExceptionGroup("records have faults", faults)
    return tuple(events)


def load_records(layout: Layout) -> list[tuple[Path, Record, list[ContentError]]]:
    """Every record with its path and its faults; the record is empty where it can't be parsed."""
    return [(Path(path), record, faults) for path, record, faults in _loaded(layout)]


def _loaded(layout: Layout) -> Iterator[tuple[str, Record, list[ContentError]]]:
    """The same with paths as texts: to make 10,000 paths takes as long as to parse what was kept of them."""
    seen: dict[str, str] = {}
    with Parsed(layout, Kind.EVENT) as parsed:
        for path in layout.record_paths():
            record = parsed.record(path)
            faults: list[ContentError] = []
            if record is None:
                record, faults = read(layout, Path(path), Kind.EVENT)
                if not faults:
                    parsed.keep(path, record)
            first = seen.setdefault(_id(path), path)
            if first is not path:
                faults = [*faults, _twice(layout, Path(path), Path(first))]
            yield path, record or {}, faults


def _id(path: str) -> str:
    """The stem of a record's file."""
    return path.rpartition(os.sep)[2].removesuffix(".yml")


def _twice(layout: Layout, path: Path, other: Path) -> ContentError:
    return ContentError(
        f'the id "{path.stem}" is taken by {layout.shown(other)}',
        location=Location(path=layout.shown(path)),
        hint="rename one of the two: an id is a file's stem, whatever its folder",
    )


def to_event(name: str, record: Mapping[str, Any]) -> Event:
    """The event of a valid record; `name` is its id."""
    return Event(
        id=name,
        title=record["title"],
        date=_edtf(record.get("date")),
        type=EventType(record["type"]),
        status=Status(record.get("status") or "happened"),
        summary=record.get("summary"),
        duration=_edtf(record.get("duration")),
        actors=tuple(record.get("actors") or ()),
        places=tuple(record.get("places") or ()),
        responds_to=tuple(record.get("responds_to") or ()),
        importance=int(record.get("importance") or 2),
        sources=tuple(_to_source(source) for source in record["sources"]),
        review=Review(record.get("review") or "draft"),
    )


_PLAIN = ("article", "url", "title", "publisher", "author", "language", "quote", "prefix", "suffix", "when", "speaker")


def _to_source(source: Mapping[str, Any]) -> Source:
    plain = {key: source[key] for key in _PLAIN if key in source}
    basis = source.get("basis")
    return Source(
        published=_edtf(source.get("published")),
        date=_edtf(source.get("date")),
        basis=Basis(basis) if basis else None,
        **plain,
    )


@cache
def _parse_edtf(text: str) -> Edtf:
    return Edtf.parse(text)


def _edtf(text: str | None) -> Edtf | None:
    return None if text is None else _parse_edtf(text)


def to_record(event: Event) -> Record:
    """The record of an event: canonical key order, what says nothing left out."""
    found: dict[str, Any] = {
        "title": _translated(event.title),
        "date": _text(event.date),
        "duration": _text(event.duration),
        "type": event.type.value,
        "status": event.status.value,
        "summary": _translated(event.summary),
        "actors": list(event.actors),
        "places": list(event.places),
        "responds_to": list(event.responds_to),
        "importance": str(event.importance),
        "sources": [_source(source) for source in event.sources],
        "review": event.review.value,
    }
    return {key: found[key] for key in keys(Kind.EVENT) if found.get(key) not in (None, [], "")}


def _source(source: Source) -> Record:
    found = {key: getattr(source, key) for key in _PLAIN}
    found["published"] = _text(source.published)
    found["date"] = _text(source.date)
    found["basis"] = source.basis.value if source.basis else None
    return {key: found[key] for key in source_keys() if found.get(key) is not None}


def _text(date: Edtf | None) -> str | None:
    return None if date is None else date.text


def _translated(text: Translated | None) -> Translated | None:
    return dict(text) if isinstance(text, dict) else text
