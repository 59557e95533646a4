"""The authority files: one name for each actor and place, and every spelling that stands for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from regesta.model.authority import Authority, Role
from regesta.store.layout import Layout
from regesta.store.reading import read_valid
from regesta.store.schemas import Kind


def load_actors(root: Path) -> tuple[Authority, ...]:
    """Every actor, in the file's order. Raises an ExceptionGroup of ContentErrors for faults."""
    layout = Layout(root)
    return tuple(to_authority(entry) for entry in read_valid(layout, layout.actors, Kind.ACTORS) or ())


def load_places(root: Path) -> tuple[Authority, ...]:
    """Every place, in the file's order. Raises an ExceptionGroup of ContentErrors for faults."""
    layout = Layout(root)
    return tuple(to_authority(entry) for entry in read_valid(layout, layout.places, Kind.PLACES) or ())


def to_authority(entry: Mapping[str, Any]) -> Authority:
    """The value of a valid entry."""
    place = entry.get("coordinates")
    return Authority(
        name=entry["name"],
        kind=entry["kind"],
        variants={language: tuple(names) for language, names in (entry.get("variants") or {}).items()},
        roles=tuple(
            Role(title=role["title"], first=role.get("from"), last=role.get("to")) for role in entry.get("roles") or ()
        ),
        wikidata=entry.get("wikidata"),
        coordinates=(float(place[0]), float(place[1])) if place else None,
    )


def names_by_spelling(entries: Iterable[Authority]) -> dict[str, str]:
    """Spelling -> the name that stands for it, for spellings that are one entry's alone and no entry's name."""
    found = list(entries)
    owners: dict[str, set[str]] = {}
    for authority in found:
        for variants in authority.variants.values():
            for variant in variants:
                owners.setdefault(variant, set()).add(authority.name)
    names = {authority.name for authority in found}
    return {spelling: min(own) for spelling, own in owners.items() if len(own) == 1 and spelling not in names}


def to_entry(authority: Authority) -> dict[str, Any]:
    """The entry of an authority, as the files have it; what says nothing is left out."""
    found: dict[str, Any] = {
        "name": authority.name,
        "kind": authority.kind,
        "variants": {language: list(names) for language, names in sorted(authority.variants.items()) if names},
        "roles": [_role(role) for role in authority.roles],
        "coordinates": [f"{number:g}" for number in authority.coordinates or ()],
        "wikidata": authority.wikidata,
    }
    return {key: value for key, value in found.items() if value}


def _role(role: Role) -> dict[str, str]:
    found = {"title": role.title, "from": role.first, "to": role.last}
    return {key: value for key, value in found.items() if value is not None}
