"""How alike two mentions are: kind, names, what they are about, and when. Every share of the sum has its reason.

The weights follow a logistic regression over the pairs of mentions in composed affairs (Fellegi and Sunter's model of
record linkage, its weights learnt): each is the change of the log-odds that two mentions tell of one event. Being of
one day says most, what both are about comes next, and the kind little, since one happening is told in many words.
Rarity makes names that every article of an affair has count for little.
"""

from __future__ import annotations

from math import exp, fsum

from regesta.linking.likeness import NEVER, Likeness, Rarity, Share
from regesta.linking.timing import shares_of_time
from regesta.model.body import is_body
from regesta.model.event import EventType, Status
from regesta.model.mention import Mention

SAME = 2.3
"""The sum from which two mentions are taken to tell of one event."""
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
_PERSONAL = frozenset({EventType.RESIGNATION, EventType.APPOINTMENT, EventType.ARREST, EventType.VISIT})
"""Kinds that are somebody's own: where each is told of another person, there are two."""
_DECIDES = "decision.decide"
"""What says that there was a decision, and not which."""
_ANSWERS = frozenset({"statement.reject", "statement.criticise", "statement.react"})
"""Statements about a deed, which are never the deed: who denies a raid was raided."""
_LOOSE = frozenset({EventType.OTHER, EventType.STATEMENT, EventType.DECISION, EventType.ECONOMIC})
"""Kinds whose words often stand for a deed of another kind."""

# Learnt, but for kinds that differ, another step, dated words and answers, a plan beside what happened, and one
# sentence: whole sentences were labelled, so that two deeds of one sentence look like one there.
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
_NAMELESS = Share(0.4, "a body without a name in one")
_ELSEWHERE = Share(-0.6, "different places")
_SOMEBODY_ELSE = Share(-5.0, "of somebody else")
_OTHER_STATUS = Share(-0.7, "different status")
_PLAN = Share(0.7, "one is the plan")
_PLAN_BESIDE = Share(-1.0, "a plan beside what happened")
_OTHERS_THAT_DAY = Share(-2.5, "others, and nothing in common")
_ELSE_THAT_DAY = Share(-1.5, "nothing in common")
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
"""What a shared concept or type says."""
_ACTORS, _RARE_ACTOR, _NAMES = 0.5, 1.4, 1.2
"""What it says that all actors are shared, that a rare one is, and that all names of both sentences are."""
_ABOUT = {"#": 3.6, "~": 1.8, "^": 1.2}
"""What a shared number, verb or noun says, if it is rare."""
_CONCEPT, _WORD = 1.0, 0.7
"""What a shared concept and a word of the same sound say, if they are rare."""
_MOST_WORDS = 3.0
"""Rare words of the same sound that count at most."""
_NEIGHBOURS, _DISTANT = 3, 10
"""Sentences apart within which two are near, and from which on they are far."""
_UNCOUNTED = Rarity(())
"""For mentions that nobody counted: every topic is as rare as any other."""


def compare(left: Mention, right: Mention, rarity: Rarity, *, timed: bool = True) -> Likeness:
    """How alike two mentions are; `timed` False leaves their time aside."""
    common = [*_names(left, right, rarity), *_topics(left, right, rarity)]
    shares = [*_kind(left, right), *_speech(left, right), *common]
    if timed:
        shares += shares_of_time(left.interval, right.interval)
    if all(share.value < 0 or share is _NOBODY for share in common):
        shares += _only_time(left, right)
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
    return _in_words(left, right) or _in_words(right, left)


def _in_words(one: Mention, other: Mention) -> bool:
    if one.type is EventType.STATEMENT or one.concept == "other.":
        return False
    return f"~{one.concept}" in other.topics or f"^{one.concept}" in other.topics


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
    one, other = left.actor_keys, right.actor_keys
    shared = one & other
    found = []
    if shared:
        rare = max(rarity.of("@" + key) for key in shared)
        found.append(Share(_ACTORS * len(shared) / len(one | other) + _RARE_ACTOR * rare, "both name", shared))
    if not one or not other:
        found.append(_NOBODY)
    elif not shared and any(_nameless(keys) for keys in (one, other)):
        found.append(_NAMELESS)
    if left.type is right.type and left.type in _PERSONAL and not shared and _persons(left) and _persons(right):
        found.append(_SOMEBODY_ELSE)
    both = left.named & right.named
    if both:
        found.append(Share(_NAMES * 2 * len(both) / (len(left.named) + len(right.named)), "both speak of", both))
    if left.place_keys and right.place_keys and left.place_keys.isdisjoint(right.place_keys):
        found.append(_ELSEWHERE)
    return found


def _persons(mention: Mention) -> bool:
    """Whether persons take part by name: whom a role or pronoun means ("the banker") is less sure."""
    return any(use.kind == "person" and use.surface[:1].isupper() for use in mention.actors)


def _nameless(keys: frozenset[str]) -> bool:
    """Whether all actors, if any, are bodies without a name: each article has its own word for them."""
    return all(is_body(key) for key in keys)


def _topics(left: Mention, right: Mention, rarity: Rarity) -> list[Share]:
    shared = (left.topics & right.topics) - left.named
    found = []
    if shared:
        total = fsum(rarity.of(topic) * _ABOUT.get(topic[0], _CONCEPT) for topic in shared)
        found.append(Share(total, "both about", shared))
    alike = left.wording & right.wording
    if alike:
        total = fsum(rarity.of(word) for word in alike)
        found.append(Share(_WORD * min(_MOST_WORDS, total), "words alike"))
    return found


def _only_time(left: Mention, right: Mention) -> list[Share]:
    """What it says of two articles' words for a day that nothing but the day is common to them."""
    if left.article == right.article or left.interval is None or right.interval is None:
        return []
    if left.actor_keys and right.actor_keys:
        return [_OTHERS_THAT_DAY]
    return [_ELSE_THAT_DAY] if left.type is not right.type and "other." not in (left.concept, right.concept) else []


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
