"""Names that the authority files know, and ids of records that there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from regesta.checking.findings import Doubt

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """An authority file: its names, and whose each variant is."""

    file: str
    """actors.yml or places.yml."""
    names: frozenset[str]
    """As records write them."""
    owner: Mapping[str, str]
    """Variant -> name."""

    @classmethod
    def of(cls, file: str, entries: Iterable[Record]) -> Names:
        """The names of a valid file."""
        found = list(entries)
        owner = {
            variant: entry["name"]
            for entry in reversed(found)
            for variants in (entry.get("variants") or {}).values()
            for variant in variants or ()
        }
        return cls(file, frozenset(entry["name"] for entry in found), owner)

    def doubt(self, name: str, keys: tuple[str | int, ...]) -> Doubt | None:
        """A doubt about a name that the file doesn't have, with the nearest that it has."""
        if name in self.names or not self.names:
            return None
        if name in self.owner:
            return Doubt(keys, f'"{name}" is a variant in {self.file}', f"write {self.owner[name]}", "warning")
        near = get_close_matches(name, [*self.names, *self.owner], n=1, cutoff=0.7)
        known = self.owner.get(near[0], near[0]) if near else None
        hint = f"did you mean {known}?" if known else f"add it to content/{self.file}"
        return Doubt(keys, f'"{name}" isn\'t in {self.file}', hint, "warning")


def check_names(record: Record, actors: Names, places: Names) -> Iterator[Doubt]:
    """Doubts about the actors, places and speakers of one record."""
    named = [
        *((actors, name, ("actors", index)) for index, name in enumerate(record.get("actors") or ())),
        *((places, name, ("places", index)) for index, name in enumerate(record.get("places") or ())),
        *(
            (actors, source["speaker"], ("sources", index, "speaker"))
            for index, source in enumerate(record["sources"])
            if source.get("speaker")
        ),
    ]
    for authority, name, keys in named:
        doubt = authority.doubt(name, keys)
        if doubt:
            yield doubt


def check_references(name: str, record: Record, known: frozenset[str]) -> Iterator[Doubt]:
    """Doubts about the records that one answers; `known` are the ids that there are."""
    for index, other in enumerate(record.get("responds_to") or ()):
        keys = ("responds_to", index)
        if other == name:
            yield Doubt(keys, "an event can't answer itself", "take the line out")
        elif other not in known:
            near = get_close_matches(other, known, n=1)
            yield Doubt(keys, f'there is no record "{other}"', f"did you mean {near[0]}?" if near else None)


def check_authorities(entries: list[Record]) -> Iterator[Doubt]:
    """Names that stand twice, and spellings that stand for two names."""
    count = Counter(entry["name"] for entry in entries)
    for index, entry in enumerate(entries):
        if count[entry["name"]] > 1:
            yield Doubt((index, "name"), f'"{entry["name"]}" stands here twice', "make one of the two")
            count[entry["name"]] = 1


def check_judgements(entries: list[Record], known: Mapping[str, frozenset[str]]) -> Iterator[Doubt]:
    """Members that no file has (any more)."""
    for index, entry in enumerate(entries):
        for subject, names in known.items():
            for place, member in enumerate(entry.get(subject) or ()):
                if member not in names:
                    near = get_close_matches(member, names, n=1)
                    hint = f"did you mean {near[0]}?" if near else None
                    yield Doubt((index, subject, place), f'"{member}" is in none of the {subject}', hint, "warning")
