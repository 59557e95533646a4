"""Clues from events that dated articles date too: the days must meet, and what is told as past had happened.

A mention may be the same event as one of several dated ones, or none that is known; each counts with its odds. By
chance, a weekday is the event's own once in seven times, so that it is says as much as that.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from regesta.linking.dating import words
from regesta.linking.dating.clue import Clue, Says, clue
from regesta.linking.dating.links import DatedMention, Link
from regesta.linking.dating.meanings import Meaning
from regesta.model.article import Article
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind

_Key = TypeVar("_Key", bound=Hashable)

_MOST: Final = 6
"""Different events that one mention is compared with."""
_WEEKDAY, _DAY, _SPAN, _DATE = 50.0, 18.0, 20.0, 10.0
"""How much likelier an expression is where it tells of the event than of some other: weekdays, "yesterday", weeks, and
days of the calendar."""
_OTHER_DATE: Final = 0.15
"""The same where a date of the calendar isn't the event's."""
_DEICTIC: Final = 0.93
"""How often a relative expression counts from the day of publication, and is read rightly."""
_QUOTED, _CHAINED = 0.6, 0.7
"""The part of that in quotations, which may be older, and where it hangs on another expression."""
_EARLY, _LATE = 0.25, 0.15
"""How likely a text tells as past what is to come, and as to come what is past."""
_ASSUMED: Final = 0.5
"""How often what a report tells first, without a date, is its news indeed."""
_FRESH: Final = ((0, 4.0), (2, 1.5), (4, 1.0), (8, 0.3))
"""From so many days after the event on, how well it suits as the news with which a report begins."""
_NEWS: Final = 2
"""Number of the last sentence that counts as the news with which a report begins."""
_WEEK: Final = 7
"""What was put off or called off may have been planned for the weekday before or after: "expected on Monday"."""
_MOST_ODDS: Final = 49.0


@dataclass(frozen=True, slots=True)
class Told:
    """What an undated article tells in one mention."""

    article: Article
    mention: Mention
    """Worked out against no day."""
    meaning: Meaning
    """What its expression means."""
    links: Sequence[Link]
    """Dated mentions that may tell of the same event."""


def event_clues(every: Sequence[Told], days: range) -> list[Clue]:
    """One clue for each expression and each event, the strongest."""
    roots = _roots([told.mention for told in every])
    found = [(told, one) for told in every if (one := _clue(told, days)) is not None]
    timed = [(told.mention.time, one) for told, one in found if told.meaning.weekly]
    spoken = _strongest((roots[time.span.start], one) for time, one in timed if time is not None)
    distinct = _strongest(((value, one.says.source), one) for (value, _), one in spoken.items())
    known = {one.says.source for one in distinct.values()}
    rest = _strongest((one.says.source, one) for told, one in found if not told.meaning.weekly)
    return [*distinct.values(), *(one for source, one in rest.items() if source not in known)]


def _strongest(clues: Iterable[tuple[_Key, Clue]]) -> dict[_Key, Clue]:
    """The strongest clue of each key."""
    kept: dict[_Key, Clue] = {}
    for key, one in clues:
        if key not in kept or kept[key].span < one.span:
            kept[key] = one
    return kept


def _roots(mentions: Sequence[Mention]) -> dict[int, tuple[str, int]]:
    """Start of an expression -> value and start of the expression on which it hangs in the end, or its own."""
    times = {m.time.span.start: m.time for m in mentions if m.time is not None}
    found = {}
    for start, time in times.items():
        root = time
        for _ in range(len(times)):
            anchor = root.anchor
            if anchor.kind is not AnchorKind.DATE or anchor.span is None or anchor.span.start not in times:
                break
            root = times[anchor.span.start]
        found[start] = (root.value, root.span.start)
    return found


def _distinct(told: Told) -> list[Link]:
    """For each of the events' days the likeliest link, a date of the calendar taken into account."""
    best: dict[Interval, Link] = {}
    for link in told.links:
        odds = link.odds * _same_date(told.meaning, link.dated.days)
        if link.dated.days not in best or best[link.dated.days].odds < odds:
            best[link.dated.days] = Link(link.dated, odds)
    return sorted(best.values(), key=lambda link: -link.odds)[:_MOST]


