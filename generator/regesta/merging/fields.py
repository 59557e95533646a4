"""The three-way merge of one record, field by field.

    merge(b, b, t) = t        nobody touched it: the generator's word
    merge(b, o, b) = o        the generator has nothing new: the person's word
    merge(b, x, x) = x        both say the same
    merge(b, o, t)            both changed a field: ours stays, and a Conflict tells
    merge(None, o, t)         written by hand: ours stays, theirs fills keys that are absent
    merge(b, None, t)         a person deleted it: it stays deleted

`sources` is a list whose members are known by their evidence, and is merged member by member.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from regesta.merging.evidence import Locate, align, locate_by_words
from regesta.store.schemas import Kind, keys, source_keys
from regesta.store.sidecars import in_order

Record = dict[str, Any]

_ABSENT: Any = object()
"""Stands for a key that isn't there, which differs from a key without a value."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A person and the generator both changed a field; the person's word stays."""

    keys: tuple[str | int, ...]
    """Where in the record; an index counts our sources. Empty where the record as a whole is meant."""
    ours: Any
    """What stands."""
    theirs: Any
    """What the generator would have written; None where it would have taken it away."""
    record: str = ""
    """The record's id, once it is known."""

    def __str__(self) -> str:
        """One line that a person can act on."""
        place = f"content/events/{self.record}.yml: " if self.record else ""
        name = ".".join(str(key) for key in self.keys)
        if not self.keys:
            return f"{place}kept, since you changed it; the generator finds no evidence for it any more"
        if self.theirs is None:
            return f"{place}{name}: {_shown(self.ours)} stays as you have it; the generator would take it out"
        return f"{place}{name}: {_shown(self.ours)} stays as you have it; the generator now says {_shown(self.theirs)}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        value = [f"{key}: {text}" for key, text in value.items()]
    text = value if isinstance(value, str) else ", ".join(str(part) for part in value)
    return f'"{text}"' if len(text) <= 80 else f'"{text[:79]}…"'


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes out of a merge."""

    record: Record | None
    """The record, or None where there is to be none."""
    conflicts: tuple[Conflict, ...] = ()
    """Where both changed the same field."""


def merge(
    base: Record | None, ours: Record | None, theirs: Record | None, *, locate: Locate = locate_by_words
) -> Merged:
    """Merge one record; None is a record that isn't there. Laws: see the module."""
    if ours in (base, theirs):
        return Merged(theirs)
    if theirs == base or ours is None:
        return Merged(ours)
    if theirs is None:
        return Merged(ours, () if base is None else (Conflict((), ours, None),))
    return _merge_keys(base, ours, theirs, keys(Kind.EVENT), locate)


def _merge_keys(base: Record | None, ours: Record, theirs: Record, order: tuple[str, ...], locate: Locate) -> Merged:
    found: Record = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys((*ours, *theirs)):
        mine, new = ours.get(key, _ABSENT), theirs.get(key, _ABSENT)
        if base is None:
            value = new if mine is _ABSENT else mine
        else:
            value, told = _merge_value(key, base.get(key, _ABSENT), mine, new, locate)
            conflicts.extend(told)
        if value is not _ABSENT:
            found[key] = value
    standing = {key: found[key] for key in ours if key in found}
    return Merged(in_order(standing, found, order), tuple(conflicts))


def _merge_value(key: str, base: Any, ours: Any, theirs: Any, locate: Locate) -> tuple[Any, tuple[Conflict, ...]]:
    if ours in (base, theirs):
        return theirs, ()
    if theirs == base:
        return ours, ()
    if key == "sources" and all(isinstance(value, list) for value in (base, ours, theirs)):
        return merge_sources(base, ours, theirs, locate)
    mine, new = (None if value is _ABSENT else value for value in (ours, theirs))
    return ours, (Conflict((key,), mine, new),)


def merge_sources(
    base: list[Record], ours: list[Record], theirs: list[Record], locate: Locate
) -> tuple[list[Record], tuple[Conflict, ...]]:
    """Merge sources by their evidence: ours in our order, then what is new in theirs."""
    places = [[locate(source) for source in sources] for sources in (base, ours, theirs)]
    base_of_ours, base_of_theirs = align(places[1], places[0]), align(places[2], places[0])
    theirs_of_base = {old: new for new, old in base_of_theirs.items()}
    free_ours = [index for index in range(len(ours)) if index not in base_of_ours]
    free_theirs = [index for index in range(len(theirs)) if index not in base_of_theirs]
    both_new = align([places[1][index] for index in free_ours], [places[2][index] for index in free_theirs])
    new_of_ours = {free_ours[one]: free_theirs[other] for one, other in both_new.items()}

    found: list[Record] = []
    conflicts: list[Conflict] = []
    for index, source in enumerate(ours):
        old = base_of_ours.get(index)
        new = new_of_ours.get(index) if old is None else theirs_of_base.get(old)
        merged = _merge_source(None if old is None else base[old], source, None if new is None else theirs[new], locate)
        conflicts.extend(replace(told, keys=("sources", index, *told.keys)) for told in merged.conflicts)
        if merged.record is not None:
            found.append(merged.record)
    found.extend(theirs[index] for index in free_theirs if index not in new_of_ours.values())
    if not found:
        return ours, (Conflict(("sources",), [_name(source) for source in ours], None),)
    return found, tuple(conflicts)


def _merge_source(base: Record | None, ours: Record, theirs: Record | None, locate: Locate) -> Merged:
    if base is not None and ours in (base, theirs):
        return Merged(theirs)
    if theirs is None or theirs == base:
        return Merged(ours)
    return _merge_keys(base, ours, theirs, source_keys(), locate)


def _name(source: Mapping[str, Any]) -> str:
    return str(source.get("article") or source.get("url"))
