"""What all articles together say about names: which runs are names, of what kind, and which of them are one.

A surname that one article gives with a role makes the same key a person in the others, whatever their alphabet; a word
that is only ever capitalised at a sentence's start is no name; where nouns have capitals, only agreement makes names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from regesta.extraction.lexicon import lexicon
from regesta.extraction.runs import Run, runs
from regesta.extraction.sentence import Sentence
from regesta.languages.territories import nations
from regesta.languages.words import words


@dataclass(slots=True)
class Entity:
    """Someone or something with a name, over all articles."""

    key: str
    """Its key: what its mentions share."""
    kind: str
    """person, organisation or place."""
    name: str | None = None
    """Its English name, where CLDR knows it."""
    place_kind: str | None = None
    """country or city, of places that CLDR knows."""
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(language, name as written) -> how often."""
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(language, role) -> how often."""
    nations: frozenset[str] = frozenset()
    """Countries named with the roles, each as `=` and its code."""
    articles: set[str] = field(default_factory=set)
    """Ids of the articles that name it."""


@dataclass(slots=True)
class Lore:
    """Names as all articles use them."""

    entities: dict[str, Entity] = field(default_factory=dict)
    """By key."""
    surnames: dict[str, str] = field(default_factory=dict)
    """Key of a person's last word -> the entity's key."""
    heads: dict[str, str] = field(default_factory=dict)
    """Key of an organisation's first word -> the entity's key."""

    sentences: dict[str, tuple[object, Sequence[Sentence]]] = field(default_factory=dict)
    """Per article, its expressions and its sentences as they were read: the next step needs the same."""
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Key of a person -> the concepts of the roles met beside the name."""

    @property
    def persons(self) -> list[str]:
        """Keys of the persons that have a role."""
        return sorted(self.roles)

    def role_concepts(self, key: str) -> frozenset[str]:
        """What a person is, as concepts shared by all languages."""
        return self.roles.get(key, frozenset())

    def spread(self, key: str) -> int:
        """How many articles name an entity."""
        return len(self.entities[key].articles) if key in self.entities else 0

    def entity(self, run: Run) -> Entity | None:
        """Who or what a run names; None where it is no name."""
        if run.territory:
            return self.entities.get(f"place:{run.territory.code}")
        whole = "-".join(run.keys)
        if whole in self.entities:
            return self.entities[whole]
        for table, part in ((self.surnames, run.keys[-1]), (self.heads, run.keys[0])):
            if part in table and _fits(self.entities[table[part]], run):
                return self.entities[table[part]]
        for cut in range(1, len(run.keys)):
            tail = "-".join(run.keys[cut:])
            if tail in self.entities and not run.given and run.kind != "person":
                return self.entities[tail]
        genitive = run.keys[-1].removesuffix("s")
        if len(run.keys) == 1 and run.words[0].endswith("s") and genitive in self.surnames:
            return self.entities[self.surnames[genitive]]
        return None


def _fits(entity: Entity, run: Run) -> bool:
    """Whether a run can be another form of an entity's name: it is one word, or shares a given name or its initial."""
    if len(run.keys) == 1:
        return True
    if entity.kind != "person":
        return run.keys[0] in entity.key.split("-") and run.kind != "person"
    given, other = (_INITIAL.sub("", k) for k in (entity.key.split("-")[0], run.keys[0]))
    return given[:2] == other[:2]


_INITIAL = re.compile(r"^s(?=a)")
"""Jürg and Юрг: an initial J is a vowel in some languages."""


def learn(sentences: Iterable[Sentence]) -> Lore:
    """The lore of all articles, from all their sentences."""
    lower, single, found = _observed(sentences)
    lore = Lore()
    for name in sorted(found, key=lambda n: (-len(n), n)):
        uses = found[name]
        kind = _kind(name, uses, lower, single)
        if kind is None and len(name) == 1:
            known = lore.entity(uses[0][0])
            kind = known.kind if known and known.kind == "person" else None
        if kind:
            _add(lore, name, kind, uses)
    for entity in {id(e): e for e in lore.entities.values()}.values():
        concepts = frozenset(concept for language, role in entity.roles for concept in concepts_of(language, role))
        if entity.kind == "person" and concepts:
            lore.roles[entity.key] = concepts | entity.nations
    return lore


