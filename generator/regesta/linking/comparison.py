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
from regesta.model.interval import Interval
from regesta.model.mention import Mention

SAME = 2.3
"""The sum from which two mentions are taken to tell of one event."""
NEVER = -99.0
"""A share that nothing outweighs."""
_UNTIMED = 3.7
"""The sum at which they are as likely one event as not where their time is left aside."""
_KIN = (
    frozenset({EventType.VISIT, EventType.MEETING}),
    frozenset({EventType.MEETING, EventType.AGREEMENT}),
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
_ONE_IN_MANY_WORDS = frozenset({EventType.DISASTER, EventType.STATEMENT, EventType.ECONOMIC, EventType.RESIGNATION})
"""Kinds whose events go by several concepts: a crash, its deaths and its fire are one disaster. Elsewhere another
concept is another step: a suit is no ruling, a permit no ban."""
_DECIDES = "decision.decide"
"""What says that there was a decision, and not which."""
_ANSWERS = frozenset({"statement.reject", "statement.criticise", "statement.react"})
"""Statements about a deed, which are never the deed: who denies a raid was raided."""
_LOOSE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.DECISION, EventType.ECONOMIC})
"""Kinds whose words often stand for a deed of another kind."""


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that speaks for or against two mentions being one event."""

    value: float
    """Its part of the sum."""
    words: str
    """What it is."""
    named: Iterable[str] = ()
    """The names or topics in question."""

    def __str__(self) -> str:
        names = ", ".join(sorted(name.lstrip("@") for name in self.named))
        return f"{self.words}{' ' if names else ''}{names} {self.value:+.1f}"


_UNKNOWN_KIND = Share(0.3, "kind unknown")
_KINDRED = Share(-0.1, "kindred kinds")
_OTHER_STEP = Share(-0.5, "another step")
_DIFFERENT = Share(-0.5, "different kinds")
_PLAINLY_DIFFERENT = Share(-1.2, "different kinds")
_TOLD = Share(0.9, "one's deed is told in the other")
_DATED_WORDS = Share(-1.2, "one is words said that day")
_DATED_ANSWER = Share(-2.4, "one is what somebody says to it that day")
_OTHER_PERSON = Share(-4.0, "different speakers")
_OTHER_VOICE = Share(-1.0, "different speakers")
_NOBODY = Share(0.7, "nobody named in one")
_ELSEWHERE = Share(-1.0, "different places")
_SAME_DAY = Share(3.0, "same day")
_DAYS_AGREE = Share(1.0, "days agree")
_DAYS_MAY_AGREE = Share(0.2, "days may agree")
_A_DAY_APART = Share(-0.4, "a day apart")
_DAYS_APART = Share(-1.6, "two or three days apart")
_FAR_APART = Share(-8.0, "days apart")
_OTHER_STATUS = Share(-0.2, "different status")
_REFERS = Share(-0.2, "one only refers to it")
_SAME_SENTENCE = Share(-4.0, "same sentence")
_TWO_DEEDS = Share(NEVER, "two deeds of one sentence")
_SAME_ARTICLE = Share(-1.6, "same article")
_HEADED = Share(1.2, "headline and text")
_CARRIES_ON = Share(2.4, "near in the text, one without a time")
_NEAR = Share(1.0, "near in the text")
_SAME_CONCEPT, _SAME_TYPE, _ACTORS, _MENTIONED = 0.6, 0.2, 2.1, 1.1
"""The same for a shared concept or type, for all actors shared, for a rare name that both sentences hold."""
_ABOUT = {"#": 2.3, "~": 1.5, "^": 1.5}
"""What a shared number, verb or noun says, if it is rare; concepts say 1."""
_DAY, _WEEK, _NEAR_DAYS = 2, 7, 3
_NEIGHBOURS = 3
"""Sentences apart within which two are near."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A comparison's result."""

    total: float
    """The sum of the shares."""
    shares: tuple[Share, ...]
    """What it consists of."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Each share in words."""
        return tuple(map(str, self.shares))


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
        shares += shares_of_time(left.interval, right.interval)
    shares += _text(left, right)
    return Likeness(round(sum(share.value for share in shares), 3), tuple(shares))


def affinity(left: Mention, right: Mention) -> float:
    """Whether two mentions tell of one event, 0 to 1, their time left aside; 0.5 is as likely as not."""
    total = compare(left, right, timed=False).total
    return 1 / (1 + exp(_UNTIMED - total))


def _kind(left: Mention, right: Mention) -> list[Share]:
    if _plainly_differ(left, right):
        return [_PLAINLY_DIFFERENT]
    named = _told("~", left, right) or _told("^", left, right)
    found = [_TOLD] if named else []
    if "other." in (left.concept, right.concept):
        return [_UNKNOWN_KIND, *found]
    if left.type is right.type:
        return [_of_one_type(left, right), *found]
    return [_KINDRED if frozenset({left.type, right.type}) in _KIN else _DIFFERENT, *found]


