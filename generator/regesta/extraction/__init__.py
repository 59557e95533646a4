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
from regesta.model.mention import Mention
from regesta.model.timex import TimeExpression

__all__ = ["Entity", "Lore", "extract", "prepare", "redate"]


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
    return tuple(connect(tellings))


def redate(mentions: Iterable[Mention], expressions: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """The same mentions with the days of the same expressions, resolved for another DCT."""
    return tuple(
        mention
        if mention.time_index is None
        else replace(mention, time=expressions[mention.time_index], interval=expressions[mention.time_index].interval)
        for mention in mentions
    )
