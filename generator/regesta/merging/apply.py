"""Brings content/events/ up to date with what the generator found: plans, merges, writes, remembers.

Each record is written before its baseline, in one step each, so that a run may be killed anywhere: what was done merges
to itself in the next run, what wasn't is done then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from regesta.merging.evidence import Locator, covered
from regesta.merging.fields import Conflict, Merged, merge
from regesta.merging.plan import Plan, plan
from regesta.model.event import Event
from regesta.store.authorities import names_by_spelling
from regesta.store.baseline import RETIRED
from regesta.store.records import to_record
from regesta.store.repository import Repository

Record = dict[str, Any]


@dataclass(slots=True)
class Report:
    """What an update did, by ids of records."""

    created: list[str] = field(default_factory=list)
    """New records."""
    changed: list[str] = field(default_factory=list)
    """Records of which something was renewed."""
    removed: list[str] = field(default_factory=list)
    """Records that nobody had touched and no article supports any more."""
    unchanged: int = 0
    """How many records stayed as they were."""
    conflicts: list[Conflict] = field(default_factory=list)
    """Where a person and the generator both changed a field."""
    dropped: list[str] = field(default_factory=list)
    """Proposals that weren't made again, since a person deleted or merged their records."""


def apply(repository: Repository, drafts: Iterable[Event], texts: Mapping[str, str]) -> Report:
    """Merge the drafts into the project's records, and remember them as the next run's base.

    A draft's id is a proposal: a standing record keeps its own. `texts` are the articles' texts by id; records that
    quote an article which is in seeds/ but couldn't be read this time are left alone. Raises an ExceptionGroup of
    ContentErrors, before anything is written, where a record has faults.
    """
    actors, places = names_by_spelling(repository.actors()), names_by_spelling(repository.places())
    events = [_with_names(event, actors, places) for event in _unique(drafts)]
    return _Update(repository, {event.id: to_record(event) for event in events}, texts).run()


def _with_names(event: Event, actors: Mapping[str, str], places: Mapping[str, str]) -> Event:
    """The event with its actors and places as the authority files call them: a person may have renamed one there."""
    return replace(
        event,
        actors=tuple(dict.fromkeys(actors.get(name, name) for name in event.actors)),
        places=tuple(dict.fromkeys(places.get(name, name) for name in event.places)),
        sources=tuple(
            replace(source, speaker=actors.get(source.speaker, source.speaker)) if source.speaker else source
            for source in event.sources
        ),
    )


def _unique(drafts: Iterable[Event]) -> list[Event]:
    """Drafts whose ids differ: a second one gets -2, and so on."""
    taken: set[str] = set()
    found = []
    for event in drafts:
        name = free_name(event.id, taken)
        taken.add(name)
        found.append(event if name == event.id else replace(event, id=name))
    return found