def _of_one_type(left: Mention, right: Mention) -> Share:
    if left.concept == right.concept:
        return Share(_SAME_CONCEPT, "both", (left.concept.partition(".")[2],))
    if left.type in _ONE_IN_MANY_WORDS or _DECIDES in (left.concept, right.concept):
        return Share(_SAME_TYPE, "both", (left.type.value,))
    return _OTHER_STEP


def _plainly_differ(left: Mention, right: Mention) -> bool:
    """Whether both are deeds of plain kinds, and not of one: an arrest is no election, whatever the words."""
    if left.type is right.type or frozenset({left.type, right.type}) in _KIN:
        return False
    if any(mention.noun and mention.interval is None for mention in (left, right)):
        return False
    return left.type not in _LOOSE and right.type not in _LOOSE


def _refers_elsewhere(left: Mention, right: Mention) -> bool:
    """Whether one is a noun in passing for something of another kind: "since the start of the invasion"."""
    if left.type is right.type or "other." in (left.concept, right.concept):
        return False
    return any(mention.noun and mention.interval is None for mention in (left, right))


def _told(mark: str, left: Mention, right: Mention) -> bool:
    """Whether a verb (~) or a noun (^) in one's sentence says what the other is."""
    return mark + left.concept in right.topics or mark + right.concept in left.topics


def _speech(left: Mention, right: Mention) -> list[Share]:
    one, other = left.speaker, right.speaker
    if (one is None) != (other is None):
        spoken = left if one else right
        apart = spoken.time is not None and spoken.type is EventType.STATEMENT
        return [_DATED_ANSWER if spoken.concept in _ANSWERS else _DATED_WORDS] if apart else []
    if one is None or other is None or one.key == other.key:
        return []
    if "place" in (one.kind, other.kind) or "state" in (one.kind, other.kind):
        return []  # a state speaks through its people
    return [_OTHER_PERSON if one.kind == other.kind == "person" else _OTHER_VOICE]


def _names(left: Mention, right: Mention, rarity: Rarity | None) -> list[Share]:
    one, other = ({use.key for use in m.actors} for m in (left, right))
    shared = one & other
    found = [Share(_ACTORS * len(shared) / len(one | other), "both name", shared)] if shared else []
    if not one or not other:
        found.append(_NOBODY)
    named = [topic for topic in left.topics & right.topics if topic[0] == "@"]
    if named:
        weight = sum(rarity.of(name) for name in sorted(named)) if rarity else 0.7 * len(named)
        found.append(Share(min(2.5, _MENTIONED * weight), "both speak of", named))
    places, others = ({use.key for use in m.places} for m in (left, right))
    if places and others and places.isdisjoint(others):
        found.append(_ELSEWHERE)
    return found


def _topics(left: Mention, right: Mention, rarity: Rarity | None) -> list[Share]:
    shared = sorted(topic for topic in left.topics & right.topics if topic[0] != "@")
    if not shared:
        return []
    total = sum((rarity.of(topic) if rarity else 0.6) * _ABOUT.get(topic[0], 1.0) for topic in shared)
    return [Share(min(3.0, total), "both about", shared)]


def shares_of_time(one: Interval | None, other: Interval | None) -> list[Share]:
    """What the days of two mentions, or of two groups of them, say; nothing where one has none."""
    if one is None or other is None:
        return []
    common = one.intersection(other)
    if common is not None:
        wide = max(one.length or 9999, other.length or 9999)
        if common.length == 1 and wide <= _DAY:
            return [_SAME_DAY]
        return [_DAYS_AGREE if wide <= 2 * _WEEK else _DAYS_MAY_AGREE]
    gap = one.gap(other)
    if gap <= 1:
        return [_A_DAY_APART]
    return [_DAYS_APART if gap <= _NEAR_DAYS else _FAR_APART]


def _text(left: Mention, right: Mention) -> list[Share]:
    """Two triggers of one sentence rarely mean one event; neighbours that give no second time often do."""
    found = [_OTHER_STATUS] if left.status is not right.status else []
    if left.noun != right.noun:
        found.append(_REFERS)
    if left.article != right.article:
        return found
    if left.number == right.number:
        return [*found, _TWO_DEEDS if _plainly_differ(left, right) else _SAME_SENTENCE]
    found.append(_SAME_ARTICLE)
    if left.headline != right.headline and Status.PLANNED not in (left.status, right.status):
        found.append(_HEADED)
    elif abs(left.number - right.number) <= _NEIGHBOURS:
        both = left.interval is not None and right.interval is not None
        carries_on = not both and not _plainly_differ(left, right) and not _refers_elsewhere(left, right)
        found.append(_CARRIES_ON if carries_on else _NEAR)
    return found
