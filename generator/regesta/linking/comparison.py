"""How alike two mentions are: kind, names, what they are about, and when. Every share of the sum has its reason.

The weights stand here and nowhere else. Rarity makes names that every article of an affair has count for little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from regesta.model.event import EventType, Status
from regesta.model.mention import Mention

SAME = 3.0
"""The sum from which two mentions are taken to tell of one event."""
_KIN = (
    frozenset({EventType.VISIT, EventType.MEETING}),
    frozenset({EventType.MEETING, EventType.AGREEMENT}),
    frozenset({EventType.PUBLICATION, EventType.STATEMENT}),
    frozenset({EventType.DECISION, EventType.VOTE}),
    frozenset({EventType.DECISION, EventType.COURT}),
    frozenset({EventType.DECISION, EventType.ECONOMIC}),
    frozenset({EventType.DECISION, EventType.SANCTION}),
    frozenset({EventType.DECISION, EventType.STATEMENT}),
    frozenset({EventType.COURT, EventType.SANCTION}),
    frozenset({EventType.COURT, EventType.ARREST}),
    frozenset({EventType.DISASTER, EventType.ATTACK}),
    frozenset({EventType.VOTE, EventType.ELECTION}),
    frozenset({EventType.VOTE, EventType.MEETING}),
    frozenset({EventType.APPOINTMENT, EventType.ELECTION}),
    frozenset({EventType.RESIGNATION, EventType.STATEMENT}),
)
_WITHIN = {
    EventType.COURT: -0.6,
    EventType.ECONOMIC: -0.5,
    EventType.DECISION: -0.3,
    EventType.OTHER: -0.6,
    EventType.DISASTER: 0.3,
    EventType.SANCTION: 0.0,
}
"""What it says that two mentions are of one type but not of one concept: a suit is no ruling."""
_FINE = 7


@dataclass(frozen=True, slots=True)
class Likeness:
    """A comparison's result."""

    total: float
    """The sum of the shares."""
    reasons: tuple[str, ...]
    """Each share in words."""


class Rarity:
    """How much a topic or name says, by how many articles have it; 1 for what is rare, near 0 for what all have."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Counts over all mentions of all articles."""
        uses: Counter[str] = Counter()
        total = 0
        for mention in mentions:
            total += 1
            uses.update(mention.topics)
        self._total = max(total, 1)
        self._known: dict[str, float] = {}
        self._uses = uses

    def of(self, topic: str) -> float:
        """The rarity of a topic, 0.15 to 1."""
        found = self._known.get(topic)
        if found is None:
            share = (self._uses.get(topic, 0) + 1) / (self._total + 8)
            found = self._known[topic] = min(1.0, max(0.15, -log(share) / 3.2))
        return found


def compare(left: Mention, right: Mention, rarity: Rarity | None = None, *, timed: bool = True) -> Likeness:
    """How alike two mentions are; `timed` False leaves their time aside."""
    shares = [_kind(left, right), _speakers(left, right), *_names(left, right, rarity), _topics(left, right, rarity)]
    if timed:
        shares.append(_time(left, right))
    shares.append(_place_in_text(left, right))
    kept = [(value, words) for value, words in shares if value]
    return Likeness(round(sum(value for value, _ in kept), 3), tuple(f"{words} {value:+.1f}" for value, words in kept))


def affinity(left: Mention, right: Mention) -> float:
    """Whether two mentions tell of one event, 0 to 1, their time left aside; 0.5 is as likely as not."""
    total = compare(left, right, timed=False).total
    return 1 / (1 + exp(2.0 * (SAME - 0.3 - total)))


