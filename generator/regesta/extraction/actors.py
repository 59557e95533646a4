"""Who acts in a sentence: names, bodies without a name, pronouns and "the minister", each resolved to one key.

Separate from names, which are about spelling: this is about who is meant here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regesta.extraction.bodies import POSSESSIVE, Known, Told
from regesta.extraction.lore import Lore, concepts_of
from regesta.extraction.runs import runs
from regesta.extraction.sentence import Sentence
from regesta.extraction.surroundings import is_role
from regesta.languages.territories import capital_of, nations
from regesta.model.mention import NameUse
from regesta.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that a sentence speaks of."""

    first: int
    """Index of the first word."""
    last: int
    """Index of the last word."""
    use: NameUse
    """Who, as one key."""
    located: bool = False
    """Whether a preposition of place stands before it: where rather than who."""
    indirect: bool = False
    """Whether a pronoun, a role or a body's common name stands for it."""
    pronoun: bool = False
    """Whether a pronoun stands for it."""
    dependent: bool = False
    """Whether it only says whose ("Putin's visit", "the spokesman of the President"): no subject."""


@dataclass(slots=True)
class Company:
    """Who has been spoken of so far in an article, for pronouns and roles."""

    recent: list[NameUse]
    """Persons and bodies, the latest last."""
    speaker: NameUse | None = None
    """Who spoke last."""

    def latest(self, *kinds: str) -> NameUse | None:
        """The latest of one of the kinds."""
        return next((use for use in reversed(self.recent) if use.kind in kinds), None)


def actors(sentence: Sentence, lore: Lore, company: Company) -> list[Actor]:
    """All of a sentence's actors and places, from left to right; `company` grows by them."""
    found = _named(sentence, lore)
    taken = {i for actor in found for i in range(actor.first, actor.last + 1)}
    found = _bodies(sentence, lore, company, found, taken)
    found += _roles(sentence, lore, company, taken | {i for a in found for i in range(a.first, a.last + 1)})
    found += _pronouns(sentence, company, sorted(found, key=lambda a: a.first), taken)
    found = [_placed(sentence, actor) for actor in sorted(found, key=lambda a: a.first)]
    company.recent += [a.use for a in found if a.use.kind != "place" and not a.located]
    del company.recent[:-20]
    return found


def _placed(sentence: Sentence, actor: Actor) -> Actor:
    """The actor, told whether it depends on another word; a place that acts is a state."""
    parts, data = sentence.words, sentence.lexicon
    after = parts[actor.last + 1].text if actor.last + 1 < len(parts) else ""
    before = [w.folded for w in parts[max(0, actor.first - 4) : actor.first]]
    while before and (before[-1] in data.determiners or before[-1] in data.demonyms or before[-1] in data.titles):
        before.pop()
    genitive = bool(before) and before[-1] in data.genitive and len(before) > 1
    attributive = actor.use.kind != "person" and actor.last + 1 < len(parts) and is_role(parts[actor.last + 1], data)
    return replace(actor, dependent=actor.dependent or after in POSSESSIVE or genitive or attributive)


def as_state(use: NameUse) -> NameUse | None:
    """Who acts where a place does: a country itself, a capital for its country ("Astana lashed out"), else nobody."""
    if use.kind != "place":
        return use
    code = use.key.removeprefix("place:")
    country = code if "/" not in code else capital_of(code)
    return replace(use, key=f"place:{country}", kind="state") if country and use.key != code else None


def _use(sentence: Sentence, words: tuple[int, int], key: str, kind: str, role: str | None = None) -> NameUse:
    span = Span(sentence.words[words[0]].start, sentence.words[words[1]].end)
    return NameUse(surface=span.of(sentence.article.text), key=key, kind=kind, role=role, span=span)


def _named(sentence: Sentence, lore: Lore) -> list[Actor]:
    found = []
    for run in runs(sentence):
        entity = lore.entity(run)
        if entity is None:
            continue
        use = _use(sentence, (run.first, run.last), entity.key, entity.kind, run.role)
        found.append(Actor(first=run.first, last=run.last, use=use, located=run.located))
    return found


def _bodies(sentence: Sentence, lore: Lore, company: Company, named: list[Actor], taken: set[int]) -> list[Actor]:
    """The names and bodies without one of a sentence; a name that only says whose a body is doesn't act beside it."""
    names = [Known(first=a.first, last=a.last, key=a.use.key, kind=a.use.kind) for a in named]
    owners: set[int] = set()
    found: list[Actor] = []
    for each in lore.bodies(sentence, names):
        body = _body(sentence, each, lore, company, found)
        if body and taken.isdisjoint(range(body.first, body.last + 1)):
            found.append(body)
            taken.update(range(body.first, body.last + 1))
            owners |= {each.owned_by.first} if each.owned_by else set()
    return [replace(a, dependent=a.dependent or a.first in owners) for a in named] + found


