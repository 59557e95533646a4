"""Groups mentions into events: average-link clustering over the few pairs that blocking finds.

The two most alike groups are joined as long as their members are on average alike enough (Sokal and Michener 1958);
what two groups say is compared by their strongest members, and by the days of both. People's judgements are obeyed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from regesta.linking.blocking import pairs
from regesta.linking.comparison import SAME, compare
from regesta.linking.dates import date_of
from regesta.linking.groups import Group
from regesta.linking.judgements import Rulings
from regesta.linking.likeness import NEVER, Likeness, Rarity, Share
from regesta.linking.meaning import Meaning
from regesta.linking.timing import FAR, shares_of_news, shares_of_time, shares_of_weekday
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


_Candidate = tuple[float, int, int, int, int]
"""Two groups that may be joined: how alike they are, negated; their numbers; their versions when they were compared."""


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
        for one, other in pairs(mentions):
            if self.mean(one, other) >= SAME:
                self.groups[one].near.add(other)
                self.groups[other].near.add(one)

    def _alone(self) -> dict[int, Group]:
        """Every mention as a group of its own."""
        number = {id(mention): n for n, mention in enumerate(self.mentions)}
        answered = {n: self.ground.answered.get(id(mention)) for n, mention in enumerate(self.mentions)}
        return {
            n: Group(
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
        heap: list[_Candidate] = []
        for one in sorted(self.groups):
            for other in sorted(self.groups[one].near):
                if one < other:
                    self._push(heap, one, other)
        while heap:
            value, one, other, *versions = heappop(heap)
            if versions != [self._version(one), self._version(other)]:
                continue
            if self.mean(one, other) != -value:  # what they hold beside that by which they are compared has changed
                self._push(heap, one, other)
                continue
            into, others = self._join(one, other, self._why(one, other))
            for group in sorted(others):
                self._push(heap, into, group)

    def _version(self, group: int) -> int:
        """The state of what a group is compared by; -1 once it has joined another."""
        found = self.groups.get(group)
        return found.version if found else -1

    def _push(self, heap: list[_Candidate], one: int, other: int) -> None:
        mean = self.mean(one, other)
        if mean >= SAME:
            heappush(heap, (-mean, one, other, self._version(one), self._version(other)))

    def mean(self, one: int, other: int) -> float:
        """How alike two groups are: their strongest members on average, and the days of both.

        What has no date of its own is of its group's day. Never alike where a person ruled them apart.
        """
        left, right = self.groups[one], self.groups[other]
        if self._forbidden(left, right) or left.contradicts(right) or self._answers(left, right):
            return NEVER
        time = sum(share.value for share in shares_of_time(left.days, right.days))
        if time <= FAR:
            return NEVER
        totals = [self.likeness(a, b).total for a in left.top for b in right.top]
        if min(totals) <= NEVER / 2:
            return NEVER
        total = sum(totals) / len(totals) + time
        return total + (_SAME_QUESTION if self._answer_alike(left, right) else 0.0)

    def _answers(self, left: Group, right: Group) -> bool:
        """Whether one answers the other: a reply is no part of what it replies to."""
        return not left.asked.isdisjoint(right.numbers) or not right.asked.isdisjoint(left.numbers)

    def _answer_alike(self, left: Group, right: Group) -> bool:
        if not left.asked or not right.asked:
            return False
        return not {self.home[n] for n in left.asked}.isdisjoint(self.home[n] for n in right.asked)

    def _forbidden(self, left: Group, right: Group) -> bool:
        if not self.ground.ruled.apart:
            return False
        members = [self.mentions[n] for n in right.numbers]
        return any(self.ground.ruled.forbid(self.mentions[n], members) for n in left.numbers)

    def _join(self, one: int, other: int, why: str) -> tuple[int, set[int]]:
        """Put the smaller group into the larger; the number of the group that stays, and those to compare it with."""
        larger = len(self.groups[one].numbers) >= len(self.groups[other].numbers)
        into, gone = (one, other) if larger else (other, one)
        kept, left = self.groups[into], self.groups.pop(gone)
        for member in left.numbers:
            self.home[member] = into
        new = left.near - kept.near - {into}
        before = kept.top, kept.days, len(kept.asked)
        kept.take(left, why)
        kept.top = sorted((*kept.top, *left.top), key=self.rank.__getitem__)[:_MEMBERS]
        if kept.top != before[0]:
            kept.days = date_of([self.mentions[n] for n in kept.top]).days
        changed = before != (kept.top, kept.days, len(kept.asked))
        kept.version += changed
        for group in left.near:
            self.groups[group].near.discard(gone)
            self.groups[group].near.add(into)
        kept.near = (kept.near | left.near) - {into, gone}
        return into, kept.near if changed else new

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


def _far(one: Mention, other: Mention) -> bool:
    """Whether the two are more than a week apart; most candidates are, and comparing them in full costs most."""
    left, right = one.interval, other.interval
    return left is not None and right is not None and left.gap(right) > _WEEK


def _where(mention: Mention) -> str:
    return f"{mention.article}, sentence {mention.number + 1}"
