"""What is quoted for an event: the best sentences of each article, and nothing else counts for the record.

Of an article's further sentences that joined an event, three in four are about it right beside the best one, more than
that in the headline, half three sentences on, a third farther off (in 47 affairs). So what stands far off is no
evidence unless it has much in common with what is quoted: neither its day, its actors nor its kind go into the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regesta.linking.clusters import Cluster
from regesta.linking.titling.sentences import QUOTES
from regesta.model.article import Article
from regesta.model.event import EventType
from regesta.model.mention import Mention

_QUOTES = 3
"""Quotes per article at most."""
_BESIDE, _IN_COMMON = 1, 2
"""Sentences from an article's better quotes within which another one is quoted, or topics that it has to share."""


def quoted(cluster: Cluster, articles: Mapping[str, Article]) -> Cluster:
    """The group with those members and continuing sentences alone that are quoted."""
    chosen: dict[str, list[Mention]] = defaultdict(list)
    sentences: dict[str, set[int]] = defaultdict(set)
    kept: set[int] = set()
    ranked = _ranked(cluster, articles)
    for _ in range(_QUOTES):  # what stands beside a later one belongs as well
        for mention in ranked:
            numbers = sentences[mention.article]
            fits = len(numbers) < _QUOTES and _belongs(mention, chosen[mention.article])
            if mention.number in numbers or fits:
                chosen[mention.article].append(mention)
                numbers.add(mention.number)
                kept.add(id(mention))
    return replace(
        cluster,
        members=[m for m in cluster.members if id(m) in kept],
        continued=[m for m in cluster.continued if id(m) in kept],
    )


def _ranked(cluster: Cluster, articles: Mapping[str, Article]) -> list[Mention]:
    """The best first: an article's strongest sentence, one that says when, of what was said one in its very words."""
    ranked = [*sorted(cluster.members, key=lambda m: -m.strength), *cluster.continued]
    said = cluster.strongest.type is EventType.STATEMENT
    first: dict[str, list[Mention]] = defaultdict(list)
    for mention in ranked:
        text, begun = articles[mention.article].text, first[mention.article]
        dates = mention.when is not None and all(one.when is None for one in begun)
        words = said and _verbatim(mention, text) and not any(_verbatim(one, text) for one in begun)
        if not begun or dates or words:
            begun.append(mention)
    ahead = {id(mention) for begun in first.values() for mention in begun}
    return [m for begun in first.values() for m in begun] + [m for m in ranked if id(m) not in ahead]


def _verbatim(mention: Mention, text: str) -> bool:
    """Whether its sentence begins with somebody's words."""
    return text[mention.sentence.start] in QUOTES


def _belongs(mention: Mention, chosen: Sequence[Mention]) -> bool:
    """Whether a sentence is surely about the event that the article's better ones tell."""
    if not chosen or mention.headline:
        return True
    return any(
        abs(mention.number - one.number) <= _BESIDE or len(mention.topics & one.topics) >= _IN_COMMON for one in chosen
    )
