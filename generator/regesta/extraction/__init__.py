"""Extraction: sentences and time expressions to mentions. Who did what, when, where, in whose words.

`prepare` reads all articles once, since names agree across them; `extract` then takes one article at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.extraction.actors import actors
from regesta.extraction.cast import Company
from regesta.extraction.counting import counted, counted_back
from regesta.extraction.discourse import connect
from regesta.extraction.learning import learn
from regesta.extraction.lore import Entity, Lore
from regesta.extraction.mentions import mentions_of
from regesta.extraction.rulings import obey
from regesta.extraction.sentence import Sentence, sentences_of
from regesta.extraction.speech import speech
from regesta.extraction.times import days_of
from regesta.extraction.triggers import Telling
from regesta.model.article import Article, PublishedBasis
from regesta.model.authority import Authority
from regesta.model.event import Basis, Status
from regesta.model.interval import Interval
from regesta.model.judgement import Judgement
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind, TimeExpression

__all__ = ["Entity", "Lore", "extract", "prepare", "redate"]


_LEAD = 6
"""Sentences, headline and standfirst included, within which a report's news stands."""
_GOES_ON, _NEWS = 3, 7
"""Sentences behind a lead that may say when it was; days for which it is news."""
_TOLD = 1.4
"""Strength from which a lead tells a happening."""


def prepare(
    articles: Iterable[tuple[Article, Sequence[TimeExpression]]],
    own: Sequence[Authority] = (),
    judgements: Iterable[Judgement] = (),
) -> Lore:
    """What all articles together say about names; expressions keep dates from being taken for names.

    `own` are names with variants that people wrote, `judgements` their verdicts; both are final.
    """
    read = [(article, found, sentences_of(article, found)) for article, found in articles]
    lore = learn(sentence for _, _, sentences in read for sentence in sentences)
    obey(lore, own, judgements)
    lore.sentences.update((article.id, (found, sentences)) for article, found, sentences in read)
    return lore


def extract(article: Article, expressions: Sequence[TimeExpression], *, lore: Lore) -> tuple[Mention, ...]:
    """The article's mentions, in the order of the text."""
    company = Company(recent=[])
    tellings = []
    for sentence in _sentences(article, expressions, lore):
        involved = actors(sentence, lore, company)
        said = speech(sentence, involved, company)
        if said and said.speaker and not said.only_source:
            company.speaker = said.speaker.use
        telling = Telling(sentence=sentence, actors=involved, speech=said)
        tellings.append((telling, mentions_of(telling)))
    return tuple(counted_back(_lead_dated(article, connect(tellings))))


def _sentences(article: Article, expressions: Sequence[TimeExpression], lore: Lore) -> Sequence[Sentence]:
    """The article's sentences, those that `prepare` read where nothing has changed since."""
    known, sentences = lore.sentences.pop(article.id, (None, ()))
    if known is expressions and sentences and sentences[0].article is article:
        return sentences
    return sentences_of(article, expressions)


def _lead_dated(article: Article, mentions: list[Mention]) -> list[Mention]:
    """The news that headline and lead tell without a day is of the day of publication; its basis says so.

    Only where that day is known rather than inferred, unless the text itself bears it; other sources' days outweigh it.
    """
    days = article.published.days if article.published else None
    known = article.dateline is not None or article.published_basis is not PublishedBasis.INFERRED
    lead = next((n for n, m in enumerate(mentions) if not m.headline), None)
    if days is None or days.length != 1 or not known or lead is None or mentions[lead].number > _LEAD:
        return mentions
    root = mentions[lead].continues
    chosen = lead if root is None else root
    mention = mentions[chosen]
    plain = mention.status is Status.HAPPENED and not mention.noun and mention.strength >= _TOLD
    if plain and mention.time is None and mentions[lead].time is None and _headed(mentions, chosen, article):
        days = _since_told(mentions, mention, days)
        basis = Basis.PUBLISHED if article.dateline is None else None
        reasons = (*mention.reasons, "lead, dated by publication +1.0")
        mentions[chosen] = replace(
            mention, interval=days, basis=basis, strength=mention.strength + 1.0, reasons=reasons
        )
    return mentions


def _since_told(mentions: Sequence[Mention], lead: Mention, published: Interval) -> Interval:
    """From a day of the last week that the next sentences name for the same people, else the day of publication."""
    first = published.first or 0
    for other in mentions:
        near = 0 < other.number - lead.number <= _GOES_ON and other.status is Status.HAPPENED
        if not near or other.time is None or other.time.anchor.kind not in (AnchorKind.DCT, AnchorKind.DATELINE):
            continue
        days, own = other.interval, not other.actor_keys or bool(other.actor_keys & lead.actor_keys)
        if own and days and days.length == 1 and 0 < first - (days.first or 0) <= _NEWS:
            return days.hull(published)
    return published


def _headed(mentions: Sequence[Mention], chosen: int, article: Article) -> bool:
    """Whether the headline tells the same, or the text begins with a dateline."""
    if article.dateline is not None:
        return True
    return any(m.headline and m.continues == chosen for m in mentions)


def redate(mentions: Iterable[Mention], expressions: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """The same mentions with the days of the same expressions, resolved for another DCT."""
    return tuple(_redated(mention, expressions) for mention in mentions)


def _redated(mention: Mention, expressions: Sequence[TimeExpression]) -> Mention:
    if mention.time_index is None:
        return mention
    time = expressions[mention.time_index]
    if mention.counted:
        return counted(mention, time.interval, index=mention.time_index, span=time.span)
    until = None if mention.end_index is None else expressions[mention.end_index]
    return replace(mention, time=time, interval=days_of(time, until))
