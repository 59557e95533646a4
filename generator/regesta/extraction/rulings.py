"""People's word on names: these are one, those are two, this is how it is written; what was learnt gives way.

A name stands for whomever it is a spelling of. What a person listed as a variant in an authority file makes one; a
judgement makes one or two. Where the two contradict each other, two it is: apart is easier to mend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from regesta.extraction.authorities import authorities
from regesta.extraction.lore import Entity, Lore
from regesta.languages import known
from regesta.languages.keys import keys
from regesta.model.authority import Authority
from regesta.model.judgement import Judgement, Subject, Verdict


def obey(lore: Lore, own: Sequence[Authority], judgements: Iterable[Judgement]) -> None:
    """Join and part the lore's entities as people said; `own` are the names and variants that people wrote."""
    judged = [j for j in judgements if j.subject in (Subject.ACTORS, Subject.PLACES)]
    apart = {
        frozenset({one, other})
        for judgement in judged
        if judgement.verdict is Verdict.DIFFERENT
        for one in judgement.members
        for other in judgement.members
        if one != other
    }
    for pair in sorted(map(sorted, apart)):
        _part(lore, *pair)
    groups = [authority.spellings for authority in own]
    groups += [j.members for j in judged if j.verdict is Verdict.SAME]
    for names in groups:
        allowed = [name for name in names if frozenset({name, names[0]}) not in apart]
        _join(lore, allowed)


def _join(lore: Lore, names: Sequence[str]) -> None:
    """Make one of all that the names stand for; records write the first name."""
    found: list[Entity] = []
    for name in names:
        entity = _meant(lore, name)
        if entity is not None and entity not in found:
            found.append(entity)
    if not found:
        return
    first, *others = found
    first.chosen = names[0]
    for other in others:
        _merge(lore, first, other)


def _merge(lore: Lore, first: Entity, other: Entity) -> None:
    first.forms += other.forms
    first.roles += other.roles
    first.genders += other.genders
    first.nations |= other.nations
    first.articles |= other.articles
    for key, entity in lore.entities.items():
        if entity is other:
            lore.entities[key] = first
    for words, entity in lore.spelled.items():
        if entity is other:
            lore.spelled[words] = first
    for bearers in lore.surnames.values():
        if other.key in bearers:
            bearers[:] = dict.fromkeys(first.key if key == other.key else key for key in bearers)
    if other.key in lore.roles:
        lore.roles[first.key] = lore.roles.get(first.key, frozenset()) | lore.roles.pop(other.key)


def _part(lore: Lore, one: str, other: str) -> None:
    """Make two of what two names stand for, where it is one: each spelling goes to the name that it resembles."""
    entity = _meant(lore, one)
    if entity is None or entity is not _meant(lore, other):
        return
    moved = {form: n for form, n in entity.forms.items() if _nearer(form[1], other, one)}
    if not moved or len(moved) == len(entity.forms):
        return
    new = Entity(key=f"{entity.key}~{'-'.join(keys(other))}", kind=entity.kind, chosen=other)
    new.forms, new.articles, new.genders = Counter(moved), set(entity.articles), Counter()
    entity.forms -= new.forms
    entity.chosen = entity.chosen or one
    lore.entities[new.key] = new
    if entity.kind == "person":
        lore.surnames.setdefault(keys(other)[-1], []).append(new.key)
    for _, form in moved:
        lore.spelled[tuple(form.split(" "))] = new


def _nearer(form: str, name: str, than: str) -> bool:
    """Whether a spelling is rather a name's than another's: the very same, or nearer in its words."""
    if form in (name, than):
        return form == name
    own = set(keys(form))
    return len(own & set(keys(name))) > len(own & set(keys(than)))


def _meant(lore: Lore, name: str) -> Entity | None:
    """Whom a name stands for: whoever is written so most often."""
    able = [(entity.forms_of(name), entity) for entity in _entities(lore)]
    best = max(able, key=lambda pair: pair[0], default=(0, None))
    if best[0]:
        return best[1]
    plain = lore.entities.get("-".join(keys(name)))
    return plain or next((lore.entities[key] for key in _written(lore, name) if key in lore.entities), None)


def _written(lore: Lore, name: str) -> Iterator[str]:
    """The keys of what records write so, in any language: "Basel civil court" is no spelling of an article's."""
    for language in known():
        for key, authority in authorities(lore, language).items():
            if authority.name == name:
                yield key


def _entities(lore: Lore) -> Iterator[Entity]:
    """Every entity once, in the order of its keys."""
    seen: set[int] = set()
    for key in sorted(lore.entities):
        entity = lore.entities[key]
        if id(entity) not in seen:
            seen.add(id(entity))
            yield entity
