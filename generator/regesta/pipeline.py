"""The editorial wing from end to end: articles in, records out. The only file that knows the order of the stages.

read (ingest) -> recognise time expressions (tagging) -> learn names, find mentions (extraction) -> date the undated,
link (linking) -> merge with what stands (merging). A bad article is skipped with one line; everything else goes on.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from regesta import extraction, ingest, linking, merging, tagging
from regesta.config import Config
from regesta.errors import ArticleError, ContentError
from regesta.extraction.authorities import authorities
from regesta.linking import copies
from regesta.linking.affair_year import affair_days, with_year
from regesta.linking.comparison import affinity
from regesta.linking.dating import InferredDate, infer
from regesta.linking.meaning import encoder
from regesta.model.article import Article, PublishedBasis
from regesta.model.authority import Authority
from regesta.model.edtf import Edtf
from regesta.model.interval import Interval
from regesta.model.mention import Mention
from regesta.model.timex import TimeExpression
from regesta.store import Repository

_MANY = 500
"""Articles from which on a run says how far it is."""
_LONGEST = 7
"""Days of an inferred publication date up to which its middle may stand for it."""
_WIDEST = 31
"""Days of an inferred publication date up to which expressions are worked out for each of its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateResult:
    """What an update found and did."""

    articles: int
    """How many articles were read."""
    skipped: tuple[ArticleError | ContentError, ...]
    """Why articles were left out."""
    notes: tuple[str, ...]
    """What a person should know."""
    explanations: tuple[str, ...]
    """How undated articles were dated, in words."""
    reasons: Mapping[str, tuple[str, ...]]
    """Id of an event -> why its mentions are one, and how it was dated."""
    merge: merging.Report
    """What was written."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look for waste in what lives to the end: a sixth of the time.

    No cycles are left behind: 5,000 articles take as much memory as with it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_uncollected()
def update(
    root: Path, *, config: Config, today: date, report: Callable[[str], None], dry_run: bool = False
) -> UpdateResult:
    """Bring the records of the project in `root` up to date with its seeds/.

    `today` bounds inferred dates; `report` is told what takes long. Raises an ExceptionGroup of ContentErrors where
    files that people wrote have faults, before anything is written.
    """
    repository = Repository(root, dry_run=dry_run)
    repository.records()  # raises for faulty records, before anything is written
    read, skipped = _read(repository, root)
    if len(read) > _MANY:
        report(f"{len(read)} articles read")
    articles = {article.id: article for article in ingest.without_recurring(read)}
    run = _Run(articles, repository)
    inferred = infer(list(articles.values()), run.mentions_on, affinity=affinity, today=today)
    run.date(inferred)
    names = authorities(run.lore, config.language)
    linked = linking.link(
        run.articles,
        run.mentions(),
        names=names,
        known=linking.Known(
            judgements=repository.judgements(),
            records=repository.events(),
            copies=copies.groups(list(articles.values())),
            times=run.expressions,
            officers=run.lore.officers(),
        ),
        wanted=linking.Wanted(
            language=config.language,
            least=int(config.least_importance),
            encode=None if config.meaning == "none" else encoder(config.meaning),
        ),
    )
    repository.fill_sidecars({article.id: _sidecar(article) for article in run.articles.values()})
    _propose(repository, linked, names)
    merged = merging.apply(repository, linked.events, {a.id: a.text for a in run.articles.values()})
    return UpdateResult(
        articles=len(articles),
        skipped=tuple(skipped),
        notes=(),
        explanations=tuple(_explained(run.articles, inferred)),
        reasons=linked.reasons,
        merge=merged,
    )


def _read(repository: Repository, root: Path) -> tuple[list[Article], list[ArticleError | ContentError]]:
    """The articles that can be read, and why the others can't."""
    found: list[Article] = []
    skipped: list[ArticleError | ContentError] = []
    for path in repository.article_files():
        try:
            found.append(ingest.read_article(path, repository.given(path.stem), root))
        except ArticleError as error:
            skipped.append(error)
        except ExceptionGroup as group:
            skipped.extend(error for error in group.exceptions if isinstance(error, ContentError))
    return found, skipped


