"""The clues to a publication day in words that a person can check.

Separate from the clues: what is printed for people changes for other reasons than what is reckoned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from regesta.linking.dating_links import DatedMention, Link, meet
from regesta.model.article import Article
from regesta.model.edtf import Edtf
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention

Words = Callable[[list[int]], str]
"""Given the days of the result, what a clue says."""


def meeting(
    mine: Mention, meant: Callable[[int], Interval | None], links: Sequence[Link], days: Mapping[int, float]
) -> Words:
    """“last week” means the event that TASS of 2023-11-12 dates … (“in early November”): published … to …."""

    def told(run: list[int]) -> str:
        best = max(run, key=lambda day: days.get(day, 0.0))
        expression = mine.time.text if mine.time else ""
        link = next((link for link in links if meet(meant(best), link.dated.days)), links[0])
        first, last = _around(days, run)
        told_by = f"{_told(link.dated)}{_as_do(link.dated, links)}"
        return f"“{expression}” means the event that {told_by}: published {_print(first, last)}"

    return told


def _as_do(dated: DatedMention, links: Sequence[Link]) -> str:
    """The other publishers that date the event to the same days."""
    others = {link.dated.publisher for link in links if link.dated.days == dated.days and not link.dated.assumed}
    names = sorted(others - {dated.publisher})
    return f", as {'do' if len(names) > 1 else 'does'} {', '.join(names)}" if names and not dated.assumed else ""


def _around(days: Mapping[int, float], run: list[int]) -> tuple[int, int]:
    """The unbroken stretch of a clue's days around the result."""
    inside = [day for day in run if days.get(day, 0.0) > 0.0] or run
    first, last = inside[0], inside[-1]
    while days.get(first - 1, 0.0) > 0.0:
        first -= 1
    while days.get(last + 1, 0.0) > 0.0:
        last += 1
    return first, last


def order(article: Article, mine: Mention, link: Link) -> Words:
    """“to visit”: it announces what TASS of 2023-11-12 dates … (“this week”)."""

    def told(run: list[int]) -> str:
        days = link.dated.days
        past = mine.status is Status.HAPPENED and days is not None and (days.first or run[0]) <= run[0]
        tells = "tells as past" if past else "announces"
        return f"“{mine.trigger.of(article.text)}”: it {tells} what {_told(link.dated)}"

    return told


def own(mine: Mention) -> Words:
    """“9 November” is still to come."""
    expression = mine.time.text if mine.time else ""
    tells = "is past" if mine.status is Status.HAPPENED else "is still to come"
    return lambda _: f"“{expression}” {tells}"


def _told(dated: DatedMention) -> str:
    """How a dated article dates the event."""
    published = _print(dated.published.first, dated.published.last)
    words = f" (“{dated.mention.time.text}”)" if dated.mention.time and not dated.assumed else ""
    when = _print(dated.days.first, dated.days.last) if dated.days else "no day"
    return f"{dated.publisher} of {published} dates {when}{words}"


def _print(first: int | None, last: int | None) -> str:
    return str(Edtf.of(Interval(first, last)))
