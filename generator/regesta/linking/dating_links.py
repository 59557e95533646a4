"""Which mentions of dated articles may tell of the same event as one of an undated article.

Blocking by names keeps this linear: only mentions that share a name, rare names first, are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from regesta.model.interval import Interval
from regesta.model.mention import Mention

LIKELY: Final = 0.5
"""Affinity from which two mentions are taken to tell of one event."""
_LOW: Final = -(10**9)
_HIGH: Final = 10**9
SURE: Final = 0.85
"""Affinity from which nothing much speaks against two mentions telling of one event."""
_CLEARLY: Final = 0.15
"""How much likelier one link has to be than another to be the only one."""
_MOST: Final = 40
"""Mentions that one mention is compared with at most."""
_COMMON: Final = 400
"""A name that more mentions share says too little to compare by."""


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A mention of an article whose publication day is known or inferred."""

    mention: Mention
    """What it says."""
    days: Interval | None
    """The days of the event as this article tells it; None where it doesn't say."""
    published: Interval
    """When its article was published."""
    publisher: str
    """Who says so, for explanations."""
    assumed: bool = False
    """Whether `days` only follow from its being news when it appeared."""


@dataclass(frozen=True, slots=True)
class Link:
    """A dated mention that likely tells of the same event."""

    dated: DatedMention
    affinity: float


def likeliest(links: Sequence[Link]) -> list[Link]:
    """The links that may be right: those about as likely as the best, more of them where the best is doubtful."""
    if not links:
        return []
    window = _CLEARLY if links[0].affinity >= SURE else 2 * _CLEARLY
    return [link for link in links if link.affinity >= links[0].affinity - window]


def meet(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals share a day; an open or unknown end reaches any day, an unknown interval none."""
    if one is None or other is None:
        return False
    first, last = max(one.first or _LOW, other.first or _LOW), min(one.last or _HIGH, other.last or _HIGH)
    return first <= last


class Links:
    """Finds, for a mention of an undated article, dated mentions of the same event."""

    def __init__(self, affinity: Callable[[Mention, Mention], float]) -> None:
        """`affinity` compares two mentions, their time left aside."""
        self._affinity = affinity
        self._by_key: dict[str, list[DatedMention]] = defaultdict(list)
        self.published: list[Interval] = []

    def add(self, mentions: Iterable[DatedMention]) -> None:
        """Make the mentions of one more dated article known."""
        seen: set[Interval] = set()
        for dated in mentions:
            seen.add(dated.published)
            for key in _keys(dated.mention):
                self._by_key[key].append(dated)
        self.published += sorted(seen, key=lambda days: (days.first or 0, days.last or 0))

    def of(self, mention: Mention) -> list[Link]:
        """Likely the same event, the likeliest first."""
        near = []
        for dated in self._candidates(mention):
            affinity = self._affinity(mention, dated.mention)
            if affinity >= LIKELY:
                near.append(Link(dated, affinity))
        return sorted(near, key=lambda link: -link.affinity)

    def of_all(self, mentions: Sequence[Mention]) -> list[list[Link]]:
        """The links of each mention of one article.

        Where two mentions claim the same dated one and don't mean the same themselves, only the likelier keeps it.
        """
        found = [self.of(mention) for mention in mentions]
        best: dict[int, tuple[float, int]] = {}
        for number, links in enumerate(found):
            for link in links:
                best[id(link.dated)] = max(best.get(id(link.dated), (0.0, 0)), (link.affinity, -number))
        return [
            [link for link in links if not self._is_taken(mentions, number, link, best[id(link.dated)])]
            for number, links in enumerate(found)
        ]

    def _is_taken(self, mentions: Sequence[Mention], number: int, link: Link, best: tuple[float, int]) -> bool:
        affinity, owner = best[0], -best[1]
        if owner == number or link.affinity > affinity - _CLEARLY:
            return False
        return self._affinity(mentions[number], mentions[owner]) < LIKELY

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
