"""No article tells an event that was still to come when it appeared, or looks ahead to one that was over.

Words without a date join an event by names and topics alone. Where the event's days then turn out to lie after the
article that tells it as past, or before the one that announces it, the words meant something else, and are no evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from regesta.linking.clusters import Cluster
from regesta.linking.dates import date_of
from regesta.model.article import Article
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention


def with_hindsight(groups: Sequence[Cluster], articles: Mapping[str, Article]) -> list[Cluster]:
    """The groups without the undated members whose articles appeared on the wrong side of their days."""
    return [_in_time(group, articles) for group in groups]


def _in_time(group: Cluster, articles: Mapping[str, Article]) -> Cluster:
    days = date_of(group.members).days
    if days is None:
        return group
    members = [m for m in group.members if not _untimely(m, days, articles[m.article])]
    return replace(group, members=members) if len(members) < len(group.members) else group


def _untimely(mention: Mention, days: Interval, article: Article) -> bool:
    """Only for verbs of the running text: a noun or a headline tells what is past and what is to come alike."""
    if article.published is None or mention.interval is not None or mention.noun or mention.headline:
        return False
    published = article.published.days
    if mention.status is Status.HAPPENED:
        return days.intersection(Interval(None, published.last)) is None
    if mention.status is Status.PLANNED:
        return days.intersection(Interval(published.first, None)) is None
    return False
