"""Which mentions of dated articles may tell of the same event as one of an undated article, and how likely.

Blocking by names keeps this linear: only mentions that share a name, rare names first, are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from regesta.model.article import Article
from regesta.model.event import Basis, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

Affinity = Callable[[Mention, Mention], float]
"""How likely two mentions tell of one event, 0 to 1, their time left aside; below 1."""
MentionsOf = Callable[[Article, date | None], Sequence[Mention]]
"""An article's mentions if it was published on this day; the same mentions in the same order for every day."""

LEAD: Final = 600
"""Characters from the start of the text that count as the report's news."""
_LIKELY: Final = 0.08
"""Affinity from which a link is looked at."""
_SUREST: Final = 0.95
"""No comparison of words makes a link surer than this."""
_MOST: Final = 30
"""Mentions that one mention is compared with at most."""
_COMMON: Final = 400
"""A name that more mentions share says too little to compare by."""
_NEWS_AGE: Final = 2
"""Days before publication on which the news of a report's lead may have happened, where it doesn't say."""


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A mention of an article whose publication day is known or inferred."""

    mention: Mention
    """What it says."""
    days: Interval
    """The days of the event as this article tells it; open on a side where only its publication bounds it."""
    published: Interval
    """When its article was published."""
    publisher: str
    """Who says so, for explanations."""
    assumed: bool = False
    """Whether `days` only follow from its being told when its article appeared."""


@dataclass(frozen=True, slots=True)
class Link:
    """A dated mention that may tell of the same event."""

    dated: DatedMention
    odds: float
    """Of its being the same event against its being none that is known."""


def dated_mentions(article: Article, mentions_of: MentionsOf, days: Interval) -> list[DatedMention]:
    """The article's mentions with the days that each may mean, whichever of its possible days it appeared on."""
    first, last = days.first or days.last, days.last or days.first
    if first is None or last is None:
        return []
    early = mentions_of(article, date.fromordinal(first))
    late = mentions_of(article, date.fromordinal(last)) if last != first else early
    label = article.publisher or article.id
    news = _news(early)
    found = []
    for number, (one, other) in enumerate(zip(early, late, strict=True)):
        told = one.interval.hull(other.interval) if one.interval and other.interval and not one.only_hour else None
        if number in news:
            told = Interval(first - _NEWS_AGE, last)
        event = told or _bounds(one.status, first, last)
        if event is not None:
            found.append(DatedMention(one, event, days, label, assumed=told is None or number in news))
    return found


def _news(mentions: Sequence[Mention]) -> set[int]:
    """Which mentions are the news that their article brings: those of its lead before it first says when."""
    found = set()
    for number, mention in enumerate(mentions):
        undated = mention.interval is None or mention.basis is Basis.PUBLISHED
        if not undated or mention.sentence.start >= LEAD:
            break
        if mention.status is Status.HAPPENED:
            found.add(number)
    return found


def _bounds(status: Status, first: int, last: int) -> Interval | None:
    """What its publication says of an event that an article doesn't date: told as past or as to come."""
    if status is Status.HAPPENED:
        return Interval(None, last)
    return Interval(first, None) if status is Status.PLANNED else None


class Links:
    """Finds, for a mention of an undated article, dated mentions of the same event."""

    def __init__(self, affinity: Affinity) -> None:
        """`affinity` compares two mentions, their time left aside."""
        self._affinity = affinity
        self._by_key: dict[str, list[DatedMention]] = defaultdict(list)
        self.published: list[Interval] = []
        self.topics: list[tuple[Interval, frozenset[str]]] = []

    def add(self, mentions: Iterable[DatedMention], published: Interval) -> None:
        """Make the mentions of one more dated article known."""
        topics: set[str] = set()
        for dated in mentions:
            topics |= dated.mention.topics
            for key in _keys(dated.mention):
                self._by_key[key].append(dated)
        self.published.append(published)
        self.topics.append((published, frozenset(topics)))

    def of_all(self, mentions: Sequence[Mention]) -> list[list[Link]]:
        """The links of each mention of one article, the likeliest first.

        A dated mention that two mentions of one article claim can only be one of them, unless they mean the same.
        """
        found = [self._of(mention) for mention in mentions]
        claims: dict[int, tuple[float, int]] = {}
        for number, links in enumerate(found):
            for link in links:
                claims[id(link.dated)] = max(claims.get(id(link.dated), (0.0, 0)), (link.odds, -number))
        return [
            sorted(
                (self._shared(mentions, number, link, claims[id(link.dated)]) for link in links),
                key=lambda link: -link.odds,
            )
            for number, links in enumerate(found)
        ]

    def _of(self, mention: Mention) -> list[Link]:
        near = ((dated, self._affinity(mention, dated.mention)) for dated in self._candidates(mention))
        capped = ((dated, min(chance, _SUREST)) for dated, chance in near if chance >= _LIKELY)
        return [Link(dated, chance / (1.0 - chance)) for dated, chance in capped]

    def _shared(self, mentions: Sequence[Mention], number: int, link: Link, best: tuple[float, int]) -> Link:
        """The link, weakened where another mention claims the same with more right and isn't the same event."""
        odds, owner = best[0], -best[1]
        if owner == number or odds <= link.odds or odds < 1.0:
            return link
        chance = self._affinity(mentions[number], mentions[owner])
        return replace(link, odds=link.odds / (1.0 + (1.0 - chance) * odds))

    def _candidates(self, mention: Mention) -> list[DatedMention]:
        """Mentions of other articles that share a name, those with rarer names in common first."""
        shared: dict[int, float] = defaultdict(float)
        known: dict[int, DatedMention] = {}
        for key in _keys(mention):
            bearers = self._by_key.get(key, [])
            if len(bearers) > _COMMON:
                continue
            for dated in bearers:
                shared[id(dated)] += 1.0 / len(bearers)
                known[id(dated)] = dated
        order = list(known)
        ranked = sorted(range(len(order)), key=lambda number: (-shared[order[number]], number))
        return [known[order[number]] for number in ranked[:_MOST]]


def _keys(mention: Mention) -> list[str]:
    """The names that a mention carries, and its type, which stands in where names differ or are absent."""
    names = [name.key for name in (*mention.actors, *mention.places)]
    if mention.speaker:
        names.append(mention.speaker.key)
    return list(dict.fromkeys([*names, f"type:{mention.type}"]))
