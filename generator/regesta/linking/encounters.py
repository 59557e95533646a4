"""Talks and signings during a visit: they happen while the visitor is there, which is often known more exactly.

"They will talk this week" and "he is expected on 9 November" in one article mean talks on 9 November. The source keeps
the week that its words say; the event takes the visit's days, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.linking.clusters import Cluster
from regesta.linking.dates import Dated
from regesta.model.event import EventType, Status

_MET = frozenset({EventType.MEETING, EventType.AGREEMENT})
_LONGEST = 14
"""Days up to which an encounter's own date leaves room to be made more exact."""
_NEAR = 2
"""Sentences within which an undated encounter belongs to the visit that is told beside it."""


def during_visits(found: Sequence[tuple[Cluster, Dated]]) -> list[Dated]:
    """The events' days in the same order; encounters take the days of the one visit during which they happen."""
    visits: dict[str, list[tuple[Cluster, Dated]]] = {}
    for group, dated in found:
        if group.strongest.type is EventType.VISIT and _short(dated) and (visitor := _visitor(group)):
            visits.setdefault(visitor, []).append((group, dated))
    return [_within(group, dated, visits) if group.strongest.type in _MET else dated for group, dated in found]


def _short(dated: Dated) -> bool:
    length = dated.days.length if dated.days else None
    return length is not None and length <= 7


def _within(group: Cluster, dated: Dated, visits: Mapping[str, Sequence[tuple[Cluster, Dated]]]) -> Dated:
    people = {use.key for m in group.members for use in m.actors if use.kind == "person"}
    if len(people) < 2:
        return dated
    of_these = [told for person in sorted(people) for told in visits.get(person, ())]
    hosts = [(visit, on) for visit, on in of_these if _fits(group, dated, visit, on)]
    if len(hosts) != 1 or hosts[0][1].days == dated.days:
        return dated
    visit, on = hosts[0]
    witness = min(
        (m for m in visit.members if m.interval == on.days), key=lambda m: (-m.strength, m.article), default=None
    )
    if witness is None:
        return dated
    reasons = (*dated.reasons, "during the visit that the same article tells")
    return Dated(on.days, reasons, dated.outside, (witness,))


def _visitor(visit: Cluster) -> str | None:
    told = [m for m in visit.members if m.actors and not m.noun and m.status is not Status.CANCELLED]
    first = min(told, key=lambda m: (-m.strength, m.article), default=None)
    return first.actors[0].key if first else None


def _fits(group: Cluster, dated: Dated, visit: Cluster, on: Dated) -> bool:
    """Whether an encounter may be part of a visit: told in one article, the visit's days within its own."""
    together = [(m, v) for m in group.members for v in visit.members if m.article == v.article]
    if on.days is None or not together:
        return False
    if dated.days is None:
        return any(abs(m.number - v.number) <= _NEAR for m, v in together)
    length = dated.days.length
    return length is not None and 1 < length <= _LONGEST and dated.days.holds(on.days)
