"""The mentions of one sentence: its happenings with their words, time, actors, status and strength.

A sentence may tell of several ("accused the museum after it refused …"), or of none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from regesta.extraction import times as timing
from regesta.extraction.counting import counted, counts, follows, named_event
from regesta.extraction.doers import as_done_by
from regesta.extraction.participants import involved
from regesta.extraction.phrases import Hit
from regesta.extraction.publication import ahead
from regesta.extraction.sentence import Sentence
from regesta.extraction.status import against, planned_words, status
from regesta.extraction.strength import strength_of
from regesta.extraction.triggers import Telling, one_a_time, statement_at, triggers_of
from regesta.model.article import BlockKind
from regesta.model.event import LASTING, EventType, Status
from regesta.model.mention import Mention
from regesta.model.span import Span
from regesta.model.timex import AnchorKind, TimeExpression

_PREPOSITIONS = 2
"""Words before a time expression that a reader takes with it."""
_ABOUT = 14
"""Words, and commas, from a day to come to the deed that is announced for it."""
_NAMELESS = 0.8
"""What it takes away that no word says what happened: it can only join what others tell."""
_MOST = 3
"""Mentions of one sentence."""


def mentions_of(telling: Telling) -> list[Mention]:
    """The sentence's mentions, in the order of their triggers."""
    sentence = telling.sentence
    hits = triggers_of(telling)
    heads = [hit.indexes[0] for hit in hits]
    dated = timing.assign(sentence, heads, statement_at(hits, telling))
    hits = one_a_time(hits, dated, telling.speech.verb if telling.speech else -1)
    events = _counted_back(telling, hits, dated)
    hits = [hit for hit in hits if all(hit.indexes[0] not in event.indexes for event, _, _ in events)]
    found = [_mention(telling, hit, dated.get(hit.indexes[0])) for hit in hits]
    found += [_back(telling, *event) for event in events]
    found += _foretold(telling, hits, dated)
    if not found:
        found = _untriggered(telling)
    found = [_still_to_come(m, found, sentence) for m in found if not _accompanies(m, found, sentence)]
    return sorted(sorted(found, key=lambda m: -m.strength)[:_MOST], key=lambda m: m.trigger)


def _still_to_come(mention: Mention, found: Sequence[Mention], sentence: Sentence) -> Mention:
    """The mention; a plan without the day of what happened: "voted on Friday for the loan that is to pay for it"."""
    if mention.status is not Status.PLANNED or mention.time is None:
        return mention
    inner = _clause(mention, sentence)
    happened = (m for m in found if m.status is Status.HAPPENED and m.time_index == mention.time_index)
    theirs = any(_clause(m, sentence) < inner or m.trigger < mention.time.span < mention.trigger for m in happened)
    return mention.undated() if theirs else mention


def _clause(mention: Mention, sentence: Sentence) -> int:
    """The number of the clause in which its trigger stands."""
    return sentence.clauses[sentence.index(mention.trigger)]


