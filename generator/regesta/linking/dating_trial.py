"""An undated article under every publication day in question: which days each of its mentions would mean.

Working a text's expressions out for hundreds of days costs most of the time of dating, so it is done for some only:
what "on Tuesday" or "last week" mean a week later is what they mean now, a week later. Separate from the clues, which
read the result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regesta.linking.dating_links import Link, likeliest, meet
from regesta.model.article import Article
from regesta.model.interval import Interval
from regesta.model.mention import Mention

MentionsOf = Callable[[Article, date | None], Sequence[Mention]]
"""An article's mentions if it was published on this day; the same mentions in the same order for every day."""

_FEW: Final = 30
"""So many days are simply all tried."""
_MARGIN: Final = 3
_MOST: Final = 250
"""More days than this aren't worked out exactly; the article stays undated."""
_APART: Final = 70
"""Days between the two weeks that are compared to see what recurs weekly."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The article's mentions, their links, and what each would mean under each day."""

    article: Article
    mentions: Sequence[Mention]
    """As on one of the days: all but their dates is the same on each."""
    bare: Sequence[Mention]
    """The same, worked out against no day."""
    links: Sequence[Sequence[Link]]
    """Per mention, the likeliest first."""
    meant: Mapping[int, Sequence[Interval | None]]
    """Day -> per mention, the days that it would mean; None where that isn't known."""
    exact: frozenset[int]
    """The days that were worked out; on the others, only what recurs weekly is known."""
    weekly: Sequence[bool]
    """Per mention, whether it is known on every day, since it recurs weekly."""

    def known(self, number: int) -> frozenset[int]:
        """The days on which it is known what a mention would mean."""
        return frozenset(self.meant) if self.weekly[number] else self.exact


def trial_of(
    article: Article,
    mentions_of: MentionsOf,
    bare: Sequence[Mention],
    links: Sequence[Sequence[Link]],
    days: Sequence[int],
) -> Trial | None:
    """Try the days; None where too many of them would have to be worked out."""

    def on(day: int) -> Sequence[Mention]:
        return mentions_of(article, date.fromordinal(day))

    sample = on(days[0])
    if len(days) <= _FEW:
        meant: dict[int, Sequence[Interval | None]] = {day: _meant(on(day)) for day in days}
        return Trial(article, sample, bare, links, meant, frozenset(days), [True] * len(sample))
    first_week = _weekly(on, days[0])
    recurs = [any(column) for column in zip(*first_week, strict=True)]
    shifted: dict[int, Sequence[Interval | None]] = {day: _shifted(first_week, day - days[0]) for day in days}
    exact = _with_neighbours(_worth(shifted, links), days) if any(recurs) else set(days)
    if not exact or len(exact) > _MOST:
        return None
    worked_out = {day: _meant(on(day)) for day in sorted(exact)}
    return Trial(article, sample, bare, links, shifted | worked_out, frozenset(exact), recurs)


def _with_neighbours(chosen: set[int], days: Sequence[int]) -> set[int]:
    """The chosen days and those just before and after, which show where a clue ends."""
    return {day + step for day in chosen for step in range(-_MARGIN, _MARGIN + 1)} & set(days)


def _meant(mentions: Sequence[Mention]) -> list[Interval | None]:
    return [mention.interval for mention in mentions]


def _weekly(on: Callable[[int], Sequence[Mention]], start: int) -> list[list[Interval | None]]:
    """For seven days from `start`, what each mention means if it recurs weekly, else None."""
    early = [_meant(on(start + step)) for step in range(7)]
    late = [_meant(on(start + _APART + step)) for step in range(7)]
    recurs = [
        all(one is not None and one.shifted(_APART) == other for one, other in zip(before, after, strict=True))
        for before, after in zip(zip(*early, strict=True), zip(*late, strict=True), strict=True)
    ]
    return [[days if keep else None for days, keep in zip(day, recurs, strict=True)] for day in early]


def _shifted(weekly: Sequence[Sequence[Interval | None]], offset: int) -> list[Interval | None]:
    """What recurs weekly, `offset` days after the first."""
    weeks, step = divmod(offset, 7)
    return [days.shifted(7 * weeks) if days else None for days in weekly[step]]


def _worth(meant: Mapping[int, Sequence[Interval | None]], links: Sequence[Sequence[Link]]) -> set[int]:
    """The days on which as many mentions meet their links as on the best of them, or one fewer."""
    events = [{link.dated.days for link in likeliest(near) if link.dated.days} for near in links]
    marks = {
        day: sum(
            mine is not None and any(meet(mine, event) for event in near)
            for mine, near in zip(intervals, events, strict=True)
        )
        for day, intervals in meant.items()
    }
    best = max(marks.values(), default=0)
    return {day for day, mark in marks.items() if mark and mark >= best - 1}
