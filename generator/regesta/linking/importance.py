"""How much an event matters: by how many independent publishers tell it, how prominently, and how it is known.

Near-copies of one wire story are one witness. What is weak, undated and told once is no event for readers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from regesta.linking.clusters import Cluster
from regesta.model.article import Article
from regesta.model.event import EventType, Status
from regesta.model.mention import Mention
from regesta.model.timex import TimexType

_FOUND_DATED = 2.0
_FOUND_TOLD = 3.0
_FOUND_SAID_WHEN = 2.8
"""Strength of what says when it was, though its article's date isn't known and so the day isn't."""
_FOUND_UNDATED = 3.3
"""The same where none of them says when."""
_FOUND_SPOKEN = 1.7
"""Strength of an undated statement by somebody whom the affair is about: his very words are told."""
_TOLD_WELL = 1.2
_PAST = 2.2
"""What a date long ago took away, given back to those whom the collection is about."""
_MONTH, _YEAR = 31, 366
FRESH, AFFAIR = 15, 366
"""Days for which what happened is news; for which an affair comes back to it."""
_LATER = 3
"""Articles after the day of a plan from which on it is forgotten."""
_DWELT_ON = 5
"""Sentences from which on an event is dwelt on."""


def deserves(cluster: Cluster, witnesses: Mapping[str, str], prominent: AbstractSet[str] = frozenset()) -> bool:
    """Whether a group of mentions makes a record: dated and well told once, or told by several.

    `prominent` are the keys of those whom a large collection is about: their past belongs to it too.
    """
    best = max(m.strength for m in cluster.members)
    if best >= _FOUND_SAID_WHEN and any(m.strength == best and _says_when(m) for m in cluster.members):
        return True
    told = {witnesses.get(m.article, m.article) for m in cluster.members if m.strength > 0}
    if any(_of_the_past(m, prominent) for m in cluster.members):
        return True
    if all(m.concept == "other." for m in cluster.members):
        return best >= _FOUND_DATED and any(_newsworthy(m) for m in cluster.members)
    if any(_dated(m) and m.strength >= _FOUND_DATED for m in cluster.members):
        return True
    if len(told) > 1:
        enough = _FOUND_TOLD if any(m.time for m in cluster.members) else _FOUND_UNDATED
        return sum(max(m.strength, 0.0) for m in cluster.members) >= enough and best >= _TOLD_WELL
    return False


def speaks(cluster: Cluster, principals: AbstractSet[str]) -> bool:
    """Whether an undated statement makes a record: by a person who acts in other events, or in answer to one."""
    best = cluster.strongest
    by_person = best.type is EventType.STATEMENT and best.speaker is not None and best.speaker.kind == "person"
    if not by_person or best.speaker is None or best.strength < _FOUND_SPOKEN:
        return False
    return best.answers is not None or best.speaker.key in principals


def overlooked(cluster: Cluster, articles: Mapping[str, Article], days: Sequence[int], *, within: int) -> bool:
    """Whether one sentence alone tells a past event, after others wrote `within` so many days of it and did not.

    `days` are those from which on the articles appeared, ascending. Such a sentence mostly looks back at an event that
    others tell as well, and its day was misread.
    """
    if len(cluster.members) + len(cluster.continued) > 1:
        return False
    only = cluster.members[0]
    if only.status is not Status.HAPPENED or only.interval is None or only.interval.last is None:
        return False
    told = articles[only.article].published
    if told is None or told.days.first is None:
        return False
    last = only.interval.last
    return bisect_right(days, last) < bisect_left(days, min(told.days.first, last + within))


def forgotten(cluster: Cluster, days: Sequence[int]) -> bool:
    """Whether one sentence alone announces an event of which nobody wrote when its day had come, though several wrote.

    `days` are those from which on the articles appeared, ascending. For collections about somebody, where such plans
    are many and mostly small.
    """
    if len(cluster.members) + len(cluster.continued) > 1:
        return False
    only = cluster.members[0]
    if only.status is not Status.PLANNED or only.interval is None or only.interval.last is None:
        return False
    return len(days) - bisect_right(days, only.interval.last) >= _LATER


def _says_when(mention: Mention) -> bool:
    return mention.time is not None and mention.concept != "other."


def _newsworthy(mention: Mention) -> bool:
    """Whether what no word list knows is news all the same: somebody named, on a day, early on or well told."""
    named = any(use.kind in ("person", "organisation", "state") for use in mention.actors)
    on_a_day = mention.time is not None and mention.time.type is not TimexType.TIME and _dated(mention)
    return named and on_a_day


def _of_the_past(mention: Mention, prominent: AbstractSet[str]) -> bool:
    """Whether a mention tells the past of those whom the collection is about."""
    if not prominent or mention.noun or mention.concept == "other." or mention.interval is None:
        return False
    length = mention.interval.length or _YEAR + 1
    return (
        length <= _YEAR and mention.strength + _PAST >= _FOUND_DATED and any(u.key in prominent for u in mention.actors)
    )


def _dated(mention: Mention) -> bool:
    length = mention.interval.length if mention.interval else None
    return length is not None and length <= _MONTH


def importance(cluster: Cluster, witnesses: Mapping[str, str], total: int) -> int:
    """1 to 3; `witnesses` maps articles to the first of their near-copies, `total` counts all witnesses."""
    told = {witnesses.get(m.article, m.article) for m in [*cluster.members, *cluster.continued]}
    headline = any(m.headline for m in [*cluster.members, *cluster.continued])
    share = len(told) / max(total, 1)
    dwelt_on = len(cluster.members) + len(cluster.continued) >= _DWELT_ON
    score = len(told) + headline + dwelt_on + (share >= 0.5 and len(told) > 1)
    planned = all(m.status is Status.PLANNED for m in cluster.members)
    return 3 if score >= 3 and not planned else 2 if score >= 2 else 1
