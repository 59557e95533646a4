"""Which words of a sentence make mentions: verbs, nouns with a time of their own, the statement that it is.

Separate from the mentions' making because this is where a sentence of several verbs is weighed: what only reports, what
is vague beside what is firm, what shares a time with what it says in other words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from regesta.extraction import times as timing
from regesta.extraction.cast import Actor
from regesta.extraction.dated import OWN_REACH, has_own_time, is_dated, share_time
from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence
from regesta.extraction.speech import Speech
from regesta.extraction.topics import Matter, matter
from regesta.extraction.unnamed import unnamed
from regesta.model.timex import AnchorKind

VAGUE = ("other. ", "other.open", "other.find")
"""Kinds that say little: something began, was found, or has a date and no word that we know."""
_NAMED_REACH = 8
"""Words between a vague verb and the noun that names what it means."""
CALLED_OFF = (
    "visit.", "meeting.", "vote.", "protest.", "election.", "statement.announce", "other.open", "other.funeral",
    "other.marry", "economic.launch", "court.trial",
)  # fmt: skip
"""Kinds of what can be called off."""
_NEGATED = 4
"""Words between a quoted deed and the word that denies it."""
_OBJECT_REACH = 3
_REPORTS = ("statement.say", "statement.announce")
"""Kinds of verbs that are told for what they report."""
_DENIES = "statement.reject"
"""The kind of verbs that deny or reject."""
_BLAMING = ("statement.criticise", "statement.reject", "court.charge")
"""Kinds of verbs whose object is what somebody is blamed for, wherever it stands."""
_OFFICE = 8
"""Words between a verb of saying and the role that speaks."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A sentence with its actors and its speech: what its mentions are made from."""

    sentence: Sentence
    actors: Sequence[Actor]
    speech: Speech | None

    @cached_property
    def matter(self) -> Matter:
        """What the sentence is about; worked out only where it makes a mention."""
        return matter(self.sentence, self.actors)


def triggers_of(telling: Telling) -> list[Hit]:
    """The words that make mentions: verbs, nouns with a date of their own, nouns where there is no verb."""
    sentence = telling.sentence
    reporting = _reporting(telling)
    named = (actor for actor in telling.actors if not actor.indirect)
    taken = sentence.timed.union(*(range(actor.first, actor.last + 1) for actor in named))
    open_hits = [
        hit
        for hit in (_behind(hit, taken) for hit in sentence.triggers)
        if hit
        and (not sentence.quoted[hit.indexes[0]] or _dated_in_quote(sentence, hit))
        and not _counted_from(sentence, hit)
    ]
    verbs = [h for h in open_hits if h.label.endswith(" verb") and h.indexes[0] not in reporting]
    nouns = [h for h in open_hits if h.label.endswith(" noun")]
    verbs = _without_calling_off(telling, verbs, nouns)
    kept = _concrete(sentence, _one_a_stretch(sentence, verbs))
    saying = [h for h in (*sentence.triggers, *sentence.cues.get("speech", ())) if h.indexes[0] in reporting]
    heads = {i for h in (*verbs, *saying) for i in h.indexes} | reporting
    own = [h for h in nouns if not _object_of(sentence, h, heads) and has_own_time(sentence, h, [*verbs, *nouns])]
    if not kept:
        speaks = telling.speech and telling.speech.speaker and not telling.speech.only_source
        kept += own if own or speaks else _one_a_stretch(sentence, nouns)
    else:
        firm = [v for v in kept if _firm(v) and is_dated(sentence, v)]
        told = {v.label.partition(" ")[0] for v in firm if v.label.startswith("publication.")}
        own = [hit for hit in own if hit.label.partition(" ")[0] not in told]
        several = sum(timing.dates(e) for _, e, _, _ in sentence.times) > 1
        kept += [hit for hit in own if several or not any(share_time(sentence, hit, v) for v in firm)]
    if kept and not any(_firm(hit) or hit.label.endswith("noun") for hit in kept):
        kept = _renamed(sentence, kept, nouns)
    chosen = _with_statement(telling, kept, open_hits)
    return sorted([*chosen, *unnamed(sentence, chosen)], key=lambda h: h.indexes)


def _behind(hit: Hit, taken: Collection[int]) -> Hit | None:
    """A trigger without the name that it begins with ("the Supreme Court ruled"); None where it is only a name."""
    if hit.indexes[0] not in taken:
        return hit
    kept = next((n for n, index in enumerate(hit.indexes) if index not in taken), None)
    return None if kept is None else replace(hit, indexes=hit.indexes[kept:])


