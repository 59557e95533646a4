"""Learn anew by how much each sign should count when two mentions are compared.

    python tests/quality/learn_weights.py        the weights stand in linking/comparison.py and linking/timing.py

A pair of mentions is one event where its sentences belong to one event of the gold chronology; sentences that tell of
several are left out, since nothing says which of a sentence's mentions tells which. The regression is logistic with a
small ridge, each affair weighing the same. For each sign the list says by how much its present weight should be
multiplied, in how many pairs it stands, and how far that is settled: a factor near 1 has nothing to teach.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.quality.score_chronology import fold, gold_sentences, load_story, quotes_match  # noqa: E402
from tests.quality.test_affairs import TODAY, project  # noqa: E402

from regesta import linking, pipeline  # noqa: E402
from regesta.config import Config  # noqa: E402
from regesta.linking.clusters import Ground  # noqa: E402
from regesta.linking.comparison import compare  # noqa: E402
from regesta.linking.timing import shares_of_news, shares_of_weekday  # noqa: E402
from regesta.model.article import Article  # noqa: E402
from regesta.model.mention import Mention  # noqa: E402

RIDGE = 1.0
WEEK = 7
"""Days beyond which no pair is in question."""


def pairs_of(affair: Path) -> Iterator[tuple[dict[str, float], bool]]:
    """Each pair of an affair: what each sign adds, and whether it is one event."""
    mentions, ground, articles = _linked(affair)
    gold, _, _ = load_story(affair)
    told = {event["id"]: gold_sentences(event) for event in gold}
    events = [_events_of(mention, articles[mention.article], told) for mention in mentions]
    for (one, its), (other, theirs) in itertools.combinations(zip(mentions, events, strict=True), 2):
        far = one.interval and other.interval and one.interval.gap(other.interval) > WEEK
        if far or not its or not theirs or (len(its) > 1 and len(theirs) > 1):
            continue
        same = bool(its & theirs)
        if same and len(its | theirs) > 1:
            continue
        written = (ground.published.get(one.article), ground.published.get(other.article))
        signs: dict[str, float] = defaultdict(float)
        news = (*shares_of_news(one, other, written), *shares_of_weekday(one, other))
        for share in (*compare(one, other, ground.rarity).shares, *news):
            signs[share.words] += share.value
        yield signs, same


def _linked(affair: Path) -> tuple[Sequence[Mention], Ground, dict[str, Article]]:
    """The mentions of an affair as they came to be grouped last."""
    seen: list[tuple[Sequence[Mention], Ground]] = []
    grouping, whole = linking.cluster, linking.link
    known: dict[str, Article] = {}

    def watched(mentions: Sequence[Mention], ground: Ground) -> object:
        seen.append((mentions, ground))
        return grouping(mentions, ground)

    def started(articles: dict[str, Article], *rest: object, **options: object) -> object:
        known.update(articles)
        return whole(articles, *rest, **options)

    with tempfile.TemporaryDirectory() as folder:
        project(affair, Path(folder))
        with patch.object(linking, "cluster", watched), patch.object(linking, "link", started):
            pipeline.update(Path(folder), config=Config(), today=TODAY, report=lambda _: None)
    return *seen[-1], known


def _events_of(mention: Mention, article: Article, told: dict[str, set[tuple[str, str]]]) -> set[str]:
    """Ids of the gold events whose sentence a mention stands in."""
    quote = fold(mention.sentence.line(article.text))
    exact = {name for name, sentences in told.items() if (mention.article, quote) in sentences}
    if exact:
        return exact
    return {
        name
        for name, sentences in told.items()
        if any(article_id == mention.article and quotes_match(quote, text) for article_id, text in sentences)
    }


def regression(rows: np.ndarray, same: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients of a logistic regression and their standard errors, the intercept first, by Newton's method."""
    rows = np.column_stack([np.ones(len(rows)), rows])
    ridge = np.diag([0.0, *[RIDGE] * (rows.shape[1] - 1)])
    found = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (same - chance)) - ridge @ found
        bend = (rows.T * (weights * chance * (1 - chance))) @ rows + ridge
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return found, np.sqrt(np.diag(np.linalg.inv(bend)))


def main() -> None:
    """Print each sign with its factor, the most common first."""
    told = [list(pairs_of(affair)) for affair in sorted((HERE / "affairs").iterdir())]
    every = [pair for pairs in told for pair in pairs]
    counts: dict[str, int] = defaultdict(int)
    for signs, _ in every:
        for words in signs:
            counts[words] += 1
    names = sorted(counts, key=lambda words: (-counts[words], words))
    rows = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in every])
    rows = np.clip(rows, -10, 10)
    same = np.array([float(one) for _, one in every])
    weights = np.array([len(every) / len(told) / len(pairs) for pairs in told for _ in pairs])
    found, errors = regression(rows, same, weights)
    lines = [f"{len(every)} pairs, {int(same.sum())} of them one event; even at a sum of {-found[0]:.1f}"]
    for name, factor, error in zip(names, found[1:], errors[1:], strict=True):
        lines.append(f"{factor:6.2f} ± {error:4.2f}  {counts[name]:6}  {name}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
