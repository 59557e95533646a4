"""Dating undated articles jointly: the days that agree best with what dated articles tell of the same events.

The clues come from `dating_clues`; here the days are scored, and a result is taken or left open. Articles dated so help
to date the next. Separate from linking proper, which needs every article's date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regesta.linking.dating_clues import LEAD, Clue, clues_of
from regesta.linking.dating_links import DatedMention, Links
from regesta.linking.dating_trial import MentionsOf
from regesta.model.article import Article
from regesta.model.event import Basis, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

Affinity = Callable[[Mention, Mention], float]
"""How likely two mentions tell of one event, 0 to 1, their time left aside."""

_SLACK: Final = 0.45
"""Weight of clues that a day may contradict and still belong to the result: less than one good clue."""
_ENOUGH: Final = 1.0
"""Weight of the clues that have to agree."""
_LONGEST: Final = 31
"""Days of the longest interval that is worth stating."""
_RIVAL: Final = 0.85
"""A second run of days that scores this part of the best leaves the date open."""
_REACH: Final = 10
"""Days from the result within which a clue has to shut days out to speak for it."""
_BOUND_REACH: Final = 3
"""The same for a clue that bounds the days on one side only."""
_RUN_GAP: Final = 4
"""Days between two runs of good days that make them two answers."""
_MOST_REASONS: Final = 8
_PASSES: Final = 4
_NEWS_AGE: Final = 2
"""Days before publication on which the news of a report's lead may have happened, where it doesn't say."""


@dataclass(frozen=True, slots=True)
class InferredDate:
    """When an undated article was published."""

    interval: Interval
    """The days that the clues leave open."""
    reasons: tuple[str, ...]
    """The clues in words that a person can check, the strongest first."""
    sure: float
    """Weight of the agreeing clues less that of the contradicting ones."""


def infer(
    articles: Sequence[Article], mentions_of: MentionsOf, *, affinity: Affinity, today: date
) -> dict[str, InferredDate]:
    """Publication days of the articles that have none, by article id; those that the clues don't date are left out.

    `today` bounds every date from above. Deterministic; linear in the number of articles but for the few passes that
    dating articles by others takes.
    """
    dated = {article.id: article.published.days for article in articles if article.published}
    open_ones = [article for article in articles if not article.published]
    names = {article.id: article for article in articles}
    if not open_ones or not dated:
        return {}
    links = Links(affinity)
    for article in articles:
        if article.id in dated:
            links.add(_dated_mentions(article, mentions_of, dated[article.id]))
    found: dict[str, InferredDate] = {}
    for _ in range(_PASSES):
        new = {a.id: result for a in open_ones if a.id not in found and (result := _date(a, mentions_of, links, today))}
        if not new:
            break
        found |= new
        for article_id, result in new.items():
            links.add(_dated_mentions(names[article_id], mentions_of, result.interval))
    return found


def _dated_mentions(article: Article, mentions_of: MentionsOf, days: Interval) -> list[DatedMention]:
    """The article's mentions with the days that each may mean, whichever of its possible days it appeared on."""
    first, last = days.first or days.last, days.last or days.first
    if first is None or last is None:
        return []
    early = mentions_of(article, date.fromordinal(first))
    late = mentions_of(article, date.fromordinal(last)) if last != first else early
    label = article.publisher or article.id
    fresh = Interval(first - _NEWS_AGE, last)
    news = _news(early)
    return [
        DatedMention(one, fresh if number in news else _hull(one, other), days, label, assumed=number in news)
        for number, (one, other) in enumerate(zip(early, late, strict=True))
    ]


def _news(mentions: Sequence[Mention]) -> set[int]:
    """Which mentions are the news that their article brings: those of its lead before it first says when."""
    found = set()
    for number, mention in enumerate(mentions):
        undated = mention.interval is None or mention.basis is Basis.PUBLISHED
        if not undated or mention.sentence.start >= LEAD:
            break
        if mention.status is Status.HAPPENED:
            found.add(number)
    return found


def _hull(one: Mention, other: Mention) -> Interval | None:
    if one.interval is None or other.interval is None:
        return None
    return one.interval.hull(other.interval)


def _date(article: Article, mentions_of: MentionsOf, links: Links, today: date) -> InferredDate | None:
    """The days that agree with most of the clues, if enough of them do and no other days are nearly as good."""
    clues = clues_of(article, mentions_of, links, today)
    if not clues:
        return None
    days = sorted({day for clue in clues for day in clue.days})
    scores = {day: sum(clue.value(day) for clue in clues) for day in days}
    best = max(scores.values())
    runs = _runs([day for day in days if scores[day] >= best - _SLACK])
    if len(runs) != 1 or _has_rival(scores, runs[0], best):
        return None
    return _result(clues, scores, runs[0])


def _runs(days: list[int]) -> list[list[int]]:
    """Days in ascending order, parted where the calendar has a gap."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= _RUN_GAP:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _has_rival(scores: Mapping[int, float], run: list[int], best: float) -> bool:
    """Whether days well away from the best run score nearly as well."""
    away = (score for day, score in scores.items() if day < run[0] - 7 or day > run[-1] + 7)
    return max(away, default=0.0) >= _RIVAL * best


def _bites(clue: Clue, run: list[int]) -> bool:
    """Whether the clue shuts out days near the result; a bound far away doesn't speak for it."""
    reach = _BOUND_REACH if clue.one_sided else _REACH
    near = (*range(run[0] - reach, run[0]), *range(run[-1] + 1, run[-1] + reach + 1))
    return any(clue.value(day) <= 0.0 for day in near if clue.known is None or day in clue.known)


def _result(clues: Sequence[Clue], scores: Mapping[int, float], run: list[int]) -> InferredDate | None:
    """The run as a result, where it is short and enough independent clues agree on it."""
    best = max(run, key=lambda day: scores[day])
    agreeing = sorted((clue for clue in clues if clue.value(best) > 0.0), key=lambda clue: -clue.value(best))
    against = sum(clue.weight for clue in clues if clue.links_articles and clue.value(best) <= 0.0)
    telling = [clue for clue in agreeing if clue.counts and _bites(clue, run)]
    weight = sum(clue.value(best) * min(clue.witnesses, 2) for clue in telling)
    witnesses = sum(min(clue.witnesses, 2) for clue in telling)
    if run[-1] - run[0] >= _LONGEST or weight < _ENOUGH or witnesses < 2 or against > 0.5 * weight:
        return None
    reasons = dict.fromkeys(clue.words(run) for clue in agreeing if _bites(clue, run))
    return InferredDate(Interval(run[0], run[-1]), tuple(reasons)[:_MOST_REASONS], weight - against)
