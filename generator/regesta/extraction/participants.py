"""Who takes part in what a trigger tells: by the distance from it, by clauses, cases and prepositions.

Separate from the mentions' making because here one sentence's grammar is weighed; what a deed is, is told elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from regesta.extraction.actors import as_state
from regesta.extraction.cast import Actor
from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence
from regesta.extraction.speech import governs, inverted
from regesta.extraction.triggers import Telling
from regesta.model.mention import NameUse

_MOST_ACTORS = 4
_POSSESSOR = 3
"""Words from a possessor to the noun that names what it did: "Macron's state visit"."""
_STATE_REACH = 3
"""Words between a state and the deed that it does: "Moldova accused"."""
_ACTOR_REACH, _ACTOR_CLAUSES = 18, 2
"""Words, and commas, between somebody and a deed that he takes part in."""
_DONE = ("visit.", "meeting.", "statement.")
"""Kinds of nouns that are done by somebody, as a rule by the sentence's subject."""
_RECIPIENT = 6
"""Words between "to" and a recipient's name: his title and office."""


def involved(telling: Telling, hit: Hit, speaker: Actor | None) -> list[NameUse]:
    """Who takes part: the speaker alone in a statement, else the names around the trigger, subject first."""
    if speaker is not None:
        return [as_state(speaker.use) or replace(speaker.use, kind="state")]
    at = hit.indexes[0]
    owners = [a for a in telling.actors if a.dependent and 0 < at - a.last <= _POSSESSOR and a.use.kind != "place"]
    if owners and hit.label.endswith("noun"):
        return [owners[-1].use]
    chosen: list[tuple[int, NameUse]] = []
    subjects: set[str] = set()
    for actor in telling.actors:
        price = _distance(telling, hit, actor)
        if price is not None and not _of_another(telling, hit, actor):
            acts = as_state(actor.use)
            chosen += [(price, acts)] if acts else []
            subjects |= {acts.key} if acts and _subject(telling.sentence, at, actor) else set()
    chosen = _without_reporter(telling, at, chosen)
    if hit.label.startswith(("visit", "disaster")):
        chosen = [(price, use) for price, use in chosen if use.kind != "state"]
    elif any(use.kind != "state" for _, use in chosen):
        chosen = [(price, use) for price, use in chosen if use.kind != "state" or use.key in subjects]
    unique: dict[str, NameUse] = {}
    for _, use in sorted(chosen, key=lambda pair: pair[0]):
        if use.kind != "group" or all(other.kind != "group" for other in unique.values()):
            unique.setdefault(use.key, use)
    return list(unique.values())[:_MOST_ACTORS]


def _without_reporter(telling: Telling, at: int, chosen: list[tuple[int, NameUse]]) -> list[tuple[int, NameUse]]:
    """Those who take part without whoever only says so: "Etschblick reported that he had dined with Ada Quill".

    Where subjects are dropped, a lone speaker may be the subject of what he says: "ha detto che si dimetterà".
    """
    said, clauses = telling.speech, telling.sentence.clauses
    if said is None or said.speaker is None or said.verb >= at or clauses[said.verb] >= clauses[at]:
        return chosen
    reporter = said.speaker.use
    others = [(price, use) for price, use in chosen if (use.key, use.span) != (reporter.key, reporter.span)]
    return others if others or not telling.sentence.lexicon.drops_subjects else chosen


def _subject(sentence: Sentence, at: int, actor: Actor) -> bool:
    """Whether somebody stands right before a deed or its auxiliary, with nobody in between, or right behind it."""
    if actor.located or actor.dependent or actor.oblique or actor.last >= at:
        return inverted(sentence, at, actor)
    auxiliaries = [
        i
        for i, word in enumerate(sentence.words[:at])
        if word.folded in sentence.lexicon.auxiliaries and sentence.segments[i] == sentence.segments[at]
    ]
    # Behind an auxiliary an object may stand there: "hatte der Minister Kasachstan kritisiert".
    return governs(sentence, at, actor) or auxiliaries == list(range(actor.last + 1, at))


def _of_another(telling: Telling, hit: Hit, actor: Actor) -> bool:
    """Whether somebody takes part in what a verb tells rather than in what a noun beside it names.

    The subject of the sentence takes part in both where the noun is what people do: "meets Y after talks with Z".
    """
    sentence, at = telling.sentence, hit.indexes[0]
    if hit.label.endswith("verb") or not any(first > at for _, _, first, _ in sentence.times):
        return False
    verbs = [h.indexes[0] for h in sentence.triggers if h.label.endswith("verb") and not sentence.quoted[h.indexes[0]]]
    nearer = any(abs(verb - actor.first) < abs(at - actor.first) for verb in verbs)
    return nearer and not (hit.label.startswith(_DONE) and actor is telling.actors[0])


def _receives(sentence: Sentence, at: int, actor: Actor) -> bool:
    """Whether somebody behind a resignation is only handed it: "le dimissioni al commissario, Ada Neri"."""
    between = sentence.words[max(at, actor.first - _RECIPIENT) : actor.first]
    return any(word.folded in sentence.lexicon.to for word in between)


def _distance(telling: Telling, hit: Hit, actor: Actor) -> int | None:
    """How far somebody is from a deed, in words and clauses; None for who takes no part in it."""
    sentence, at = telling.sentence, hit.indexes[0]
    source = telling.speech is not None and telling.speech.trailing and telling.speech.speaker is actor
    after = actor.first > at
    distance = actor.first - at if after else at - actor.last
    stretches = abs(sentence.segments[actor.first] - sentence.segments[at])
    if source or sentence.quoted[actor.first] or actor.located:
        return None
    if actor.use.kind == "place":
        near = not after and distance <= _STATE_REACH and stretches == 0
        acts = (near or governs(sentence, at, actor) or inverted(sentence, at, actor)) and not actor.dependent
        return distance if acts else None
    if after and sentence.clauses[actor.first] > sentence.clauses[at]:
        return None  # who acts in a later clause: "the strike began when the director announced"
    leaves = hit.label.startswith("resignation")
    owner = actor.dependent and hit.label.endswith("verb") and (actor.use.kind == "person" or leaves)
    goal = hit.label.startswith("visit") and actor.use.kind == "organisation" and after
    far = distance > _ACTOR_REACH or stretches > _ACTOR_CLAUSES or (actor.indirect and after)
    if owner or goal or far or (after and leaves and _receives(sentence, at, actor)):
        return None
    return distance + 4 * stretches + (3 if after else 0) + 5 * actor.dependent