class _Run:
    """The articles of one run with their expressions and mentions; what doesn't depend on dates is found once."""

    def __init__(self, articles: Mapping[str, Article], repository: Repository) -> None:
        self.articles = dict(articles)
        self.recognised = {a.id: tagging.recognise(a.text, language=a.language) for a in articles.values()}
        self.expressions = {a.id: self.resolved(a, _middle(a.published)) for a in articles.values()}
        self.lore = extraction.prepare(
            [(a, self.expressions[a.id]) for a in articles.values()],
            own=repository.own_names(),
            judgements=repository.judgements(),
        )
        self.found = {a.id: extraction.extract(a, self.expressions[a.id], lore=self.lore) for a in articles.values()}

    def resolved(self, article: Article, day: date | None) -> tuple[TimeExpression, ...]:
        return tagging.resolve(self.recognised[article.id], dct=day, dateline=article.dateline)

    def mentions_on(self, article: Article, day: date | None) -> Sequence[Mention]:
        """The article's mentions if it was published on this day."""
        return extraction.redate(self.found[article.id], self.resolved(article, day))

    def date(self, inferred: Mapping[str, InferredDate]) -> None:
        """Give the undated articles the dates that were inferred, and find their mentions again."""
        for name, result in inferred.items():
            self.articles[name] = replace(
                self.articles[name], published=Edtf.of(result.interval), published_basis=PublishedBasis.INFERRED
            )
            article = self.articles[name]
            self.expressions[name] = self.resolved(article, _middle(article.published))
            self.found[name] = extraction.extract(article, self.expressions[name], lore=self.lore)

    def mentions(self) -> dict[str, Sequence[Mention]]:
        """All mentions; where a publication date is several days, with the days that any of them allows."""
        affair = affair_days(self.articles.values())
        return {
            name: self._spread(article) if article.published else with_year(self.found[name], affair)
            for name, article in self.articles.items()
        }

    def _spread(self, article: Article) -> Sequence[Mention]:
        days = article.published.days if article.published else None
        if days is None or days.first is None or days.last is None or days.first == days.last:
            return self.found[article.id]
        if days.last - days.first >= _WIDEST:
            return self.mentions_on(article, None)
        each = [self.mentions_on(article, date.fromordinal(day)) for day in range(days.first, days.last + 1)]
        return [_hull(same) for same in zip(*each, strict=True)]


def _hull(same: Sequence[Mention]) -> Mention:
    """One mention with the days that it may mean, from the same mention on several possible days of publication."""
    days: Interval | None = None
    for mention in same:
        if mention.interval is None:
            return mention
        days = mention.interval if days is None else days.hull(mention.interval)
    return replace(same[0], interval=days)


def _middle(published: Edtf | None) -> date | None:
    """The day, or the moment, to work relative expressions out from; None where it isn't known to about two weeks."""
    if published is None:
        return None
    first, last = published.days.first, published.days.last
    if first is None or last is None or last - first >= _LONGEST:
        return None
    if "T" in published.text and "/" not in published.text:
        return datetime.fromisoformat(published.text.rstrip("?~%"))
    return date.fromordinal((first + last) // 2)


def _sidecar(article: Article) -> dict[str, Any]:
    """What the generator knows of an article, as its sidecar's keys."""
    return {
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "published": article.published.text if article.published else None,
        "published_basis": article.published_basis.value if article.published_basis else None,
        "sha256": article.sha256,
    }


def _propose(repository: Repository, linked: linking.Linked, names: Mapping[str, Authority]) -> None:
    """Names that the records use go to the authority files."""
    actors = {name for event in linked.events for name in event.actors}
    actors |= {source.speaker for event in linked.events for source in event.sources if source.speaker}
    places = {name for event in linked.events for name in event.places}
    known = {authority.name: authority for authority in names.values()}
    found = [known.get(n) or Authority(name=n, kind="group", variants={}) for n in sorted(actors)]
    spots = [known.get(n) or Authority(name=n, kind="place", variants={}) for n in sorted(places)]
    repository.propose_actors([_as(a, {"country": "state", "city": "state", "place": "state"}) for a in found])
    repository.propose_places([_as(a, {"organisation": "place", "person": "place", "group": "place"}) for a in spots])


def _as(authority: Authority, kinds: Mapping[str, str]) -> Authority:
    """The authority with the kind that its file allows."""
    return replace(authority, kind=kinds.get(authority.kind, authority.kind))


def _explained(articles: Mapping[str, Article], inferred: Mapping[str, InferredDate]) -> list[str]:
    found = []
    for name, result in sorted(inferred.items()):
        found.append(f"{name}: published {articles[name].published} ({result.sure:.0%} sure), since")
        found += [f"  {reason}" for reason in result.reasons]
    found += [f"{a.id}: left undated: too little to go by" for a in articles.values() if a.published is None]
    return found
