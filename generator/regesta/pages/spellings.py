"""Every spelling under which search should find an actor or a place: those on record, and those that are likely."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.languages.transcription import spellings
from regesta.model.authority import Authority

SEPARATOR = " ⁂ "
"""Stands before every spelling in the index, so that the search page can tell them from the page's own words."""


def listed(found: Iterable[str]) -> str:
    """The spellings as one text for the index; empty without any."""
    return "".join(f"{SEPARATOR}{form}" for form in dict.fromkeys(found))


def on_record(known: Authority) -> list[str]:
    """The spellings of the authority file, without the name itself."""
    return sorted({form for many in known.variants.values() for form in many} - {known.name})


def shown(known: Authority) -> dict[str, str]:
    """The first spelling of each language and that language, without those that differ in capitals alone."""
    seen, found = {known.name.casefold()}, {}
    for code, many in known.variants.items():
        form = next((form for form in many if not form.isupper()), many[0] if many else "")
        if form and form.casefold() not in seen:
            seen.add(form.casefold())
            found[form] = code
    return found


def likely(name: str, known: Authority | None, language: str) -> list[str]:
    """How other languages would write a person's names; nothing for what isn't a person, whose names are translated."""
    if known is None or known.kind != "person":
        return []
    met = {(name, language)} | {(form, code) for code, many in known.variants.items() for form in many}
    found: set[str] = set()
    for form, code in met:
        found |= spellings(form, code)
    return sorted(found - {form for form, _ in met})
