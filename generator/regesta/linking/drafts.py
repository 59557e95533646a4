"""Events as drafts of records: date, type, status, people, evidence, each from the mentions of one group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from regesta.linking.clusters import Cluster
from regesta.linking.dates import Dated
from regesta.linking.titling.desk import Desk
from regesta.linking.titling.slugs import slug
from regesta.linking.titling.summaries import summary
from regesta.linking.titling.title_words import words_of
from regesta.linking.titling.titles import title
from regesta.linking.titling.worth import Told
from regesta.model.article import Article
from regesta.model.authority import Authority
from regesta.model.body import is_body
from regesta.model.edtf import Edtf
from regesta.model.event import LASTING, Basis, Event, EventType, Source, Status
from regesta.model.interval import Interval, civil_day
from regesta.model.mention import Mention
from regesta.model.timex import AnchorKind

_ACTORS = 4
_TELLS_LITTLE = {
    "other.": 0.3,
    "statement.say": 0.4,
    "statement.announce": 0.7,
    "decision.decide": 0.7,
    "other.open": 0.5,
    "other.find": 0.5,
    "disaster.death": 0.5,
    "disaster.injury": 0.5,
    "other.move": 0.6,
}
"""What concepts weigh that stand for events of any kind, or beside them: something was said, began, was found, went
somewhere; the dead and injured are told of wherever it is about the accident."""
_NO_DEED = (EventType.STATEMENT, EventType.OTHER)
_DEED, _BESIDE_DEED = 2.5, 0.7
"""From what weight a deed is told, and what statements weigh beside it."""
_DENIAL = 0.1
"""What a statement weighs in the type of what is denied."""
_CONTINUED = 0.8
"""What somebody's part in a sentence that only goes on weighs beside one that tells."""
_NAMELESS = 0.6
"""What a body without a name weighs beside those who have one: it may be one of them, told otherwise."""


def draft(cluster: Cluster, dated: Dated, desk: Desk, rank: int) -> Event:
    """The event of a group; its references to other events are filled in later."""
    articles, names = desk.articles, desk.names
    strongest = cluster.ranked
    status = status_of(strongest)
    kind = _type(strongest, status)
    lasted = _lasted(strongest, dated.days) if kind in LASTING else None
    days = lasted or dated.days
    date = Edtf.of(days) if days else None
    actors = _actors(strongest, cluster.continued, names)
    told = Told(
        type=kind,
        status=status,
        concept=_concept(strongest, kind),
        actors=_keys([*strongest, *cluster.continued], actors, names),
    )
    tellers = [m for m in strongest if m not in dated.outside] or strongest
    heading = title([*tellers, *cluster.continued], told, desk)
    language, text = (desk.language, heading) if isinstance(heading, str) else next(iter(heading.items()))
    words = words_of(language)
    return Event(
        id=f"{_first_day(days, cluster, articles)}-{slug(text, small=words.idle)}",
        title=heading,
        date=date,
        duration=Edtf.of(lasted) if lasted else None,
        type=kind,
        status=status,
        summary=summary([*tellers, *cluster.continued], told, desk),
        actors=actors,
        places=_places(strongest, names),
        importance=rank,
        sources=tuple(_sources(cluster, dated, articles, names, actors)),
    )


def _lasted(members: Sequence[Mention], days: Interval | None) -> Interval | None:
    """The days for which an event went on, as its strongest teller says, where the other days are among them."""
    told = next((m.interval for m in members if m.lasts and m.interval and m.interval.length), None)
    return told if told and told.length and told.length > 1 and (days is None or told.holds(days)) else None


def _concept(members: Sequence[Mention], kind: EventType) -> str:
    """What most of the telling that has the event's type calls it."""
    votes: Counter[str] = Counter()
    for mention in members:
        if mention.type is kind:
            votes[mention.concept] += max(mention.strength, 0.1)  # type: ignore[assignment]
    return min(votes, key=lambda concept: (-votes[concept], concept), default="")


def _keys(members: Sequence[Mention], actors: Sequence[str], names: Mapping[str, Authority]) -> tuple[str, ...]:
    """The keys of the actors, in their order."""
    keys = {name_of(use.key, names): use.key for mention in members for use in mention.actors}
    return tuple(keys[name] for name in actors)


def _first_day(days: Interval | None, cluster: Cluster, articles: Mapping[str, Article]) -> str:
    number = (days.first or days.last) if days else None
    if number is None:
        known = [a.published.days.first for m in cluster.members if (a := articles[m.article]).published]
        number = min((n for n in known if n is not None), default=None)
    if number is None:
        return "undated"
    year, month, day = civil_day(number)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _type(members: Sequence[Mention], status: Status) -> EventType:
    """The kind most of the telling goes to; what never took place is of the deed's kind, not of its denial's.

    Who acts is quoted as well, so what was said weighs less beside a deed.
    """
    votes: Counter[EventType] = Counter()
    for mention in members:
        votes[mention.type] += _weight(mention, status)  # type: ignore[assignment]
    deeds = max((weight for kind, weight in votes.items() if kind not in _NO_DEED), default=0)
    if deeds >= _DEED:
        votes[EventType.STATEMENT] *= _BESIDE_DEED  # type: ignore[assignment]
    return min(votes, key=lambda kind: (-votes[kind], kind.value))


