"""Groups mentions into events: average-link clustering over the few pairs that blocking finds.

The two most alike groups are joined as long as their members are on average alike enough (Sokal and Michener 1958);
what two groups say is compared by their strongest members, and by the days of both. People's judgements are obeyed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from regesta.linking.blocking import pairs
from regesta.linking.comparison import SAME, compare
from regesta.linking.dates import date_of
from regesta.linking.judgements import Rulings
from regesta.linking.likeness import NEVER, Likeness, Rarity, Share
from regesta.linking.meaning import Meaning
from regesta.linking.timing import FAR, shares_of_news, shares_of_time, shares_of_weekday
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_MEMBERS = 3
"""Members by which a group is compared at most: the strongest."""
_SAME_QUESTION = 0.8
"""What it adds that two groups answer the same event."""
_WEEK = 7
_APART = Likeness(FAR, (Share(FAR, "far apart in time"),))
_SEASON = 120
"""Days between what two articles tell without a date from which on it isn't taken for one event."""


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


@dataclass(slots=True)
class _Group:
    """A group while it grows; mentions are numbers."""

    numbers: list[int]
    """All of its mentions."""
    top: list[int]
    """The strongest, by which it is compared."""
    days: Interval | None
    """What its strongest say of its date together."""
    told: dict[str, list[Interval]]
    """Id of an article -> the days that it gives."""
    asked: set[int]
    """The mentions that it answers."""
    reasons: list[str]
    """Why each member joined."""


