"""The clues to an undated article's publication day, each as a value for every day that comes into question.

Kinds: its dateline; events that dated articles date too (the days must meet); their order (what it tells as past had
happened, what it announces had not); its own full dates; the age of its news; its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from regesta.linking.dating_links import DatedMention, Link, Links
from regesta.model.article import Article
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, Status
from regesta.model.interval import Interval, month_length
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind

MentionsOf = Callable[[Article, date | None], Sequence[Mention]]

_BEFORE: Final = 45
"""Days that an article may appear before an event that it announces, where nothing else bounds it."""
_AFTER: Final = 75
"""Days that it may appear after an event that it dates by a relative expression."""
_MOST_DAYS: Final = 800
"""More days than this aren't tried."""
_NEAR: Final = 183
"""Days from the other articles' dates within which a dateline's year is looked for."""
_LEAD: Final = 600
"""Characters from the start of the text that count as the report's news."""
_AGE: Final = {4: -0.2, 5: -0.35, 6: -0.5}
"""What a weekday in the lead says of a day on which it would be so many days old: news is rarely older."""
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
    links_articles: bool = False
    """Whether it hangs on another article's telling of the same event."""

    def value(self, day: int) -> float:
        """What the clue says of a day."""
        return self.days.get(day, 0.0)


@dataclass(slots=True)
class _Trial:
    """An undated article with its mentions under every day in question."""

    article: Article
    links: list[list[Link]]
    """Per mention."""
    by_day: dict[int, Sequence[Mention]] = field(default_factory=dict)


def clues_of(article: Article, mentions_of: MentionsOf, links: Links, today: date) -> list[Clue]:
    """All clues to the article's publication day; none where no day comes into question."""
    bare = mentions_of(article, None)
    trial = _Trial(article, [links.of(mention) for mention in bare])
    days = _candidate_days(article, bare, trial.links, links.published, today)
    trial.by_day = {day: mentions_of(article, date.fromordinal(day)) for day in days}
    if not days:
        return []
    clues = [*_meetings(trial), *_orders(trial), *_own_dates(trial), *_address(article, days)]
    if article.dateline_day:
        clues += _dateline(article, days, links.published)
    else:
        clues += _freshness(trial)
    return [clue for clue in clues if clue.days]


def _candidate_days(
    article: Article,
    mentions: Sequence[Mention],
    links: Sequence[Sequence[Link]],
    published: Sequence[Interval],
    today: date,
) -> list[int]:
    """The days that come into question: the dateline's in every near year, else around the events that others date."""
    last = min(today, _day_of(article.accessed) or today).toordinal()
    if article.dateline_day:
        return [day for day in _dateline_days(article, published) if day <= last]
    found: set[int] = set()
    for mention, near in zip(mentions, links, strict=True):
        if mention.time is None or mention.time.anchor.kind is AnchorKind.NONE:
            continue
        for link in near[:5]:
            if (span := link.dated.days) and span.first is not None and span.last is not None:
                found.update(range(span.first - _BEFORE, min(span.last + _AFTER, last) + 1))
    return sorted(found) if len(found) <= _MOST_DAYS else []


def _dateline_days(article: Article, published: Sequence[Interval]) -> list[int]:
    """The dateline's day in each year of the other articles, and in the years beside them."""
    named = article.dateline_day
    years = {date.fromordinal(end).year for days in published for end in (days.first, days.last) if end}
    near = sorted({year + step for year in years for step in (-1, 0, 1)})
    if named is None:
        return []
    days = (date(year, named.month, named.day) for year in near if named.day <= month_length(year, named.month))
    return [day.toordinal() for day in days if named.weekday in (None, day.weekday())]


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


def _meetings(trial: _Trial) -> list[Clue]:
    """Events that a dated article dates too: this article's expression must share a day with the other's."""
    groups: dict[object, list[Clue]] = {}
    for number, near in enumerate(trial.links):
        sample = next(iter(trial.by_day.values()))[number]
        if sample.time is None or not near:
            continue
        good = [link for link in near if link.affinity >= near[0].affinity - 0.15 and link.dated.days is not None]
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
                _meeting_words(sample, good[0], days),
                links_articles=True,
            )
            groups.setdefault(sample.time.span, []).append(clue)
    return [_strongest(group) for group in groups.values()]


def _meeting(mine: Interval | None, link: Link) -> float:
    """What it is worth that the two share a day: more for short intervals and stated dates."""
    theirs = link.dated.days
    if mine is None or theirs is None or mine.intersection(theirs) is None:
        return 0.0
    published = link.dated.mention.basis is Basis.PUBLISHED
    return link.affinity * _sharpness(mine) * _sharpness(theirs) * (0.6 if published else 1.0)


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