def _kind(left: Mention, right: Mention) -> tuple[float, str]:
    if "other." in (left.concept, right.concept):
        return 0.0, ""
    if left.concept == right.concept:
        weight = {"statement.say": 0.5}.get(left.concept, 1.2 if left.concept.startswith("statement.") else 2.0)
        return weight, f"both {left.concept.partition('.')[2]}"
    if _told("~", left, right):
        return 0.9, "one's deed is told in the other"
    if left.type is not right.type:
        kin = frozenset({left.type, right.type}) in _KIN
        return (0.3, "kindred kinds") if kin else (-1.8, "different kinds")
    if _told("^", left, right):
        return 1.2, "one's deed is named in the other"
    general = "decision.decide" in (left.concept, right.concept)
    return 0.8 if general else _WITHIN.get(left.type, 0.6), f"both {left.type.value}"


def _told(mark: str, left: Mention, right: Mention) -> bool:
    """Whether a verb (~) or a noun (^) in one's sentence says what the other is."""
    return f"{mark}{left.concept}" in right.topics or f"{mark}{right.concept}" in left.topics


def _speakers(left: Mention, right: Mention) -> tuple[float, str]:
    if left.speaker is None or right.speaker is None:
        return (-0.5, "one is speech") if (left.speaker is None) != (right.speaker is None) else (0.0, "")
    if left.speaker.key == right.speaker.key:
        return 0.5, "same speaker"
    if left.speaker.kind == right.speaker.kind == "person":
        return -4.0, "different speakers"
    return -0.4, "different speakers"


def _names(left: Mention, right: Mention, rarity: Rarity | None) -> list[tuple[float, str]]:
    one, other = ({use.key for use in m.actors} for m in (left, right))
    shared = sorted(one & other)
    weight = {key: rarity.of("@" + key) if rarity else 0.7 for key in shared}
    share = 0.9 if left.speaker and right.speaker else 1.4
    total = min(2.2, sum(share * weight[key] for key in shared))
    if shared:
        return [(total, f"both name {', '.join(shared)}")]
    crossed = ({"@" + key for key in one} & right.topics) | ({"@" + key for key in other} & left.topics)
    named = [any(use.kind in ("person", "organisation") for use in m.actors) for m in (left, right)]
    if all(named) and not crossed:
        return [(-0.6, "no actor in common")]
    return []


def _topics(left: Mention, right: Mention, rarity: Rarity | None) -> tuple[float, str]:
    actors = {"@" + use.key for m in (left, right) for use in m.actors}
    shared = sorted((left.topics & right.topics) - (actors if left.actors and right.actors else frozenset()))
    total = 0.0
    for topic in shared:
        weight = rarity.of(topic) if rarity else 0.6
        total += weight * {"#": 1.3, "~": 0.3, "^": 0.3}.get(topic[0], 0.6)
    return min(2.4, total), f"both about {', '.join(shared)}"


def _time(left: Mention, right: Mention) -> tuple[float, str]:
    one, other = left.interval, right.interval
    if one is None or other is None:
        return 0.0, ""
    common = one.intersection(other)
    if common is not None:
        length = common.length or 9999
        wide = max(one.length or 9999, other.length or 9999)
        if length == 1 and wide <= 2:
            return 1.6, "same day"
        if length <= _FINE:
            return 1.0 if wide <= 2 * _FINE else 0.8, "days agree"
        return (0.4 if length <= 31 else 0.0), "days may agree"
    gap = max((other.first or 0) - (one.last or 0), (one.first or 0) - (other.last or 0))
    if gap <= 1:
        return -1.2, "a day apart"
    return (-2.5, f"{gap} days apart") if gap <= 3 else (-8.0, f"{gap} days apart")


def _place_in_text(left: Mention, right: Mention) -> tuple[float, str]:
    """Two triggers of one sentence rarely mean one event; neighbours and headlines often do."""
    if left.article != right.article:
        return 0.0, ""
    if left.number == right.number:
        return -2.0, "same sentence"
    if left.headline != right.headline and Status.PLANNED not in (left.status, right.status):
        return 0.6, "headline and text"
    if (
        left.block == right.block
        and abs(left.number - right.number) == 1
        and (left.time is None) != (right.time is None)
    ):
        return 0.4, "next sentence"
    return -0.2, "same article"
