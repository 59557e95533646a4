"""The clues to an undated article's publication day, each as a value for every day that comes into question.

Kinds: its dateline; events that dated articles date too (the days must meet); their order (what it tells as past had
happened, what it announces had not); its own full dates; the age of its news; its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regesta.linking import dating_words as words
from regesta.linking.dating_days import candidate_days
from regesta.linking.dating_links import Link, Links, likeliest
from regesta.model.article import Article
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind

MentionsOf = Callable[[Article, date | None], Sequence[Mention]]

_NEAR: Final = 183
"""Days from the other articles' dates within which a dateline's year is looked for."""
LEAD: Final = 600
"""Characters from the start of the text that count as the report's news."""
_AGE: Final = {4: -0.2, 5: -0.35, 6: -0.5}
"""What a weekday in the lead says of a day on which it would be so many days old: news is rarely older."""
_OWN: Final = 0.3
"""Weight of a calendar date in the text: little, since what a verb tells of past and future is easily misread."""
_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)(?:/(0[1-9]|1[0-2]))?/")


@dataclass(slots=True)
class Clue:
    """One clue."""

    group: str
    """Clues of one group don't count as independent."""
    weight: float
    """Its value for a day that it allows."""
    days: dict[int, float]
    """Its value for each day; a day that isn't here is worth nothing."""
    words: Callable[[list[int]], str]
    """What it says, in words, given the days of the result."""
    counts: bool = True
    """Whether it can date an article, or only sharpens what others say."""
    one_sided: bool = False
    """Whether it bounds the days on one side only."""
    links_articles: bool = False
    """Whether it hangs on another article's telling of the same event."""

    def value(self, day: int) -> float:
        """What the clue says of a day."""
        return self.days.get(day, 0.0)


@dataclass(slots=True)
class Trial:
    """An undated article with its mentions under every day in question."""

    article: Article
    links: list[list[Link]]
    """Per mention."""
    by_day: dict[int, Sequence[Mention]]
    """The mentions, resolved against each day; never empty."""

    @property
    def sample(self) -> Sequence[Mention]:
        """The mentions under one of the days: all but their dates is the same under each."""
        return next(iter(self.by_day.values()))


def clues_of(article: Article, mentions_of: MentionsOf, links: Links, today: date) -> list[Clue]:
    """All clues to the article's publication day; none where no day comes into question."""
    bare = mentions_of(article, None)
    near = links.of_all(bare)
    days = candidate_days(article, bare, near, links.published, today)
    if not days:
        return []
    trial = Trial(article, near, {day: mentions_of(article, date.fromordinal(day)) for day in days})
    clues = [*_meetings(trial), *_orders(trial), *_own_dates(trial), *_address(article, days)]
    if article.dateline_day:
        clues += _dateline(article, days, links.published)
    else:
        clues += _freshness(trial)
    return [clue for clue in clues if clue.days]


def _dateline(article: Article, days: Sequence[int], published: Sequence[Interval]) -> list[Clue]:
    """The dateline itself, and the year of the affair: two clues."""
    words = article.dateline.of(article.text) if article.dateline else ""
    ends = [end for interval in published for end in (interval.first, interval.last) if end is not None]
    near = {day: min(abs(day - end) for end in ends) for day in days}
    closest = min(near.values())
    year = {day: 1.0 for day in days if near[day] == closest and closest <= _NEAR}
    return [
        Clue("dateline", 1.0, dict.fromkeys(days, 1.0), lambda _: f"its dateline says “{words}”"),
        Clue("year", 1.0, year, lambda run: f"the other articles' dates make the year {date.fromordinal(run[0]).year}"),
    ]


def _meetings(trial: Trial) -> list[Clue]:
    """Events that a dated article dates too: this article's expression must share a day with the other's."""
    groups: dict[object, list[Clue]] = {}
    for number, near in enumerate(trial.links):
        sample = trial.sample[number]
        if sample.time is None or not near:
            continue
        good = [link for link in likeliest(near) if link.dated.days is not None]
        days: dict[int, float] = {}
        for day, mentions in trial.by_day.items():
            value = max((_meeting(mentions[number].interval, link) for link in good), default=0.0)
            if value > 0.0:
                days[day] = value
        if days and len(days) < len(trial.by_day):
            clue = Clue(
                f"event:{sample.time.span.start}",
                max(days.values()),
                days,
                words.meeting(trial.by_day, number, good, days),
                links_articles=True,
            )
            groups.setdefault(sample.time.span, []).append(clue)
    return [_strongest(group) for group in groups.values()]


def _meeting(mine: Interval | None, link: Link) -> float:
    """What it is worth that the two share a day: more for short intervals and stated dates."""
    theirs = link.dated.days
    if mine is None or theirs is None or mine.intersection(theirs) is None:
        return 0.0
    return _strength(link.affinity) * _sharpness(mine) * _sharpness(theirs) * (0.6 if link.dated.assumed else 1.0)


def _strength(affinity: float) -> float:
    """What a link is worth: 0.6 where two mentions just count as one event, 1 where nothing speaks against it."""
    return 0.2 + 0.8 * affinity