def _orders(trial: _Trial) -> list[Clue]:
    """What the article tells as past had happened when it appeared; what it announces had not: one clue per event."""
    found: dict[tuple[Status, int], Clue] = {}
    for number, near in enumerate(trial.links):
        sample = next(iter(trial.by_day.values()))[number]
        link = _ordering(sample.status, near)
        if link is None:
            continue
        weight = 0.4 * link.affinity
        days = {day: weight for day, mentions in trial.by_day.items() if _in_turn(mentions[number], link, day)}
        key = (sample.status, id(link.dated))
        if 0 < len(days) < len(trial.by_day) and (key not in found or found[key].weight < weight):
            words = _order_words(trial.article, sample, link)
            found[key] = Clue(f"order:{number}", weight, days, words, counts=False, links_articles=True)
    return list(found.values())


def _ordering(status: Status, near: Sequence[Link]) -> Link | None:
    """The likeliest link that bounds the publication day: both tell it as past, or this article announces it."""
    for link in near:
        if link.dated.days is None or link.affinity < near[0].affinity - 0.1:
            continue
        if status is Status.PLANNED or (status is link.dated.mention.status is Status.HAPPENED):
            return link
    return None


def _in_turn(mine: Mention, link: Link, day: int) -> bool:
    """Whether, on this day, the event lies on the side on which the article tells it."""
    days = link.dated.days
    if days is None:
        return True
    if mine.interval is not None:
        days = days.intersection(mine.interval)
    return days is not None and _in_order(mine.status, days, day)


def _own_dates(trial: _Trial) -> list[Clue]:
    """Dates in the text: it appeared not before what it tells as past, not after what it announces."""
    found = []
    for number, sample in enumerate(next(iter(trial.by_day.values()))):
        own = sample.interval
        if sample.time is None or own is None:
            continue
        days: dict[int, float] = {}
        for day, mentions in trial.by_day.items():
            now = mentions[number].interval
            if now is not None and _in_order(sample.status, now, day):
                days[day] = 0.5
        if 0 < len(days) < len(trial.by_day):
            found.append(Clue(f"own:{number}", 0.5, days, _own_words(sample), counts=False))
    return found


def _in_order(status: Status, event: Interval, day: int) -> bool:
    if status is Status.HAPPENED:
        return event.first is None or event.first <= day
    return status is not Status.PLANNED or event.last is None or day <= event.last


def _freshness(trial: _Trial) -> list[Clue]:
    """The news in a report's lead is rarely older than a few days."""
    days: dict[int, float] = {}
    words = ""
    for day, mentions in trial.by_day.items():
        ages = [
            (day - interval.first, mention.time.text)
            for mention in mentions
            if mention.sentence.start < _LEAD
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


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _meeting_words(mine: Mention, link: Link, days: Mapping[int, float]) -> Callable[[list[int]], str]:
    """“last week” and TASS's “in early November” are about one event: it appeared between … and …."""
    expression = mine.time.text if mine.time else ""

    def words(run: list[int]) -> str:
        first, last = _around(days, run)
        return f"“{expression}” means the event that {_told(link.dated)}: published {_print(first, last)}"

    return words


def _around(days: Mapping[int, float], run: list[int]) -> tuple[int, int]:
    """The unbroken stretch of a clue's days around the result."""
    inside = [day for day in run if days.get(day, 0.0) > 0.0] or run
    first, last = inside[0], inside[-1]
    while days.get(first - 1, 0.0) > 0.0:
        first -= 1
    while days.get(last + 1, 0.0) > 0.0:
        last += 1
    return first, last


def _order_words(article: Article, mine: Mention, link: Link) -> Callable[[list[int]], str]:
    trigger = mine.trigger.of(article.text)
    tells = "tells as past" if mine.status is Status.HAPPENED else "announces"
    return lambda _: f"“{trigger}”: it {tells} what {_told(link.dated)}"


def _own_words(mine: Mention) -> Callable[[list[int]], str]:
    expression = mine.time.text if mine.time else ""
    tells = "is past" if mine.status is Status.HAPPENED else "is still to come"
    return lambda _: f"“{expression}” {tells}"


def _told(dated: DatedMention) -> str:
    """How a dated article dates the event."""
    published = _print(dated.published.first, dated.published.last)
    words = f" (“{dated.mention.time.text}”)" if dated.mention.time else ""
    when = _print(dated.days.first, dated.days.last) if dated.days else "no day"
    return f"{dated.publisher} of {published} dates {when}{words}"


def _print(first: int | None, last: int | None) -> str:
    return str(Edtf.of(Interval(first, last)))