def _same_date(meaning: Meaning, event: Interval) -> float:
    """What it says of two mentions that one's date of the calendar is, or isn't, the other's."""
    if not meaning.fixed or event.length is None:
        return 1.0
    return max(_OTHER_DATE, _DATE * max(_share(day, event) for day in meaning.fixed))


def _share(mine: Interval, event: Interval) -> float:
    """The part of the event's days that the expression means."""
    common = mine.intersection(event)
    return (common.length or 0) / (event.length or 1) if common and event.length else 0.0


def _clue(told: Told, days: range) -> Clue | None:
    """The mention's clue: it is one of the linked events, each with its odds, or none of them."""
    links = _distinct(told)
    if not links:
        return None
    scale = min(1.0, _MOST_ODDS / sum(link.odds for link in links))
    parts = [(scale * link.odds, _likelihood(told, link.dated)) for link in links]

    def likelihood(day: int) -> float:
        return 1.0 + sum(odds * on(day) for odds, on in parts)

    breaks = {day for link in links for day in _breaks(told.meaning, link.dated.days)}
    say = partial(words.event, told.article, told.mention, told.meaning, links)
    return clue(breaks, days, likelihood, Says(links[0].dated.days, say))


def _breaks(meaning: Meaning, event: Interval) -> Iterable[int]:
    """Days on which the likelihood of one link changes."""
    if event.first is not None:
        yield event.first
    if event.last is not None:
        yield event.last + 1
    if meaning.weekly and event.length is not None:
        meeting = meaning.told_of(event)
        for shift in (-_WEEK, 0, _WEEK):
            yield from (day + shift for day in (*meeting, meeting.stop))
    elif event.last is not None:
        yield from (event.last + age for age, _ in _FRESH)


def _likelihood(told: Told, dated: DatedMention) -> Callable[[int], float]:
    """How likely this article, if of a given day, speaks so of the event, against how it speaks of any."""
    event = dated.days
    side = Status.PLANNED if told.meaning.ahead and told.mention.status is Status.HAPPENED else told.mention.status
    trust = _ASSUMED if dated.assumed and event.length is not None else 1.0
    sure = _deictic(told.mention)
    lift = _lift(told.meaning)
    fresh = _is_news(told)
    undone = told.mention.status is Status.CANCELLED and lift == _WEEKDAY
    beside = -_WEEK if told.meaning.ahead else _WEEK

    def share(mine: Interval) -> float:
        own = _share(mine, event)
        return (own + _share(mine.shifted(beside), event)) / 2 if undone else own

    def likelihood(day: int) -> float:
        found = _order(side, event, day)
        mine = told.meaning.on(day)
        if mine is not None and event.length is not None:
            found *= 1.0 - sure + sure * lift * share(mine)
        elif fresh and event.length is not None:
            found *= _freshness(day, event)
        return 1.0 - trust + trust * found

    return likelihood


def _order(side: Status, event: Interval, day: int) -> float:
    """How likely an article of the day tells the event as past, or as to come."""
    if side is Status.HAPPENED and event.first is not None and day < event.first:
        return _EARLY
    if side is Status.PLANNED and event.last is not None and day > event.last:
        return _LATE
    return 1.0


def _deictic(mention: Mention) -> float:
    """How often its expression counts from the day of publication."""
    time = mention.time
    chained = _CHAINED if time is not None and time.anchor.kind is AnchorKind.DATE else 1.0
    return _DEICTIC * chained * (_QUOTED if mention.quoted else 1.0)


def _lift(meaning: Meaning) -> float:
    if not meaning.weekly:
        return 1.0
    if any(days.length != 1 for days in meaning.weekly):
        return _SPAN
    offsets = {days.first for days in meaning.weekly}
    return _DAY if offsets in ({-1}, {0}, {1}) else _WEEKDAY


def _is_news(told: Told) -> bool:
    mention = told.mention
    told_now = mention.status is Status.HAPPENED and not mention.earlier
    return told_now and not told.meaning.fixed and (mention.headline or mention.number <= _NEWS)


def _freshness(day: int, event: Interval) -> float:
    """How well the event suits as news of the day, by its age."""
    age = max(0, day - (event.last or 0))
    return next(worth for least, worth in reversed(_FRESH) if age >= least)
