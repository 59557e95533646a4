"""Linking: mentions across articles and languages to events, each once, with everyone's evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from regesta.linking.anchors import hangs, resolved
from regesta.linking.clusters import Cluster, Ground, cluster
from regesta.linking.dates import Dated, date_of
from regesta.linking.drafts import draft
from regesta.linking.encounters import during_visits
from regesta.linking.evidence import quoted
from regesta.linking.hindsight import with_hindsight
from regesta.linking.importance import AFFAIR, FRESH, deserves, forgotten, importance, overlooked, speaks
from regesta.linking.judgements import rulings
from regesta.linking.likeness import Rarity
from regesta.linking.meaning import Encoder, Meaning
from regesta.linking.news_days import news_days
from regesta.linking.responses import responses
from regesta.linking.titling.desk import Desk
from regesta.model.article import Article
from regesta.model.authority import Authority
from regesta.model.body import is_body
from regesta.model.event import Event
from regesta.model.interval import Interval
from regesta.model.judgement import Judgement
from regesta.model.mention import Mention
from regesta.model.timex import TimeExpression

__all__ = ["Known", "Linked", "Wanted", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found."""

    events: tuple[Event, ...]
    """Drafts of records, in the order of their dates."""
    reasons: dict[str, tuple[str, ...]]
    """Id of an event -> why its mentions are one, and how it was dated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known beside the articles themselves."""

    judgements: tuple[Judgement, ...] = ()
    """What people decided."""
    records: tuple[Event, ...] = ()
    """The records that stand."""
    copies: tuple[tuple[str, ...], ...] = ()
    """Articles that are near-copies, which count as one witness."""
    times: Mapping[str, Sequence[TimeExpression]] = field(default_factory=dict)
    """Id of an article -> its time expressions, which titles and summaries leave out."""
    officers: AbstractSet[str] = frozenset()
    """Keys of judges, prosecutors and police officers, whom no title calls arrested because they arrest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a chronology's settings ask of linking."""

    language: str = "en"
    """BCP 47: the language of titles and names, where the articles leave a choice."""
    least: int = 1
    """The importance (1 to 3) from which on an event is told."""
    encode: Encoder | None = None
    """The model that compares sentences by meaning, if any."""


NOTHING = Known()
USUAL = Wanted()
_WEAKEST = 0.3
"""Strength up to which a mention can't even support an event."""
_LARGE = 15
"""Articles from which on a collection is about somebody rather than about one affair."""


def link(
    articles: Mapping[str, Article],
    mentions: Mapping[str, Sequence[Mention]],
    *,
    names: Mapping[str, Authority],
    known: Known = NOTHING,
    wanted: Wanted = USUAL,
) -> Linked:
    """The events that the articles' mentions tell of; `known` is what stands outside the articles."""
    meaning = Meaning(wanted.encode, mentions, articles) if wanted.encode else None
    waiting = {id(m) for told in mentions.values() for m in told if hangs(m)}
    clusters, rarity = _grouped(articles, mentions, known, meaning, waiting)
    if waiting:
        mentions = resolved(mentions, clusters, articles)
        clusters, rarity = _grouped(articles, mentions, known, meaning)
    clusters = with_hindsight(clusters, articles)
    home = {id(m): c for c in clusters for m in c.members}
    _carry_on(mentions, home)
    witnesses = {article: group[0] for group in known.copies for article in group}
    total = len({witnesses.get(a, a) for a in articles})
    main = _prominent(mentions)
    days = sorted(a.published.days.first for a in articles.values() if a.published and a.published.days.first)
    within = FRESH if main else AFFAIR
    kept = [
        c
        for c in _kept(clusters, witnesses, main)
        if not overlooked(c, articles, days, within=within) and not (main and forgotten(c, days))
    ]
    answers = responses(kept, mentions, home, rarity)
    desk = Desk(
        articles=articles,
        names=names,
        language=wanted.language,
        mentions=mentions,
        times=known.times,
        officers=known.officers,
    )
    drafts: list[tuple[Cluster, Dated, Event]] = []
    shown = [quoted(group) for group in kept]
    own = [(group, date_of(group.members)) for group in shown]
    for found, evident, known_days in zip(kept, shown, during_visits(own), strict=True):
        dated = _told_as_news(known_days, evident, mentions, articles)
        dated = _bounded(dated, found, answers, articles)
        if (rank := importance(found, witnesses, total)) >= wanted.least:
            drafts.append((found, dated, draft(evident, dated, desk, rank)))
    return _finished(drafts, answers)


