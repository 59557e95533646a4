"""What is quoted for an event: the best sentences of each article, and nothing else counts for the record.

Of an article's further sentences that joined an event, three in four are about it right beside the best one, more than
that in the headline, half three sentences on, a third farther off (in 47 affairs). So what stands far off is no
evidence unless it has much in common with what is quoted: neither its day, its actors nor its kind go into the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from regesta.linking.clusters import Cluster
from regesta.model.mention import Mention

_QUOTES = 3
"""Quotes per article at most."""
_BESIDE, _IN_COMMON = 1, 2
"""Sentences from an article's better quotes within which another one is quoted, or topics that it has to share."""


def quoted(cluster: Cluster) -> Cluster:
    """The group with those members and continuing sentences alone that are quoted."""
    chosen: dict[str, list[Mention]] = defaultdict(list)
    sentences: dict[str, set[int]] = defaultdict(set)
    kept: set[int] = set()
    for mention in [*sorted(cluster.members, key=lambda m: -m.strength), *cluster.continued]:
        beside, numbers = chosen[mention.article], sentences[mention.article]
        known = mention.number in numbers
        if known or (len(numbers) < _QUOTES and _belongs(mention, beside)):
            beside.append(mention)
            numbers.add(mention.number)
            kept.add(id(mention))
    return replace(
        cluster,
        members=[m for m in cluster.members if id(m) in kept],
        continued=[m for m in cluster.continued if id(m) in kept],
    )


def _belongs(mention: Mention, chosen: Sequence[Mention]) -> bool:
    """Whether a sentence is surely about the event that the article's better ones tell."""
    if not chosen or mention.headline:
        return True
    return any(
        abs(mention.number - one.number) <= _BESIDE or len(mention.topics & one.topics) >= _IN_COMMON for one in chosen
    )
