"""Pronouns and nouns that take up somebody who has been named: he, the official, both.

Whoever fits in gender and was the subject of the latest sentence that names somebody; names inside quotations are
spoken of by others, and so nobody whom the text around goes on about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regesta.extraction.cast import Actor, Company, use_of
from regesta.extraction.lore import Lore
from regesta.extraction.sentence import Sentence
from regesta.model.mention import NameUse

_TRAILING = 4
"""Words before a pronoun that speaks from which on they are what it says."""
_DEFINITE = 2
"""Words between an article and a noun that takes somebody up ("the 71-year-old politician")."""


def pronouns(sentence: Sentence, lore: Lore, company: Company, named: Sequence[Actor], taken: set[int]) -> list[Actor]:
    """He and she take a person up, it a body, in the sentence so far, else before it; a noun a person likewise."""
    found: list[Actor] = []
    for at in range(len(sentence.words)):
        if at in taken or sentence.quoted[at]:
            continue
        kind = _pronoun(sentence, at)
        noun = None if kind or _apposed(sentence, at, taken) else _noun(sentence, at)
        use = None
        if kind in ("he", "she", "it"):
            use = _antecedent(sentence, at, _fits(kind, lore), company, [*named, *found])
        elif noun:
            use = company.taken_up(_fits(noun, lore))
        if use:
            again = use_of(sentence, (at, at), use.key, use.kind)
            object_only = sentence.words[at].folded in sentence.lexicon.objects
            found.append(
                Actor(first=at, last=at, use=again, indirect=True, pronoun=kind is not None, oblique=object_only)
            )
    return found + _two(sentence, company, taken)


def _pronoun(sentence: Sentence, at: int) -> str | None:
    """he, she, it or they; she and they may share a word, which the verb beside it tells apart."""
    data, parts = sentence.lexicon, sentence.words
    kind = data.pronouns.get(parts[at].folded)
    if kind == "she" and data.plural_verbs:
        beside = [parts[i].folded for i in (at - 1, at + 1) if 0 <= i < len(parts)]
        return "they" if any(word.endswith(data.plural_verbs) for word in beside) else kind
    return kind


def _noun(sentence: Sentence, at: int) -> str | None:
    """he, she or any for a noun that takes somebody up ("the official"); None for all other words."""
    data, parts = sentence.lexicon, sentence.words
    kind = data.people.get(parts[at].folded)
    if kind is None or not data.indefinite:
        return kind
    before = [w.folded for w in parts[max(0, at - 1 - _DEFINITE) : at]]
    definite = any(w in data.determiners and w not in data.indefinite for w in before)
    return kind if definite and not any(w in data.indefinite for w in before) else None


def _apposed(sentence: Sentence, at: int, taken: set[int]) -> bool:
    """Whether a name stands right behind a noun, which then takes nobody up: "its chief executive, Luca Ferri"."""
    behind = at + 1 + (at + 1 < len(sentence.words) and sentence.words[at + 1].text == ",")
    return behind in taken


def _fits(kind: str, lore: Lore) -> Callable[[NameUse], bool]:
    """Whether somebody may be meant by he, she, it or a noun for either."""

    def fits(use: NameUse) -> bool:
        if kind == "it":
            return use.kind in ("organisation", "group")
        return use.kind == "person" and (kind == "any" or lore.gender(use.key) in (None, kind))

    return fits


def _antecedent(
    sentence: Sentence,
    at: int,
    fits: Callable[[NameUse], bool],
    company: Company,
    named: Sequence[Actor],
) -> NameUse | None:
    """Whom a word takes up: somebody in the sentence before it, but for what he himself says; else the company."""
    speaking = {hit.indexes[0] for hit in sentence.cues.get("speech", ())}
    reports = at + 1 in speaking or at - 1 in speaking
    said = reports and sum(w.is_word for w in sentence.words[:at]) >= _TRAILING
    before = [a.use for a in named if a.last < at and not a.located and not sentence.quoted[a.first] and fits(a.use)]
    if before and not said:
        return before[0]
    spoke = company.speaker
    if reports and spoke is not None and fits(spoke) and company.speaks():
        return spoke
    if before:
        return before[0]
    # "elle" may be a strike; but a strike says nothing, and who is taken somewhere ("его") is mostly somebody.
    for_things = not (sentence.lexicon.neuter or reports or sentence.words[at].folded in sentence.lexicon.objects)
    return company.just_named(fits) if for_things else company.taken_up(fits)


def _two(sentence: Sentence, company: Company, taken: set[int]) -> list[Actor]:
    """Both, the two: the two persons who were named last."""
    found: list[Actor] = []
    for hit in sentence.lexicon.two.find(sentence.words)[:1]:
        at = hit.indexes[-1]
        keys = list(dict.fromkeys(use.key for use in reversed(company.recent) if use.kind == "person"))[:2]
        if len(keys) == 2 and at not in taken and not sentence.quoted[at]:
            uses = [use_of(sentence, (at, at), key, "person") for key in keys]
            found += [Actor(first=at, last=at, use=use, indirect=True) for use in uses]
    return found