def _grouped(
    articles: Mapping[str, Article],
    mentions: Mapping[str, Sequence[Mention]],
    known: Known,
    meaning: Meaning | None = None,
    waiting: AbstractSet[int] = frozenset(),
) -> tuple[list[Cluster], Rarity]:
    """The groups of mentions that tell of one event, and how much each topic says; `waiting` ones are left out.

    What waits for another event's date would join the wrong event for want of its own.
    """
    every = [m for article in sorted(mentions) for m in mentions[article]]
    rarity = Rarity(every)
    answered = {
        id(m): told[m.answers]
        for told in mentions.values()
        for m in told
        if m.answers is not None and m.continues is None
    }
    roots = [m for m in every if m.continues is None and m.strength > _WEAKEST and id(m) not in waiting]
    ruled = rulings(known.judgements, known.records, mentions, articles)
    published = {a.id: a.published.days.first for a in articles.values() if a.published and a.published.days.first}
    ground = Ground(rarity=rarity, ruled=ruled, answered=answered, published=published, meaning=meaning)
    return cluster(roots, ground), rarity


def _kept(clusters: Sequence[Cluster], witnesses: Mapping[str, str], main: frozenset[str]) -> list[Cluster]:
    """The groups that make records: those told well, then statements by those who act in them."""
    told = {id(c) for c in clusters if deserves(c, witnesses, main)}
    principals = {use.key for c in clusters if id(c) in told for m in c.members for use in m.actors}
    return [c for c in clusters if id(c) in told or (not main and speaks(c, principals))]


def _prominent(mentions: Mapping[str, Sequence[Mention]]) -> frozenset[str]:
    """Keys of those whom a large collection is about: every fifth article at least tells of them."""
    if len(mentions) < _LARGE:
        return frozenset()
    held = Counter(key for told in mentions.values() for key in {use.key for m in told for use in m.actors})
    return frozenset(key for key, count in held.items() if count * 5 >= len(mentions) and not is_body(key))


def _carry_on(mentions: Mapping[str, Sequence[Mention]], home: dict[int, Cluster]) -> None:
    """Sentences that continue a mention go where it went."""
    for found in mentions.values():
        for mention in found:
            if mention.continues is not None:
                root = home.get(id(found[mention.continues]))
                if root is not None:
                    root.continued.append(mention)
                    home[id(mention)] = root


def _told_as_news(
    dated: Dated, found: Cluster, mentions: Mapping[str, Sequence[Mention]], articles: Mapping[str, Article]
) -> Dated:
    """Undated words that a fresh report tells are of its days."""
    days = news_days(found, mentions, articles) if dated.days is None else None
    return Dated(days, (*dated.reasons, "told as news beside what its article dates")) if days else dated


def _bounded(
    dated: Dated, found: Cluster, answers: Mapping[int, Sequence[Cluster]], articles: Mapping[str, Article]
) -> Dated:
    """An undated event lies between what it answers and the first article that tells it."""
    if dated.days is not None:
        return dated
    ends = [a.published.days.last for m in found.members if (a := articles[m.article]).published]
    last = min((n for n in ends if n is not None), default=None)
    begins = [date_of(other.members).days for other in answers.get(id(found), ())]
    first = max(
        (d.first for d in begins if d and d.first is not None and (last is None or d.first <= last)), default=None
    )
    if first is None and last is None:
        return dated
    words = "after what it answers" if first is not None else "not after the first article that tells it"
    return Dated(Interval(first, last), (*dated.reasons, words))


def _finished(drafts: Sequence[tuple[Cluster, Dated, Event]], answers: Mapping[int, Sequence[Cluster]]) -> Linked:
    """Ids made unique, references filled in, all in the order of their dates."""
    taken: dict[str, int] = {}
    ids: dict[int, str] = {}
    for found, _, event in drafts:
        taken[event.id] = taken.get(event.id, 0) + 1
        ids[id(found)] = event.id if taken[event.id] == 1 else f"{event.id}-{taken[event.id]}"
    days = {id(found): dated.days for found, dated, _ in drafts}
    events, reasons = [], {}
    for found, dated, event in drafts:
        name = ids[id(found)]
        answered = [
            ids[id(c)] for c in answers.get(id(found), ()) if id(c) in ids and _not_later(days[id(c)], dated.days)
        ]
        events.append(replace(event, id=name, responds_to=tuple(answered)))
        reasons[name] = (*dated.reasons, *found.reasons)
    events.sort(key=lambda e: (e.id[:10], e.id))
    return Linked(tuple(events), reasons)


def _not_later(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None or one.first is None or other.last is None:
        return True
    return one.first <= other.last
