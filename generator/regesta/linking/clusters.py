"""Groups mentions into events: average-link clustering over the few pairs that share a rare feature.

Blocking keeps it linear: pairs are found by names, numbers and concepts in a stretch of days, never by comparing all
with all. The two most alike groups are joined as long as their members are on average alike enough (Sokal and Michener
1958); what two groups say is compared by their strongest members. People's judgements are obeyed.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush, nlargest
from math import sqrt

from regesta.linking.comparison import NEVER, SAME, Likeness, Rarity, Share, compare, shares_of_time
from regesta.linking.dates import date_of
from regesta.linking.judgements import Rulings
from regesta.linking.meaning import Meaning
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_CANDIDATES = 24
"""Mentions that a mention is compared with at most: those that share most."""
_MEMBERS = 5
"""Members by which a group is compared at most: the strongest."""
_SAME_QUESTION = 0.8
"""What it adds that two groups answer the same event."""
_WEEK = 7
_APART = Likeness(-8.0, (Share(-8.0, "far apart in time"),))
_SEASON = 120
"""Days between what two articles tell without a date from which on it isn't taken for one event."""
_HOLDERS = 60
"""Mentions remembered under one feature at most, the latest."""
_FINE = 31
"""Days up to which a mention's time helps to find others."""


@dataclass(slots=True)
class Cluster:
    """Mentions that tell of one event."""

    members: list[Mention] = field(default_factory=list)
    """The mentions, the strongest first."""
    continued: list[Mention] = field(default_factory=list)
    """Sentences that only carry a member on."""
    reasons: list[str] = field(default_factory=list)
    """Why each member joined."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What grouping rests on beside the mentions themselves."""

    rarity: Rarity
    """How much each topic says."""
    ruled: Rulings
    """What people decided."""
    answered: Mapping[int, Mention]
    """A mention (by its identity) -> the one that it answers: two that answer one event are more alike."""
    published: Mapping[str, int] = field(default_factory=dict)
    """Id of an article -> its day, where it is known: what has no date of its own is looked for around it."""
    meaning: Meaning | None = None
    """Compares sentences by what they mean, where a model is installed."""


def cluster(mentions: Sequence[Mention], ground: Ground) -> list[Cluster]:
    """The groups, each with at least one member; deterministic."""
    ordered = sorted(mentions, key=lambda m: (_day(m, ground.published), m.article, m.trigger.start))
    merging = _Merging(ordered, ground)
    merging.obey()
    merging.run()
    return merging.clusters()


def _day(mention: Mention, published: Mapping[str, int]) -> int:
    """The day that a mention tells of, else that of its article; 0 where neither is known."""
    if mention.interval is not None and mention.interval.first is not None:
        return mention.interval.first
    return published.get(mention.article, 0)