def free_name(name: str, taken: Iterable[str]) -> str:
    """The id, with a number after it where it is taken."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


class _Update:
    """One run of `apply`."""

    def __init__(self, repository: Repository, drafts: dict[str, Record], texts: Mapping[str, str]) -> None:
        self.repository = repository
        self.baseline = repository.baseline
        self.drafts = drafts
        self.files = repository.records()
        self.locate = Locator(texts)
        self.bases = self._finish_removals(self.baseline.events())
        unread = {path.stem for path in repository.article_files()} - set(texts)
        self.unread: Callable[[Record], bool] = lambda record: any(
            source.get("article") in unread for source in record.get("sources") or ()
        )
        self.report = Report()

    def run(self) -> Report:
        """Plan first, then write record by record."""
        self.repository.sweep()
        fates = plan(self.bases, {name: record for name, (_, record) in self.files.items()}, self.drafts, self.locate)
        fates.creates = [draft for draft in fates.creates if not self._of_unread(draft)]
        names = self._name_new(fates)
        for draft, name in {**fates.renews, **names}.items():
            if name in fates.base_of and self.unread(self.bases[fates.base_of[name]]):
                self.report.unchanged += 1
            else:
                self._renew(fates, draft, name)
        renewed = set(fates.renews.values())
        cited = self._cited(fates, renewed)
        for name, base in fates.base_of.items():
            if name in cited and name not in renewed:
                self.report.unchanged += 1
            elif name not in renewed:
                self._let_go(name, base)
        self.report.dropped = [draft for draft in fates.becomes if draft not in fates.renews and draft not in names]
        for found in (self.report.created, self.report.changed, self.report.removed):
            found.sort()
        return self.report

    def _cited(self, fates: Plan, renewed: set[str]) -> set[str]:
        """Records that a person's record answers: they stay, even where no article supports them any more."""
        found: set[str] = set()
        for name, (_, ours) in self.files.items():
            base = self.bases.get(fates.base_of.get(name, ""), {})
            answers = ours.get("responds_to") or ()
            if ours != base and (name not in renewed or answers != base.get("responds_to", ())):
                found.update(answers)
        return found

    def _of_unread(self, draft: str) -> bool:
        """Whether all evidence of a draft is in records that are left alone this time."""
        places = [
            self.locate(source) for base in self.bases.values() if self.unread(base) for source in base["sources"]
        ]
        return bool(places) and all(covered(self.locate(source), places) for source in self.drafts[draft]["sources"])

    def _name_new(self, fates: Plan) -> dict[str, str]:
        """An id for every new record, which no record has or ever had."""
        taken = {*self.files, *self.bases}
        names: dict[str, str] = {}
        for draft in fates.creates:
            names[draft] = free_name(draft, taken)
            taken.add(names[draft])
        fates.becomes.update(names)
        return names

    def _renew(self, fates: Plan, draft: str, name: str) -> None:
        base_name = fates.base_of.get(name)
        base = self.bases.get(base_name) if base_name else None
        theirs = self._theirs(fates, draft, name, base)
        path, ours = self.files.get(name, (None, None))
        merged = merge(base, ours, theirs, locate=self.locate)
        self._note(name, ours, merged)
        if merged.record is not None and merged.record != ours:
            self.repository.write_record(name, merged.record, path)
        if not self.repository.dry_run and (theirs != base or base_name != name):
            self.baseline.write_event(name, theirs)
            if base_name and base_name != name:
                self.baseline.drop_event(base_name)

    def _theirs(self, fates: Plan, draft: str, name: str, base: Record | None) -> Record:
        """The draft with standing ids for its references, and without evidence that a person threw out."""
        found = dict(self.drafts[draft])
        answers = [fates.becomes.get(other, "") for other in found.get("responds_to", ())]
        found["responds_to"] = [other for other in dict.fromkeys(answers) if other and other != name]
        if not found["responds_to"]:
            del found["responds_to"]
        sources = [source for source in found["sources"] if not self._thrown_out(fates, source, base)]
        found["sources"] = [*(sources or found["sources"]), *fates.extra.get(name, ())]
        return found

    def _thrown_out(self, fates: Plan, source: Record, base: Record | None) -> bool:
        place = self.locate(source)
        if base and covered(place, map(self.locate, base["sources"])):
            return False
        return any(covered(place, map(self.locate, self.bases[gone]["sources"])) for gone in fates.gone)

    def _note(self, name: str, ours: Record | None, merged: Merged) -> None:
        self.report.conflicts.extend(replace(conflict, record=name) for conflict in merged.conflicts)
        if ours is None:
            self.report.created.append(name)
        elif merged.record != ours:
            self.report.changed.append(name)
        else:
            self.report.unchanged += 1

    def _let_go(self, name: str, base_name: str) -> None:
        """A record that the generator has no draft for: it goes if nobody touched it, and stays as a person's if so."""
        path, ours = self.files[name]
        base = self.bases[base_name]
        if self.unread(base):
            self.report.unchanged += 1
            return
        merged = merge(base, ours, None, locate=self.locate)
        if merged.record is None:
            self.report.removed.append(name)
            self.repository.remove_record(base_name, path, base)
            return
        self._note(name, ours, merged)
        if not self.repository.dry_run:
            self.baseline.drop_event(base_name)

    def _finish_removals(self, bases: dict[str, Record]) -> dict[str, Record]:
        """Bases without those that a killed run had marked; their records go now, if they still stand untouched."""
        found = {}
        for name, base in bases.items():
            if RETIRED not in base:
                found[name] = base
                continue
            record = {key: value for key, value in base.items() if key != RETIRED}
            path, ours = self.files.get(name, (None, None))
            if path is not None and ours == record:
                self.repository.remove_record(name, path, record)
                del self.files[name]
            elif not self.repository.dry_run:
                self.baseline.drop_event(name)
        return found
