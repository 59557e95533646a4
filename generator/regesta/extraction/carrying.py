"""Which deed of the sentence before a noun or a vague word takes up, and which day a deed takes over from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.extraction.triggers import VAGUE, Telling
from regesta.model.event import EventType, Status
from regesta.model.mention import Mention
from regesta.model.timex import TimexType

_DONE_BY_SAYING = frozenset(
    {
        EventType.STATEMENT,
        EventType.DECISION,
        EventType.COURT,
        EventType.SANCTION,
        EventType.APPOINTMENT,
        EventType.RESIGNATION,
        EventType.AGREEMENT,
        EventType.VOTE,
    }
)
"""Kinds of deeds that are done when they are made known."""


def vague(mention: Mention) -> bool:
    """Whether a mention's concept stands for nearly anything."""
    return f"{mention.concept} ".startswith(VAGUE)


def same_time(mention: Mention, other: Mention) -> bool:
    """Whether two mentions may be of one day."""
    if mention.time is None or other.time is None or mention.interval is None or other.interval is None:
        return True
    return mention.interval.intersection(other.interval) is not None


def undated(mention: Mention) -> bool:
    """Whether nothing says when it was."""
    return mention.interval is None and not mention.counted


def dated_before(mention: Mention, found: list[Mention]) -> Mention:
    """Where it "all began on 10 May", the undated deed in the next sentence takes that day over."""
    if not found or mention.time or mention.noun or vague(mention) or mention.speaker:
        return mention
    before = found[-1]
    if (
        not vague(before)
        or before.time is None
        or before.only_hour
        or before.block != mention.block
        or before.number != mention.number - 1
    ):
        return mention
    if before.status is not mention.status or before.continues is not None:
        return mention
    found[-1] = replace(before, continues=len(found))
    return mention.dated_as(before)


def carried(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """The mention that a noun or a vague word just after it speaks of: "the accident happened at 11.40 p.m."."""
    if not (vague(mention) or mention.noun) or mention.headline:
        return None
    taken_up = _taken_up(mention, found, telling)
    return taken_up if taken_up is not None else _spoken_of(mention, found)


def made_known(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """The undated deed of the sentence before that a dated sentence only says who did or told: "that the court ruled".

    It is of that day where saying so does it, as with decisions and resignations; a crash was before its telling.
    """
    opens = any(hit.indexes[0] == 0 for hit in telling.sentence.cues.get("takes_up", ()))
    if not opens or mention.time is None or mention.interval is None or mention.status is not Status.HAPPENED:
        return None
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if other.number < mention.number - 1 or other.headline:
            return None
        deed = other.type in _DONE_BY_SAYING and other.status is Status.HAPPENED and not other.earlier
        if other.number == mention.number - 1 and deed and other.time is None:
            return other.root(index)
    return None


def _spoken_of(mention: Mention, found: Sequence[Mention]) -> int | None:
    """The deed that was told last, where what follows at once gives at most its hour."""
    clock = mention.time is not None and mention.time.type is TimexType.TIME
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if not 0 < mention.number - other.number <= 1 or other.noun or other.counted or vague(other):
            return None
        if other.block != mention.block and not clock:
            return None
        if other.headline or (mention.time is not None and not (clock and same_time(mention, other))):
            return None
        if other.speaker is None:
            return other.root(index)
    return None


def _taken_up(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """The undated deed of the sentence before that a noun with a day takes up: "the decision came on Monday"."""
    if not mention.noun:
        return None
    sentence = telling.sentence
    at = sentence.index(mention.trigger)
    first = at == 1 and sentence.words[0].folded in sentence.lexicon.determiners
    if not first or mention.time is None or mention.only_hour:
        return None
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if other.number != mention.number - 1 or other.block != mention.block:
            return None
        deed = not other.noun and not other.headline and other.type is mention.type and other.status is mention.status
        if deed and undated(other):
            return other.root(index)
    return None
