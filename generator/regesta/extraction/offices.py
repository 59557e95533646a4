"""People by their roles: "the minister", "the Italian foreign minister".

Whoever in the articles has that role, for that country and that portfolio; where nobody who is named has it, the office
itself of a country is who acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extraction.cast import Actor, Company, use_of
from regesta.extraction.gender import of_role
from regesta.extraction.lore import Entity, Lore, concepts_of
from regesta.extraction.sentence import Sentence
from regesta.extraction.surroundings import is_role
from regesta.languages.territories import nation, nations
from regesta.model.mention import NameUse

PORTFOLIOS = frozenset({"environment", "economy", "finance", "culture", "defence", "foreign"})
"""Concepts that tell one minister from another."""
_OFFICES = frozenset({"minister", "president", "ambassador", "governor", "leader"})
"""Concepts of roles that a country has one of."""
_PHRASE = 6
"""Words from a role to the name that it introduces, where case endings join what stands between."""
_BEFORE, _AFTER = 3, 4
"""Words around a role that say of what and of which country."""


def roles(sentence: Sentence, lore: Lore, company: Company, taken: set[int], named: Sequence[Actor]) -> list[Actor]:
    """People by their roles: the latest of that role here, else the only one in all articles, else the office.

    A role that only introduces one of the `named` is nobody beside him.
    """
    found = []
    heads = {hit.indexes[-1] for hit in sentence.lexicon.roles.find(sentence.words)}
    heads |= {at for at, word in enumerate(sentence.words) if is_role(word, sentence.lexicon)}
    for at in sorted(heads):
        if at in taken or at + 1 in taken or _apposed(sentence, at, taken) or _introduces(sentence, at, named):
            continue
        use = _of_role(sentence, at, lore, company)
        if use:
            found.append(Actor(first=at, last=at, use=use, indirect=True))
            taken.add(at)
    return found


def _introduces(sentence: Sentence, at: int, named: Sequence[Actor]) -> bool:
    """Whether a person's name follows a role and what belongs to it: "міністр закордонних справ Іспанії Ада Квілл"."""
    data = sentence.lexicon
    name = next((a for a in named if a.use.kind == "person" and 1 < a.first - at <= _PHRASE), None)
    if name is None or data.genitive or data.indefinite:
        return False  # where phrases have prepositions and articles, a name behind one may be anybody's
    heads = {hit.indexes[0] for hit in (*sentence.triggers, *sentence.cues.get("speech", ()))}
    between = range(at + 1, name.first)
    return all(sentence.words[i].is_word and i not in heads for i in between) and not any(
        sentence.words[i].folded in data.function or is_role(sentence.words[i], data) for i in between
    )


def _apposed(sentence: Sentence, at: int, taken: set[int]) -> bool:
    """Whether a comma sets a name beside a role and what belongs to it: "the minister of transport, Luc Verdier"."""
    parts = sentence.words
    comma = next((i for i in range(at + 1, min(len(parts), at + 2 + _AFTER)) if not parts[i].is_word), None)
    return comma is not None and parts[comma].text == "," and comma + 1 in taken


def _of_role(sentence: Sentence, at: int, lore: Lore, company: Company) -> NameUse | None:
    role, language = sentence.words[at].text, sentence.article.language
    wanted = concepts_of(language, role)
    before = [w.folded for w in sentence.words[max(0, at - _BEFORE) : at]]
    if not wanted or any(word in sentence.lexicon.indefinite for word in before):
        return None
    reach = at + 2
    while reach < at + 4 and sentence.words[min(reach, len(sentence.words)) - 1].folded in _linking_words(sentence):
        reach += 1
    countries = nations(sentence.words[max(0, at - _BEFORE) : reach], language)
    portfolio = portfolio_of(sentence, at)
    gender = of_role(role, language)
    able = [
        key
        for key in lore.persons
        if lore.role_concepts(key) >= wanted - PORTFOLIOS
        and lore.gender(key) in (None, gender or lore.gender(key))
        and not _other_portfolio(lore.role_concepts(key), portfolio)
    ]
    key = _fitting(sentence.article.id, able, countries, lore, company)
    if key is None and len(countries) == 1 and wanted & _OFFICES:
        return _office(sentence, at, lore, f"{'+'.join(sorted(wanted & _OFFICES | portfolio))}@{min(countries)[1:]}")
    return use_of(sentence, (at, at), key, "person", role) if key else None


def portfolio_of(sentence: Sentence, at: int) -> frozenset[str]:
    """What the words around a role say that it is responsible for, up to the next comma."""
    parts = sentence.words
    start, stop = at, at
    while start > max(0, at - _BEFORE + 1) and parts[start - 1].is_word:
        start -= 1
    while stop + 1 < min(len(parts), at + 1 + _AFTER) and parts[stop + 1].is_word:
        stop += 1
    return frozenset(hit.label for hit in sentence.lexicon.concepts.find(parts[start : stop + 1])) & PORTFOLIOS


def _other_portfolio(concepts: frozenset[str], portfolio: frozenset[str]) -> bool:
    own = concepts & PORTFOLIOS
    return bool(own and portfolio and own.isdisjoint(portfolio))


def _office(sentence: Sentence, at: int, lore: Lore, name: str) -> NameUse:
    """The office as who acts; its spelling runs from the country to the role."""
    parts, language = sentence.words, sentence.article.language
    around = range(max(0, at - _BEFORE), min(len(parts), at + 1 + _AFTER))
    told = [i for i in around if nation(parts[i].text, language) or nations((parts[i],), language)]
    first, last = min([at, *told[:1]]), max([at, *told[:1]])
    entity = lore.entities.setdefault(f"office:{name}", Entity(key=f"office:{name}", kind="person"))
    written = sentence.text[parts[first].start - sentence.span.start : parts[last].end - sentence.span.start]
    entity.forms[language, written] += 1
    entity.articles.add(sentence.article.id)
    return use_of(sentence, (first, last), entity.key, "person", parts[at].text)


def _fitting(article: str, able: Sequence[str], countries: frozenset[str], lore: Lore, company: Company) -> str | None:
    """The key of the person of that role: the latest here, the only one here, the only one of several articles."""
    if countries:
        own = [key for key in able if lore.role_concepts(key) & countries]
        if len(own) == 1:
            return own[0]
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
