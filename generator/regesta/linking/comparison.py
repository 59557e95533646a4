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
from math import exp, fsum, log

from regesta.model.event import EventType, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

SAME = 2.3
"""The sum from which two mentions are taken to tell of one event."""
NEVER = -99.0
"""A share that nothing outweighs."""
_UNTIMED = 3.9
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
_ONE_IN_MANY_WORDS = frozenset(
    {EventType.DISASTER, EventType.STATEMENT, EventType.ECONOMIC, EventType.RESIGNATION, EventType.OTHER}
)
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


_UNKNOWN_KIND = Share(0.2, "kind unknown")
_KINDRED = Share(-0.1, "kindred kinds")
_DIFFERENT = Share(-0.5, "different kinds")
_OTHER_STEP = Share(-0.8, "another step")
_PLAINLY_DIFFERENT = Share(-0.8, "different kinds")
_TOLD = Share(0.4, "one's deed is told in the other")
_DATED_WORDS = Share(-1.0, "one is words said that day")
_DATED_ANSWER = Share(-2.4, "one is what somebody says to it that day")
_OTHER_PERSON = Share(-0.6, "different speakers")
_OTHER_VOICE = Share(-0.8, "different speakers")
_NOBODY = Share(0.8, "nobody named in one")
_ELSEWHERE = Share(-0.6, "different places")
_SAME_DAY = Share(4.0, "same day")
_DAYS_AGREE = Share(1.3, "days agree")
_DAYS_MAY_AGREE = Share(0.4, "days may agree")
_A_DAY_APART = Share(0.4, "a day apart")
_DAYS_APART = Share(-1.3, "two or three days apart")
_WEEK_APART = Share(-2.0, "days apart")
_FAR_APART = Share(-8.0, "far apart in time")
_FRESH = Share(1.7, "fresh when the other was written")
_OF_THE_WEEK = Share(0.8, "a few days old when the other was written")
_OLD_WORDS = Share(-0.4, "words a few days old when the other was written")
_STILL_TO_COME = Share(-1.2, "still to come when the other was written")
_OLD = Share(-0.5, "old when the other was written")
_PLANNED_SINCE = Share(-2.5, "over when the other was planned")
_WRITTEN_TOGETHER = Share(1.2, "written at one time")
_WRITTEN_APART = Share(-0.2, "written at different times")
_WORDS_TOGETHER = Share(0.3, "words written at one time")
_WORDS_APART = Share(-1.2, "words written at different times")
_OTHER_STATUS = Share(-0.7, "different status")
_PLAN = Share(0.7, "one is the plan")
_PLAN_BESIDE = Share(-1.0, "a plan beside what happened")
_SAME_SENTENCE = Share(-4.0, "same sentence")
_TWO_DEEDS = Share(NEVER, "two deeds of one sentence")
_SAME_ARTICLE = Share(-1.4, "same article")
_HEADED = Share(1.8, "headline and text")
_CARRIES_ON = Share(2.4, "near in the text, one without a time")
_NEAR = Share(2.0, "near in the text")
_ONE_PARAGRAPH = Share(1.3, "same paragraph")
_DATED_TWICE = Share(-3.0, "an article that gives the day twice")
_FAR_IN_TEXT = Share(-1.9, "far in the text")
_SAME_CONCEPT, _SAME_TYPE = 1.0, 0.9
"""The same for a shared concept or type."""
_ACTORS, _RARE_ACTOR, _NAMES = 0.5, 1.4, 1.2
"""The same for all actors shared, for a rare actor shared, for all names of both sentences shared."""
_ABOUT = {"#": 3.6, "~": 1.8, "^": 1.2, "@": 0.1}
"""What a shared number, verb, noun or name says, if it is rare."""
_CONCEPT, _WORD = 1.0, 0.7
"""What a shared concept and a word of the same sound say, if they are rare."""
_MOST_WORDS = 3.0
"""Rare words of the same sound that count at most."""
_DAY, _WEEK, _NEAR_DAYS = 2, 7, 3
_NEIGHBOURS, _DISTANT = 3, 10
"""Sentences apart within which two are near, and from which on they are far."""


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
            uses.update(mention.wording)
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


_UNCOUNTED = Rarity(())
"""What is as rare as anything else."""


def compare(left: Mention, right: Mention, rarity: Rarity, *, timed: bool = True) -> Likeness:
    """How alike two mentions are; `timed` False leaves their time aside."""
    shares = [*_kind(left, right), *_speech(left, right), *_names(left, right, rarity), *_topics(left, right, rarity)]
    if timed:
        shares += shares_of_time(left.interval, right.interval)
    shares += _text(left, right)
    return Likeness(round(fsum(share.value for share in shares), 3), tuple(shares))


def affinity(left: Mention, right: Mention) -> float:
    """Whether two mentions tell of one event, 0 to 1, their time left aside; 0.5 is as likely as not."""
    total = compare(left, right, _UNCOUNTED, timed=False).total
    return 1 / (1 + exp(_UNTIMED - total))


def _kind(left: Mention, right: Mention) -> list[Share]:
    found = [_TOLD] if left.concept != right.concept and _told(left, right) else []
    if "other." in (left.concept, right.concept):
        return [_UNKNOWN_KIND, *found]
    if left.concept == right.concept:
        return [Share(_SAME_CONCEPT, "both", (left.concept.partition(".")[2],)), *found]
    if left.type is right.type:
        return [_of_one_type(left, right), *found]
    if frozenset({left.type, right.type}) in _KIN:
        return [_KINDRED, *found]
    return [_PLAINLY_DIFFERENT if _plainly_differ(left, right) else _DIFFERENT, *found]


