"""People's judgements on events: these are one, those are not; the generator obeys them for ever.

A judgement names records by id, and a record is known by its evidence. So the mentions whose sentences a record quotes
bear that record's id, and groups are joined or kept apart by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regesta.model.article import Article
from regesta.model.event import Event
from regesta.model.judgement import Judgement, Subject, Verdict
from regesta.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the judgements mean for mentions."""

    record_of: dict[tuple[str, int], str] = field(default_factory=dict)
    """(article, start of the sentence) -> id of the record that quotes it."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of records that are not one event."""
    together: frozenset[frozenset[str]] = frozenset()
    """Pairs of records that are one event."""

    def record(self, mention: Mention) -> str | None:
        """The record that quotes a mention's sentence."""
        return self.record_of.get((mention.article, mention.sentence.start))

    def forbid(self, mention: Mention, members: Sequence[Mention]) -> bool:
        """Whether a mention may not join these."""
        own = self.record(mention) if self.apart else None
        return own is not None and any(
            frozenset({own, other}) in self.apart for other in map(self.record, members) if other
        )

    def demand(self, one: Sequence[Mention], other: Sequence[Mention]) -> bool:
        """Whether two groups have to be one."""
        if not self.together:
            return False
        return any(
            frozenset({a, b}) in self.together
            for a in map(self.record, one)
            for b in map(self.record, other)
            if a and b
        )


def rulings(
    judgements: Sequence[Judgement],
    records: Sequence[Event],
    mentions: Mapping[str, Sequence[Mention]],
    articles: Mapping[str, Article],
) -> Rulings:
    """The rulings on events; empty where nobody judged any."""
    judged = [j for j in judgements if j.subject is Subject.EVENTS]
    named = {member for judgement in judged for member in judgement.members}
    if not named:
        return Rulings()
    quotes = {
        (source.article, " ".join(source.quote.split())): event.id
        for event in records
        if event.id in named
        for source in event.sources
        if source.article and source.quote
    }
    record_of = {}
    for article, found in mentions.items():
        for mention in found:
            sentence = mention.sentence.line(articles[article].text)
            if (article, sentence) in quotes:
                record_of[article, mention.sentence.start] = quotes[article, sentence]
    return Rulings(record_of, _pairs(judged, Verdict.DIFFERENT), _pairs(judged, Verdict.SAME))


def _pairs(judged: Sequence[Judgement], verdict: Verdict) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset({one, other})
        for judgement in judged
        if judgement.verdict is verdict
        for one in judgement.members
        for other in judgement.members
        if one != other
    )
