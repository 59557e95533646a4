"""Who acts in a sentence: names, bodies without a name, and what takes them up, each resolved to one key.

Separate from names, which are about spelling: this is about who is meant here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.extraction.bodies import POSSESSIVE, Known, Told
from regesta.extraction.cast import Actor, Company, use_of
from regesta.extraction.coreference import pronouns
from regesta.extraction.lore import Lore
from regesta.extraction.offices import roles
from regesta.extraction.sentence import Sentence
from regesta.extraction.surroundings import is_role
from regesta.languages.territories import capital_of
from regesta.model.body import is_body, parsed
from regesta.model.mention import NameUse


def actors(sentence: Sentence, lore: Lore, company: Company) -> list[Actor]:
    """All of a sentence's actors and places, from left to right; `company` grows by them."""
    found = _named(sentence, lore, company)
    taken = {i for actor in found for i in range(actor.first, actor.last + 1)}
    found = _bodies(sentence, lore, company, found, taken)
    found += roles(sentence, lore, company, taken | {i for a in found for i in range(a.first, a.last + 1)}, found)
    found = [_placed(sentence, actor, lore) for actor in sorted(found, key=lambda a: a.first)]
    found += pronouns(sentence, lore, company, found, taken)
    found.sort(key=lambda a: a.first)
    company.enter(sentence, found)
    return found


def _placed(sentence: Sentence, actor: Actor, lore: Lore) -> Actor:
    """The actor, told whether it depends on another word; a place that acts is a state."""
    parts, data = sentence.words, sentence.lexicon
    after = parts[actor.last + 1].text if actor.last + 1 < len(parts) else ""
    before = [w.folded for w in parts[max(0, actor.first - 4) : actor.first]]
    idle = data.determiners | data.demonyms | data.titles
    while before and before[-1] in idle and (data.capital_nouns or before[-1] not in data.genitive):  # German "der"
        before.pop()
    genitive = bool(before) and before[-1] in data.genitive and len(before) > 1
    attributive = actor.use.kind != "person" and actor.last + 1 < len(parts) and is_role(parts[actor.last + 1], data)
    possessive = after in POSSESSIVE or _german_genitive(sentence, actor, lore)
    dependent = actor.dependent or possessive or genitive or attributive
    return replace(actor, dependent=dependent, oblique=_oblique(sentence, actor, lore))


def _german_genitive(sentence: Sentence, actor: Actor, lore: Lore) -> bool:
    """Whether a name bears the -s of a genitive before a noun, where those have capitals: "Halmais Vorgängerin"."""
    parts, entity = sentence.words, lore.entities.get(actor.use.key)
    if not sentence.lexicon.capital_nouns or entity is None or actor.last + 1 >= len(parts):
        return False
    last = parts[actor.last].text
    forms = {form.rpartition(" ")[2] for _, form in entity.forms}
    return last.endswith("s") and last[:-1] in forms and parts[actor.last + 1].is_capital


def _oblique(sentence: Sentence, actor: Actor, lore: Lore) -> bool:
    """Whether a name's or a role's ending shows a case other than the subject's, in languages that have endings."""
    data = sentence.lexicon
    if _enclosed(sentence, actor):
        return True
    entity = lore.entities.get(actor.use.key)
    if not data.oblique or entity is None or actor.pronoun:
        return False
    woman = lore.gender(actor.use.key) == "she"
    role = (actor.use.role or "").rpartition(" ")[2].casefold()
    if role and role not in data.nominative and role.endswith(data.oblique):
        return True
    last = sentence.words[actor.last].folded
    forms = {form.rpartition(" ")[2].casefold() for code, form in entity.forms if code == sentence.article.language}
    endings = [end for end in data.oblique if not (woman and end in ("а", "я"))]
    return any(last.endswith(end) and last.removesuffix(end) in forms for end in endings)


def _enclosed(sentence: Sentence, actor: Actor) -> bool:
    """Whether somebody stands in a relative clause between commas: "…, who leads the party, said"."""
    segment = sentence.segments[actor.first]
    inside = [i for i, number in enumerate(sentence.segments) if number == segment]
    opening = next((i for i in inside if sentence.words[i].is_word), actor.first)
    closed = inside[-1] + 1 < len(sentence.words) and sentence.words[inside[-1] + 1].text == ","
    follows = opening and sentence.words[opening - 1].text == ","
    return bool(
        closed and follows and opening < actor.first and sentence.words[opening].folded in sentence.lexicon.relative
    )


def as_state(use: NameUse) -> NameUse | None:
    """Who acts where a place does: a country itself, a capital for its country ("Astana lashed out"), else nobody."""
    if use.kind != "place":
        return use
    code = use.key.removeprefix("place:")
    country = code if "/" not in code else capital_of(code)
    return replace(use, key=f"place:{country}", kind="state") if country and use.key != code else None


def _named(sentence: Sentence, lore: Lore, company: Company) -> list[Actor]:
    found: list[Actor] = []
    for run in lore.runs(sentence):
        recent = [use.key for use in company.recent] + [actor.use.key for actor in found]
        entity = lore.entity(run, sentence.article.id, recent)
        if entity is None:
            continue
        use = use_of(sentence, (run.first, run.last), entity.key, entity.kind, run.role)
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
    start = min(first, each.owned_by.first) if each.owned_by else first
    around = [w.folded for w in sentence.words[max(0, start - 2) : start]]
    if each.own_name is not None or (each.body.named and any(w in sentence.lexicon.indefinite for w in around)):
        return None
    located = any(word in sentence.lexicon.locative for word in around)
    if not each.body.kind:
        use = use_of(sentence, (first, last), f"place:{each.body.state}", "state")
        return Actor(first=first, last=last, use=use, located=located, indirect=True)
    recent = [use.key for use in company.recent] + [a.use.key for a in before]
    key = lore.institutions.key(each.body.kind, each.owner, sentence.article.id, recent, named=each.body.named)
    if key is None:
        return None
    of_kind, owner = parsed(key)
    if is_body(key) and of_kind == "board" and owner in lore.entities and lore.entities[owner].kind == "organisation":
        key = owner
    key = lore.entities[key].key if key in lore.entities else key
    kind = "group" if is_body(key) else lore.entities[key].kind
    return Actor(first=first, last=last, use=use_of(sentence, (first, last), key, kind), located=located, indirect=True)
