"""A neutral line and a summary for an event, in words that its sources print.

Nothing is invented. The title is a headline, a clause cut out of a sentence, or a speaker and the words said; the
summary is what the two best sentences say. Words such as "on Tuesday" are left out of both, since they mean nothing
away from their article: the record says the date. The chronology's language comes first, else the source's is marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.linking.clauses import clauses_of
from regesta.model.article import Article, BlockKind
from regesta.model.authority import Authority
from regesta.model.event import Translated
from regesta.model.mention import Mention

LONGEST = 90
"""Characters of a title."""
_SHORTEST = 14
_SUMMARY = 420
"""Characters of a summary, unless one sentence is longer."""
_HEADLINE, _CLAUSE, _SPOKEN, _LOOSE = range(4)
"""Kinds of lines, the best first."""


def title(
    mentions: Sequence[Mention], articles: Mapping[str, Article], language: str, names: Mapping[str, Authority]
) -> Translated:
    """One line of at most 90 characters; a mapping with the language where it isn't the chronology's."""
    ranked = []
    for order, mention in enumerate(mentions):
        article = articles[mention.article]
        foreign = not _same(article.language, language)
        for kind, line in _lines(mention, article, names):
            ranked.append((foreign, kind, order, line, article.language))
    foreign, _, _, line, source = min(ranked)
    return {source: line} if foreign else line


def summary(
    mentions: Sequence[Mention], articles: Mapping[str, Article], language: str, names: Mapping[str, Authority]
) -> Translated:
    """One or two sentences of the sources, in one language; a mapping where that isn't the chronology's."""
    ranked = sorted(enumerate(mentions), key=lambda pair: _worth(pair[1], articles[pair[1].article], language, pair[0]))
    chosen = ranked[0][1]
    first = articles[chosen.article]
    sentences: list[str] = []
    for _, mention in ranked:
        article = articles[mention.article]
        if mention is not chosen and (mention.noun or mention.status is not chosen.status):
            continue  # an announcement beside the report, or a passing reference, only repeats
        sentence = clauses_of(mention, article, names).sentence()
        fits = sum(map(len, sentences)) + len(sentence) < _SUMMARY
        if _same(article.language, first.language) and sentence not in sentences and (fits or not sentences):
            sentences.append(sentence)
        if len(sentences) == 2:
            break
    text = " ".join(sentences)
    return text if _same(first.language, language) else {first.language: text}


def _same(one: str, other: str) -> bool:
    return one.split("-", maxsplit=1)[0] == other.split("-", maxsplit=1)[0]


def _worth(mention: Mention, article: Article, language: str, order: int) -> tuple[bool, int, bool, bool, int]:
    """How well a sentence sums the event up; lower is better. A fragment of a quotation says little by itself."""
    return (
        not _same(article.language, language),
        _kind(mention, article) is BlockKind.HEADLINE,
        mention.noun,
        mention.quoted and mention.speaker is None,
        order,
    )


def _kind(mention: Mention, article: Article) -> BlockKind:
    return article.blocks[mention.block].kind


def _lines(mention: Mention, article: Article, names: Mapping[str, Authority]) -> list[tuple[int, str]]:
    """The lines that a mention offers, each with its kind."""
    clauses = clauses_of(mention, article, names)
    found = [(_LOOSE, clauses.clause(LONGEST) if clauses.relative else clauses.cut(LONGEST))]
    if _kind(mention, article) is BlockKind.HEADLINE and not mention.noun:
        headline = clauses.whole()
        if len(headline) <= LONGEST and not headline.endswith("?"):
            found.append((_HEADLINE, headline))
    if (spoken := clauses.spoken(LONGEST)) is not None:
        found.append((_SPOKEN, spoken))
    if not (mention.noun or clauses.relative) and clauses.has_subject:
        clause = clauses.clause(LONGEST)
        if not clause.endswith("…"):
            found.append((_CLAUSE, clause))
    return [(kind, line) for kind, line in found if kind == _LOOSE or len(line) >= _SHORTEST]
