"""Which event answers which: a rejection, a criticism, a comment, and the words or deeds that it is about.

Within an article the text's order tells; here the rest is found by what both are about, over all articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from regesta.linking.clusters import Cluster
from regesta.linking.comparison import Rarity
from regesta.linking.dates import date_of
from regesta.model.event import ANSWERED, EventType
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_ENOUGH = 0.8
"""How much two events must be about the same for one to answer the other."""
_MOST = 12


def responses(
    clusters: Sequence[Cluster], mentions: Mapping[str, Sequence[Mention]], home: Mapping[int, Cluster], rarity: Rarity
) -> dict[int, list[Cluster]]:
    """The events that an event answers, by the identity of the answering one."""
    known = {id(cluster) for cluster in clusters}
    found = {key: kept for key, told in _told(mentions, home).items() if (kept := [c for c in told if id(c) in known])}
    by_topic = _by_topic(clusters)
    for cluster in clusters:
        if id(cluster) in found:
            continue
        asking = [*cluster.members, *cluster.continued]
        if any(m.responds for m in asking) and any(m.type is EventType.STATEMENT for m in asking):
            best = _best(cluster, asking, by_topic, rarity)
            if best is not None:
                found[id(cluster)] = [best]
    return found


def _told(mentions: Mapping[str, Sequence[Mention]], home: Mapping[int, Cluster]) -> dict[int, list[Cluster]]:
    """What the texts' own order says."""
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


def _by_topic(clusters: Sequence[Cluster]) -> dict[str, list[Cluster]]:
    found: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if any(m.type in ANSWERED for m in cluster.members):
            for topic in sorted({t for m in cluster.members for t in m.topics}):
                if len(found[topic]) < _MOST:
                    found[topic].append(cluster)
    return found


def _best(
    cluster: Cluster, asking: Sequence[Mention], by_topic: Mapping[str, Sequence[Cluster]], rarity: Rarity
) -> Cluster | None:
    """The earlier event of others that is most about the same."""
    own = {use.key for m in cluster.members for use in m.actors}
    topics = {t for m in asking for t in m.topics} - {f"@{key}" for key in own}
    scores: dict[int, float] = defaultdict(float)
    named: dict[int, Cluster] = {}
    for topic in sorted(topics):
        for other in by_topic.get(topic, ()):
            named[id(other)] = other
            acts = topic[0] == "@" and any(use.key == topic[1:] for m in other.members for use in m.actors)
            scores[id(other)] += rarity.of(topic) * (1.2 if acts else 0.3 if topic[0] in "@~^" else 0.6)
    days = date_of(cluster.members).days
    fitting = [
        (score, min(m.article for m in named[key].members), key)
        for key, score in scores.items()
        if score >= _ENOUGH and named[key] is not cluster and _before(named[key], days, own)
    ]
    return named[max(fitting)[2]] if fitting else None


def _before(other: Cluster, days: Interval | None, own: set[str]) -> bool:
    """Whether an event can have been answered then, and wasn't the answerer's own."""
    if own & {use.key for m in other.members for use in m.actors}:
        return False
    theirs = date_of(other.members).days
    if days is None or theirs is None or theirs.first is None or days.last is None:
        return True
    return theirs.first <= days.last and (days.first is None or theirs.last is None or theirs.last <= days.last)