def _counted_from(sentence: Sentence, hit: Hit) -> bool:
    """Whether a time counts from what a trigger names: "two days after the accident".

    A verb behind the noun that the time counts from tells the deed itself: "zwei Tage nach dem Unglück festgenommen".
    """
    at = sentence.words[hit.indexes[0]].start
    for _, expression, _, _ in sentence.times:
        span = expression.anchor.span
        if expression.anchor.kind is AnchorKind.EVENT and span and span.start <= at < span.end:
            named = [h for h in sentence.triggers if span.start <= sentence.words[h.indexes[0]].start < at]
            return not (hit.label.endswith("verb") and any(h.label.endswith("noun") for h in named))
    return False


def one_a_time(hits: Sequence[Hit], dated: dict[int, tuple[int, bool]], reporting: int) -> list[Hit]:
    """Of triggers that share a time, the first that tells something: they mostly tell one happening in two words."""
    kept: dict[object, Hit] = {}

    def order(hit: Hit) -> tuple[bool, bool, int]:
        own = dated.get(hit.indexes[0], (0, False))[1]
        return not _firm(hit), not own, hit.indexes[0]

    for hit in sorted(hits, key=order):
        timed = dated.get(hit.indexes[0])
        kept.setdefault((timed[0], hit.indexes[0] == reporting) if timed else hit, hit)
    return sorted(kept.values(), key=lambda h: h.indexes)


def _dated_in_quote(sentence: Sentence, hit: Hit) -> bool:
    """Whether a quoted verb has a time of its own in the quotation: somebody tells what happened when."""
    at = hit.indexes[0]
    if any(
        abs(cue.indexes[0] - at) <= _NEGATED and sentence.quoted[cue.indexes[0]]
        for cue in sentence.cues.get("negated", ())
    ):
        return False
    return hit.label.endswith("verb") and any(
        sentence.quoted[first] and timing.dates(e) and timing.cost(sentence, hit.indexes[0], n) <= OWN_REACH
        for n, (_, e, first, _) in enumerate(sentence.times)
    )


