"""A project's files as the chronicle that pages are made of: records, sidecars, authority files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from regesta.model.article import PublishedBasis
from regesta.model.edtf import Edtf, EdtfError
from regesta.model.event import Event
from regesta.pages.chronicle import Card, Chronicle
from regesta.pages.fingerprints import digest
from regesta.store.authorities import load_actors, load_places
from regesta.store.history import History
from regesta.store.kept import Kept, program, state
from regesta.store.layout import Layout
from regesta.store.quotes import fold
from regesta.store.records import load_events
from regesta.store.sidecars import load_sidecars

CORRECTIONS = 200
"""How many of the last changes of records the site tells of."""
_MARKUP = frozenset({".html", ".htm", ".xhtml"})
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]+>", re.DOTALL | re.IGNORECASE)


def read(root: Path) -> Chronicle:
    """The project's chronicle. Raises an ExceptionGroup of ContentErrors where records have faults."""
    layout = Layout(root)
    events, history = load_events(root), History(root)
    # A sidecar that can't be read says nothing here, since `regesta check` reports it.
    sidecars = load_sidecars(layout, [path.stem for path in layout.article_files()])
    articles = {article: card(article, sidecar) for article, (sidecar, _) in sidecars.items()}
    return Chronicle(
        events=events,
        articles=articles,
        actors=load_actors(root),
        places=load_places(root),
        missing=frozenset(_missing(layout, events)),
        revisions=history.revisions,
        changes=history.corrections(CORRECTIONS),
    )


def record_paths(root: Path) -> dict[str, str]:
    """For each event's id, where its record stands below the folder of content."""
    layout = Layout(root)
    start = len(str(layout.content)) + 1
    paths = (path[start:].replace(os.sep, "/") for path in layout.record_paths())
    return {path.rpartition("/")[2].removesuffix(".yml"): path for path in paths}


def card(article: str, sidecar: Mapping[str, Any]) -> Card:
    """A sidecar as the site's card of its article."""
    basis = sidecar.get("published_basis")
    published = _edtf(sidecar.get("published"))
    if published and basis is None:
        basis = "given"
    archives = [entry for entry in sidecar.get("archives") or () if isinstance(entry, dict)]
    return Card(
        id=article,
        title=sidecar.get("title"),
        url=sidecar.get("url"),
        publisher=sidecar.get("publisher"),
        author=sidecar.get("author"),
        language=sidecar.get("language"),
        published=published,
        basis=PublishedBasis(basis) if basis in set(PublishedBasis) else None,
        accessed=sidecar.get("accessed"),
        archives=tuple({key: str(value) for key, value in entry.items() if value} for entry in archives),
    )


def _edtf(value: str | None) -> Edtf | None:
    try:
        return Edtf.parse(value) if value else None
    except EdtfError:
        return None


def _missing(layout: Layout, events: Iterable[Event]) -> Iterable[tuple[str, str]]:
    """(article, quote) of every quote that its article, as saved, doesn't hold; kept for articles as they stand."""
    quoted: dict[str, set[str]] = {}
    for event in events:
        for source in event.sources:
            if source.article and source.quote:
                quoted.setdefault(source.article, set()).add(source.quote)
    with Kept(layout, "quotes", program()) as kept:
        for path in layout.article_files():
            if wanted := sorted(quoted.get(path.stem, ())):
                now = f"{state(path)} {digest(wanted)}"
                lost = kept.get(path.stem, now)
                if lost is None:
                    lost = _lost(path, wanted)
                    kept.put(path.stem, now, lost)
                yield from ((path.stem, quote) for quote in lost)


def _lost(path: Path, wanted: Iterable[str]) -> list[str]:
    """The quotes that an article doesn't hold."""
    text = fold(_text(path))
    return [quote for quote in wanted if fold(quote) not in text]


def _text(path: Path) -> str:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return unescape(_TAG.sub(" ", text)) if path.suffix.lower() in _MARKUP else text
