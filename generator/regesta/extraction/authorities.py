"""Names for the authority files: of each entity one form as records write it, and every spelling that was met."""

from __future__ import annotations

from collections import Counter

from regesta.extraction.lore import Entity, Lore
from regesta.model.authority import Authority, Role

_LATIN_END = 0x250
_ACRONYM = 4
"""Letters up to which capitals throughout are an acronym rather than a headline's."""


def authorities(lore: Lore, language: str) -> dict[str, Authority]:
    """Key -> name, variants and roles; the chronology's language first, else Latin script, else what is commonest."""
    found: dict[str, Authority] = {}
    for key, entity in lore.entities.items():
        found[key] = _authority(entity, language)
    return found


def _authority(entity: Entity, language: str) -> Authority:
    variants: dict[str, tuple[str, ...]] = {}
    for code in sorted({code for code, _ in entity.forms}):
        forms = [form for (lang, form), _ in entity.forms.most_common() if lang == code]
        variants[code] = tuple(sorted(set(forms), key=lambda f: (-len(f), f)))
    name = entity.name or _best(entity.forms, language)
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
