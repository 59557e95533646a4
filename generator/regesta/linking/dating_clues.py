"""The clues to an undated article's publication day, each as a value for every day that comes into question.

Kinds: its dateline; events that dated articles date too (the days must meet); their order (what it tells as past had
happened, what it announces had not); its own full dates; the age of its news; its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from regesta.linking import dating_words as words
from regesta.linking.dating_days import CALENDAR, candidate_days
from regesta.linking.dating_links import SURE, Link, Links, likeliest, meet
from regesta.linking.dating_trial import MentionsOf, Trial, trial_of
from regesta.model.article import Article
from regesta.model.event import EventType, Status
from regesta.model.interval import Interval, weekday_of
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind

_NEAR: Final = 183
"""Days from the other articles' dates within which a dateline's year is looked for."""
LEAD: Final = 600
"""Characters from the start of the text that count as the report's news."""
_AGE: Final = {4: -0.2, 5: -0.35, 6: -0.5}
"""What a weekday in the lead says of a day on which it would be so many days old: news is rarely older."""
_OWN: Final = 0.3
"""Weight of a calendar date in the text: little, since what a verb tells of past and future is easily misread."""
_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")
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
    known: frozenset[int] | None = None
    """The days for which it was worked out; None where that is all of them."""
    counts: bool = True
    """Whether it can date an article, or only sharpens what others say."""
    one_sided: bool = False
    """Whether it bounds the days on one side only."""
    links_articles: bool = False
    """Whether it hangs on another article's telling of the same event."""
    witnesses: int = 1
    """How many publishers date the event alike; two make a clue that doesn't stand alone."""

    def value(self, day: int) -> float:
        """What the clue says of a day."""
        return self.days.get(day, 0.0)


def clues_of(article: Article, mentions_of: MentionsOf, links: Links, today: date) -> list[Clue]:
    """All clues to the article's publication day; none where no day comes into question."""
    bare = mentions_of(article, None)
    near = links.of_all(bare)
    days = candidate_days(article, bare, near, links.published, today)
    if not days:
        return []
    trial = trial_of(article, mentions_of, bare, near, days)
    if trial is None:
        return []
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
        sample = trial.mentions[number]
        if sample.time is None or not near or trial.bare[number].interval is not None:
            continue
        known = trial.known(number)
        good = [link for link in likeliest(near) if link.dated.days is not None]
        days: dict[int, float] = {}
        worth = _worth_of(good)
        for day in known:
            value = _meeting(trial.meant[day][number], worth)
            if value > 0.0:
                days[day] = value
        if days and len(days) < len(known):
            clue = Clue(
                f"event:{sample.time.span.start}",
                max(days.values()),
                days,
                words.meeting(sample, partial(_meaning, trial, number), good, days),
                known=known,
                links_articles=True,
                witnesses=_witnesses(sample, trial.bare[number], good),
            )
            groups.setdefault(sample.time.span, []).append(clue)
    return [_strongest(group) for group in groups.values()]


def _witnesses(mine: Mention, bare: Mention, links: Sequence[Link]) -> int:
    """How many publishers surely tell of this event and date it to one and the same day.

    A weekday that opens the news and is that day's own counts as one more: by chance it would be so once in seven.
    One, for speech: a speaker says things on many days.
    """
    sure = [link.dated for link in links if link.affinity >= SURE and not link.dated.assumed]
    days = {dated.days for dated in sure}
    alike = len(days) == 1 and all(one is not None and one.length == 1 for one in days)
    if not alike or mine.type is EventType.STATEMENT:
        return 1
    day = next(iter(days))
    return len({dated.publisher for dated in sure}) + (_is_news(mine) and _names_weekday(bare, day))


def _names_weekday(bare: Mention, day: Interval | None) -> bool:
    """Whether a mention's expression is a bare weekday, that of a day; `bare` was resolved against no date."""
    named = _WEEKDAY.fullmatch(bare.time.value) if bare.time else None
    return bool(named and day and day.first is not None and weekday_of(day.first) == int(named[1]))


def _meaning(trial: Trial, number: int, day: int) -> Interval | None:
    return trial.meant[day][number]


