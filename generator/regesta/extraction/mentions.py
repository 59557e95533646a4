"""The mentions of one sentence: its happenings with their words, time, actors, status and strength.

A sentence may tell of several ("accused the museum after it refused …"), or of none. Strength is a sum of about fifteen
plain signs (a date, a verb, a named actor; against: hypothetical, habitual, background); linking decides what is weak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from regesta.extraction import times as timing
from regesta.extraction.actors import Actor
from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence
from regesta.extraction.speech import Speech
from regesta.extraction.status import status, unreal
from regesta.model.article import BlockKind
from regesta.model.event import EventType
from regesta.model.interval import Interval
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span
from regesta.model.timex import AnchorKind, TimeExpression

_AGAINST = {"hypothetical": 1.5, "habitual": 1.5, "background": 2.0, "negated": 1.0, "nocomment": 2.5, "question": 1.5}
_LONG_AGO = 400
"""Days before publication from which on a date is background rather than news."""
_MOST_ACTORS = 4
_NOUN_REACH = 6
"""Words between a noun and the time that is its own."""
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*\d|\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence with its actors and its speech: what its mentions are made from."""

    sentence: Sentence
    actors: Sequence[Actor]
    speech: Speech | None


def mentions_of(telling: Telling) -> list[Mention]:
    """The sentence's mentions, in the order of their triggers."""
    sentence = telling.sentence
    hits = _triggers(telling)
    heads = [hit.indexes[0] for hit in hits]
    dated = timing.assign(sentence, heads)
    found = [_mention(telling, hit, dated.get(hit.indexes[0])) for hit in hits]
    if not found:
        found = _untriggered(telling)
    return sorted(sorted(found, key=lambda m: -m.strength)[:3], key=lambda m: m.trigger)


def _triggers(telling: Telling) -> list[Hit]:
    """The words that make mentions: verbs, nouns with a date of their own, nouns where there is no verb."""
    sentence = telling.sentence
    reporting = _reporting(telling)
    anchored = [e.anchor.span for _, e, _, _ in sentence.times if e.anchor.kind is AnchorKind.EVENT and e.anchor.span]
    timed = {i for _, _, first, last in sentence.times for i in range(first, last + 1)}
    open_hits = [
        hit
        for hit in sentence.triggers
        if not sentence.quoted[hit.indexes[0]]
        and hit.indexes[0] not in timed
        and not any(s.start <= sentence.words[hit.indexes[0]].start < s.end for s in anchored)
    ]
    verbs = [h for h in open_hits if h.label.endswith(" verb") and h.indexes[0] not in reporting]
    nouns = [h for h in open_hits if h.label.endswith(" noun")]
    kept = _concrete(sentence, _one_a_stretch(sentence, verbs))
    own = [hit for hit in nouns if _dates_noun(sentence, hit, [*verbs, *nouns])]
    if not kept:
        kept += own or _one_a_stretch(sentence, nouns)
    else:
        kept += [hit for hit in own if not any(_dated(sentence, v) and _share_time(sentence, hit, v) for v in kept)]
    return sorted(_with_statement(telling, kept, open_hits), key=lambda h: h.indexes)


