"""A project's files as values, for whoever reads and writes them: the generator's one door to the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from regesta import yamledit, yamlout
from regesta.errors import ContentError
from regesta.model.authority import Authority
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.store.atomic import sweep, write
from regesta.store.authorities import load_actors, load_places, to_entry
from regesta.store.baseline import Baseline
from regesta.store.judgements import load_judgements
from regesta.store.layout import Layout
from regesta.store.proposals import people_s, proposed
from regesta.store.reading import read_text
from regesta.store.records import Record, load_events, load_records
from regesta.store.schemas import Kind, modeline
from regesta.store.sidecars import Sidecar, filled, given, load_sidecar, write_sidecar

ARTICLES = "articles"
"""The base of the sidecars."""
PENDING = "articles.pending"
"""What will be their base once all are written."""


class Repository:
    """One project. With `dry_run` it says what it would write, and writes nothing."""

    def __init__(self, root: Path, *, dry_run: bool = False) -> None:
        """Nothing is read yet."""
        self.layout = Layout(root)
        self.baseline = Baseline(self.layout)
        self.dry_run = dry_run

    # Reading

    def article_files(self) -> tuple[Path, ...]:
        """The articles' files in seeds/, by name."""
        return self.layout.article_files()

    def given(self, article: str) -> Sidecar:
        """What a person said of an article: its sidecar without what the generator wrote itself last time.

        Raises an ExceptionGroup of ContentErrors where the sidecar has faults.
        """
        found, faults = load_sidecar(self.layout, article)
        if faults:
            raise ExceptionGroup("a sidecar has faults", faults)
        return given(found, *self._bases(article))

    def events(self) -> tuple[Event, ...]:
        """Every event. Raises an ExceptionGroup of ContentErrors for faulty records."""
        return load_events(self.layout.root)

    def records(self) -> dict[str, tuple[Path, Record]]:
        """Every record by its id, with its file. Raises an ExceptionGroup of ContentErrors for faulty records."""
        found = load_records(self.layout)
        faults: list[ContentError] = [fault for _, _, wrong in found for fault in wrong]
        if faults:
            raise ExceptionGroup("records have faults", faults)
        return {path.stem: (path, record) for path, record, _ in found}

    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided."""
        return load_judgements(self.layout.root)

    def actors(self) -> tuple[Authority, ...]:
        """The authority file of actors."""
        return load_actors(self.layout.root)

    def places(self) -> tuple[Authority, ...]:
        """The authority file of places."""
        return load_places(self.layout.root)

    def own_names(self) -> tuple[Authority, ...]:
        """Actors and places as people wrote them: entries and variants that the generator never proposed."""
        tables = ((self.actors(), Kind.ACTORS), (self.places(), Kind.PLACES))
        return tuple(own for known, kind in tables for own in people_s(known, self.baseline.table(kind.value)))

    # Writing

    def fill_sidecars(self, values: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
        """Fill what is absent in sidecars, by article; whatever a person wrote stays. Returns whose changed.

        Values are texts (or lists and mappings of texts); None is absent. Articles not named keep what they have.
        """
        table = self.baseline.table(ARTICLES)
        merged: dict[str, Sidecar] = {}
        for article, new in sorted(values.items()):
            found, faults = load_sidecar(self.layout, article)
            if faults:
                continue
            kept = given(found, *self._bases(article))
            wanted = filled(found, kept, dict(new))
            table[article] = {key: value for key, value in wanted.items() if key not in kept}
            if wanted != found:
                merged[article] = wanted
        if not self.dry_run:
            self._write_sidecars(merged, table)
        return tuple(merged)

    def _bases(self, article: str) -> tuple[Sidecar, ...]:
        return tuple(self.baseline.table(name).get(article, {}) for name in (ARTICLES, PENDING))

    def _write_sidecars(self, merged: Mapping[str, Sidecar], table: dict[str, Sidecar]) -> None:
        """What will be the base is noted first: else a killed run's sidecars would pass for a person's."""
        standing = {path.stem for path in self.article_files()}
        table = {article: base for article, base in table.items() if article in standing and base}
        if merged:
            self.baseline.write_table(PENDING, table)
        for article, sidecar in merged.items():
            write_sidecar(self.layout, article, sidecar)
        self.baseline.write_table(ARTICLES, table)
        self.baseline.drop_table(PENDING)

    def sweep(self) -> None:
        """Remove what a killed run left half-written."""
        if not self.dry_run:
            sweep(self.layout.seeds)
            sweep(self.layout.content)

    def write_record(self, name: str, record: Record, path: Path | None = None) -> None:
        """Write a record, new or changed; only what differs is touched."""
        if self.dry_run:
            return
        path = path or self.layout.events / f"{name}.yml"
        if path.is_file():
            write(path, yamledit.edit(read_text(self.layout, path), record, self.layout.shown(path)))
        else:
            write(path, modeline(self.layout, Kind.EVENT, path) + yamlout.document(record))

    def remove_record(self, name: str, path: Path, base: Record) -> None:
        """Take a record away that nobody changed, and forget its base; safe to be killed at any step."""
        if self.dry_run:
            return
        self.baseline.retire_event(name, base)
        path.unlink(missing_ok=True)
        self.baseline.drop_event(name)

    def propose_actors(self, found: Iterable[Authority]) -> bool:
        """Add actors and variants to actors.yml; what a person wrote or took out stays so. Whether the file changed."""
        return self._propose(self.layout.actors, Kind.ACTORS, found)

    def propose_places(self, found: Iterable[Authority]) -> bool:
        """As `propose_actors`, for places.yml."""
        return self._propose(self.layout.places, Kind.PLACES, found)

    def _propose(self, path: Path, kind: Kind, found: Iterable[Authority]) -> bool:
        load = load_actors if kind is Kind.ACTORS else load_places
        load(self.layout.root)  # raises for a faulty file, which must not be written to
        text = read_text(self.layout, path) if path.is_file() else modeline(self.layout, kind, path)
        base = self.baseline.table(kind.value)
        theirs = [to_entry(authority) for authority in found]
        value, table = proposed(text, self.layout.shown(path), base, theirs)
        if self.dry_run:
            return False
        changed = bool(value) and write(path, yamledit.edit(text, value, self.layout.shown(path)))
        self.baseline.write_table(kind.value, table)
        return changed
