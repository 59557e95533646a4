"""Clues from the undated article alone: dates of the calendar in its text, the age of its news, its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from regesta.linking.dating.clue import Clue, Says, clue
from regesta.linking.dating.links import LEAD
from regesta.linking.dating.meanings import Meaning
from regesta.model.article import Article
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

_TO_COME, _OVER = 0.5, 0.08
"""How likely a date that is told as past lies ahead, and one that is announced is over: verbs that look like the past
are the commoner error."""
_YEARLESS: Final = 200
"""Days from publication within which a date is told without its year."""
_AGES: Final = (2.3, 2.3, 1.0, 0.6, 0.35, 0.2, 0.1)
"""How likely the weekday of a report's first sentences is so many days old, against any day of the week."""
_ELSEWHERE: Final = 0.03
"""How likely the address names a month in which the article didn't appear."""
_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)(?:/(0[1-9]|1[0-2]))?/")


def own_clues(article: Article, mentions: Sequence[Mention], meanings: Sequence[Meaning], days: range) -> list[Clue]:
    """What the article says of its day by itself."""
    pairs = list(zip(mentions, meanings, strict=True))
    found = [*_dates(pairs, days), _age(pairs, days), _address(article, days)]
    return [one for one in found if one is not None]


def _dates(pairs: Sequence[tuple[Mention, Meaning]], days: range) -> Iterable[Clue | None]:
    """It appeared not before what it tells as past, and not after what it announces."""
    seen = set()
    for mention, meaning in pairs:
        if not meaning.fixed or mention.time is None or mention.status not in (Status.HAPPENED, Status.PLANNED):
            continue
        key = (meaning.fixed, mention.status)
        if key not in seen:
            seen.add(key)
            yield _in_turn(mention, meaning, days)


def _in_turn(mention: Mention, meaning: Meaning, days: range) -> Clue | None:
    past = mention.status is Status.HAPPENED
    reach = _YEARLESS if len(meaning.fixed) > 1 else 10**6
    allowed = [
        range(one.first or 0, (one.first or 0) + reach) if past else range((one.last or 0) - reach, (one.last or 0) + 1)
        for one in meaning.fixed
    ]

    def likelihood(day: int) -> float:
        return 1.0 if any(day in some for some in allowed) else (_TO_COME if past else _OVER)

    words = f"“{mention.time.text if mention.time else ''}” {'is past' if past else 'is still to come'}"
    breaks = [day for some in allowed for day in (some.start, some.stop)]
    return clue(breaks, days, likelihood, Says("dates", lambda _: words))


def _age(pairs: Sequence[tuple[Mention, Meaning]], days: range) -> Clue | None:
    """The first weekday of a report's lead is recent."""
    for mention, meaning in pairs:
        told = mention.status is Status.HAPPENED and mention.sentence.start < LEAD and not mention.quoted
        if told and meaning.weekly and {one.length for one in meaning.weekly} == {1}:
            ages = [-(one.first or 0) for one in meaning.weekly]
            if len(set(ages)) == len(ages) and all(0 <= age < len(_AGES) for age in ages):
                start = meaning.start

                def likelihood(day: int, ages: Sequence[int] = ages, start: int = start) -> float:
                    return _AGES[ages[(day - start) % 7]]

                return clue(days, days, likelihood, Says("age", _recent, counts=False))
            return None
    return None


def _recent(_: Interval) -> str:
    return "what its lead tells is recent news"


def _address(article: Article, days: range) -> Clue | None:
    """The year, or year and month, in the article's address."""
    found = _ADDRESS.search(article.url or "")
    if not found:
        return None
    year, month = int(found[1]), int(found[2]) if found[2] else None
    span = Interval.of_month(year, month) if month else Interval.of_year(year)

    def likelihood(day: int) -> float:
        return 1.0 if span.holds(Interval(day, day)) else _ELSEWHERE

    breaks = (span.first or 0, (span.last or 0) + 1)
    words = f"its address names {found[0].strip('/')}"
    return clue(breaks, days, likelihood, Says("address", lambda _: words))