class _Merging:
    """The groups while they grow; mentions are numbers."""

    def __init__(self, mentions: Sequence[Mention], ground: Ground) -> None:
        self.mentions = mentions
        self.ground = ground
        self.around = [_day(mention, ground.published) for mention in mentions]
        answered = ground.answered
        number = {id(mention): n for n, mention in enumerate(mentions)}
        self.answers = {
            n: number[id(answered[id(m)])]
            for n, m in enumerate(mentions)
            if id(m) in answered and id(answered[id(m)]) in number
        }
        ranks = sorted(range(len(mentions)), key=lambda n: (-mentions[n].strength, n))
        self.rank = {number: rank for rank, number in enumerate(ranks)}
        self.top: dict[int, list[int]] = {n: [n] for n in range(len(mentions))}
        self.days = {n: mention.interval for n, mention in enumerate(mentions)}
        self.told: dict[int, dict[str, list[Interval]]] = {
            n: {mention.article: [mention.interval]} if mention.interval else {} for n, mention in enumerate(mentions)
        }
        self.asked: dict[int, set[int]] = {n: {answer} for n, answer in self.answers.items()}
        self.known: dict[tuple[int, int], Likeness] = {}
        self.groups: dict[int, list[int]] = {n: [n] for n in range(len(mentions))}
        self.home = list(range(len(mentions)))
        self.reasons: dict[int, list[str]] = {n: [f"{_where(m)}: {_told(m)}"] for n, m in enumerate(mentions)}
        self.edges: dict[int, set[int]] = defaultdict(set)
        for one, other in self._candidates():
            self.edges[one].add(other)
            self.edges[other].add(one)

    def _candidates(self) -> list[tuple[int, int]]:
        """Pairs of mentions that share most, alike enough to start a group."""
        holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_HOLDERS))
        found = []
        for number, mention in enumerate(self.mentions):
            counts: dict[int, float] = defaultdict(float)
            features = _features(mention)
            for feature in features:
                held = holders[feature]
                for other in held:
                    counts[other] += 1.0 / sqrt(len(held))
                held.append(number)
            near = nlargest(_CANDIDATES, counts, key=lambda n: (counts[n], -n))
            found += [(other, number) for other in near if self.mean(other, number) >= SAME]
        return found

    def likeness(self, one: int, other: int) -> Likeness:
        """How alike two mentions are but for their time; compared once."""
        pair = (one, other) if one < other else (other, one)
        likeness = self.known.get(pair)
        if likeness is None:
            left, right = self.mentions[pair[0]], self.mentions[pair[1]]
            days = self.around[pair[0]], self.around[pair[1]]
            far = _far(left, right) or (all(days) and abs(days[0] - days[1]) > _SEASON)
            likeness = _APART if far else self._compared(left, right)
            self.known[pair] = likeness
        return likeness

    def _compared(self, left: Mention, right: Mention) -> Likeness:
        likeness = compare(left, right, self.ground.rarity, timed=False)
        if self.ground.meaning is None:
            return likeness
        share = self.ground.meaning.share(left, right)
        return Likeness(round(likeness.total + share.value, 3), (*likeness.shares, share))

    def obey(self) -> None:
        """Join what a person ruled to be one event."""
        if not self.ground.ruled.together:
            return
        bearing: dict[str, int] = {}
        for number, mention in enumerate(self.mentions):
            record = self.ground.ruled.record(mention)
            if record is not None:
                bearing.setdefault(record, number)
        for number, mention in enumerate(self.mentions):
            for record, other in bearing.items():
                apart = self.home[number] != self.home[other]
                if apart and self.ground.ruled.demand([mention], [self.mentions[other]]):
                    self._join(self.home[other], self.home[number], f"{_where(mention)}: joins, as was judged")
                    bearing[record] = other

    def run(self) -> None:
        """Join the two most alike groups until none are alike enough."""
        heap: list[tuple[float, int, int, int, int]] = []
        for one in sorted(self.edges):
            for other in sorted(self.edges[one]):
                if one < other:
                    self._push(heap, self.home[one], self.home[other])
        while heap:
            _, one, other, size, others = heappop(heap)
            if len(self.groups.get(one, ())) != size or len(self.groups.get(other, ())) != others:
                continue
            into = self._join(one, other, self._why(one, other))
            near = {self.home[n] for member in self.groups[into] for n in self.edges[member]} - {into}
            for group in sorted(near):
                self._push(heap, into, group)

    def _push(self, heap: list[tuple[float, int, int, int, int]], one: int, other: int) -> None:
        mean = self.mean(one, other) if one != other else NEVER
        if mean >= SAME:
            heappush(heap, (-mean, one, other, len(self.groups[one]), len(self.groups[other])))

    def mean(self, one: int, other: int) -> float:
        """How alike two groups are: their strongest members on average, and the days of both.

        What has no date of its own is of its group's day. Never alike where a person ruled them apart.
        """
        if self._forbidden(one, other) or self._contradict(one, other):
            return NEVER
        totals = [self.likeness(a, b).total for a in self.top[one] for b in self.top[other]]
        if min(totals) <= NEVER / 2:
            return NEVER
        total = sum(totals) / len(totals) + sum(s.value for s in shares_of_time(self.days[one], self.days[other]))
        return total + (_SAME_QUESTION if self._answer_alike(one, other) else 0.0)

    def _answer_alike(self, one: int, other: int) -> bool:
        if one not in self.asked or other not in self.asked:
            return False
        return not {self.home[n] for n in self.asked[one]}.isdisjoint(self.home[n] for n in self.asked[other])

    def _contradict(self, one: int, other: int) -> bool:
        """Whether an article would contradict itself: it tells of one in these days, of the other in those."""
        told, others = self.told[one], self.told[other]
        if len(others) < len(told):
            told, others = others, told
        return any(
            days.intersection(beside) is None
            for article, intervals in told.items()
            for days in intervals
            for beside in others.get(article, ())
        )

    def _forbidden(self, one: int, other: int) -> bool:
        if not self.ground.ruled.apart:
            return False
        members = [self.mentions[n] for n in self.groups[other]]
        return any(self.ground.ruled.forbid(self.mentions[n], members) for n in self.groups[one])

    def _join(self, one: int, other: int, why: str) -> int:
        """Put the smaller group into the larger; the number of the group that stays."""
        into, gone = (one, other) if len(self.groups[one]) >= len(self.groups[other]) else (other, one)
        for member in self.groups[gone]:
            self.home[member] = into
        self.groups[into] += self.groups.pop(gone)
        self.top[into] = sorted((*self.top[into], *self.top.pop(gone)), key=self.rank.__getitem__)[:_MEMBERS]
        self.days[into] = date_of([self.mentions[n] for n in self.top[into]]).days
        for article, intervals in self.told.pop(gone).items():
            self.told[into].setdefault(article, []).extend(intervals)
        if gone in self.asked:
            self.asked.setdefault(into, set()).update(self.asked.pop(gone))
        self.reasons[into] += [*self.reasons.pop(gone), why]
        return into

    def _why(self, one: int, other: int) -> str:
        """The likeness that says most for joining two groups, in words."""
        pairs = [(self.likeness(a, b), a, b) for a in self.top[one] for b in self.top[other]]
        best, left, right = max(pairs, key=lambda pair: (pair[0].total, -pair[1], -pair[2]))
        names = f"{_where(self.mentions[right])} joins {_where(self.mentions[left])}"
        reasons = [*best.reasons, *map(str, shares_of_time(self.days[one], self.days[other]))]
        return f"{names}: {self.mean(one, other):.1f} of {SAME} needed ({', '.join(reasons)})"

    def clusters(self) -> list[Cluster]:
        """The groups as they are, in the order of their strongest members."""
        found = [
            Cluster(members=[self.mentions[n] for n in sorted(numbers)], reasons=self.reasons[group])
            for group, numbers in self.groups.items()
        ]
        return sorted(found, key=lambda c: (-c.strongest.strength, c.strongest.article, c.strongest.trigger.start))


def _far(one: Mention, other: Mention) -> bool:
    """Whether the two are more than a week apart; most candidates are, and comparing them in full costs most."""
    left, right = one.interval, other.interval
    if left is None or right is None:
        return False
    return (left.last is not None and right.first is not None and right.first - left.last > _WEEK) or (
        right.last is not None and left.first is not None and left.first - right.last > _WEEK
    )


def _features(mention: Mention) -> list[str]:
    """What a mention is found by: names, numbers, its concept and its kind, and the weeks that it may lie in."""
    found = sorted({f"@{use.key}" for use in mention.actors} | {t for t in mention.topics if t[0] in "#@"})
    found += [mention.concept, mention.type.value]
    days: Interval | None = mention.interval
    if days and days.first is not None and (days.length or _FINE + 1) <= _FINE:
        found += [f"week {week}" for week in range(days.first // 7, (days.last or 0) // 7 + 1)]
    return found


def _where(mention: Mention) -> str:
    return f"{mention.article}, sentence {mention.number + 1}"


def _told(mention: Mention) -> str:
    return ", ".join(mention.reasons)
