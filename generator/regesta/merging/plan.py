"""What is to become of every draft and every record, before anything is written: a pure function of four values.

Five fates of a draft: it renews the record that its base stands for; it joins a record that a person wrote; it joins
the record that a person merged its own into; it is dropped, since a person deleted it; or it becomes a new record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from regesta.merging.evidence import Evidence, Locate, covered
from regesta.merging.matching import Index, compatible, match

Record = dict[str, Any]


@dataclass(slots=True)
class Plan:
    """Fates, by id."""

    base_of: dict[str, str] = field(default_factory=dict)
    """Standing record -> its base, which bears another id where a person renamed the file."""
    renews: dict[str, str] = field(default_factory=dict)
    """Draft -> the standing record that it renews or joins."""
    extra: dict[str, list[Record]] = field(default_factory=dict)
    """Standing record -> sources of drafts whose records a person merged into it."""
    becomes: dict[str, str] = field(default_factory=dict)
    """Draft -> the record that holds its event now, for references; drafts without a record are absent."""
    creates: list[str] = field(default_factory=list)
    """Drafts that are new."""
    gone: set[str] = field(default_factory=set)
    """Bases whose records a person deleted or merged."""


def plan(
    bases: Mapping[str, Record], standing: Mapping[str, Record], drafts: Mapping[str, Record], locate: Locate
) -> Plan:
    """The fate of every draft; `drafts` by the ids that they propose."""
    return _Planner(Index(bases, locate), Index(standing, locate), Index(drafts, locate)).run()


@dataclass(slots=True)
class _Planner:
    """The three sets of records, and what has been decided so far."""

    bases: Index
    standing: Index
    drafts: Index
    found: Plan = field(default_factory=Plan)

    def run(self) -> Plan:
        """Decide draft after draft, the surest first."""
        self.pair_standing()
        record_of = {base: name for name, base in self.found.base_of.items()}
        self.found.gone = set(self.bases.records) - set(record_of)
        for draft, base in match(self.drafts, self.bases).items():
            if base in record_of:
                self.found.renews[draft] = record_of[base]
            else:
                self.follow(draft, base)
        self.join_handwritten()
        for draft in self.undecided():
            self.settle(draft)
        self.found.becomes.update(self.found.renews)
        return self.found

    def undecided(self) -> list[str]:
        """Drafts without a fate."""
        return [
            name for name in self.drafts.records if name not in self.found.renews and name not in self.found.becomes
        ]

    def pair_standing(self) -> None:
        """Records and their bases: by id; then, for files that a person renamed, by evidence."""
        known = self.bases.records
        self.found.base_of = {name: name for name in self.standing.records if name in known}
        lone = self.standing.only(name for name in self.standing.records if name not in known)
        orphans = self.bases.only(name for name in known if name not in self.standing.records)
        self.found.base_of.update(match(lone, orphans))

    def follow(self, draft: str, base: str) -> None:
        """A draft whose record is gone: what is new in it goes to the record that took the evidence over, if any."""
        places = self.bases.evidence[base]
        host = self.host(places)
        self.found.becomes[draft] = host or ""
        if host is None:
            return
        for source, place in zip(self.drafts.records[draft]["sources"], self.drafts.evidence[draft], strict=True):
            if not covered(place, places):
                self.found.extra.setdefault(host, []).append(source)

    def host(self, places: list[Evidence]) -> str | None:
        """The standing record that holds half or more of the places, if any."""
        best, name = 0, None
        for other in self.standing.near(places):
            held = sum(covered(place, self.standing.evidence[other]) for place in places)
            if held > best:
                best, name = held, other
        return name if best * 2 >= len(places) else None

    def join_handwritten(self) -> None:
        """Drafts of events that a person has written up already."""
        lone = self.standing.only(name for name in self.standing.records if name not in self.found.base_of)
        if not lone.records:
            return
        for draft, name in match(self.drafts.only(self.undecided()), lone).items():
            one, other = self.drafts.records[draft], lone.records[name]
            if one.get("type") == other.get("type") or compatible(one, other):
                self.found.renews[draft] = name

    def settle(self, draft: str) -> None:
        """A draft that nothing matches is new, unless all its evidence was in records that a person took away."""
        places = self.drafts.evidence[draft]
        near = self.bases.near(places)
        lost = [place for base in near if base in self.found.gone for place in self.bases.evidence[base]]
        held = [place for base in near if base not in self.found.gone for place in self.bases.evidence[base]]
        if lost and all(covered(place, lost) and not covered(place, held) for place in places):
            self.found.becomes[draft] = self.host(places) or ""
        else:
            self.found.creates.append(draft)
