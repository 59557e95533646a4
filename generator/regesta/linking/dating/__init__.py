"""Dating undated articles jointly: how likely each day is, by what dated articles tell of the same events.

Every clue says how likely it would be on each day; together they leave a belief over the days (Bayes), and the shortest
run of days that very likely holds the right one is stated, if it is short and rests on two clues at least. Articles
dated so help to date the next. Separate from linking proper, which needs every article's date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from regesta.linking.dating.belief import TELLS, Belief, answers, believe, days_in_question, prior, speaks
from regesta.linking.dating.clue import Clue
from regesta.linking.dating.context import own_clues
from regesta.linking.dating.events import Told, event_clues
from regesta.linking.dating.links import Affinity, Links, MentionsOf, dated_mentions
from regesta.linking.dating.meanings import Meaning, meanings_of
from regesta.linking.dating.talk import Talk
from regesta.model.article import Article
from regesta.model.interval import Interval

__all__ = ["InferredDate", "infer"]

_MOST_REASONS: Final = 8
_WORTH_SAYING: Final = 1.25
"""How much likelier a clue makes the result to be told as a reason."""
_WITNESSES: Final = 2
"""Clues that have to speak for a result beyond those that speak against it."""
_PASSES: Final = 8
"""The surest dates are found first, since what those articles tell helps to date the rest."""
_DATELINE: Final = 2
"""Clues that a day and month at the head of an article outweigh: they are printed, and only the year is to be found."""
_NEAR: Final = 183
"""Days from the other articles' dates within which they tell a dateline's year."""


@dataclass(frozen=True, slots=True)
class InferredDate:
    """When an undated article was published."""

    interval: Interval
    """The days that the clues leave open."""
    reasons: tuple[str, ...]
    """The clues in words that a person can check, the strongest first."""
    sure: float
    """How likely the right day lies in the interval, 0 to 1."""


def infer(
    articles: Sequence[Article], mentions_of: MentionsOf, *, affinity: Affinity, today: date
) -> dict[str, InferredDate]:
    """Publication days of the articles that have none, by article id; those that the clues don't date are left out.

    `today` bounds every date from above. Deterministic; linear in the number of articles but for the few passes that
    dating articles by others takes.
    """
    dated = {article.id: article.published.days for article in articles if article.published}
    open_ones = [article for article in articles if not article.published]
    if not open_ones or not dated:
        return {}
    links = Links(affinity)
    for article in articles:
        if article.id in dated:
            _learn(links, article, mentions_of, dated[article.id])
    talk = Talk(links.topics, days_in_question(links.published, today.toordinal()))
    ground = _Ground(mentions_of, links, talk, today)
    found: dict[str, InferredDate] = {}
    for _ in range(_PASSES):
        dates = {a.id: result for a in open_ones if a.id not in found and (result := _date(a, ground))}
        surest = min((step for step, _ in dates.values()), default=None)
        new = {name: result for name, (step, result) in dates.items() if step == surest}
        if not new:
            break
        found |= new
        for article in open_ones:
            if article.id in new:
                _learn(links, article, mentions_of, new[article.id].interval)
    return found


@dataclass(frozen=True, slots=True)
class _Ground:
    """What articles are dated by."""

    mentions_of: MentionsOf
    links: Links
    talk: Talk
    today: date
    meanings: dict[tuple[str, range], Sequence[Meaning]] = field(default_factory=dict)
    """What an article's expressions mean on each of some days, worked out once: it takes the longest."""


def _learn(links: Links, article: Article, mentions_of: MentionsOf, days: Interval) -> None:
    if days.length is not None:
        links.add(dated_mentions(article, mentions_of, days), days)


def _date(article: Article, ground: _Ground) -> tuple[int, InferredDate] | None:
    """The article's days, if the clues are sure enough of a few and don't rest on one alone; before them, how sure."""
    links = ground.links
    last = min(ground.today, _day_of(article.accessed) or ground.today).toordinal()
    days = days_in_question(links.published, last)
    if not days:
        return None
    clues = _clues(article, ground, days)
    belief = believe(days, prior(article, days, links.published), clues)
    for step, result in answers(belief):
        if stated := _stated(article, belief, result, clues, links.published):
            return step, stated
    return None


def _clues(article: Article, ground: _Ground, days: range) -> list[Clue]:
    bare = ground.mentions_of(article, None)
    known = article.id, days
    if known not in ground.meanings:
        ground.meanings[known] = meanings_of(article, bare, ground.mentions_of, days)
    meanings = ground.meanings[known]
    every = [
        Told(article, mention, meaning, near)
        for mention, meaning, near in zip(bare, meanings, ground.links.of_all(bare), strict=True)
    ]
    return [*event_clues(every, days), *own_clues(article, bare, meanings, days), ground.talk.clue(bare)]


def _stated(
    article: Article, belief: Belief, result: Interval, clues: Iterable[Clue], published: Sequence[Interval]
) -> InferredDate | None:
    """The result with its reasons; None where a lone clue carries it, or clues contradict each other."""
    telling = sorted(((speaks(one, belief, result), one) for one in clues), key=lambda pair: -pair[0])
    reasons = [one.says.words(result) for worth, one in telling if worth >= _WORTH_SAYING]
    witnesses = len({one.says.source for worth, one in telling if worth >= TELLS and one.says.counts})
    against = len({one.says.source for worth, one in telling if worth <= 1 / TELLS and one.says.counts})
    if article.dateline_day and _is_datelines(article, result):
        reasons = [*_dateline(article, result), *reasons]
        witnesses += _DATELINE + (_gap(result, published) <= _NEAR)
    if witnesses - against < _WITNESSES:
        return None
    return InferredDate(result, tuple(dict.fromkeys(reasons))[:_MOST_REASONS], belief.within(result))


def _is_datelines(article: Article, result: Interval) -> bool:
    named = article.dateline_day
    if named is None or result.first is None or result.length != 1:
        return False
    day = date.fromordinal(result.first)
    return (day.month, day.day) == (named.month, named.day)


def _dateline(article: Article, result: Interval) -> tuple[str, str]:
    words = article.dateline.of(article.text) if article.dateline else ""
    year = date.fromordinal(result.first or 1).year
    return f"its dateline says “{words}”", f"the other articles' dates make the year {year}"


def _gap(result: Interval, published: Sequence[Interval]) -> int:
    """Days to the nearest dated article."""
    return min(abs((result.first or 0) - end) for one in published for end in one.ends)


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