class _Merging:
    """The groups while they grow, each known by the number of its first mention."""

    def __init__(self, mentions: Sequence[Mention], ground: Ground) -> None:
        self.mentions = mentions
        self.ground = ground
        self.around = [_day(mention, ground.published) for mention in mentions]
        ranks = sorted(range(len(mentions)), key=lambda n: (-mentions[n].strength, n))
        self.rank = {number: rank for rank, number in enumerate(ranks)}
        self.known: dict[tuple[int, int], Likeness] = {}
        self.groups = self._alone()
        self.home = list(range(len(mentions)))
        self.edges: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs(mentions):
            if self.mean(one, other) >= SAME:
                self.edges[one].add(other)
                self.edges[other].add(one)

    def _alone(self) -> dict[int, _Group]:
        """Every mention as a group of its own."""
        number = {id(mention): n for n, mention in enumerate(self.mentions)}
        answered = {n: self.ground.answered.get(id(mention)) for n, mention in enumerate(self.mentions)}
        return {
            n: _Group(
                numbers=[n],
                top=[n],
                days=mention.interval,
                told={mention.article: [mention.interval]} if mention.interval else {},
                asked={number[id(answer)]} if (answer := answered[n]) is not None and id(answer) in number else set(),
                reasons=[f"{_where(mention)}: {', '.join(mention.reasons)}"],
            )
            for n, mention in enumerate(self.mentions)
        }

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
        published = self.ground.published
        more = shares_of_news(left, right, (published.get(left.article), published.get(right.article)))
        more += shares_of_weekday(left, right)
        if self.ground.meaning is not None:
            more.append(self.ground.meaning.share(left, right))
        return compare(left, right, self.ground.rarity, timed=False).plus(more)

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
            if self._size(one) != size or self._size(other) != others:
                continue
            into = self._join(one, other, self._why(one, other))
            near = {self.home[n] for member in self.groups[into].numbers for n in self.edges[member]} - {into}
            for group in sorted(near):
                self._push(heap, into, group)

    def _size(self, group: int) -> int:
        """How many mentions a group has; 0 once it has joined another."""
        found = self.groups.get(group)
        return len(found.numbers) if found else 0

    def _push(self, heap: list[tuple[float, int, int, int, int]], one: int, other: int) -> None:
        mean = self.mean(one, other) if one != other else NEVER
        if mean >= SAME:
            heappush(heap, (-mean, one, other, self._size(one), self._size(other)))

    def mean(self, one: int, other: int) -> float:
        """How alike two groups are: their strongest members on average, and the days of both.

        What has no date of its own is of its group's day. Never alike where a person ruled them apart.
        """
        left, right = self.groups[one], self.groups[other]
        if self._forbidden(left, right) or _contradict(left, right) or self._answers(left, right):
            return NEVER
        time = sum(share.value for share in shares_of_time(left.days, right.days))
        if time <= FAR:
            return NEVER
        totals = [self.likeness(a, b).total for a in left.top for b in right.top]
        if min(totals) <= NEVER / 2:
            return NEVER
        total = sum(totals) / len(totals) + time
        return total + (_SAME_QUESTION if self._answer_alike(left, right) else 0.0)

    def _answers(self, left: _Group, right: _Group) -> bool:
        """Whether one answers the other: a reply is no part of what it replies to."""
        return not left.asked.isdisjoint(right.numbers) or not right.asked.isdisjoint(left.numbers)

    def _answer_alike(self, left: _Group, right: _Group) -> bool:
        if not left.asked or not right.asked:
            return False
        return not {self.home[n] for n in left.asked}.isdisjoint(self.home[n] for n in right.asked)

    def _forbidden(self, left: _Group, right: _Group) -> bool:
        if not self.ground.ruled.apart:
            return False
        members = [self.mentions[n] for n in right.numbers]
        return any(self.ground.ruled.forbid(self.mentions[n], members) for n in left.numbers)

    def _join(self, one: int, other: int, why: str) -> int:
        """Put the smaller group into the larger; the number of the group that stays."""
        into, gone = (one, other) if self._size(one) >= self._size(other) else (other, one)
        kept, left = self.groups[into], self.groups.pop(gone)
        for member in left.numbers:
            self.home[member] = into
        kept.numbers += left.numbers
        kept.top = sorted((*kept.top, *left.top), key=self.rank.__getitem__)[:_MEMBERS]
        kept.days = date_of([self.mentions[n] for n in kept.top]).days
        for article, intervals in left.told.items():
            kept.told.setdefault(article, []).extend(intervals)
        kept.asked |= left.asked
        kept.reasons += [*left.reasons, why]
        return into

    def _why(self, one: int, other: int) -> str:
        """The likeness that says most for joining two groups, in words."""
        left, right = self.groups[one], self.groups[other]
        alike = [(self.likeness(a, b), a, b) for a in left.top for b in right.top]
        best, first, second = max(alike, key=lambda pair: (pair[0].total, -pair[1], -pair[2]))
        names = f"{_where(self.mentions[second])} joins {_where(self.mentions[first])}"
        reasons = [*best.reasons, *map(str, shares_of_time(left.days, right.days))]
        return f"{names}: {self.mean(one, other):.1f} of {SAME} needed ({', '.join(reasons)})"

    def clusters(self) -> list[Cluster]:
        """The groups as they are, in the order of their strongest members."""
        found = [
            Cluster(members=[self.mentions[n] for n in sorted(group.numbers)], reasons=group.reasons)
            for group in self.groups.values()
        ]
        return sorted(found, key=lambda c: (-c.strongest.strength, c.strongest.article, c.strongest.trigger.start))


def _contradict(left: _Group, right: _Group) -> bool:
    """Whether an article would contradict itself: it tells of one in these days, of the other in those."""
    told, others = (left.told, right.told) if len(left.told) <= len(right.told) else (right.told, left.told)
    return any(
        days.intersection(beside) is None
        for article, intervals in told.items()
        for days in intervals
        for beside in others.get(article, ())
    )


def _far(one: Mention, other: Mention) -> bool:
    """Whether the two are more than a week apart; most candidates are, and comparing them in full costs most."""
    left, right = one.interval, other.interval
    return left is not None and right is not None and left.gap(right) > _WEEK


def _where(mention: Mention) -> str:
    return f"{mention.article}, sentence {mention.number + 1}"