def _worth_of(links: Sequence[Link]) -> dict[Interval, float]:
    """What it is worth to meet each of the links' events: more for likely links, short intervals and stated dates."""
    worth: dict[Interval, float] = {}
    for link in links:
        if days := link.dated.days:
            value = _strength(link.affinity) * _sharpness(days) * (0.6 if link.dated.assumed else 1.0)
            worth[days] = max(worth.get(days, 0.0), value)
    return worth


def _meeting(mine: Interval | None, worth: Mapping[Interval, float]) -> float:
    """The most that it is worth that this article's days meet one of the events'; less for a vague expression."""
    if mine is None:
        return 0.0
    return _sharpness(mine) * max((value for days, value in worth.items() if meet(mine, days)), default=0.0)


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
        sample = trial.mentions[number]
        links = _ordering(sample.status, near)
        if not links:
            continue
        fixed = _is_calendar_date(trial.bare[number])
        bounds = {link.dated.days for link in links if link.dated.days}
        weight = (0.6 if fixed else 0.4) * _strength(links[0].affinity)
        days = {
            day: weight
            for day, meant in trial.meant.items()
            if any(_in_turn(sample.status, meant[number], days, day, fixed=fixed) for days in bounds)
        }
        key = (sample.status, id(links[0].dated))
        if 0 < len(days) < len(trial.meant) and (key not in found or found[key].weight < weight):
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


def _in_turn(status: Status, mine: Interval | None, event: Interval, day: int, *, fixed: bool) -> bool:
    """Whether, on this day, the event lies on the side on which the article tells it.

    What lies ahead by a relative expression is to come, whatever its verb looks like; a calendar date has no direction.
    """
    days = event.intersection(mine) if mine else event
    ahead = not fixed and mine is not None and mine.first is not None and mine.first > day
    side = Status.PLANNED if ahead and status is Status.HAPPENED else status
    return days is not None and _in_order(side, days, day)


def _in_order(status: Status, event: Interval, day: int) -> bool:
    if status is Status.HAPPENED:
        return event.first is None or event.first <= day
    return status is not Status.PLANNED or event.last is None or day <= event.last


def _own_dates(trial: Trial) -> list[Clue]:
    """Calendar dates in the text: it appeared not before what it tells as past, not after what it announces."""
    found: dict[object, Clue] = {}
    for number, sample in enumerate(trial.mentions):
        if sample.time is None or not _is_calendar_date(trial.bare[number]):
            continue
        days: dict[int, float] = {}
        for day in trial.exact:
            now = trial.meant[day][number]
            if now is not None and _in_order(sample.status, now, day):
                days[day] = _OWN
        if 0 < len(days) < len(trial.exact):
            found[sample.time.span] = Clue(
                f"own:{number}", _OWN, days, words.own(sample), known=trial.exact, counts=False, one_sided=True
            )
    return list(found.values())


def _is_calendar_date(mention: Mention) -> bool:
    """Whether the expression names a day or month of the calendar, with or without its year."""
    time = mention.time
    return time is not None and (time.anchor.kind is AnchorKind.NONE or bool(CALENDAR.match(time.value)))


def _freshness(trial: Trial) -> list[Clue]:
    """The news in a report's lead is rarely older than a few days."""
    news = [(number, told) for number, told in enumerate(trial.mentions) if _is_news(told)]
    days: dict[int, float] = {}
    for day, meant in trial.meant.items():
        ages = [day - one.first for number, _ in news if (one := meant[number]) and one.first and one.length == 1]
        if ages:
            days[day] = _AGE.get(min(ages), 0.0 if min(ages) < 4 else -0.5)
    return [Clue("freshness", 0.0, days, lambda _: "what its lead tells is recent news", counts=False)]


def _is_news(mention: Mention) -> bool:
    """Whether a mention is dated news of the report's lead."""
    recent = mention.time is not None and mention.time.anchor.kind is AnchorKind.DCT
    return recent and mention.status is Status.HAPPENED and mention.sentence.start < LEAD


def _address(article: Article, days: Iterable[int]) -> list[Clue]:
    """The year, or year and month, in the article's address."""
    found = _ADDRESS.search(article.url or "")
    if not found:
        return []
    year, month = int(found[1]), int(found[2]) if found[2] else None
    span = Interval.of_month(year, month) if month else Interval.of_year(year)
    inside = {day: 1.5 for day in days if span.holds(Interval(day, day))}
    return [Clue("address", 1.5, inside, lambda _: f"its address names {found[0].strip('/')}")]
