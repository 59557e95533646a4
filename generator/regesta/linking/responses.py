"""Which event answers which: a rejection, a criticism, a comment, and the words or deeds that it is about.

Words or deeds that say of themselves that they react look for what they react to: what their sentences name (its doer,
its deed, its matter), what stands just before them in an article, what happened last before them. The best of these is
taken if enough speaks for it. Nothing answers what came later, nobody answers himself, and no two answer each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regesta.linking.clusters import Cluster
from regesta.linking.dates import date_of
from regesta.linking.likeness import Rarity
from regesta.model.event import ANSWERED, EventType, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_ENOUGH = 2.2
"""How much has to speak for one event being what another answers."""
_ENOUGH_UNSAID = 3.8
"""The same where no word says that it is an answer."""
_NEVER = 99.0
_ANSWERING = (EventType.STATEMENT, EventType.DECISION, EventType.PROTEST, EventType.SANCTION)
"""Types of events that answer others."""
_DONE_TO = frozenset(
    {
        EventType.ARREST,
        EventType.ATTACK,
        EventType.COURT,
        EventType.DISASTER,
        EventType.PUBLICATION,
        EventType.SANCTION,
    }
)
"""Types of events that befall those whom they are about, who are often the first to answer."""
_SUMMONS = "meeting.summon"
"""The one meeting that does: an ambassador is called in."""
_REACTING = ("statement.reject", "statement.react", "statement.criticise", "decision.refuse", _SUMMONS)
"""Kinds of words that are about others' words or deeds by themselves."""
_DEED, _DOER, _MATTER, _TOLD, _BESIDE, _SOON, _KIND = 1.2, 1.3, 0.4, 1.2, 1.2, 0.4, 0.3
"""What speaks for it: its deed named, its doer named, a concept shared, the text's own word, standing before, days."""
_LAST, _BUT_FEW = 1.5, 0.5
"""What speaks for it that no other event's day lies between; that a few do."""
_FEW = 2
"""Such days at most."""
_ANSWERED_ONCE = 0.5
"""What speaks against it that it answers something itself."""
_BEFORE = 5
"""Sentences before an answer within which what it answers is told."""
_DAYS = 3
_MOST = 12
"""Events that one topic leads to at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A group with what is asked of it again and again."""

    group: Cluster
    days: Interval | None
    doers: frozenset[str]
    """Keys of those who act in it."""
    deeds: frozenset[str]
    """Its concepts, as topics name them."""
    topics: frozenset[str]
    """What its members are about."""
    words: frozenset[str]
    """The same, with the sentences that only carry them on."""
    verbs: frozenset[str]
    """The concepts of all of these, as verbs."""


def responses(
    clusters: Sequence[Cluster], mentions: Mapping[str, Sequence[Mention]], home: Mapping[int, Cluster], rarity: Rarity
) -> dict[int, list[Cluster]]:
    """The events that an event answers, by the identity of the answering one."""
    told = {id(c): _told(c) for c in clusters}
    stated = _stated(mentions, home)
    by_topic = _by_topic(list(told.values()))
    found: dict[int, list[Cluster]] = {}
    days = sorted({d for t in told.values() if t.days and (d := t.days.first) is not None and d == t.days.last})
    for cluster in sorted(clusters, key=lambda c: _order(told[id(c)])):
        asking, enough = told[id(cluster)], _enough(cluster)
        near = [c for c in _candidates(asking, by_topic, stated) if id(c) in told and c is not cluster]
        ranked = [
            (score, -number, other)
            for number, other in enumerate(near)
            if _possible(asking, told[id(other)], found)
            and (score := _score(asking, told[id(other)], stated, rarity, days) - _answer(other, found)) >= enough
        ]
        if ranked:
            found[id(cluster)] = [max(ranked, key=lambda r: r[:2])[2]]
    return {key: [_began_it(told[key], told[id(answered)], found, told)] for key, (answered,) in found.items()}


def _began_it(
    asking: _Told, other: _Told, found: Mapping[int, Sequence[Cluster]], told: Mapping[int, _Told]
) -> Cluster:
    """What an answer beside other answers is about: what they answer, unless it names who gave them."""
    named = {"@" + key for key in other.doers - asking.doers if ":" not in key} & asking.words
    root = next(iter(found.get(id(other.group), ())), None)
    if root is None or named or not _possible(asking, told[id(root)], found):
        return other.group
    return root


def _answer(other: Cluster, found: Mapping[int, Sequence[Cluster]]) -> float:
    """What it takes away that an event is an answer itself: most people answer what began it."""
    return _ANSWERED_ONCE if id(other) in found else 0.0


def _told(cluster: Cluster) -> _Told:
    doers = frozenset(use.key for m in cluster.members for use in m.actors[:2])
    deeds = frozenset(mark + m.concept for m in cluster.members for mark in "~^" if m.concept != "other.")
    topics = frozenset(topic for m in cluster.members for topic in m.topics)
    verbs = frozenset("~" + m.concept for m in (*cluster.members, *cluster.continued))
    return _Told(
        group=cluster,
        days=date_of(cluster.members).days,
        doers=doers,
        deeds=deeds,
        topics=topics,
        words=topics.union(*(m.topics for m in cluster.continued)),
        verbs=verbs,
    )


