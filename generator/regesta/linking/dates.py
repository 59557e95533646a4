"""An event's date from what its mentions say: what they have in common; where they contradict, the span.

A source that is off by a day or two stays as a disagreement, and the date spans both; one that is farther off speaks of
something else, or was misread, and does not date the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.model.event import Basis, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_TOLERANCE = 2
"""Days that a source may be off and still speak of the same event."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's days."""

    days: Interval | None
    """What the sources support together."""
    reasons: tuple[str, ...]
    """How, in words."""
    outside: tuple[Mention, ...] = ()
    """Mentions whose days don't fit and did not count."""
    beside: tuple[Mention, ...] = ()
    """Mentions of another event that make the days more exact; they are quoted as well."""


def date_of(mentions: Sequence[Mention]) -> Dated:
    """The days of an event that these mentions tell of."""
    dated = [m for m in mentions if m.interval is not None]
    told = [m for m in dated if m.basis is not Basis.PUBLISHED]
    dated = told or dated
    happened = [m for m in dated if m.status is not Status.PLANNED]
    if happened and any(_fine(m) for m in happened):
        dated = happened + [m for m in dated if m.status is Status.PLANNED and _agrees(m, happened)]
    if not dated:
        return Dated(None, ("no source dates it",))
    core = _largest(dated)
    days = _all(core)
    agreeing = {id(m) for m in core}
    outside = [m for m in dated if id(m) not in agreeing]
    near = [m for m in outside if _gap(m.interval, days) <= _TOLERANCE and _fine(m)]
    for mention in near:
        days = days.hull(mention.interval) if mention.interval else days
    reasons = [f"{len(core)} of {len(dated)} dates agree on {_words(days)}"]
    if near:
        reasons.append(f"{len(near)} differ by a day or two: the span of both")
    far = tuple(m for m in outside if m not in near)
    return Dated(days, tuple(reasons), far)


def _fine(mention: Mention) -> bool:
    length = mention.interval.length if mention.interval else None
    return length is not None and length <= 7


def _agrees(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(_gap(mention.interval, other.interval) <= 0 for other in others)


def _largest(dated: Sequence[Mention]) -> list[Mention]:
    """The most mentions that share a day; of several such sets the one with the strongest."""
    told = [(m, m.interval.first, m.interval.last, 1.0 + 0.1 * max(m.strength, 0.0)) for m in dated if m.interval]
    best: tuple[float, list[Mention]] = (-1.0, [])
    for day in dict.fromkeys(day for _, first, last, _ in told for day in (first, last) if day is not None):
        holding = [
            (mention, weight)
            for mention, first, last, weight in told
            if (first is None or first <= day) and (last is None or day <= last)
        ]
        total = sum(weight for _, weight in holding)
        if total > best[0] + 1e-9:
            best = (total, [mention for mention, _ in holding])
    return best[1] or list(dated)


def _all(mentions: Sequence[Mention]) -> Interval:
    days: Interval | None = None
    for mention in mentions:
        if mention.interval:
            days = mention.interval if days is None else days.intersection(mention.interval) or days
    assert days is not None  # noqa: S101 (callers pass dated mentions)
    return days


def _gap(one: Interval | None, other: Interval | None) -> int:
    if one is None or other is None:
        return 9999
    return one.gap(other)


def _words(days: Interval) -> str:
    from regesta.model.edtf import Edtf  # noqa: PLC0415

    return str(Edtf.of(days))