def _accompanies(mention: Mention, found: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether words only go with a deed of the same people: "blocked the harbour on 19 May, demanding money"."""
    speaker = mention.speaker
    if speaker is None or speaker.span is None or mention.time is not None or mention.quoted:
        return False
    at = sentence.index(mention.trigger)
    opens = at > 0 and sentence.words[at - 1].text == ","
    return opens and any(
        not deed.noun and deed.time is not None and speaker.span < deed.trigger < mention.trigger
        for deed in found
        if any(use.key == speaker.key for use in deed.actors)
    )


def _untriggered(telling: Telling) -> list[Mention]:
    """A dated sentence without a trigger still tells of something; it can only join what others tell."""
    sentence = telling.sentence
    usable = timing.dating(sentence)
    words = sum(w.is_word for w in sentence.words)
    said = telling.speech
    if not usable or words < 4 or (said and said.speaker and not said.only_source):
        return []
    first = sentence.times[usable[0]][2]
    mention = _mention(telling, Hit("other. verb", (first,), 1), (usable[0], True))
    return [replace(mention, strength=round(mention.strength - _NAMELESS, 2))]


def _foretold(telling: Telling, hits: Sequence[Hit], dated: Mapping[int, tuple[int, bool]]) -> list[Mention]:
    """What words are about that give a day to come: "said it would be challenged in court before the month is out"."""
    sentence = telling.sentence
    said = telling.speech.verb if telling.speech else -1
    timed = dated.get(said)
    if timed is None or not ahead(sentence, sentence.times[timed[0]][1].interval):
        return []
    taken = {i for hit in hits for i in hit.indexes} | {said}
    able = [h for h in sentence.triggers if taken.isdisjoint(h.indexes) and not sentence.quoted[h.indexes[0]]]
    deeds = [h for h in able if not h.label.startswith("statement.")]
    costs = [(timing.cost(sentence, h.indexes[0], timed[0]), h) for h in deeds]
    cost, nearest = min(costs, key=lambda pair: (pair[0], pair[1].indexes), default=(_ABOUT + 1, None))
    return [_mention(telling, nearest, (timed[0], True))] if nearest and cost <= _ABOUT else []


def _counted_back(
    telling: Telling, hits: Sequence[Hit], dated: Mapping[int, tuple[int, bool]]
) -> list[tuple[Hit, int, int | None]]:
    """Events from which a distance counts, with the distance and the day beside it; None where that was just told."""
    sentence = telling.sentence
    days = {count.distance: count.day for count in counts(sentence)}
    found: list[tuple[Hit, int, int | None]] = []
    for distance in (*days, *follows(sentence)):
        event, day = named_event(sentence, distance, hits), days.get(distance)
        own = dated.get(event.indexes[0]) if event else None
        if event and (own is None or own[0] == day):
            found.append((event, distance, day))
    return found


def _back(telling: Telling, hit: Hit, distance: int, day: int | None) -> Mention:
    """The mention of an event that lies so far from a day."""
    sentence = telling.sentence
    time = sentence.times[distance][1]
    mention = replace(
        _mention(telling, hit, None if day is None else (day, True)),
        time=time,
        counted=True,
        interval=None,
        when=_when(sentence, distance, None),
        hangs_on="",
    )
    if mention.concept == "other.":
        mention = replace(mention, strength=round(mention.strength - _NAMELESS, 2))
    if day is None:
        return mention
    index, stands = sentence.times[day][:2]
    return counted(mention, stands.interval, index=index, span=stands.span)


def _mention(telling: Telling, hit: Hit, timed: tuple[int, bool] | None) -> Mention:
    sentence, at = telling.sentence, hit.indexes[0]
    label, kind = hit.label.split(" ")
    said = telling.speech if telling.speech and telling.speech.verb == at and not label.startswith("other.") else None
    spoken = said and label.startswith("statement.") and not planned_words(sentence, at)
    if timed and spoken and ahead(sentence, sentence.times[timed[0]][1].interval):
        timed = None
    index, expression = sentence.times[timed[0]][:2] if timed else (None, None)
    speaker = said.speaker if said else None
    taking_part = involved(telling, hit, speaker)
    label = as_done_by(label, taking_part, sentence.article.language, tally=sentence.has("tally"))
    end = timing.other_end(sentence, timed[0]) if timed else None
    end_index, until = sentence.times[end][:2] if end is not None else (None, None)
    days = timing.days_of(expression, until)
    told_as = status(sentence, at, label, days)
    speaks_against = against(sentence, at, told_as, said=said is not None)
    strength, reasons = strength_of(telling, hit, expression, taking_part, speaks_against)
    kind_of_event = EventType(label.partition(".")[0])
    return Mention(
        article=sentence.article.id,
        sentence=sentence.span,
        trigger=Span(sentence.words[at].start, max(sentence.words[i].end for i in hit.indexes)),
        type=kind_of_event,
        status=told_as,
        actors=tuple(use for use in taking_part if use.kind != "place"),
        places=tuple(a.use for a in telling.actors if a.use.kind == "place"),
        speaker=speaker.use if speaker else None,
        time=expression,
        interval=days,
        concept=label,
        noun=kind == "noun",
        strength=strength,
        topics=telling.matter.topics,
        named=telling.matter.named,
        wording=telling.matter.wording,
        time_index=index,
        end_index=end_index,
        lasts=until is not None and kind_of_event in LASTING,
        number=sentence.number,
        block=sentence.block,
        headline=sentence.kind in (BlockKind.HEADLINE, BlockKind.LEAD),
        quoted=any(sentence.quoted),
        hangs_on=_hangs_on(sentence, expression),
        when=_when(sentence, timed[0], end) if timed else None,
        responds=sentence.has("responds"),
        earlier=sentence.has("earlier"),
        reasons=tuple(reasons),
    )


def _hangs_on(sentence: Sentence, expression: TimeExpression | None) -> str:
    """The concept of the words that an expression counts from."""
    if expression is None or expression.anchor.kind is not AnchorKind.EVENT or expression.anchor.span is None:
        return ""
    span = expression.anchor.span
    named = [h for h in sentence.triggers if span.start <= sentence.words[h.indexes[0]].start < span.end]
    return named[0].label.partition(" ")[0] if named else ""


def _when(sentence: Sentence, number: int, end: int | None) -> Span:
    """A time expression, or a whole range, with the preposition before it."""
    ends = [sentence.times[n] for n in (number, end) if n is not None]
    first, last = min(at for _, _, at, _ in ends), max(at for _, _, _, at in ends)
    start = first
    while start and first - start < _PREPOSITIONS and sentence.words[start - 1].folded in sentence.lexicon.temporal:
        start -= 1
    return Span(sentence.words[start].start, sentence.words[last].end)
