"""A day that says when something else was: "revoked on 28 March, ten days after he had spoken" (on the 18th, then).

Where an event's day stands beside its distance from another event, the other's day follows. Separate from the times
that date a word by nearness, since here two expressions say one day together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence
from regesta.model.interval import Interval
from regesta.model.mention import Mention
from regesta.model.span import Span
from regesta.model.timex import Anchor, AnchorKind, TimeExpression, TimexType

_BESIDE = 3
"""Words and marks between a day and the distance that explains it: "on Monday, barely a week after"."""
_LONGEST = 31
"""Days of what still says when something was: "in late March, a day after"."""
_COMES = 4
"""Words from "came" to the distance: "came just two days after"."""
_TOLD_BEFORE = 3
"""Sentences before "it came two days after" within which the text tells what came; else it is the news."""
_NEWS = 6
"""Sentences, headline and standfirst included, within which a report tells its news."""


@dataclass(frozen=True, slots=True)
class Count:
    """A distance from an event, and the day that stands beside it; both as indexes into the sentence's times."""

    distance: int
    day: int


def counts(sentence: Sentence) -> list[Count]:
    """The distances of a sentence beside which a day stands."""
    found = []
    for number, (_, expression, _, _) in enumerate(sentence.times):
        if _from_event(expression):
            days = [day for day in _days(sentence) if _explains(sentence, number, day)]
            if days:
                at = sentence.times[number][2]
                found.append(Count(number, min(days, key=lambda day: abs(sentence.times[day][2] - at))))
    return found


def follows(sentence: Sentence) -> list[int]:
    """Distances that only say how long before what was just told another event was: "It came two days after he left".

    Only where a clause tells that event: what "came two days after the summons" may be dated by the summons itself.
    """
    heads = [hit for hit in sentence.cues.get("comes", ()) if not sentence.quoted[hit.indexes[0]]]
    found = []
    for number, (_, expression, first, _) in enumerate(sentence.times):
        near = [hit for hit in heads if 0 < first - hit.indexes[-1] <= _COMES]
        verbs = [h for h in sentence.triggers if h.label.endswith("verb") and h.indexes[0] < first]
        apart = near and all(set(h.indexes) & set(near[-1].indexes) for h in verbs)
        event = named_event(sentence, number, ()) if apart and _from_event(expression) else None
        if event and event.label.endswith("verb"):
            found.append(number)
    return found


def counted_from(sentence: Sentence) -> frozenset[int]:
    """Dates from which another expression counts, and which date nothing themselves: "two days before Christmas"."""
    anchors = {e.anchor.span.start for _, e, _, _ in sentence.times if e.anchor.span and e.span < e.anchor.span}
    return frozenset(n for n, (_, e, _, _) in enumerate(sentence.times) if e.span.start in anchors)


def named_event(sentence: Sentence, distance: int, told: Sequence[Hit]) -> Hit | None:
    """The word that names the event from which a distance counts, else its clause's first verb, or its first word.

    `told` are the sentence's triggers as chosen, among them the verb that makes it a statement.
    """
    _, expression, _, last = sentence.times[distance]
    span = expression.anchor.span
    if span is None:
        return None
    hits = sorted((h for h in (*told, *sentence.triggers) if h.indexes[0] > last), key=lambda h: h.indexes)
    within = [h for h in hits if span.start <= sentence.words[h.indexes[0]].start < span.end]
    begins = next((i for i, word in enumerate(sentence.words) if word.start >= span.start), len(sentence.words) - 1)
    clause = [h for h in hits if h.indexes[0] > begins and sentence.segments[h.indexes[0]] == sentence.segments[begins]]
    return next(iter(within or [h for h in clause if h.label.endswith("verb")]), Hit("other. verb", (begins,), 1))


def counted(mention: Mention, days: Interval | None, *, index: int | None, span: Span | None) -> Mention:
    """The mention with its days counted back from others; `index` and `span` say which expression gives those."""
    if mention.time is None:
        return mention
    offset = mention.time.anchor.offset
    before = _before(days, offset) if days and offset else None
    anchor = Anchor(kind=AnchorKind.DATE, span=span, days=days, offset=offset)
    time = replace(mention.time, anchor=anchor, interval=before)
    return replace(mention, time=time, time_index=index, interval=before)


def counted_back(mentions: list[Mention]) -> list[Mention]:
    """Where something "came two days after" another event, the other's days count from what was told just before."""
    return [_counted_back(m, mentions[:n]) if m.counted and m.time_index is None else m for n, m in enumerate(mentions)]


def _counted_back(mention: Mention, earlier: Sequence[Mention]) -> Mention:
    told = [m for m in earlier if m.number < mention.number and m.interval is not None and not m.counted]
    near = [m for m in told if mention.number - m.number <= _TOLD_BEFORE]
    lead = [m for m in told if not m.headline and m.number <= _NEWS]
    before = next(iter((*near[-1:], *lead[:1])), None)
    if before is None:
        return mention
    span = before.time.span if before.time else None
    return counted(mention, before.interval, index=before.time_index, span=span)


def _before(days: Interval, offset: Interval) -> Interval | None:
    first = None if days.first is None or offset.last is None else days.first - offset.last
    last = None if days.last is None or offset.first is None else days.last - offset.first
    return None if first is None or last is None or first > last else Interval(first, last)


def _from_event(expression: TimeExpression) -> bool:
    offset = expression.anchor.offset
    return expression.anchor.kind is AnchorKind.EVENT and offset is not None and offset.length is not None


def _days(sentence: Sentence) -> Iterator[int]:
    for number, (_, expression, _, _) in enumerate(sentence.times):
        length = expression.interval.length if expression.interval else None
        if expression.type is not TimexType.DURATION and length is not None and length <= _LONGEST:
            yield number


def _explains(sentence: Sentence, distance: int, day: int) -> bool:
    """Whether a distance says the same day in other words, rather than when something else was."""
    _, expression, first, last = sentence.times[distance]
    _, _, start, end = sentence.times[day]
    before = end < first
    if sentence.quoted[first] != sentence.quoted[start]:
        return False
    if before and first - end - 1 <= _BESIDE:
        return True
    reported = any(not sentence.quoted[hit.indexes[0]] for hit in sentence.cues.get("speech", ()))
    between = [h for h in sentence.triggers if min(end, last) < h.indexes[0] < max(first, start)]
    verbs = [h for h in between if h.label.endswith("verb")]
    if before:
        opens = not any(word.is_word for word in sentence.words[: max(0, start - 1)])
        near = opens or (not verbs and sentence.segments[first] <= sentence.segments[start] + 1)
        return not reported and near and sentence.clauses[start] == sentence.clauses[first]
    behind = expression.anchor.span is not None and sentence.words[start].start >= expression.anchor.span.end
    return not reported and behind and len(verbs) < 2 and sentence.clauses[start] == sentence.clauses[last]