def concepts_of(language: str, role: str) -> frozenset[str]:
    """What a role is, in concepts shared by all languages; compound words by their ends (Umweltministerin)."""
    parts = words(role)
    found = {hit.label for hit in lexicon(language).concepts.find(parts)}
    for ending in lexicon(language).role_endings:
        for word in parts:
            if word.folded.endswith(ending):
                found.update(hit.label for hit in lexicon(language).concepts.find(words(ending)))
    return frozenset(found)


_Use = tuple[Run, Sentence]


def _observed(
    sentences: Iterable[Sentence],
) -> tuple[set[tuple[str, str]], Counter[str], dict[tuple[str, ...], list[_Use]]]:
    """Words seen in lower case, keys of one-word runs, and all runs by their keys."""
    lower: set[tuple[str, str]] = set()
    single: Counter[str] = Counter()
    found: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    for sentence in sentences:
        language = sentence.article.language
        lower.update((language, w.folded) for w in sentence.words if w.text[0].islower())
        for run in runs(sentence):
            name = (f"place:{run.territory.code}",) if run.territory else run.keys
            found[name].append((run, sentence))
            if len(run.keys) == 1:
                single[run.keys[0]] += 1
    return lower, single, found


def _kind(name: tuple[str, ...], uses: Sequence[_Use], lower: set[tuple[str, str]], single: Counter[str]) -> str | None:
    """person, organisation, place, or None where the run is no name."""
    told: Counter[str] = Counter(run.kind for run, _ in uses if run.kind)
    if name[0].startswith("place:"):
        return "place"
    usual = any((s.article.language, w.casefold()) in lower for run, s in uses for w in run.words)
    if len(name) > 1:
        return _kind_of_many(name, uses, told, single) if not usual or told or any(r.given for r, _ in uses) else None
    return _kind_of_one(uses, told, usual=usual)


def _kind_of_many(name: tuple[str, ...], uses: Sequence[_Use], told: Counter[str], single: Counter[str]) -> str | None:
    if any(run.given for run, _ in uses) and not told["organisation"]:
        return "person"
    if told:
        return told.most_common(1)[0][0]
    nouns = all(s.lexicon.capital_nouns for _, s in uses)
    apposed = all(run.determined for run, _ in uses)
    if nouns and apposed and single[name[-1]] and not single[name[0]]:
        return None
    if nouns and (len(uses) < 2 or any(run.determined for run, _ in uses)) and not single[name[-1]]:
        return None
    if all(run.initial or run.determined for run, _ in uses) and len(uses) == 1:
        return None
    return "person" if single[name[-1]] >= single[name[0]] and len(name) < 4 else "organisation"


def _kind_of_one(uses: Sequence[_Use], told: Counter[str], *, usual: bool) -> str | None:
    if usual or (any(run.determined for run, _ in uses) and all(s.lexicon.capital_nouns for _, s in uses)):
        return None
    if told["person"]:
        return "person"
    if all(s.lexicon.capital_nouns for _, s in uses):
        return "organisation" if len(uses) > 2 and any(run.initial for run, _ in uses) else None
    sure = [
        (run, s) for run, s in uses if not run.initial and not s.lexicon.capital_nouns and s.kind.value != "headline"
    ]
    acronym = any(len(run.words[0]) > 1 and run.words[0].isupper() for run, _ in sure)
    if not sure and not any(run.located and not run.determined for run, _ in uses):
        return None
    located = sum(run.located for run, _ in uses)
    if located * 3 >= len(uses) and not acronym:
        return "place"
    return "organisation" if sure and (len(uses) > 1 or acronym) else None


def _add(lore: Lore, name: tuple[str, ...], kind: str, uses: Sequence[_Use]) -> None:
    run = uses[0][0]
    entity = lore.entity(run)
    if entity is None or (entity.kind == "place") != (kind == "place"):
        whole = name[0] if name[0].startswith("place:") else "-".join(name)
        territory = run.territory
        entity = lore.entities.setdefault(
            whole,
            Entity(
                key=whole,
                kind=kind,
                name=territory.name if territory else None,
                place_kind=territory.kind if territory else "city" if kind == "place" else None,
            ),
        )
        if kind == "person":
            lore.surnames.setdefault(name[-1], whole)
        elif kind == "organisation":
            lore.heads.setdefault(name[0], whole)
    else:
        lore.entities["-".join(name)] = entity
    for use, sentence in uses:
        language = sentence.article.language
        entity.forms[language, " ".join(use.words)] += 1
        entity.articles.add(sentence.article.id)
        if use.role:
            entity.roles[language, use.role] += 1
            around = sentence.words[max(0, use.first - len(use.role.split()) - 2) : use.first]
            entity.nations |= nations(around, language)
