"""What all articles together say about names, to be asked of one sentence at a time.

Learning (see `learning`) fills it; here is how a run of words finds whom it names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from regesta.extraction.bodies import Known, Told, told
from regesta.extraction.compounds import Compound, joined_runs
from regesta.extraction.gender import decided
from regesta.extraction.institutions import Institutions
from regesta.extraction.lexicon import lexicon
from regesta.extraction.runs import Run
from regesta.extraction.sentence import Sentence
from regesta.languages.keys import keys
from regesta.languages.likeness import alike
from regesta.languages.words import words

_OF_JUSTICE = frozenset({"court", "prosecutor", "police"})
"""Concepts of the roles of those who arrest and charge."""
_GIVEN_AND_SURNAME = 2
_PARTICLE = 2
"""Letters of a key up to which a word is a particle of a name."""
_LONG = 5
"""Letters of a key from which on a word of an organisation's name may be spelled a little otherwise."""


@dataclass(slots=True)
class Entity:
    """Someone or something with a name, over all articles."""

    key: str
    """Its key: what its mentions share."""
    kind: str
    """person, organisation or place."""
    name: str | None = None
    """Its English name, where CLDR knows it."""
    chosen: str | None = None
    """The name that a person chose for it."""
    place_kind: str | None = None
    """country or city, of places that CLDR knows."""
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(language, name as written) -> how often."""
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(language, role) -> how often."""
    nations: frozenset[str] = frozenset()
    """Countries named with the roles, each as `=` and its code."""
    genders: Counter[str] = field(default_factory=Counter)
    """he or she -> what speaks for it."""
    articles: set[str] = field(default_factory=set)
    """Ids of the articles that name it."""

    def forms_of(self, name: str) -> int:
        """How often it is written just so, or whether a person writes it so."""
        own = name in (self.chosen, self.name)
        return own + sum(n for (_, form), n in self.forms.items() if form.casefold() == name.casefold())


