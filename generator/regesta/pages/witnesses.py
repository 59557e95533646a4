"""Articles in the same words: several papers that print one agency's report are one witness, not several.

The site has no article's text, only the sentences that records quote from it; articles that share most of them are
taken for copies. Which of them was first is not said: records don't show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from regesta.model.event import Event

_WORDS = 8
"""Words of a quote below which two reporters may well have chosen the same ones."""
_CROWD = 40
"""Articles that share a sentence beyond which it is a proverb, or a slogan."""


def same_words(events: Iterable[Event]) -> Mapping[str, tuple[str, ...]]:
    """For an article's id, the ids of those that share at least half of its long quotes, or it half of theirs."""
    holders: dict[str, set[str]] = {}
    for event in events:
        for source in event.sources:
            words = (source.quote or "").casefold().split()
            if source.article and len(words) >= _WORDS:
                holders.setdefault(" ".join(words), set()).add(source.article)
    quotes = Counter(article for articles in holders.values() for article in articles)
    shared = Counter(
        pair
        for articles in holders.values()
        if 1 < len(articles) <= _CROWD
        for pair in combinations(sorted(articles), 2)
    )
    found: dict[str, list[str]] = {}
    for (one, other), count in sorted(shared.items()):
        if 2 * count >= min(quotes[one], quotes[other]):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {article: tuple(others) for article, others in found.items()}
