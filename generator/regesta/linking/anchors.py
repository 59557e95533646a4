"""Time that hangs on an event: "three days after the collapse", "the day after the summons".

The event is looked for by its concept among the groups that have a date, those of the same article first, and of
disasters the earliest; its days and the offset give the mention's. What finds no event, or several as likely, stays
open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.linking.clusters import Cluster
from regesta.linking.dates import date_of
from regesta.model.article import Article
from regesta.model.event import Basis, Status
from regesta.model.interval import Interval, weekday_of
from regesta.model.mention import Mention
from regesta.model.timex import Anchor

_DISASTER = "disaster."
_SAID = "statement."
"""Kind of what is said: there is so much of it that only what was just told is meant by "his confession"."""
_NOUN = "^"
"""Marks the topics that are nouns: the meeting at which they voted."""
_ALIKE = 2
"""Topics that an event has in common with a mention of the same days."""
_BESIDE = 2
"""Sentences behind an event in which "the vote" means that one."""
_LONGEST = 14
"""Days of an anchor that is still worth counting from."""


def hangs(mention: Mention) -> bool:
    """Whether a mention waits for an event's date."""
    return bool(mention.hangs_on) and mention.interval is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """An event that others may be counted from."""

    group: Cluster
    days: Interval
    topics: frozenset[str]
    """What its members are about."""
    own: bool
    """Whether it is of the kind that is looked for; else a noun in its sentences only names that."""


def resolved(
    mentions: Mapping[str, Sequence[Mention]], clusters: Sequence[Cluster], articles: Mapping[str, Article]
) -> dict[str, Sequence[Mention]]:
    """The same mentions, with the days of those that hang on an event which is dated."""
    anchors: dict[str, list[_Anchor]] = defaultdict(list)
    for cluster in clusters:
        days = date_of(cluster.members).days
        if days is not None and days.length is not None and days.length <= _LONGEST:
            topics = frozenset(topic for m in cluster.members for topic in m.topics)
            own = {_kind(m.concept) for m in cluster.members}
            for kind in sorted(own.union(_kind(topic[1:]) for topic in topics if topic[0] == _NOUN)):
                anchors[kind].append(_Anchor(group=cluster, days=days, topics=topics, own=kind in own))
    begins: dict[int, dict[int, _Anchor]] = defaultdict(dict)
    for anchor in (anchor for kind in anchors.values() for anchor in kind):
        begins[anchor.days.first or 0][id(anchor.group)] = anchor
    return {
        article: [_resolved(m, anchors, begins, articles[article]) for m in told] for article, told in mentions.items()
    }


def _kind(concept: str) -> str:
    """What an anchor is looked for by: its concept, but for disasters, which go by several: the accident, the fire."""
    return _DISASTER if concept.startswith(_DISASTER) else concept


def _resolved(
    mention: Mention,
    anchors: Mapping[str, Sequence[_Anchor]],
    begins: Mapping[int, Mapping[int, _Anchor]],
    article: Article,
) -> Mention:
    if not hangs(mention) or mention.time is None:
        return mention
    hook = mention.time.anchor
    ranked = []
    for number, anchor in enumerate(anchors.get(_kind(mention.hangs_on), ())):
        found = _counted(anchor.days, hook)
        near = mention.concept != "other." or mention.article in anchor.group.articles
        itself = any(m is mention for m in anchor.group.members)
        near = near and (not mention.hangs_on.startswith(_SAID) or _just_told(mention, anchor))
        if found and near and not itself and _possible(mention, found, article):
            told = _borne_out(mention, anchor, found, begins)
            ranked.append((_weight(mention, anchor, told=told), -number, found))
    ranked.sort(key=lambda r: r[:2], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return mention
    return replace(mention, interval=ranked[0][2], basis=Basis.DERIVED)


def _just_told(mention: Mention, anchor: _Anchor) -> bool:
    """Whether the event was told in the sentences just before, in the same article."""
    told_here = (m.number for m in (*anchor.group.members, *anchor.group.continued) if m.article == mention.article)
    return any(0 < mention.number - number <= _BESIDE for number in told_here)


def _borne_out(mention: Mention, anchor: _Anchor, days: Interval, begins: Mapping[int, Mapping[int, _Anchor]]) -> bool:
    """Whether another event of the days that were counted is about what a mention is about."""
    if days.first is None or days.last is None:
        return False
    others = (other for day in range(days.first, days.last + 1) for other in begins.get(day, {}).values())
    return any(
        other.group is not anchor.group and days.holds(other.days) and len(other.topics & mention.topics) >= _ALIKE
        for other in others
    )


def _counted(days: Interval, hook: Anchor) -> Interval | None:
    """The days at an offset from an event's days, of a weekday only that one; None where both ends stay open."""
    offset = hook.offset or Interval(None, None)
    first = None if days.first is None or offset.first is None else days.first + offset.first
    last = None if days.last is None or offset.last is None else days.last + offset.last
    if first is None and last is None:
        return None
    if hook.weekday is None or first is None or last is None:
        return Interval(first, last)
    named = [day for day in range(first, last + 1) if weekday_of(day) == hook.weekday]
    return Interval(named[0], named[-1]) if named else None


def _possible(mention: Mention, days: Interval, article: Article) -> bool:
    """Whether what is told as past had happened by the day of publication."""
    end = article.published.days.last if article.published else None
    return mention.status is Status.PLANNED or end is None or days.first is None or days.first <= end


def _weight(mention: Mention, anchor: _Anchor, *, told: bool) -> tuple[int, ...]:
    """Of the kind, told in the same article, told just before, borne out by others, about the same, by many.

    "The disaster" is the one with which it all began. Of what began on one day and ended on another, "before" counts
    from the beginning, "after" from the end.
    """
    began = anchor.days.first or 0
    first = -began if mention.hangs_on.startswith(_DISASTER) else 0
    offset = mention.time.anchor.offset if mention.time else None
    before = offset is not None and (offset.last or 0) < 0
    named = len(anchor.topics & mention.topics)
    here = mention.article in anchor.group.articles
    return (
        anchor.own,
        here,
        first,
        _just_told(mention, anchor),
        told,
        named,
        len(anchor.group.members),
        -began if before else began,
    )