def _order(told: _Told) -> tuple[int, str, int]:
    first = told.days.first if told.days and told.days.first is not None else 10**9
    return first, told.group.strongest.article, told.group.strongest.number


def _enough(cluster: Cluster) -> float:
    """How much has to speak for a group answering another: less where its words say that they react to something."""
    best = cluster.strongest
    answering = best.type in _ANSWERING or best.concept == _SUMMONS
    if best.status is not Status.HAPPENED or not answering:
        return _NEVER
    asking = [*cluster.members, *cluster.continued]
    if any(m.responds or m.answers is not None for m in asking):
        return _ENOUGH
    reacts = best.type is EventType.STATEMENT or any(m.concept in _REACTING for m in asking)
    return _ENOUGH_UNSAID if reacts else _NEVER


def _stated(mentions: Mapping[str, Sequence[Mention]], home: Mapping[int, Cluster]) -> dict[int, list[Cluster]]:
    """What the texts' own order says: group -> the groups that its mentions answer."""
    found: dict[int, list[Cluster]] = {}
    for told in mentions.values():
        for mention in told:
            if mention.answers is None:
                continue
            one, other = home.get(id(mention)), home.get(id(told[mention.answers]))
            if one is not None and other is not None and one is not other:
                known = found.setdefault(id(one), [])
                if not any(c is other for c in known):
                    known.append(other)
    return found


def _by_topic(every: Sequence[_Told]) -> dict[str, list[Cluster]]:
    """Topic, doer or article -> the groups that have it."""
    found: dict[str, list[Cluster]] = defaultdict(list)
    for told in every:
        for topic in sorted(told.topics):
            if len(found[topic]) < _MOST:
                found[topic].append(told.group)
        for article in sorted(told.group.articles):
            found[f"in {article}"].append(told.group)
    return found


def _candidates(
    asking: _Told, by_topic: Mapping[str, Sequence[Cluster]], stated: Mapping[int, Sequence[Cluster]]
) -> list[Cluster]:
    """Groups that a group may answer: told in an article with it, about the same, or named by the text."""
    found = {id(c): c for c in stated.get(id(asking.group), ())}
    for article in sorted(asking.group.articles):
        found |= {id(c): c for c in by_topic.get(f"in {article}", ())}
    for topic in sorted(asking.topics):
        found |= {id(c): c for c in by_topic.get(topic, ())}
    return list(found.values())


def _possible(asking: _Told, other: _Told, found: Mapping[int, Sequence[Cluster]]) -> bool:
    """Whether an event can have been answered then, wasn't the answerer's own, and doesn't answer it itself."""
    if {use.key for use in asking.group.strongest.actors[:1]} & _whose(other.group.strongest):
        return False
    if any(c is asking.group for c in found.get(id(other.group), ())):
        return False
    if all(m.status is Status.PLANNED for m in other.group.members):
        return False
    days, theirs = asking.days, other.days
    if days is None or theirs is None or theirs.first is None or days.last is None:
        return True
    return theirs.first <= days.last and (days.first is None or theirs.last is None or theirs.last <= days.last)


def _whose(mention: Mention) -> set[str]:
    """Who does what is told: whose name leads to the verb. Nobody where others did it to those who are named."""
    if mention.type in _DONE_TO:
        return set()
    return {use.key for use in mention.actors[:1] if use.span is None or use.span.start < mention.trigger.start}


def _score(
    asking: _Told, other: _Told, stated: Mapping[int, Sequence[Cluster]], rarity: Rarity, days: Sequence[int]
) -> float:
    """How much speaks for one event being what another answers, of all events' days in order."""
    own = {"@" + key for key in asking.doers}
    matter = {t for t in (asking.words & other.topics) - own if t[0] not in "@~^"}
    total = _MATTER * min(3.0, sum(rarity.of(topic) for topic in matter))
    total += _DEED * bool((asking.words - asking.verbs) & other.deeds)
    named = {"@" + key for key in other.doers - asking.doers} & asking.words
    total += _DOER * max((rarity.of(name) for name in named), default=0.0)
    total += _TOLD * any(c is other.group for c in stated.get(id(asking.group), ()))
    total += _BESIDE * _stands_before(asking.group, other.group)
    total += _KIND * (other.group.strongest.type in ANSWERED)
    if asking.days and other.days and asking.days.first is not None and other.days.last is not None:
        total += _SOON * (asking.days.first - other.days.last <= _DAYS)
        between = bisect_left(days, asking.days.first) - bisect_right(days, other.days.last)
        total += _LAST if between <= 0 else _BUT_FEW if between <= _FEW else 0.0
    return total


def _stands_before(asking: Cluster, other: Cluster) -> float:
    """1 where an article tells the other event just before the answer, -1 where it does so only after it."""
    gaps = [
        one.number - two.number
        for one in asking.members
        for two in (*other.members, *other.continued)
        if one.article == two.article and one.number != two.number
    ]
    if any(0 < gap <= _BEFORE for gap in gaps):
        return 1.0
    return -1.0 if gaps and all(gap < 0 for gap in gaps) else 0.0
