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
    left = _ranked(cluster)
    for _ in range(_QUOTES):  # what stands beside a later one belongs as well
        for mention in left:
            beside = chosen[mention.article]
            numbers = {one.number for one in beside}
            if mention.number in numbers or (len(numbers) < _QUOTES and _belongs(mention, beside)):
                beside.append(mention)
        kept = {id(mention) for beside in chosen.values() for mention in beside}
        left = [mention for mention in left if id(mention) not in kept]
    return replace(
        cluster,
        members=[m for m in cluster.members if id(m) in kept],
        continued=[m for m in cluster.continued if id(m) in kept],
    )


def _ranked(cluster: Cluster) -> list[Mention]:
    """The best first: of each article its strongest sentence, then one that says when, then the others by strength."""
    ranked = [*sorted(cluster.members, key=lambda m: -m.strength), *cluster.continued]
    best: dict[str, Mention] = {}
    dated: dict[str, Mention] = {}
    for mention in ranked:
        best.setdefault(mention.article, mention)
        if mention.when is not None:
            dated.setdefault(mention.article, mention)
    ahead = {id(mention) for mention in [*best.values(), *dated.values()]}
    return sorted(ranked, key=lambda mention: id(mention) not in ahead)


def _belongs(mention: Mention, chosen: Sequence[Mention]) -> bool:
    """Whether a sentence is surely about the event that the article's better ones tell."""
    if not chosen or mention.headline:
        return True
    return any(
        abs(mention.number - one.number) <= _BESIDE or len(mention.topics & one.topics) >= _IN_COMMON for one in chosen
    )
