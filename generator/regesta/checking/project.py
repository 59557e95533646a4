"""A whole project, file by file: first against the schemas, then, where these are kept, for what the files say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from regesta.checking.articles import SavedArticle
from regesta.checking.dates import check_dates
from regesta.checking.evidence import check_quotes
from regesta.checking.findings import Finding, about_file, locate
from regesta.checking.names import Names, check_authorities, check_judgements, check_names, check_references
from regesta.store import reading, records, sidecars
from regesta.store.baseline import Baseline
from regesta.store.kept import Kept, program
from regesta.store.layout import Layout
from regesta.store.schemas import Kind

_ID = re.compile(r"(-?\d{4,}(-\d\d){0,2}|undated)-[a-z0-9]+(-[a-z0-9]+)*")


def check(root: Path) -> tuple[Finding, ...]:
    """Everything that is wrong in the project, by file, line and column."""
    layout = Layout(root)
    with Kept(layout, "texts", program()) as kept:
        return tuple(sorted(_Check(layout, kept).run(), key=_order))


def _order(finding: Finding) -> tuple[str, int, int]:
    place = finding.error.location
    return ("", 0, 0) if place is None else (place.path.as_posix(), place.line or 0, place.column or 0)


class _Check:
    """One run over one project."""

    def __init__(self, layout: Layout, kept: Kept) -> None:
        self.layout = layout
        self.kept = kept
        self.articles: dict[str, SavedArticle] = {}
        self.actors = Names.of("actors.yml", ())
        self.places = Names.of("places.yml", ())

    def run(self) -> Iterator[Finding]:
        """Seeds first, since records quote them."""
        yield from self.seeds()
        lists = {kind: list(self.entries(kind)) for kind in (Kind.ACTORS, Kind.PLACES, Kind.JUDGEMENTS)}
        for findings, _ in (pair for found in lists.values() for pair in found):
            yield from findings
        entries = {kind: [entry for _, entry in found if entry is not None] for kind, found in lists.items()}
        self.actors = Names.of("actors.yml", entries[Kind.ACTORS])
        self.places = Names.of("places.yml", entries[Kind.PLACES])
        yield from self.records()
        yield from self.judgements(entries[Kind.JUDGEMENTS])

    def file(self, kind: Kind) -> Path:
        """Where a list of this kind stands."""
        return {Kind.ACTORS: self.layout.actors, Kind.PLACES: self.layout.places}.get(kind, self.layout.judgements)

    def entries(self, kind: Kind) -> Iterator[tuple[list[Finding], Any]]:
        """The faults of a list's file, then its entries, where it has no faults."""
        path = self.file(kind)
        if not path.is_file():
            return
        value, faults = reading.read(self.layout, path, kind)
        yield [Finding(fault) for fault in faults], None
        if not faults:
            if kind is not Kind.JUDGEMENTS:
                yield list(locate(check_authorities(value or []), path, self.layout.shown(path))), None
            for entry in value or ():
                yield [], entry

    def seeds(self) -> Iterator[Finding]:
        """Articles and sidecars."""
        paths = self.layout.article_files()
        known = sidecars.load_sidecars(self.layout, dict.fromkeys(path.stem for path in paths))
        for path in paths:
            sidecar, faults = known[path.stem]
            yield from map(Finding, faults)
            if path.stem in self.articles:
                other = self.articles[path.stem].path.name
                yield about_file(self.layout.shown(path), f"{other} has the same id", "rename one of the two")
            saved = SavedArticle(self.layout, path, {} if faults else sidecar, self.kept)
            self.articles[path.stem] = saved
            yield from self.changed(saved)
        for path in sorted(self.layout.seeds.glob("*.y*ml")):
            if path.suffix == ".yaml" or path.stem not in self.articles:
                yield about_file(
                    self.layout.shown(path),
                    "no article goes with this sidecar",
                    "name it STEM-OF-THE-ARTICLE.yml",
                    "warning",
                )

    def changed(self, saved: SavedArticle) -> Iterator[Finding]:
        """An article that isn't what it was when its sidecar was written."""
        noted = saved.sidecar.get("sha256")
        if noted and saved.sha256 != noted:
            yield about_file(
                self.layout.shown(saved.path),
                "this article has changed since its sidecar noted its sha256",
                "fetch the old one from git again, or, if it is meant, take the sha256 out and run `regesta update`",
            )

    def records(self) -> Iterator[Finding]:
        """Every record: its faults, or else the doubts about what it says."""
        found = records.load_records(self.layout)
        ids = frozenset(path.stem for path, _, _ in found)
        for path, record, faults in found:
            yield from map(Finding, faults)
            shown = self.layout.shown(path)
            if not _ID.fullmatch(path.stem):
                hint = "name it YYYY-MM-DD-words-of-the-title.yml, in small letters a to z"
                yield about_file(shown, f'"{path.stem}" is no id of a record', hint, "warning")
            if not faults:
                doubts = [
                    *check_quotes(record, self.articles),
                    *check_dates(record, self.articles),
                    *check_names(record, self.actors, self.places),
                    *check_references(path.stem, record, ids),
                ]
                yield from locate(doubts, path, shown)
        for path in sorted(self.layout.events.rglob("*.yaml")):
            yield about_file(
                self.layout.shown(path), "records end in .yml; this one isn't read", f"name it {path.stem}.yml"
            )
        yield from self.unreadable()

    def unreadable(self) -> Iterator[Finding]:
        """Articles that a record quotes and that can't be read."""
        for saved in self.articles.values():
            if saved.fault is not None:
                yield about_file(self.layout.shown(saved.path), saved.fault.message, saved.fault.hint, "warning")

    def judgements(self, entries: list[Any]) -> Iterator[Finding]:
        """Judgements on events, actors and places that there are, or were."""
        if not entries:
            return
        events = {path.stem for path in self.layout.record_files()} | set(Baseline(self.layout).events())
        known = {
            "events": frozenset(events),
            "actors": self.actors.names | set(self.actors.owner),
            "places": self.places.names | set(self.places.owner),
        }
        path = self.layout.judgements
        yield from locate(check_judgements(entries, known), path, self.layout.shown(path))
