"""What a comparison of two mentions results in: shares of a sum, each with its reason; and how much a topic says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from regesta.model.mention import Mention

NEVER = -99.0
"""A share that nothing outweighs."""


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that speaks for or against two mentions being one event."""

    value: float
    """Its part of the sum."""
    words: str
    """What it is."""
    named: Iterable[str] = ()
    """The names or topics in question."""

    def __str__(self) -> str:
        names = ", ".join(sorted(name.lstrip("@") for name in self.named))
        return f"{self.words}{' ' if names else ''}{names} {self.value:+.1f}"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A comparison's result."""

    total: float
    """The sum of the shares."""
    shares: tuple[Share, ...]
    """What it consists of."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Each share in words."""
        return tuple(map(str, self.shares))

    def plus(self, shares: Sequence[Share]) -> Likeness:
        """The same with more shares."""
        return Likeness(round(self.total + sum(share.value for share in shares), 3), (*self.shares, *shares))


class Rarity:
    """How much a topic or name says, by how many articles have it; 1 for what is rare, near 0 for what all have."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Counts over all mentions of all articles."""
        uses: Counter[str] = Counter()
        total = 0
        for mention in mentions:
            total += 1
            uses.update(mention.topics)
            uses.update(mention.wording)
        self._total = max(total, 1)
        self._known: dict[str, float] = {}
        self._uses = uses

    def of(self, topic: str) -> float:
        """The rarity of a topic, 0.15 to 1."""
        found = self._known.get(topic)
        if found is None:
            share = (self._uses.get(topic, 0) + 1) / (self._total + 8)
            found = self._known[topic] = min(1.0, max(0.15, -log(share) / 3.2))
        return found
