"""Near-copies: which articles are one wire story, printed by several publishers.

Ten papers that print one agency's report are one witness, not ten. Articles are compared by the five-word shingles
they share (Broder 1997); only a fixed sample of the shingles is kept, and each article is compared with the groups
that share some of them, so time grows with the number of articles, not of pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from zlib import crc32

from regesta.model.article import Article, BlockKind

_WORDS: Final = 5
"""Words of a shingle: fewer would find set phrases, more would lose copies that an editor touched."""
_SAMPLE: Final = 4
"""One shingle in so many is kept, chosen by its hash, hence the same ones in every article."""
_FEWEST: Final = 6
"""Sampled shingles below which all are kept, and below which a text is too short to be called a copy."""
_SHARED: Final = 0.5
"""Part of the shorter article's shingles that a copy shares: copies are cut from the end, and their leads rewritten."""
_HOLDERS: Final = 8
"""Groups remembered per shingle."""


def groups(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles, those of near-copies together; each group in the articles' order, singles included."""
    members: list[list[str]] = []
    prints: list[frozenset[int]] = []
    holders: dict[int, list[int]] = {}
    for article in articles:
        own = _fingerprint(article)
        group = _nearest(own, prints, holders)
        if group is None:
            group = len(members)
            members.append([])
            prints.append(own)
        members[group].append(article.id)
        _remember(own, group, holders)
    return tuple(map(tuple, members))


def _fingerprint(article: Article) -> frozenset[int]:
    """The sampled shingles of the body; headlines are each paper's own."""
    body = " ".join(block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    words = re.findall(r"\w+", body.casefold())
    hashes = [crc32(" ".join(words[start : start + _WORDS]).encode()) for start in range(len(words) - _WORDS + 1)]
    sample = frozenset(value for value in hashes if value % _SAMPLE == 0)
    return sample if len(sample) >= _FEWEST else frozenset(hashes)


def _nearest(own: frozenset[int], prints: Sequence[frozenset[int]], holders: dict[int, list[int]]) -> int | None:
    """The group whose first article shares enough with this one, or None."""
    counts = Counter(group for value in own for group in holders.get(value, ()))
    for group, _ in sorted(counts.items(), key=lambda count: (-count[1], count[0]))[:5]:
        shorter = min(len(own), len(prints[group]))
        if shorter >= _FEWEST and len(own & prints[group]) >= _SHARED * shorter:
            return group
    return None


def _remember(own: Iterable[int], group: int, holders: dict[int, list[int]]) -> None:
    for value in own:
        known = holders.setdefault(value, [])
        if len(known) < _HOLDERS and group not in known:
            known.append(group)