def _body(sentence: Sentence, each: Told, lore: Lore, company: Company, before: Sequence[Actor]) -> Actor | None:
    """Police, courts, shareholders: a body that acts without a name, or a name's kind in its place."""
    first, last = each.body.first, each.body.last
    around = [w.folded for w in sentence.words[max(0, first - 2) : first]]
    if each.own_name is not None or (each.body.named and any(w in sentence.lexicon.indefinite for w in around)):
        return None
    located = any(word in sentence.lexicon.locative for word in around)
    if not each.body.kind:
        use = _use(sentence, (first, last), f"place:{each.body.state}", "state")
        return Actor(first=first, last=last, use=use, located=located, indirect=True)
    recent = [use.key for use in company.recent] + [a.use.key for a in before]
    key = lore.institutions.key(each.body.kind, each.owner, sentence.article.id, recent, named=each.body.named)
    if key is None:
        return None
    kind = "group" if key.startswith("body:") else lore.entities[key].kind
    return Actor(first=first, last=last, use=_use(sentence, (first, last), key, kind), located=located, indirect=True)


def _roles(sentence: Sentence, lore: Lore, company: Company, taken: set[int]) -> list[Actor]:
    """People by their roles ("the minister"): the latest of that role here, else the only one in all articles."""
    found = []
    heads = {hit.indexes[-1] for hit in sentence.lexicon.roles.find(sentence.words)}
    heads |= {at for at, word in enumerate(sentence.words) if is_role(word, sentence.lexicon)}
    for at in sorted(heads):
        if at in taken or at + 1 in taken or (at + 2 in taken and sentence.words[at + 1].text == ","):
            continue
        use = _of_role(sentence, at, lore, company)
        if use:
            found.append(Actor(first=at, last=at, use=use, indirect=True))
            taken.add(at)
    return found


def _of_role(sentence: Sentence, at: int, lore: Lore, company: Company) -> NameUse | None:
    wanted = concepts_of(sentence.article.language, sentence.words[at].text)
    before = [w.folded for w in sentence.words[max(0, at - 3) : at]]
    if not wanted or any(word in sentence.lexicon.indefinite for word in before):
        return None
    reach = at + 2
    while reach < at + 4 and sentence.words[min(reach, len(sentence.words)) - 1].folded in _linking_words(sentence):
        reach += 1
    countries = nations(sentence.words[max(0, at - 3) : reach], sentence.article.language)
    key = _fitting(sentence.article.id, wanted, countries, lore, company)
    return _use(sentence, (at, at), key, "person", sentence.words[at].text) if key else None


def _fitting(
    article: str, wanted: frozenset[str], countries: frozenset[str], lore: Lore, company: Company
) -> str | None:
    """The key of the person of that role: the latest here, the only one here, the only one of several articles."""
    able = [key for key in lore.persons if lore.role_concepts(key) >= wanted]
    if countries:
        own = [key for key in able if lore.role_concepts(key) & countries]
        able = own or [key for key in able if not any(c[0] == "=" for c in lore.role_concepts(key))]
    for use in reversed(company.recent):
        if use.key in able:
            return use.key
    here = [key for key in able if article in lore.entities[key].articles]
    fitting = here or [key for key in able if lore.spread(key) > 1]
    return fitting[0] if len(fitting) == 1 else None


def _linking_words(sentence: Sentence) -> frozenset[str]:
    """What may stand between a role and its country: "president of the"."""
    return sentence.lexicon.genitive | sentence.lexicon.determiners


def _pronouns(sentence: Sentence, company: Company, named: Sequence[Actor], taken: set[int]) -> list[Actor]:
    """He and she are the latest person, it is the latest body: in the sentence so far, else before it."""
    found = []
    spoken = {hit.indexes[0] for hit in sentence.cues.get("speech", ())}
    reporting = spoken | {index - 1 for index in spoken} | {index + 2 for index in spoken}
    for at, word in enumerate(sentence.words):
        kind = sentence.lexicon.pronouns.get(word.folded)
        if kind is None or at in taken or sentence.quoted[at]:
            continue
        kinds = ("organisation", "group") if kind == "it" else ("person",)
        before = [a.use for a in named if a.last < at and a.use.kind in kinds and not a.located]
        speaking = company.speaker if at + 1 in reporting and kind != "it" else None
        if speaking is not None and speaking.kind != "person":
            speaking = None
        use = before[0] if before else speaking or company.latest(*kinds)
        if use and kind != "they":
            again = _use(sentence, (at, at), use.key, use.kind)
            found.append(Actor(first=at, last=at, use=again, indirect=True, pronoun=True))
    return found
