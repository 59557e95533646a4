"""What carries on what, and what answers what, within one article.

In news most sentences carry no date: a quotation goes on, a speaker adds something, a reaction follows what it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.extraction.mentions import Telling
from regesta.model.event import EventType
from regesta.model.mention import Mention

_ANSWERED = frozenset({
    EventType.STATEMENT, EventType.PUBLICATION, EventType.DECISION, EventType.COURT, EventType.ATTACK, EventType.SANCTION,
    EventType.ECONOMIC, EventType.ARREST,
})  # fmt: skip


def connect(tellings: Sequence[tuple[Telling, list[Mention]]]) -> list[Mention]:
    """The article's mentions in order, each told what it continues and what it answers."""
    found: list[Mention] = []
    said: dict[str, int] = {}
    latest_speech = -1
    for telling, mentions in tellings:
        for mention in mentions:
            continues = _continued(mention, found, said, telling, latest_speech)
            answers = _answered(mention, found, telling) if continues is None else None
            found.append(replace(mention, continues=continues, answers=answers))
            if continues is not None and mention.interval and found[continues].interval is None:
                found[continues] = replace(
                    found[continues], interval=mention.interval, time=mention.time, time_index=mention.time_index
                )
            if mention.speaker is not None:
                root = continues if continues is not None else len(found) - 1
                said[mention.speaker.key] = root
                latest_speech = root
    return found


def _continued(
    mention: Mention, found: Sequence[Mention], said: dict[str, int], telling: Telling, latest: int
) -> int | None:
    if mention.speaker is None:
        return None
    earlier = said.get(mention.speaker.key)
    if earlier is not None and _same_time(mention, found[earlier]):
        return earlier
    if mention.time is not None or mention.headline:
        return None
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if other.block != mention.block or mention.number - other.number > 2:
            break
        if other.time is not None and any(use.key == mention.speaker.key for use in other.actors):
            return index
    return None


def _same_time(mention: Mention, other: Mention) -> bool:
    if mention.time is None or other.time is None or mention.interval is None or other.interval is None:
        return True
    return mention.interval.intersection(other.interval) is not None


def _answered(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """The mention that a reaction reacts to: the latest before it, of a kind that is answered, by others."""
    if mention.type is not EventType.STATEMENT or not telling.sentence.has("responds"):
        return None
    own = {use.key for use in mention.actors}
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if mention.number - other.number > 4:
            return None
        if other.type in _ANSWERED and not own & {use.key for use in other.actors}:
            return other.continues if other.continues is not None else index
    return None