def _concrete(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """Without vague verbs ("began", "threatens") that share the time of a verb that says what happened."""
    firm = [h for h in hits if _weight(h)[0]]
    return [h for h in hits if h in firm or not any(_share_time(sentence, h, other) for other in firm)] or hits


def _share_time(sentence: Sentence, one: Hit, other: Hit) -> bool:
    """Whether the nearest time of both is the same, or neither has one."""
    nearest = []
    for hit in (one, other):
        costs = [(timing.cost(sentence, hit.indexes[0], n), n) for n in range(len(sentence.times))]
        nearest.append(min(costs)[1] if costs else None)
    return nearest[0] == nearest[1]


def _dates_noun(sentence: Sentence, noun: Hit, others: Sequence[Hit]) -> bool:
    """Whether a noun has a time of its own: one stands close, and closer than to any other trigger."""
    for n in range(len(sentence.times)):
        price = timing.cost(sentence, noun.indexes[-1], n)
        if timing.dates(sentence.times[n][1]) and price <= _NOUN_REACH:
            return all(price < timing.cost(sentence, o.indexes[-1], n) for o in others if o is not noun)
    return False


def _dated(sentence: Sentence, hit: Hit) -> bool:
    return any(timing.cost(sentence, hit.indexes[0], n) <= 12 for n in range(len(sentence.times)))


def _reporting(telling: Telling) -> set[int]:
    """Words of the reporting verb, which are no trigger of their own."""
    if telling.speech is None:
        return set()
    return {telling.speech.verb}


def _one_a_stretch(sentence: Sentence, hits: Sequence[Hit]) -> list[Hit]:
    """The most telling trigger of each stretch between commas; those with different dates both stay."""
    kept: dict[int, Hit] = {}
    for hit in hits:
        stretch = sentence.segments[hit.indexes[0]]
        other = kept.get(stretch)
        if other is None or _weight(hit) > _weight(other):
            kept[stretch] = hit
    return list(kept.values())


def _weight(hit: Hit) -> tuple[int, int, int]:
    vague = hit.label.startswith(("other.", "disaster.death", "statement."))
    return (not vague, len(hit.indexes), hit.literal)


def _with_statement(telling: Telling, kept: list[Hit], open_hits: Sequence[Hit]) -> list[Hit]:
    """Adds the statement that the sentence is, or leaves it out where only a source is named."""
    said = telling.speech
    if said is None or not said.speaker:
        return kept
    hard = [h for h in kept if not h.label.startswith("statement.")]
    if said.only_source:
        return kept
    if said.trailing and any(h.label.endswith("verb") and _dated(telling.sentence, h) for h in hard) and not said.quote:
        return kept
    if said.speaker.use.kind == "organisation" and not said.quote and any(h.label.endswith("verb") for h in hard):
        return kept
    own = next((h for h in open_hits if said.verb in h.indexes and h.label.endswith("verb")), None)
    label = own.label if own and own.label.startswith(("statement.", "publication.")) else "statement.say verb"
    statement = Hit(label, (said.verb,), 1)
    return [h for h in hard if _dated(telling.sentence, h) and h.label.endswith("verb")] + [statement]


def _untriggered(telling: Telling) -> list[Mention]:
    """A dated sentence without a trigger still tells of something; it can only join what others tell."""
    sentence = telling.sentence
    usable = [n for n, (_, e, _, _) in enumerate(sentence.times) if timing.dates(e)]
    words = sum(w.is_word for w in sentence.words)
    if not usable or words < 4 or telling.speech:
        return []
    first = sentence.times[usable[0]][2]
    mention = _mention(telling, Hit("other. verb", (first,), 1), (usable[0], True))
    return [replace(mention, strength=round(mention.strength - 0.8, 2))]


def _mention(telling: Telling, hit: Hit, timed: tuple[int, bool] | None) -> Mention:
    sentence = telling.sentence
    label, kind = hit.label.split(" ")
    type_name = label.partition(".")[0]
    index, expression = (sentence.times[timed[0]][:2]) if timed else (None, None)
    days = expression.interval if expression else None
    published = sentence.article.published.days if sentence.article.published else None
    is_statement = telling.speech is not None and hit.indexes[0] == telling.speech.verb and type_name != "other"
    speaker = telling.speech.speaker if is_statement and telling.speech else None
    involved = _involved(telling, hit, speaker)
    against = (
        unreal(sentence, hit.indexes[0])
        if not is_statement
        else [c for c in unreal(sentence, hit.indexes[0]) if c in ("nocomment", "habitual")]
    )
    strength, reasons = _strength(telling, hit, expression, involved, against, published)
    first, last = sentence.words[hit.indexes[0]], sentence.words[hit.indexes[-1]]
    return Mention(
        article=sentence.article.id,
        sentence=sentence.span,
        trigger=Span(first.start, max(first.end, last.end)),
        type=EventType(type_name),
        status=status(sentence, hit.indexes[0], days, published),
        actors=tuple(use for use in involved if use.kind != "place"),
        places=tuple(a.use for a in telling.actors if a.use.kind == "place"),
        speaker=speaker.use if speaker else None,
        time=expression,
        interval=days,
        concept=label,
        noun=kind == "noun",
        strength=strength,
        topics=topics(telling),
        time_index=index,
        number=sentence.number,
        block=sentence.block,
        headline=sentence.kind in (BlockKind.HEADLINE, BlockKind.LEAD),
        quoted=any(sentence.quoted),
        reasons=tuple(reasons),
    )


def _involved(telling: Telling, hit: Hit, speaker: Actor | None) -> list[NameUse]:
    """Who takes part: the speaker alone in a statement, else the names around the trigger, subject first."""
    if speaker is not None:
        kind = "state" if speaker.use.kind == "place" else speaker.use.kind
        return [replace(speaker.use, kind=kind)]
    sentence, at = telling.sentence, hit.indexes[0]
    chosen: list[tuple[int, NameUse]] = []
    for actor in telling.actors:
        if sentence.quoted[actor.first] or (
            telling.speech and telling.speech.speaker is actor and telling.speech.trailing
        ):
            continue
        distance = at - actor.last if actor.first < at else actor.first - at
        stretches = abs(sentence.segments[actor.first] - sentence.segments[at])
        if actor.use.kind == "place":
            subject = actor.first < at and distance <= 3 and not actor.located and stretches == 0
            if subject and not actor.dependent:
                chosen.append((distance, replace(actor.use, kind="state")))
            continue
        if actor.dependent and hit.label.endswith("verb"):
            continue
        if actor.located or distance > 18 or stretches > 2 or (actor.indirect and actor.first > at):
            continue
        chosen.append((distance + 4 * stretches + (0 if actor.first < at else 3), actor.use))
    if any(use.kind != "state" for _, use in chosen) or hit.label.startswith(("visit", "disaster")):
        chosen = [(price, use) for price, use in chosen if use.kind != "state"]
    unique: dict[str, NameUse] = {}
    for _, use in sorted(chosen, key=lambda pair: pair[0]):
        unique.setdefault(use.key, use)
    return list(unique.values())[:_MOST_ACTORS]


def topics(telling: Telling) -> frozenset[str]:
    """What a sentence is about: concepts, numbers, and the keys of its names."""
    sentence = telling.sentence
    timed = {i for _, _, first, last in sentence.times for i in range(first, last + 1)}
    numbers = {
        "#" + w.text.replace(",", ".").rstrip(".")
        for i, w in enumerate(sentence.words)
        if i not in timed and _NUMBER.match(w.text)
    }
    names = {"@" + actor.use.key for actor in telling.actors}
    return sentence.concepts | {n for n in numbers if len(n) > 2} | names


def _strength(
    telling: Telling,
    hit: Hit,
    expression: TimeExpression | None,
    involved: Sequence[NameUse],
    against: Sequence[str],
    published: Interval | None,
) -> tuple[float, list[str]]:
    signs: list[tuple[str, float]] = [("verb", 1.0) if hit.label.endswith("verb") else ("noun", 0.5)]
    if hit.label.startswith("other."):
        signs.append(("vague kind", -0.3))
    if expression is not None:
        signs.append((f'dated "{expression.text}"', _precision(expression)))
        if _old(expression.interval, published):
            signs.append(("long ago", -2.0))
    if involved:
        signs.append(("actor", 0.6 if any(u.kind in ("person", "organisation") for u in involved) else 0.4))
    if telling.sentence.kind is not BlockKind.PARAGRAPH:
        signs.append(("headline or lead", 0.3))
    if telling.speech and telling.speech.quote:
        signs.append(("quotation", 0.2))
    signs += [
        (cue, -_AGAINST[cue] * (0.4 if expression and _fine(expression) and cue != "nocomment" else 1.0))
        for cue in against
    ]
    return round(sum(value for _, value in signs), 2), [f"{name} {value:+.1f}" for name, value in signs]


def _fine(expression: TimeExpression) -> bool:
    return expression.granularity in ("time", "day", "night", "weekend", "week")


def _precision(expression: TimeExpression) -> float:
    if _fine(expression):
        return 1.5
    return {"month": 1.0, "quarter": 0.6, "season": 0.6, "year": 0.3}.get(expression.granularity or "", 0.5)


def _old(days: Interval | None, published: Interval | None) -> bool:
    return bool(
        days
        and published
        and days.last is not None
        and published.first is not None
        and days.last < published.first - _LONG_AGO
    )
