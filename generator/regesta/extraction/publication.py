"""When a sentence's article was published, and what lies ahead of it."""

from __future__ import annotations

from regesta.extraction.sentence import Sentence
from regesta.model.interval import Interval


def published_days(sentence: Sentence) -> Interval | None:
    """When the sentence's article was published."""
    return sentence.article.published.days if sentence.article.published else None


def ahead(sentence: Sentence, days: Interval | None) -> bool:
    """Whether days lie after the publication, or run from it on: what was said can't be of them, what is due is."""
    published = published_days(sentence)
    if days is None or published is None or days.first is None or published.last is None:
        return False
    runs_on = days.first == published.first and (days.last or days.first) > published.last
    return days.first > published.last or runs_on
