"""Groups mentions into events: one pass, each mention compared with the few groups that share a rare feature with it.

Blocking keeps it linear: groups are found by names, numbers and concepts in a stretch of days, never by comparing all
pairs. Dated mentions come first, so that the undated find groups to join. People's judgements are obeyed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from regesta.linking.comparison import SAME, Likeness, Rarity, compare
from regesta.linking.judgements import Rulings
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_CANDIDATES = 24
"""Groups that a mention is compared with at most: those that share most."""
_MEMBERS = 5
"""Members of a group that a mention is compared with at most: the strongest."""
_SAME_QUESTION = 0.8
"""What it adds that two groups answer the same event."""
_WEEK = 7
_APART = Likeness(-8.0, ("more than a week apart",))
_FARTHEST = 3
"""Days apart from which on groups aren't compared."""
_END = 10**9
_HOLDERS = 60
"""Groups listed under one feature at most, the latest."""


@dataclass(slots=True)
class Cluster:
    """Mentions that tell of one event."""

    members: list[Mention] = field(default_factory=list)
    """The mentions, in the order in which they came."""
    continued: list[Mention] = field(default_factory=list)
    """Sentences that only carry a member on."""
    reasons: list[str] = field(default_factory=list)
    """Why each member joined."""
    span: Interval | None = None
    """From the earliest to the latest of its members' days."""

    @property
    def ranked(self) -> list[Mention]:
        """The members, the strongest first."""
        return sorted(self.members, key=lambda m: (-m.strength, m.article, m.trigger.start))

    @property
    def strongest(self) -> Mention:
        """The member that tells most."""
        return self.ranked[0]

    @property
    def articles(self) -> set[str]:
        """Ids of the articles that tell of it."""
        return {mention.article for mention in self.members}


def cluster(
    mentions: Sequence[Mention], rarity: Rarity, ruled: Rulings, answered: Mapping[int, Mention]
) -> list[Cluster]:
    """The groups, each with at least one member; deterministic.

    `answered` maps a mention (by its identity) to the one that it answers: two that answer one event are more alike.
    """
    builder = _Builder(rarity, ruled, answered)
    for mention in sorted(mentions, key=_order):
        builder.place(mention)
    return builder.merged()


def _order(mention: Mention) -> tuple[int, float, str, int]:
    length = mention.interval.length if mention.interval else None
    rank = 2 if mention.interval is None else 0 if length is not None and length <= 10 else 1
    return (
        rank + (mention.concept == "other.") * 3 + mention.noun,
        -mention.strength,
        mention.article,
        mention.trigger.start,
    )


