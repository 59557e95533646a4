"""Names for the authority files: of each entity one form as records write it, and every spelling that was met."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from regesta.extraction.bodies import PEOPLE
from regesta.extraction.lexicon import Lexicon, lexicon
from regesta.extraction.lore import Entity, Lore
from regesta.languages import known, section
from regesta.languages.territories import capital_of, name_of, nationality
from regesta.model.authority import Authority, Role
from regesta.model.body import is_body, parsed

_LATIN_END = 0x250
_FORCES = frozenset({"police", "prosecutors"})
"""Offices that are spoken of as the people in them."""
_ACRONYM = 4
"""Letters up to which capitals throughout are an acronym rather than a headline's."""


def authorities(lore: Lore, language: str) -> dict[str, Authority]:
    """Key -> name, variants and roles; the chronology's language first, else Latin script, else what is commonest."""
    found: dict[str, Authority] = {}
    for key, entity in lore.entities.items():
        if key.startswith("office:"):
            found[key] = _office(entity, language)
        elif not is_body(key):
            found[key] = _authority(entity, language)
    for key, entity in lore.entities.items():
        if is_body(key):
            found[key] = _body(entity, language, found)
    for code in sorted(_states(lore)):
        name = name_of(code, language)
        if name and f"place:{code}" not in found:
            found[f"place:{code}"] = Authority(name=name, kind="country", variants={})
    return found


def _states(lore: Lore) -> set[str]:
    """The countries that may act without their own name: through a capital, or a word such as the Kremlin."""
    found = {capital_of(key.removeprefix("place:")) for key in lore.entities if key.startswith("place:")}
    bodies = (label for code in known() for label in section(code, "names").get("institutions") or {})
    found |= {label.partition("=")[2] for label in bodies if "=" in label}
    return {code for code in found if code}


def _body(entity: Entity, language: str, names: dict[str, Authority]) -> Authority:
    """A body: by its proper name in the chronology's language if it has one, else by what it is and whose."""
    kind, owner = parsed(entity.key)
    data = lexicon(language)
    own = [(form, count) for (code, form), count in entity.forms.most_common() if code == language and _proper(form)]
    state = (owner or "").removeprefix("place:")
    fixed = data.written.get(f"{kind}={state}")
    plain = data.written.get(kind, kind)
    if entity.chosen or fixed or own:
        name = entity.chosen or fixed or own[0][0]
    elif owner:
        whose = names[owner].name if owner in names else name_of(state, language) or owner
        of = _owner_kind(owner, names.get(owner))
        people = of == "city" and (kind in PEOPLE or kind in _FORCES) and "people" in data.owned
        name = _owned(data, plain, owner, whose, "people" if people else of)
    else:
        name = plain
    variants = {
        code: tuple(sorted({form for lang, form in entity.forms if lang == code and form != name}))
        for code in sorted({code for code, _ in entity.forms})
    }
    group = kind in PEOPLE
    return Authority(name=name[0].upper() + name[1:], kind="group" if group else "organisation", variants=variants)


def _office(entity: Entity, language: str) -> Authority:
    """An office that a person without a name holds, as the chronology's language writes it."""
    plain = _authority(entity, language)
    concepts, _, state = entity.key.removeprefix("office:").partition("@")
    word = lexicon(language).offices.get(concepts) or lexicon(language).offices.get(concepts.rpartition("+")[2])
    if entity.chosen or not word:
        return plain
    name = _owned(lexicon(language), word, f"place:{state}", name_of(state, language) or state, "state")
    return replace(plain, name=name[0].upper() + name[1:], roles=())


def _owned(data: Lexicon, body: str, owner: str, whose: str, kind: str) -> str:
    """What belongs to a state, city or organisation, as records write it; a state by an adjective if one is known."""
    if body.casefold() in whose.casefold().split():
        return whose
    adjective = nationality(owner.removeprefix("place:"), data.language) if kind == "state" else None
    if adjective and "adjective" in data.owned:
        return data.owned["adjective"].format(body=body, owner=adjective)
    return data.owned.get(kind, "{body} ({owner})").format(body=body, owner=whose)


def _owner_kind(owner: str, known: Authority | None) -> str:
    """state, city or organisation; smaller cities are only known as `known` says."""
    if not owner.startswith("place:"):
        return "city" if known is not None and known.kind == "city" else "organisation"
    return "city" if "/" in owner else "state"


def _proper(form: str) -> bool:
    """Whether a spelling is a proper name: several words, all of them but small ones with a capital."""
    parts = [word for word in form.split() if len(word) > 3 or word[0].isupper()]
    return len(parts) > 1 and all(word[0].isupper() for word in parts)


def _authority(entity: Entity, language: str) -> Authority:
    variants: dict[str, tuple[str, ...]] = {}
    for code in sorted({code for code, _ in entity.forms}):
        forms = [form for (lang, form), _ in entity.forms.most_common() if lang == code]
        variants[code] = tuple(sorted(set(forms), key=lambda f: (-len(f), f)))
    place = entity.key.removeprefix("place:") if entity.name else None
    name = (
        entity.chosen or (name_of(place, language) if place else None) or entity.name or _best(entity.forms, language)
    )
    role = next((role for (lang, role), _ in entity.roles.most_common() if lang == language), None)
    return Authority(
        name=name,
        kind=entity.place_kind or entity.kind,
        variants={
            code: tuple(f for f in forms if f != name) for code, forms in variants.items() if set(forms) != {name}
        },
        roles=(Role(title=role),) if role and entity.kind == "person" else (),
    )


def _best(forms: Counter[tuple[str, str]], language: str) -> str:
    """The form to write: as the chronology's language spells it, else in Latin letters; with more than a last name."""

    def rank(item: tuple[tuple[str, str], int]) -> tuple[int, int, int, int, str]:
        (code, form), count = item
        foreign = 0 if form.isascii() or ord(form[0]) < _LATIN_END else 1
        shouted = int(form.isupper() and len(form) > _ACRONYM)
        lone = int(" " not in form)
        return (int(code != language) + foreign, lone, shouted, -len(form.split()), f"{9999 - count:04d}{form}")

    return min(forms.items(), key=rank)[0][1]