@dataclass(slots=True)
class Lore:
    """Names as all articles use them."""

    entities: dict[str, Entity] = field(default_factory=dict)
    """By key."""
    surnames: dict[str, list[str]] = field(default_factory=dict)
    """Key of a person's last word -> the keys of the persons who bear it."""
    fuller: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """Keys of the first and of a later word of a person's name of three words or more -> the persons' keys."""
    cores: dict[str, Entity] = field(default_factory=dict)
    """Key of an organisation's name without the words for what it is -> the organisation."""
    heads: dict[str, str] = field(default_factory=dict)
    """Key of an organisation's first word -> the entity's key."""

    institutions: Institutions = field(default_factory=Institutions)
    """Bodies without a name."""
    sentences: dict[str, tuple[object, Sequence[Sentence]]] = field(default_factory=dict)
    """Per article, its expressions and its sentences as they were read: the next step needs the same."""
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Key of a person -> the concepts of the roles met beside the name."""

    spelled: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    """Words of a name -> whom they stand for, where a person has decided."""
    own_keys: dict[str, str] = field(default_factory=dict)
    """Word (case-folded) -> its key here, of words that spell another name than their own key's, or one more."""

    compounds: frozenset[Compound] = frozenset()
    """Names that a particle holds together."""

    def runs(self, sentence: Sentence) -> list[Run]:
        """The runs of a sentence, compounds as one, look-alikes (Müller, Möller) under keys of their own."""
        found = joined_runs(sentence, self.compounds)
        if not self.own_keys:
            return found
        return [
            replace(
                run, keys=tuple(self.own_keys.get(w.casefold(), k) for w, k in zip(run.words, run.keys, strict=True))
            )
            if len(run.words) == len(run.keys)
            else run
            for run in found
        ]

    @property
    def persons(self) -> list[str]:
        """Keys of the persons that have a role."""
        return sorted(self.roles)

    def gender(self, key: str) -> str | None:
        """Whether a person is he or she; None where the articles don't tell."""
        return decided(self.entities[key].genders) if key in self.entities else None

    def role_concepts(self, key: str) -> frozenset[str]:
        """What a person is, as concepts shared by all languages."""
        return self.roles.get(key, frozenset())

    def officers(self) -> frozenset[str]:
        """Keys of judges, prosecutors and police officers: they arrest and charge, and rarely suffer it."""
        return frozenset(key for key, concepts in self.roles.items() if concepts & _OF_JUSTICE)

    def spread(self, key: str) -> int:
        """How many articles name an entity."""
        return len(self.entities[key].articles) if key in self.entities else 0

    def entity(self, run: Run, article: str | None = None, recent: Sequence[str] = ()) -> Entity | None:
        """Who or what a run names; None where it is no name.

        Of several with the same surname, the latest of `recent` keys, else who is named in full in the article, else
        who is named in most.
        """
        if run.words in self.spelled:
            return self.spelled[run.words]
        if run.territory:
            return self.entities.get(f"place:{run.territory.code}")
        city = f"place:{run.city.code}" if run.city and run.kind is None else ""
        whole = "-".join(run.keys)
        if len(run.keys) > 1 or whole not in self.surnames:
            known = self.entities.get(city) or self.entities.get(whole) or self._in_full(run.keys)
            if known:
                return known
        return self._by_part(run, article, recent)

    def _in_full(self, name: Sequence[str]) -> Entity | None:
        """The only person whose longer name holds a given name and a surname: with a patronymic, a second surname."""
        if len(name) != _GIVEN_AND_SURNAME:
            return None
        bearers = self.fuller.get((name[0], name[1]), set())
        return self.entities[next(iter(bearers))] if len(bearers) == 1 else None

    def _by_part(self, run: Run, article: str | None, recent: Sequence[str]) -> Entity | None:
        """Whoever bears a part of the name: the surname, the first word, the name in another order."""
        able = [self.entities[key] for key in self.surnames.get(run.keys[-1], ()) if fits(self.entities[key], run)]
        if able and run.gender:  # "Mrs Quill" is not Mr Quill, though he be the only one who is named in full
            able = [entity for entity in able if decided(entity.genders) in (None, run.gender)]
            if not able:
                return None
        if able:
            order = {key: at for at, key in enumerate(recent)}
            return max(
                able,
                key=lambda e: (order.get(e.key, -1), article in e.articles, len(e.articles), sum(e.forms.values())),
            )
        head = self.heads.get(run.keys[0])
        if head and fits(self.entities[head], run):
            return self.entities[head]
        turned = self.entities.get("-".join(reversed(run.keys)))
        other = turned if turned and turned.kind == "person" else self.cores.get("-".join(run.core or run.keys))
        return other or self._by_end(run)

    def _by_end(self, run: Run) -> Entity | None:
        """What a run's last words name, or its word without a genitive's -s."""
        for cut in range(1, len(run.keys)):
            tail = "-".join(run.keys[cut:])
            if tail in self.entities and not run.given and run.kind != "person":
                return self.entities[tail]
        bearers = self.surnames.get(run.keys[-1], ())
        if run.initial and not run.given and len(run.keys) == 2 and len(bearers) == 1:
            return self.entities[bearers[0]]
        if not run.words[-1].endswith("s"):
            return None
        *first, last = (*run.keys[:-1], run.keys[-1].removesuffix("s"))
        genitive = self.surnames.get(last, ())
        return self.entities.get("-".join((*first, last))) if first else next(map(self.entities.get, genitive), None)

    def named(self, name: str) -> str | None:
        """The key of an organisation or person by a word of its name, as a hyphenated word holds it."""
        found = keys(name)
        whole = "-".join(found)
        key = whole if whole in self.entities else self.heads.get(found[0]) if found else None
        return self.entities[key].key if key else None

    def bodies(self, sentence: Sentence, names: Sequence[Known]) -> list[Told]:
        """The bodies of a sentence and whose they are."""
        return told(sentence, names, self.named)


def fits(entity: Entity, run: Run) -> bool:
    """Whether a run can be another form of an entity's name: it is one word, or shares a given name or its initial."""
    if len(run.keys) == 1:
        return True
    if entity.kind != "person":
        return run.kind != "person" and _one_body(entity.key.split("-"), run.keys)
    return alike(entity.key.split("-")[0], run.keys[0])


def _one_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names that begin alike are one body's: not where each has a word of its own, as two banks have."""
    if other[0] not in one:
        return False
    only, others = (
        {w for w in ours if w not in theirs and len(w) > _PARTICLE} for ours, theirs in ((one, other), (other, one))
    )
    return all(any(_spelled_alike(word, another) for another in others) for word in only) if others else True


def _spelled_alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _LONG and alike(one, other))


def concepts_of(language: str, role: str) -> frozenset[str]:
    """What a role is, in concepts shared by all languages; compound words by their ends (Umweltministerin)."""
    parts = words(role)
    found = {hit.label for hit in lexicon(language).concepts.find(parts)}
    for ending in lexicon(language).role_endings:
        for word in parts:
            if word.folded.endswith(ending):
                found.update(hit.label for hit in lexicon(language).concepts.find(words(ending)))
    return frozenset(found)
