"""The mentions of one sentence: its happenings with their words, time, actors, status and strength.

A sentence may tell of several ("accused the museum after it refused …"), or of none. Strength is a sum of about fifteen
plain signs (a date, a verb, a named actor; against: hypothetical, habitual, background); linking decides what is weak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
VAGUE = ("other. ", "other.open", "other.find")
"""Kinds that say little: something began, was found, or has a date and no word that we know."""
_PREPOSITIONS = 2
_NAMED_REACH = 8
_NOUN_REACH = 6
"""Words between a noun and the time that is its own."""


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
    dated = timing.assign(sentence, heads, _statement_at(hits, telling))
    hits = _one_a_time(hits, dated, telling.speech.verb if telling.speech else -1)
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
        if (not sentence.quoted[hit.indexes[0]] or _dated_in_quote(sentence, hit))
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
        firm = [v for v in kept if _weight(v)[0] and _dated(sentence, v)]
        told = {v.label.partition(" ")[0] for v in firm}
        own = [hit for hit in own if hit.label.partition(" ")[0] not in told]
        kept += [hit for hit in own if not any(_share_time(sentence, hit, v) for v in firm)]
    if kept and not any(_weight(hit)[0] or hit.label.endswith("noun") for hit in kept):
        kept = _renamed(sentence, kept, nouns)
    return sorted(_with_statement(telling, kept, open_hits), key=lambda h: h.indexes)


def _one_a_time(hits: Sequence[Hit], dated: dict[int, tuple[int, bool]], reporting: int) -> list[Hit]:
    """Of triggers that share a time, the most telling: they mostly tell one happening in two words."""
    kept: dict[object, Hit] = {}
    for hit in sorted(hits, key=lambda h: (_weight(h), dated.get(h.indexes[0], (0, False))[1]), reverse=True):
        timed = dated.get(hit.indexes[0])
        kept.setdefault((timed[0], hit.indexes[0] == reporting) if timed else hit, hit)
    return sorted(kept.values(), key=lambda h: h.indexes)


def _dated_in_quote(sentence: Sentence, hit: Hit) -> bool:
    """Whether a quoted verb has a time of its own in the quotation: somebody tells what happened when."""
    return hit.label.endswith("verb") and any(
        sentence.quoted[first] and timing.dates(e) and timing.cost(sentence, hit.indexes[0], n) <= _NOUN_REACH
        for n, (_, e, first, _) in enumerate(sentence.times)
    )


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


def _renamed(sentence: Sentence, kept: list[Hit], nouns: Sequence[Hit]) -> list[Hit]:
    """A vague verb named by the noun beside it: "the affair began with a refusal" tells of a refusal."""
    verb = kept[0]
    firm = [n for n in nouns if _weight(n)[0] and abs(n.indexes[0] - verb.indexes[0]) <= _NAMED_REACH]
    if not firm or verb.label.startswith("statement."):
        return kept
    label = firm[0].label.replace(" noun", " verb")
    return [Hit(label, verb.indexes, verb.literal), *kept[1:]]


def _dates_noun(sentence: Sentence, noun: Hit, others: Sequence[Hit]) -> bool:
    """Whether a noun has a time of its own: one stands close, and closer than to any other trigger."""
    for n in range(len(sentence.times)):
        price = timing.cost(sentence, noun.indexes[-1], n)
        if timing.dates(sentence.times[n][1]) and price <= _NOUN_REACH:
            return all(price < timing.cost(sentence, o.indexes[-1], n) for o in others if o is not noun)
    return False


def _dated(sentence: Sentence, hit: Hit) -> bool:
    return any(timing.cost(sentence, hit.indexes[0], n) <= 12 for n in range(len(sentence.times)))


def _statement_at(hits: Sequence[Hit], telling: Telling) -> int | None:
    """The reporting verb of a statement, which takes no time that another trigger owns."""
    verb = telling.speech.verb if telling.speech and telling.speech.speaker else None
    return next((verb for h in hits if h.indexes[0] == verb and h.label.startswith("statement.")), None)


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
    vague = hit.label.startswith((*VAGUE, "other.found")) or hit.label.startswith(("disaster.death", "statement."))
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
    printed = any(h.label == "publication.publish noun" for h in open_hits)
    if printed and said.speaker.use.kind == "organisation":
        label = "publication.publish verb"
    statement = Hit(label, (said.verb,), 1)
    return [h for h in hard if _dated(telling.sentence, h)] + [statement]


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
        when=_when(sentence, *sentence.times[timed[0]][2:]) if timed else None,
        responds=sentence.has("responds"),
        reasons=tuple(reasons),
    )


def _when(sentence: Sentence, first: int, last: int) -> Span:
    """A time expression with the preposition before it."""
    start = first
    while start and first - start < _PREPOSITIONS and sentence.words[start - 1].folded in sentence.lexicon.temporal:
        start -= 1
    return Span(sentence.words[start].start, sentence.words[last].end)


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
        if actor.dependent and hit.label.endswith("verb") and actor.use.kind == "person":
            continue
        if actor.located or distance > 18 or stretches > 2 or (actor.indirect and actor.first > at):
            continue
        later = 0 if actor.first < at else 3
        chosen.append((distance + 4 * stretches + later + 5 * actor.dependent, actor.use))
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
    numbers = set(amounts(sentence, timed))
    deeds = {"~" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("verb")}
    names = {"@" + actor.use.key for actor in telling.actors}
    return sentence.concepts | numbers | names | deeds


def amounts(sentence: Sentence, timed: set[int]) -> Iterator[str]:
    """The numbers of a sentence by their significant digits: 4.6 billion, 4,6 milliards and 4.600 millones are one."""
    parts = sentence.words
    for at, word in enumerate(parts):
        if at in timed or not word.text[0].isdigit() or (at and parts[at - 1].text[0].isdigit()):
            continue
        text = word.text
        for more in parts[at + 1 : at + 3]:
            if not (more.text.isdigit() and len(more.text) == 3 and len(text) <= 7):
                break
            text += more.text
        digits = re.sub(r"\D", "", text).strip("0")
        if len(digits) > 1:
            yield "#" + digits


def _strength(
    telling: Telling,
    hit: Hit,
    expression: TimeExpression | None,
    involved: Sequence[NameUse],
    against: Sequence[str],
    published: Interval | None,
) -> tuple[float, list[str]]:
    signs: list[tuple[str, float]] = [("verb", 1.0) if hit.label.endswith("verb") else ("noun", 0.5)]
    if hit.label.startswith(VAGUE):
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