def _of_one_type(left: Mention, right: Mention) -> Share:
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


def _told(left: Mention, right: Mention) -> bool:
    """Whether a verb (~) or a noun (^) in one's sentence says what the other is."""
    return any(
        mark + one.concept in other.topics
        for one, other in ((left, right), (right, left))
        if one.type is not EventType.STATEMENT and one.concept != "other."
        for mark in "~^"
    )


def _speech(left: Mention, right: Mention) -> list[Share]:
    one, other = left.speaker, right.speaker
    if (one is None) != (other is None):
        spoken = left if one else right
        apart = spoken.time is not None and spoken.type is EventType.STATEMENT
        return [_DATED_ANSWER if spoken.concept in _ANSWERS else _DATED_WORDS] if apart else []
    if one is None or other is None or one.key == other.key:
        return []
    return [_OTHER_PERSON if one.kind == other.kind == "person" else _OTHER_VOICE]


def _names(left: Mention, right: Mention, rarity: Rarity) -> list[Share]:
    one, other = ({use.key for use in m.actors} for m in (left, right))
    shared = one & other
    found = []
    if shared:
        rare = max(rarity.of("@" + key) for key in shared)
        found.append(Share(_ACTORS * len(shared) / len(one | other) + _RARE_ACTOR * rare, "both name", shared))
    if not one or not other:
        found.append(_NOBODY)
    both = left.named & right.named
    if both:
        found.append(Share(_NAMES * 2 * len(both) / (len(left.named) + len(right.named)), "both speak of", both))
    places, elsewhere = ({use.key for use in m.places} for m in (left, right))
    if places and elsewhere and places.isdisjoint(elsewhere):
        found.append(_ELSEWHERE)
    return found


def _topics(left: Mention, right: Mention, rarity: Rarity) -> list[Share]:
    shared = left.topics & right.topics
    found = []
    if shared:
        total = fsum(rarity.of(topic) * _ABOUT.get(topic[0], _CONCEPT) for topic in shared)
        found.append(Share(total, "both about", shared))
    alike = left.wording & right.wording
    if alike:
        total = fsum(rarity.of(word) for word in alike)
        found.append(Share(_WORD * min(_MOST_WORDS, total), "words alike"))
    return found


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
    if gap <= _NEAR_DAYS:
        return [_DAYS_APART]
    return [_WEEK_APART if gap <= _WEEK else _FAR_APART]


def shares_of_news(left: Mention, right: Mention, written: tuple[int | None, int | None]) -> list[Share]:
    """What it says that a telling without a day was written on one day, and the other tells of some, or was written then.

    `written` are the days on which their articles were. People say many things, so statements go together less.
    """
    if None not in (left.interval, right.interval):
        return []
    one, other = written
    said = left.type is right.type is EventType.STATEMENT
    if left.interval is None and right.interval is None:
        return [] if left.article == right.article else _of_writing(one, other, said=said)
    days, day, undated = (left.interval, other, right) if left.interval is not None else (right.interval, one, left)
    if days is None or days.first is None or day is None:
        return []
    if undated.status is Status.PLANNED:
        return [_PLANNED_SINCE] if days.last is not None and days.last < day else []
    if left.article == right.article:
        return []
    age = day - days.first
    if age < 0:
        return [_STILL_TO_COME]
    if age <= 1:
        return [_FRESH]
    if age <= _WEEK:
        return [_OLD_WORDS if said else _OF_THE_WEEK]
    return [_OLD]


def _of_writing(one: int | None, other: int | None, *, said: bool) -> list[Share]:
    """What the days say on which two undated tellings were written."""
    if one is None or other is None:
        return []
    apart = abs(one - other)
    if apart <= 1:
        return [_WORDS_TOGETHER if said else _WRITTEN_TOGETHER]
    return [_WORDS_APART if said else _WRITTEN_APART] if apart > _WEEK else []


def _text(left: Mention, right: Mention) -> list[Share]:
    """Two triggers of one sentence rarely mean one event; neighbours that give no second time often do."""
    found = []
    if left.status is not right.status:
        found.append(_OTHER_STATUS)
        if Status.PLANNED in (left.status, right.status):
            found.append(_PLAN if left.article != right.article else _PLAN_BESIDE)
    if left.article != right.article:
        return found
    if left.number == right.number:
        return [*found, _TWO_DEEDS if _plainly_differ(left, right) else _SAME_SENTENCE]
    found.append(_SAME_ARTICLE)
    if _refers_elsewhere(left, right):
        return found
    apart = abs(left.number - right.number)
    timed = left.interval is not None and right.interval is not None
    if left.interval and right.interval and left.interval.intersection(right.interval):
        found.append(_DATED_TWICE)
    if left.headline != right.headline and not timed:
        found.append(_HEADED)
    if apart <= _NEIGHBOURS:
        found.append(_NEAR if timed else _CARRIES_ON)
    found += [_ONE_PARAGRAPH] if left.block == right.block else []
    found += [_FAR_IN_TEXT] if apart >= _DISTANT else []
    return found
