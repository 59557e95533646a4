"""The days of what a report tells beside its news without saying when: from the news to the paper.

"The minister told reporters that …", in a report whose lead tells what happened that day, was said between that and the
report's publication. Only for what the text tells as news: not what goes back ("had said"), nor what follows an older
date, where the text has turned to the past; and only where the news itself is a day old at most. What a report begins
with is its news whatever its kind: "Firm admits fault", above a text whose first day is yesterday evening.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from regesta.linking.clusters import Cluster
from regesta.model.article import Article, PublishedBasis
from regesta.model.event import EventType, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_LEAD: Final = 6
"""Sentences, headline and standfirst included, within which a report's news stands."""
_OPENING: Final = 2
"""Number of the last sentence that opens a report: its news, even where it doesn't say when."""
_WEEK: Final = 7
"""Days of a stretch that tells nothing of where the text has turned."""
_FRESH: Final = 1
"""Days before publication on which news happened."""


def news_days(
    group: Cluster, mentions: Mapping[str, Sequence[Mention]], articles: Mapping[str, Article]
) -> Interval | None:
    """The days of an undated statement, or of an undated opening, in a fresh report; None where it carries none."""
    best = group.strongest
    if best.status is not Status.HAPPENED:
        return None
    told = [(published, m) for m in group.ranked if (published := _published(articles[m.article])) is not None]
    if not told:
        return None
    published, first = min(told, key=lambda pair: (pair[0].first or 0, pair[1].number))
    others = mentions[first.article]
    if first.headline or first.number <= _OPENING:
        return _is_news(first, published, others)
    return _beside_news(first, published, others) if best.type is EventType.STATEMENT else None


def _is_news(mention: Mention, published: Interval, others: Sequence[Mention]) -> Interval | None:
    """From the first fresh day that a report names to its publication, for what it begins with."""
    told = [m for m in others if m.interval is not None and m.time is not None and m.status is Status.HAPPENED]
    first = next((m for m in told if not m.headline), None)
    if mention.earlier or first is None or first.interval is None or not _fresh(first, published):
        return None
    return first.interval.hull(published)


def _beside_news(mention: Mention, published: Interval, others: Sequence[Mention]) -> Interval | None:
    """From the news of a fresh report to its publication, where a mention is told as news."""
    told = [m for m in others if m.interval is not None and m.time is not None and (m.interval.length or _WEEK) < _WEEK]
    lead = next((m for m in told if not m.headline and m.number <= _LEAD), None)
    before = [m for m in told if m.number <= mention.number]
    if mention.earlier or lead is None or not before:
        return None
    if not _fresh(lead, published) or not _fresh(before[-1], published):
        return None
    return lead.interval.hull(published) if lead.interval else None


def _published(article: Article) -> Interval | None:
    """The day of publication, where it is one day and known rather than worked out."""
    known = article.dateline is not None or article.published_basis is not PublishedBasis.INFERRED
    days = article.published.days if article.published and known else None
    return days if days and days.length == 1 else None


def _fresh(mention: Mention, published: Interval) -> bool:
    """Whether a mention tells of the day of publication or the day before."""
    days = mention.interval
    if days is None or days.first is None or days.last is None or published.first is None or published.last is None:
        return False
    return published.first - _FRESH <= days.first and days.last <= published.last
