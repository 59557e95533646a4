"""A clue from what an article speaks of: the articles of its days speak of the same things.

What is new in an affair, a court or a second victim, comes up in the articles from some day on and not before it; so
both the topics that an article has and those that it lacks tell of its time. Dating documents by their words goes back
to de Jong, Rode and Hiemstra (2005); here each topic is in an article or not (the Bernoulli model of naive Bayes), and
its share among the articles of a day is smoothed over the days around.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import Final

from regesta.linking.dating.clue import Clue, Says
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_WIDTH: Final = 6.0
"""Days from an article at which another is half as like it as one of its own day."""
_REACH: Final = 8.0
"""So many widths away it says nothing any more."""
_POINTS: Final = 120
"""Days for which the clue is worked out at most; between them it is constant."""
_STEP: Final = 3
"""Days between them at least."""
_OVERALL: Final = 0.25
"""Articles' worth of a topic's share overall that is mixed into its share around a day."""
_TOLD: Final = 0.6
"""How often an article has a topic that all others of its days have."""
_LEAST: Final = 0.02
_TRUST: Final = 0.1
"""Topics count for so little, since they come in company."""

_MOST: Final = 2.5
"""Topics alone rule no day out: the most that they say against it."""


class Talk:
    """What the dated articles speak of, day by day."""

    def __init__(self, articles: Iterable[tuple[Interval, frozenset[str]]], days: range) -> None:
        """Days of publication and topics of each article; `days` are those in question."""
        step = max(_STEP, -(-len(days) // _POINTS))
        self._points = days[::step]
        self._width = max(_WIDTH, float(step))
        self._held: Counter[str] = Counter()
        self._near: dict[str, dict[int, float]] = defaultdict(dict)
        self._all = [0.0] * len(self._points)
        self._count = 0
        for published, topics in articles:
            self._add(((published.first or 0) + (published.last or 0)) / 2, topics)
        self._absent = self._sum_absent()

    def _add(self, day: float, topics: frozenset[str]) -> None:
        weights = [
            (index, 1.0 / (1.0 + apart * apart))
            for index, point in enumerate(self._points)
            if (apart := abs(point - day) / self._width) <= _REACH
        ]
        self._count += 1
        self._held.update(topics)
        for index, weight in weights:
            self._all[index] += weight
        for topic in topics:
            near = self._near[topic]
            for index, weight in weights:
                near[index] = near.get(index, 0.0) + weight

    def _share(self, topic: str, index: int) -> float:
        """How likely an article of the days around a point has the topic."""
        overall = _OVERALL * self._held[topic] / self._count
        share = (self._near[topic].get(index, 0.0) + overall) / (self._all[index] + _OVERALL)
        return max(_LEAST, _TOLD * share)

    def _sum_absent(self) -> list[float]:
        """For each point, the logarithm of how likely an article has none of the topics."""
        return [
            sum(log(1.0 - self._share(topic, index)) for topic in sorted(self._held))
            for index in range(len(self._points))
        ]

    def clue(self, mentions: Sequence[Mention]) -> Clue:
        """What an article's topics say of its day."""
        mine = sorted({topic for mention in mentions for topic in mention.topics if topic in self._held})
        values = []
        for index, absent in enumerate(self._absent):
            shares = [self._share(topic, index) for topic in mine]
            values.append(_TRUST * (absent + sum(log(share / (1.0 - share)) for share in shares)))
        least = max(values, default=0.0) - _MOST
        values = [max(value, least) for value in values]
        words = "it speaks of what the articles of those days do"
        return Clue(tuple(self._points), tuple(values), Says("talk", lambda _: words, counts=False))