def _weight(mention: Mention, status: Status) -> float:
    """What a mention weighs in the type: "said" little beside what was done, and "will say" even less."""
    spoken = mention.type is EventType.STATEMENT
    weight = max(mention.strength, 0.1)
    if mention.noun or (spoken and mention.status is Status.PLANNED):
        weight *= 0.5
    if spoken and status is Status.DENIED:
        weight *= _DENIAL
    return weight * _TELLS_LITTLE.get(mention.concept, 1.0)


def status_of(members: Sequence[Mention]) -> Status:
    """Whether it took place: a denial or a cancellation outweighs a plan, a report outweighs all but a later denial."""
    weights: Counter[Status] = Counter()
    for mention in members:
        weights[mention.status] += max(mention.strength, 0.3)  # type: ignore[assignment]
    for strong in (Status.CANCELLED, Status.DENIED):
        if weights[strong] and weights[strong] >= 0.5 * weights[Status.HAPPENED]:
            return strong
    if weights[Status.HAPPENED]:
        return Status.HAPPENED
    return Status.PLANNED if weights[Status.PLANNED] else Status.HAPPENED


def name_of(key: str, names: Mapping[str, Authority]) -> str:
    """A name as records write it; a body without one by what it is."""
    if key in names:
        return names[key].name
    return key.partition(":")[2].capitalize() if is_body(key) else key


def _actors(
    members: Sequence[Mention], continued: Sequence[Mention], names: Mapping[str, Authority]
) -> tuple[str, ...]:
    """Who acts or is acted upon, the most often told first; the sentences that only go on count for less."""
    votes: Counter[str] = Counter()
    for weight, mention in [(1.0, m) for m in members] + [(_CONTINUED, m) for m in continued]:
        for rank, use in enumerate(mention.actors):
            vote = weight * max(mention.strength, 0.2) / (1 + 0.8 * rank)
            votes[name_of(use.key, names)] += vote * (_NAMELESS if use.kind == "group" else 1)  # type: ignore[assignment]
    total = sum(max(m.strength, 0.2) for m in members)
    kept = [name for name in sorted(votes, key=lambda n: (-votes[n], n)) if votes[name] >= 0.2 * total]
    return tuple(kept[:_ACTORS])


def _places(members: Sequence[Mention], names: Mapping[str, Authority]) -> tuple[str, ...]:
    votes: Counter[str] = Counter()
    for mention in members:
        for use in mention.places:
            votes[name_of(use.key, names)] += 1
    return tuple(sorted(votes, key=lambda n: (-votes[n], n))[:3])


def _sources(
    cluster: Cluster,
    dated: Dated,
    articles: Mapping[str, Article],
    names: Mapping[str, Authority],
    actors: Collection[str],
) -> list[Source]:
    """The quotes of each article, in the order of the articles' dates and of the text."""
    by_article: dict[str, dict[int, Mention]] = {}
    outside = {id(mention) for mention in dated.outside}
    for mention in [*dated.beside, *sorted(cluster.members, key=lambda m: -m.strength), *cluster.continued]:
        if id(mention) not in outside:
            by_article.setdefault(mention.article, {}).setdefault(mention.number, mention)
    found = []
    for article_id in sorted(by_article, key=lambda a: (_published(articles[a]), a)):
        chosen = by_article[article_id]
        found += [_source(chosen[number], articles[article_id], names, actors) for number in sorted(chosen)]
    return found


def _published(article: Article) -> int:
    return article.published.days.first or 0 if article.published else 10**9


def _source(mention: Mention, article: Article, names: Mapping[str, Authority], actors: Collection[str]) -> Source:
    quote = mention.sentence.line(article.text)
    own = mention.time is not None and mention.sentence.holds(mention.time.span)
    dates = mention.interval is not None and (mention.interval.first is not None or mention.interval.last is not None)
    before = " ".join(article.text[: mention.sentence.start].split())
    return Source(
        article=article.id,
        quote=quote,
        prefix=before[-30:].lstrip() or None if article.text.count(mention.sentence.of(article.text)) > 1 else None,
        when=mention.when.line(article.text) if own and mention.when and dates else None,
        date=Edtf.of(mention.interval) if dates and mention.interval else None,
        basis=_basis(mention) if dates else None,
        speaker=_speaker(mention, names, actors),
    )


def _speaker(mention: Mention, names: Mapping[str, Authority], actors: Collection[str]) -> str | None:
    """Whose words a quote is: a person, or one of the event's actors; what only reports is nobody."""
    if mention.speaker is None:
        return None
    name = name_of(mention.speaker.key, names)
    return name if mention.speaker.kind == "person" or name in actors else None


def _basis(mention: Mention) -> Basis:
    if mention.basis is not None:
        return mention.basis
    if mention.time is None:
        return Basis.PUBLISHED
    stated = mention.time is not None and mention.time.anchor.kind is AnchorKind.NONE
    return Basis.STATED if stated else Basis.DERIVED
