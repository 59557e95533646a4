"""Extraction: sentences and time expressions to mentions. Who did what, when, where, in whose words.

`prepare` reads all articles once, since names agree across them; `extract` then takes one article at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.extraction.actors import Company, actors
from regesta.extraction.discourse import connect
from regesta.extraction.lore import Entity, Lore, learn
from regesta.extraction.mentions import Telling, mentions_of
from regesta.extraction.sentence import sentences_of
from regesta.extraction.speech import speech
from regesta.model.article import Article
from regesta.model.event import Basis, Status
from regesta.model.mention import Mention
from regesta.model.timex import TimeExpression

__all__ = ["Entity", "Lore", "extract", "prepare", "redate"]


_LEAD = 6
"""Sentences, headline and standfirst included, within which a report's news stands."""


def prepare(articles: Iterable[tuple[Article, Sequence[TimeExpression]]]) -> Lore:
    """What all articles together say about names; expressions keep dates from being taken for names."""
    return learn(sentence for article, found in articles for sentence in sentences_of(article, found))


def extract(article: Article, expressions: Sequence[TimeExpression], *, lore: Lore) -> tuple[Mention, ...]:
    """The article's mentions, in the order of the text."""
    company = Company(recent=[])
    tellings = []
    for sentence in sentences_of(article, expressions):
        involved = actors(sentence, lore, company)
        telling = Telling(sentence=sentence, actors=involved, speech=speech(sentence, involved))
        tellings.append((telling, mentions_of(telling)))
    return tuple(_lead_dated(article, connect(tellings)))


def _lead_dated(article: Article, mentions: list[Mention]) -> list[Mention]:
    """The news of an agency report with a dateline is that day's, where its first sentence gives no other day."""
    days = article.published.days if article.published else None
    if article.dateline is None or days is None or days.length != 1:
        return mentions
    lead = next((m for m in mentions if not m.headline), None)
    if lead is None or lead.time or lead.noun or lead.status is not Status.HAPPENED or lead.number > _LEAD:
        return mentions
    root = lead.continues
    chosen = mentions.index(lead) if root is None else root
    if mentions[chosen].time is not None:
        return mentions
    mentions[chosen] = replace(mentions[chosen], interval=days, basis=Basis.PUBLISHED)
    return mentions


def redate(mentions: Iterable[Mention], expressions: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """The same mentions with the days of the same expressions, resolved for another DCT."""
    return tuple(
        mention
        if mention.time_index is None
        else replace(mention, time=expressions[mention.time_index], interval=expressions[mention.time_index].interval)
        for mention in mentions
    )