class _Builder:
    """The groups while they grow."""

    def __init__(self, rarity: Rarity, ruled: Rulings, answered: Mapping[int, Mention]) -> None:
        self.rarity = rarity
        self.ruled = ruled
        self.answered = answered
        self.home: dict[int, int] = {}
        self.clusters: list[Cluster] = []
        self.holders: dict[str, list[int]] = defaultdict(list)

    def place(self, mention: Mention) -> None:
        """Into the most alike group, or a new one."""
        best, likeness = self.best(mention)
        if best is None:
            best = len(self.clusters)
            self.clusters.append(Cluster())
        chosen = self.clusters[best]
        self.home[id(mention)] = best
        chosen.reasons.append(_told(mention, likeness))
        chosen.members.append(mention)
        chosen.span = _hull(chosen.span, mention.interval)
        for feature in _features(mention):
            held = self.holders[feature]
            if not held or held[-1] != best:
                held.append(best)
                del held[:-_HOLDERS]

    def best(self, mention: Mention) -> tuple[int | None, Likeness | None]:
        found: tuple[float, int, Likeness] | None = None
        for number in self.candidates(_features(mention)):
            other = self.clusters[number]
            if _apart(mention.interval, other.span) or self.ruled.forbid(mention, other.members):
                continue
            likeness = self.likeness(mention, self.clusters[number])
            if likeness.total >= SAME and (found is None or likeness.total > found[0]):
                found = (likeness.total, number, likeness)
        return (found[1], found[2]) if found else (None, None)

    def candidates(self, features: Iterable[str]) -> list[int]:
        counts: dict[int, float] = defaultdict(float)
        for feature in features:
            for number in self.holders.get(feature, ()):
                counts[number] += 1.0
        return sorted(counts, key=lambda n: (-counts[n], n))[:_CANDIDATES]

    def likeness(self, mention: Mention, other: Cluster) -> Likeness:
        """The mean of the two best comparisons with members; none where the days can't agree."""
        members = sorted(other.members, key=lambda m: -m.strength)[:_MEMBERS]
        if any(_far(mention, member) for member in members):
            return _APART
        likenesses = sorted((compare(mention, m, self.rarity) for m in members), key=lambda x: -x.total)
        if any(x.total < -4 for x in likenesses):
            return likenesses[-1]
        best = likenesses[: 1 + (len(likenesses) > 1)]
        return Likeness(sum(x.total for x in best) / len(best), best[0].reasons)

    def merged(self) -> list[Cluster]:
        """The groups, after those that turned out to be one were put together."""
        alive = dict(enumerate(self.clusters))
        for number in sorted(alive, key=lambda n: len(alive[n].members)):
            target = self._demanded(number, alive)
            target = self.twin(number, alive) if target is None else target
            if target is not None:
                gone = alive.pop(number)
                into = alive[target]
                into.members += gone.members
                into.reasons += gone.reasons
                into.span = _hull(into.span, gone.span)
        return [alive[n] for n in sorted(alive)]

    def _demanded(self, number: int, alive: dict[int, Cluster]) -> int | None:
        """The group that a person ruled to be the same event."""
        if not self.ruled.together:
            return None
        own = alive[number].members
        return next((n for n in alive if n != number and self.ruled.demand(own, alive[n].members)), None)

    def _forbidden(self, one: Cluster, other: Cluster) -> bool:
        return any(self.ruled.forbid(mention, other.members) for mention in one.members)

    def answers_of(self, group: Cluster) -> set[int]:
        """The groups that a group's members answer."""
        told = [self.answered[id(m)] for m in group.members if id(m) in self.answered]
        return {self.home[id(m)] for m in told if id(m) in self.home}

    def twin(self, number: int, alive: dict[int, Cluster]) -> int | None:
        """The group that another's members are on average most alike to, if they are enough."""
        own = alive[number]
        strongest = sorted(own.members, key=lambda m: -m.strength)[:4]
        features = {feature for mention in strongest for feature in _features(mention)}
        best: tuple[float, int] | None = None
        for other in self.candidates(sorted(features)):
            if other == number or other not in alive or _apart(own.span, alive[other].span):
                continue
            if self._forbidden(own, alive[other]):
                continue
            likenesses = [self.likeness(mention, alive[other]).total for mention in strongest]
            mean = sum(likenesses) / len(likenesses)
            mean += _SAME_QUESTION if self.answers_of(own) & self.answers_of(alive[other]) else 0.0
            if min(likenesses) > 0 and mean >= SAME + 0.2 and (best is None or mean > best[0]):
                best = (mean, other)
        return best[1] if best else None


def _far(one: Mention, other: Mention) -> bool:
    """Whether the two are more than a week apart; most candidates are, and comparing them in full costs most."""
    left, right = one.interval, other.interval
    if left is None or right is None:
        return False
    return (left.last is not None and right.first is not None and right.first - left.last > _WEEK) or (
        right.last is not None and left.first is not None and left.first - right.last > _WEEK
    )


def _hull(days: Interval | None, other: Interval | None) -> Interval | None:
    if days is None or other is None:
        return days or other
    return days.hull(other)


def _apart(days: Interval | None, other: Interval | None) -> bool:
    """Whether days lie so far apart that no likeness could outweigh it."""
    if days is None or other is None:
        return False
    gap = max((other.first or 0) - (days.last or _END), (days.first or 0) - (other.last or _END))
    return gap > _FARTHEST


def _features(mention: Mention) -> list[str]:
    """What a mention is found by: names, numbers and its concept, in its week, the weeks around it, or any."""
    found = sorted({f"@{use.key}" for use in mention.actors} | {t for t in mention.topics if t[0] in "#@"})
    found.append(mention.concept)
    found.append(mention.type.value)
    if mention.interval and mention.interval.first is not None and (mention.interval.length or 99) <= 31:
        found += [f"week {week}" for week in range(mention.interval.first // 7, (mention.interval.last or 0) // 7 + 1)]
    return found


def _told(mention: Mention, likeness: Likeness | None) -> str:
    where = f"{mention.article}, sentence {mention.number + 1}"
    if likeness is None:
        return f"{where}: begins the event ({', '.join(mention.reasons)})"
    return f"{where}: joins, {likeness.total:.1f} of {SAME:.0f} needed ({', '.join(likeness.reasons)})"
