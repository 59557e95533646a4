"""How much an event matters: by how many independent publishers tell it, how prominently, and how it is known.

Near-copies of one wire story are one witness. What is weak, undated and told once is no event for readers.
"""

from __future__ import annotations

from collections.abc import Mapping

from regesta.linking.clusters import Cluster
from regesta.model.event import Status
from regesta.model.mention import Mention

_FOUND_DATED = 2.0
_FOUND_TOLD = 3.0
_LEAD = 2
"""Sentences, from 0, in which even what no word list knows is news."""
_DWELT_ON = 5
"""Sentences from which on an event is dwelt on."""


def deserves(cluster: Cluster, witnesses: Mapping[str, str]) -> bool:
    """Whether a group of mentions makes a record: dated and well told once, or told by several."""
    best = max(m.strength for m in cluster.members)
    told = {witnesses.get(m.article, m.article) for m in cluster.members if m.strength > 0}
    if all(m.concept == "other." for m in cluster.members):
        return any(m.number <= _LEAD and m.actors and _dated(m) and best >= _FOUND_DATED for m in cluster.members)
    if any(_dated(m) and m.strength >= _FOUND_DATED for m in cluster.members):
        return True
    if len(told) > 1:
        return sum(max(m.strength, 0.0) for m in cluster.members) >= _FOUND_TOLD and best >= 1.2
    return False


def _dated(mention: Mention) -> bool:
    length = mention.interval.length if mention.interval else None
    return length is not None and length <= 31


def importance(cluster: Cluster, witnesses: Mapping[str, str], total: int) -> int:
    """1 to 3; `witnesses` maps articles to the first of their near-copies, `total` counts all witnesses."""
    told = {witnesses.get(m.article, m.article) for m in [*cluster.members, *cluster.continued]}
    headline = any(m.headline for m in [*cluster.members, *cluster.continued])
    share = len(told) / max(total, 1)
    dwelt_on = len(cluster.members) + len(cluster.continued) >= _DWELT_ON
    score = len(told) + headline + dwelt_on + (share >= 0.5 and len(told) > 1)
    planned = all(m.status is Status.PLANNED for m in cluster.members)
    return 3 if score >= 3 and not planned else 2 if score >= 2 else 1
