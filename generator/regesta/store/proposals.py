"""What the generator adds to an authority file: names, variants, roles; never taking a person's word away.

A name is known by its `name` and by its variants: a person who renames "D. Peskov" to "Dmitry Peskov" keeps the
old spelling as a variant, and the generator then adds to that entry. What a person took out (an entry, a variant)
stays out: the base tells that it was proposed before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from regesta import yamlio
from regesta.model.authority import Authority

Entry = dict[str, Any]


def proposed(
    text: str, path: Path, base: dict[str, Entry], theirs: list[Entry]
) -> tuple[list[Entry], dict[str, Entry]]:
    """The authority file's new value, and the new base; `text` is the file as it stands, `theirs` what was found.

    Entries keep their order; new ones follow in the order given. An entry that the generator proposed, nobody touched
    and no article supports any more goes.
    """
    ours: list[Entry] = list(yamlio.parse(text, path) or [])
    found = {entry["name"]: entry for entry in theirs}
    standing = {entry["name"] for entry in ours}
    taken_out = {name: entry for name, entry in base.items() if name not in standing}
    ours = [entry for entry in ours if entry["name"] in found or base.get(entry["name"]) != entry]
    by_name = {entry["name"]: index for index, entry in reversed(list(enumerate(ours)))}
    by_variant = {name: index for index, entry in reversed(list(enumerate(ours))) for name in _variants(entry)}
    for name, entry in found.items():
        place = by_name.get(name, by_variant.get(name))
        if place is not None:
            ours[place] = _merged(ours[place], entry, base.get(name, {}))
        elif name not in taken_out:
            by_name[name] = len(ours)
            ours.append(entry)
    return ours, {**taken_out, **found}


def people_s(known: Iterable[Authority], base: Mapping[str, Entry]) -> list[Authority]:
    """What people wrote in an authority file: entries that were never proposed, variants that were added to others."""
    found = []
    for authority in known:
        proposed_before = _variants(base.get(authority.name, {}))
        added = {
            language: tuple(name for name in names if name not in proposed_before)
            for language, names in authority.variants.items()
        }
        if authority.name not in base or any(added.values()):
            found.append(replace(authority, variants=added))
    return found


def _variants(entry: Entry) -> set[str]:
    return {name for names in (entry.get("variants") or {}).values() for name in names or ()}


def _merged(ours: Entry, theirs: Entry, base: Entry) -> Entry:
    """An entry with the variants that are new, and the keys that are absent and were never proposed before."""
    if ours == base:
        return theirs
    found = dict(ours)
    for key, value in theirs.items():
        if key == "variants":
            variants = _variants_merged(ours.get("variants") or {}, value, base.get("variants") or {}, ours["name"])
            if variants != (ours.get("variants") or {}):
                found["variants"] = variants
        elif key not in ours and key not in base:
            found[key] = value
    return found


def _variants_merged(
    ours: dict[str, list[str]], theirs: dict[str, list[str]], base: dict[str, list[str]], name: str
) -> dict[str, list[str]]:
    found = {language: list(names or ()) for language, names in ours.items()}
    for language, names in theirs.items():
        before = (*(ours.get(language) or ()), *base.get(language, ()))
        new = [variant for variant in names if variant not in before and variant != name]
        if new:
            found[language] = [*found.get(language, []), *new]
    return found