def _sharpness(days: Interval) -> float:
    length = days.length
    if length is None or length > 62:
        return 0.1
    return 1.0 if length <= 8 else 0.75 if length <= 16 else 0.5


def _strongest(group: list[Clue]) -> Clue:
    """One clue for all mentions that share an expression: on each day the best of them."""
    best = max(group, key=lambda clue: clue.weight)
    for clue in group:
        for day, value in clue.days.items():
            best.days[day] = max(best.days.get(day, 0.0), value)
    return best


def _orders(trial: Trial) -> list[Clue]:
    """What the article tells as past had happened when it appeared; what it announces had not: one clue per event."""
    found: dict[tuple[Status, int], Clue] = {}
    for number, near in enumerate(trial.links):
        sample = trial.sample[number]
        links = _ordering(sample.status, near)
        if not links:
            continue
        fixed = sample.time is not None and _is_calendar_date(trial, number)
        weight = (0.6 if fixed else 0.4) * _strength(links[0].affinity)
        days = {
            day: weight
            for day, mentions in trial.by_day.items()
            if any(_in_turn(mentions[number], link, day) for link in links)
        }
        key = (sample.status, id(links[0].dated))
        if 0 < len(days) < len(trial.by_day) and (key not in found or found[key].weight < weight):
            told = words.order(trial.article, sample, links[0])
            found[key] = Clue(f"order:{number}", weight, days, told, counts=fixed, one_sided=True, links_articles=True)
    return list(found.values())


def _ordering(status: Status, near: Sequence[Link]) -> list[Link]:
    """The likeliest links, if they bound the publication day: both tell it as past, or this article announces it."""
    links = [link for link in likeliest(near) if not link.dated.assumed]
    if not links or any(link.dated.days is None for link in links):
        return []
    told = {link.dated.mention.status for link in links}
    if status is Status.PLANNED or (status is Status.HAPPENED and told == {Status.HAPPENED}):
        return links
    return []


def _in_turn(mine: Mention, link: Link, day: int) -> bool:
    """Whether, on this day, the event lies on the side on which the article tells it."""
    days = link.dated.days
    if days is None:
        return True
    if mine.interval is not None:
        days = days.intersection(mine.interval)
    return days is not None and _in_order(_side(mine, day), days, day)


def _side(mine: Mention, day: int) -> Status:
    """Past or to come: what lies ahead by its own expression is to come, whatever its verb looks like."""
    ahead = mine.interval is not None and mine.interval.first is not None and mine.interval.first > day
    return Status.PLANNED if ahead and mine.status is Status.HAPPENED else mine.status


def _in_order(status: Status, event: Interval, day: int) -> bool:
    if status is Status.HAPPENED:
        return event.first is None or event.first <= day
    return status is not Status.PLANNED or event.last is None or day <= event.last


def _own_dates(trial: Trial) -> list[Clue]:
    """Calendar dates in the text: it appeared not before what it tells as past, not after what it announces."""
    found: dict[object, Clue] = {}
    for number, sample in enumerate(trial.sample):
        if sample.time is None or not _is_calendar_date(trial, number):
            continue
        days: dict[int, float] = {}
        for day, mentions in trial.by_day.items():
            now = mentions[number].interval
            if now is not None and _in_order(sample.status, now, day):
                days[day] = _OWN
        if 0 < len(days) < len(trial.by_day):
            found[sample.time.span] = Clue(f"own:{number}", _OWN, days, words.own(sample), counts=False, one_sided=True)
    return list(found.values())


def _is_calendar_date(trial: Trial, number: int) -> bool:
    """Whether the expression means the same days all the while, but for a change of year."""
    meant = {mentions[number].interval for mentions in trial.by_day.values()}
    return None not in meant and len(meant) <= 3


def _freshness(trial: Trial) -> list[Clue]:
    """The news in a report's lead is rarely older than a few days."""
    days: dict[int, float] = {}
    words = ""
    for day, mentions in trial.by_day.items():
        ages = [
            (day - interval.first, mention.time.text)
            for mention in mentions
            if mention.sentence.start < LEAD
            and mention.status is Status.HAPPENED
            and mention.time is not None
            and mention.time.anchor.kind is AnchorKind.DCT
            and (interval := mention.interval) is not None
            and interval.first is not None
            and interval.length == 1
        ]
        if ages:
            age, words = min(ages)
            days[day] = _AGE.get(age, 0.0 if age < 4 else -0.5)
    return [Clue("freshness", 0.0, days, lambda _: f"“{words}” is recent news", counts=False)] if words else []


def _address(article: Article, days: Iterable[int]) -> list[Clue]:
    """The year, or year and month, in the article's address."""
    found = _ADDRESS.search(article.url or "")
    if not found:
        return []
    year, month = int(found[1]), int(found[2]) if found[2] else None
    span = Interval.of_month(year, month) if month else Interval.of_year(year)
    inside = {day: 1.5 for day in days if span.holds(Interval(day, day))}
    return [Clue("address", 1.5, inside, lambda _: f"its address names {found[0].strip('/')}")]
