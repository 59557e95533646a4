"""How alike two mentions are: kind, names, what they are about, and when. Every share of the sum has its reason.

The weights follow a logistic regression over the pairs of mentions in composed affairs (Fellegi and Sunter's model of
record linkage, its weights learnt): each is the change of the log-odds that two mentions tell of one event. Being of
one day says most, what both are about comes next, and the kind little, since one happening is told in many words.
Rarity makes names that every article of an affair has count for little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from regesta.model.event import EventType, Status
from regesta.model.mention import Mention

SAME = 2.7
"""The sum from which two mentions are taken to tell of one event."""
_UNTIMED = 3.7
"""The sum at which they are as likely one event as not where their time is left aside."""
_CONCEPT, _NAMED, _ACTORS, _MENTIONED = 0.6, 1.3, 1.8, 1.3
_ABOUT = {"#": 1.7, "~": 1.2, "^": 1.2}
"""What a shared number, verb or noun says, if it is rare; concepts say 1."""
_DAY, _WEEK, _NEAR_DAYS = 2, 7, 3
_NEIGHBOURS = 3
"""Sentences apart within which two are near."""
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
_LOOSE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.DECISION, EventType.ECONOMIC})
"""Kinds whose words often stand for a deed of another kind."""


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
    shares = [*_kind(left, right), *_speech(left, right), *_names(left, right, rarity), *_topics(left, right, rarity)]
    if timed:
        shares.append(_time(left, right))
    shares += _text(left, right)
    kept = [(value, words) for value, words in shares if value]
    return Likeness(round(sum(value for value, _ in kept), 3), tuple(f"{words} {value:+.1f}" for value, words in kept))


def affinity(left: Mention, right: Mention) -> float:
    """Whether two mentions tell of one event, 0 to 1, their time left aside; 0.5 is as likely as not."""
    total = compare(left, right, timed=False).total
    return 1 / (1 + exp(_UNTIMED - total))


_Share = tuple[float, str]


def _kind(left: Mention, right: Mention) -> list[_Share]:
    named = [(_NAMED, "one's deed is told in the other")] if _told("~", left, right) or _told("^", left, right) else []
    if "other." in (left.concept, right.concept):
        return [(0.3, "kind unknown"), *named]
    if left.concept == right.concept:
        return [(_CONCEPT, f"both {left.concept.partition('.')[2]}"), *named]
    if left.type is right.type:
        return [(0.2, f"both {left.type.value}"), *named]
    if frozenset({left.type, right.type}) in _KIN:
        return [(0.3, "kindred kinds"), *named]
    return [(-1.2 if _plainly_differ(left, right) else -0.4, "different kinds"), *named]


def _plainly_differ(left: Mention, right: Mention) -> bool:
    """Whether both are deeds of plain kinds, and not of one: an arrest is no election, whatever the words."""
    if left.type is right.type or frozenset({left.type, right.type}) in _KIN or left.noun or right.noun:
        return False
    return not {left.type, right.type} & _LOOSE


def _told(mark: str, left: Mention, right: Mention) -> bool:
    """Whether a verb (~) or a noun (^) in one's sentence says what the other is."""
    return f"{mark}{left.concept}" in right.topics or f"{mark}{right.concept}" in left.topics


def _speech(left: Mention, right: Mention) -> list[_Share]:
    if (left.speaker is None) != (right.speaker is None):
        spoken = left if left.speaker else right
        return [(-1.2, "one is words said that day")] if spoken.time and spoken.type is EventType.STATEMENT else []
    if left.speaker is None or right.speaker is None or left.speaker.key == right.speaker.key:
        return []
    return [(-4.0 if left.speaker.kind == right.speaker.kind == "person" else -0.4, "different speakers")]


def _names(left: Mention, right: Mention, rarity: Rarity | None) -> list[_Share]:
    one, other = ({use.key for use in m.actors} for m in (left, right))
    shared = sorted(one & other)
    found = [(_ACTORS * len(shared) / len(one | other), f"both name {', '.join(shared)}")] if shared else []
    if not one or not other:
        found.append((0.7, "nobody named in one"))
    named = sorted(t for t in left.topics & right.topics if t[0] == "@")
    weight = sum(rarity.of(name) if rarity else 0.7 for name in named)
    if named:
        found.append((min(2.5, _MENTIONED * weight), f"both speak of {', '.join(name[1:] for name in named)}"))
    places, others = ({use.key for use in m.places} for m in (left, right))
    if places and others and not places & others:
        found.append((-1.0, "different places"))
    return found


def _topics(left: Mention, right: Mention, rarity: Rarity | None) -> list[_Share]:
    total = 0.0
    shared = sorted(topic for topic in left.topics & right.topics if topic[0] != "@")
    for topic in shared:
        weight = rarity.of(topic) if rarity else 0.6
        total += weight * _ABOUT.get(topic[0], 1.0)
    return [(min(3.0, total), f"both about {', '.join(shared)}")] if shared else []


def _time(left: Mention, right: Mention) -> _Share:
    one, other = left.interval, right.interval
    if one is None or other is None:
        return 0.0, ""
    common = one.intersection(other)
    if common is not None:
        wide = max(one.length or 9999, other.length or 9999)
        if common.length == 1 and wide <= _DAY:
            return 2.8, "same day"
        return (0.6, "days agree") if wide <= 2 * _WEEK else (0.2, "days may agree")
    gap = max((other.first or 0) - (one.last or 0), (one.first or 0) - (other.last or 0))
    if gap <= 1:
        return -0.6, "a day apart"
    return (-2.0, f"{gap} days apart") if gap <= _NEAR_DAYS else (-8.0, f"{gap} days apart")


def _text(left: Mention, right: Mention) -> list[_Share]:
    """Two triggers of one sentence rarely mean one event; neighbours that give no second time often do."""
    found: list[_Share] = [(-0.2, "different status")] if left.status is not right.status else []
    if left.noun != right.noun:
        found.append((-0.2, "one only refers to it"))
    if left.article != right.article:
        return found
    if left.number == right.number:
        return [*found, (-4.0, "same sentence")]
    found.append((-1.6, "same article"))
    if left.headline != right.headline and Status.PLANNED not in (left.status, right.status):
        found.append((1.2, "headline and text"))
    elif abs(left.number - right.number) <= _NEIGHBOURS:
        both = left.interval is not None and right.interval is not None
        carries_on = not both and not _plainly_differ(left, right)
        found.append((2.4, "near in the text, one without a time") if carries_on else (0.8, "near in the text"))
    return found