def _concrete(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """Without vague verbs ("began", "threatens") that share the time of a verb that says what happened."""
    firm = [h for h in hits if _firm(h)]
    return [h for h in hits if h in firm or not any(share_time(sentence, h, other) for other in firm)] or hits


def _renamed(sentence: Sentence, kept: list[Hit], nouns: Sequence[Hit]) -> list[Hit]:
    """A vague verb named by the noun beside it: "the affair began with a refusal" tells of a refusal."""
    verb = kept[0]
    stretch = sentence.segments[verb.indexes[0]]
    near = [n for n in nouns if abs(n.indexes[0] - verb.indexes[0]) <= _NAMED_REACH]
    firm = [n for n in near if _firm(n) and sentence.segments[n.indexes[0]] == stretch]
    if not firm or verb.label.startswith("statement."):
        return kept
    label = firm[0].label.replace(" noun", " verb")
    return [Hit(label, verb.indexes, verb.literal), *kept[1:]]


def _without_calling_off(telling: Telling, verbs: list[Hit], nouns: Sequence[Hit]) -> list[Hit]:
    """Without verbs that only call off what a noun names ("the meeting was cancelled"), unless a court does so."""
    named = any(noun.label.startswith(CALLED_OFF) for noun in nouns)
    court = any(actor.use.key == "body:court" for actor in telling.actors)
    if not named or court:
        return verbs
    calling = {i for hit in telling.sentence.cues.get("cancelled", ()) for i in hit.indexes}
    return [hit for hit in verbs if calling.isdisjoint(hit.indexes)]


def _object_of(sentence: Sentence, noun: Hit, heads: set[int]) -> bool:
    """Whether a verb governs a noun, whose time is then the verb's: "welcomed the ruling on Friday".

    The verb stands right before it; where nouns have capitals (German), it may end the clause right behind it.
    """
    first = noun.indexes[0]
    outside = [e for _, e, at, _ in sentence.times if timing.dates(e) and sentence.quoted[at] == sentence.quoted[first]]
    if len(outside) > 1:
        return False
    behind = sentence.lexicon.capital_nouns and noun.indexes[-1] + 1
    ending = behind and (behind + 1 >= len(sentence.words) or not sentence.words[behind + 1].is_word)
    if ending and behind in heads:
        return True
    blaming = {h.indexes[0] for h in sentence.triggers if h.label.startswith(_BLAMING) and h.label.endswith("verb")}
    near = [at for at in heads | blaming if sentence.segments[at] == sentence.segments[first]]
    return any(0 < first - at <= _OBJECT_REACH or (at in blaming and abs(first - at) <= _OBJECT_REACH) for at in near)


def statement_at(hits: Sequence[Hit], telling: Telling) -> int | None:
    """The reporting verb of a statement, which takes no time that another trigger owns."""
    verb = telling.speech.verb if telling.speech and telling.speech.speaker else None
    return next((verb for h in hits if h.indexes[0] == verb and h.label.startswith("statement.")), None)


def _reporting(telling: Telling) -> set[int]:
    """Words of the reporting verb, which are no trigger of their own."""
    if telling.speech is None:
        return set()
    return {telling.speech.verb}


def _one_a_stretch(sentence: Sentence, hits: Sequence[Hit]) -> list[Hit]:
    """The first trigger of each stretch between commas that says what happened, else its first.

    And each other one that has a time of its own: "the man arrested on Friday was released on Sunday".
    """
    kept: dict[int, Hit] = {}
    for hit in hits:
        stretch = sentence.segments[hit.indexes[0]]
        other = kept.get(stretch)
        if other is None or _tells(hit) > _tells(other):
            kept[stretch] = hit
    timed = [h for h in hits if _firm(h) and has_own_time(sentence, h, hits)] if len(sentence.times) > 1 else []
    further = [h for h in timed if (first := kept[sentence.segments[h.indexes[0]]]) is not h and first in timed]
    return sorted([*kept.values(), *further], key=lambda h: h.indexes)


def _tells(hit: Hit) -> tuple[bool, bool]:
    """How much a trigger tells: of a plain kind most, of other kinds less, that something was least."""
    return _firm(hit), not hit.label.startswith("other.")


def _firm(hit: Hit) -> bool:
    """Whether a trigger says what happened; vague ones say that something did."""
    return not hit.label.startswith((*VAGUE, "other.found", "disaster.death", "disaster.injury", "statement."))


def _with_statement(telling: Telling, kept: list[Hit], open_hits: Sequence[Hit]) -> list[Hit]:
    """Adds the statement that the sentence is, or leaves it out where only a source is named."""
    said = telling.speech
    if said is None or not said.speaker:
        return _with_nameless(telling, kept, open_hits)
    hard = [h for h in kept if not h.label.startswith("statement.")]
    if said.only_source:
        return kept
    deeds = [h for h in hard if h.label.endswith("verb")] if not said.quote else []
    if said.trailing and any(is_dated(telling.sentence, h) for h in deeds):
        return kept
    if said.speaker.use.kind == "organisation" and deeds:
        return kept
    own = _at_verb(said, open_hits)
    label = own.label if own and own.label.startswith(("statement.", "publication.")) else "statement.say verb"
    printed = any(h.label == "publication.publish noun" for h in open_hits)
    if printed and said.speaker.use.kind == "organisation" and label == "statement.say verb":
        label = "publication.publish verb"
    statement = Hit(label, (said.verb,), 1)
    return [h for h in hard if is_dated(telling.sentence, h)] + [statement]


def _with_nameless(telling: Telling, kept: list[Hit], open_hits: Sequence[Hit]) -> list[Hit]:
    """Adds a dated statement of somebody without a name: "the minister apologised on Tuesday for the delay".

    What was said or announced is told for its content, unless an office's words are quoted. Who denies something
    does so without a day, too, where the sentence tells of nothing else.
    """
    said, sentence = telling.speech, telling.sentence
    if said is None:
        return kept
    own = _at_verb(said, open_hits)
    if own is not None and own.label.startswith(_DENIES) and not kept:
        return [own]
    if said.quote and (own is None or own.label.startswith(_REPORTS)) and _is_office(sentence, said.verb):
        own = Hit("statement.say verb", (said.verb,), 1)
    elif own is None or not _reacts(own) or (said.trailing and any(map(_firm, kept))):
        return kept
    if not has_own_time(sentence, own):
        return kept
    return [h for h in kept if not share_time(sentence, h, own)] + [own]


def _reacts(hit: Hit) -> bool:
    """Whether a verb of speech tells more than that something was said: rejects, criticises, demands."""
    return hit.label.startswith("statement.") and not hit.label.startswith(_REPORTS)


def _is_office(sentence: Sentence, verb: int) -> bool:
    """Whether a role stands close to a verb, in its stretch: "…", said the archbishop on Monday."""
    near = range(max(0, verb - _OFFICE), min(len(sentence.words), verb + _OFFICE + 1))
    beside = [sentence.words[i] for i in near if sentence.segments[i] == sentence.segments[verb]]
    return bool(sentence.lexicon.roles.find(beside))


def _at_verb(said: Speech, hits: Sequence[Hit]) -> Hit | None:
    """The trigger that the reporting verb is; triggers share no word."""
    return next((h for h in hits if said.verb in h.indexes and h.label.endswith("verb")), None)
