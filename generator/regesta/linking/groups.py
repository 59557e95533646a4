"""A group of mentions while it grows into an event: what it is compared by, and what would contradict it."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.interval import Interval


@dataclass(slots=True)
class Group:
    """Mentions, as numbers."""

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
    version: int = 0
    """Grows with each change of what it is compared by."""
    near: set[int] = field(default_factory=set)
    """The groups with which it has two alike members, by their numbers."""

    def take(self, other: Group, why: str) -> None:
        """Add another's mentions and what they say; `why` they belong together."""
        self.numbers += other.numbers
        for article, intervals in other.told.items():
            self.told.setdefault(article, []).extend(intervals)
        self.asked |= other.asked
        self.reasons += [*other.reasons, why]

    def contradicts(self, other: Group) -> bool:
        """Whether an article would contradict itself: it tells of one in these days, of the other in those."""
        shared = self.told.keys() & other.told.keys()
        return any(
            days.intersection(beside) is None
            for article in shared
            for days in self.told[article]
            for beside in other.told[article]
        )
