"""The clues to a publication day in words that a person can check.

Separate from the clues: what is printed for people changes for other reasons than what is reckoned.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.linking.dating.links import DatedMention, Link
from regesta.linking.dating.meanings import Meaning
from regesta.model.article import Article
from regesta.model.edtf import Edtf
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention


def event(article: Article, mine: Mention, meaning: Meaning, links: Sequence[Link], result: Interval) -> str:
    """“last week” may mean the event that TASS of 2023-11-12 dates …; or: “visited”: it tells as past what …."""
    if meaning.weekly and mine.time is not None:
        for link in links:
            if _meets(meaning, link.dated.days, result):
                return f"“{mine.time.text}” suits the event that {_told(link.dated)}"
    tells = "announces" if mine.status is Status.PLANNED or meaning.ahead else "tells as past"
    return f"“{mine.trigger.of(article.text)}”: it {tells} what {_told(links[0].dated)}"


def _meets(meaning: Meaning, days: Interval, result: Interval) -> bool:
    """Whether the expression means these days on one of the result's days."""
    if days.length is None:
        return False
    near = range(result.first or 0, (result.last or 0) + 1)
    return any((mine := meaning.on(day)) is not None and mine.intersection(days) is not None for day in near)


def _told(dated: DatedMention) -> str:
    """How a dated article dates the event."""
    published = _print(dated.published)
    if dated.assumed:
        tells = "announced" if dated.days.last is None else "told"
        return f"{dated.publisher} {tells} on {published}"
    words = f" (“{dated.mention.time.text}”)" if dated.mention.time else ""
    return f"{dated.publisher} of {published} dates {_print(dated.days)}{words}"


def _print(days: Interval) -> str:
    return str(Edtf.of(days))
