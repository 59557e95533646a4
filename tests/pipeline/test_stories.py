"""Small affairs from saved articles to records: what a careful reader takes from them is what is found.

Each folder of stories/ holds seeds/ and events.yml; an event there is known by words of its evidence.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from regesta import pipeline, yamlio
from regesta.config import Config
from regesta.model.event import Event
from regesta.store.records import load_events

STORIES = sorted(path for path in (Path(__file__).parent / "stories").iterdir() if path.is_dir())
TODAY = date(2026, 1, 1)
FOUND, EXACT, EXTRA = 0.8, 0.8, 2
"""Shares of the events that must be found, and of those that must have their exact date; events beside them."""


def run(root: Path, seeds: Path | None = None, **options: Any) -> pipeline.UpdateResult:
    """One update of a project in `root`, made of `seeds` where given."""
    if seeds:
        shutil.copytree(seeds, root / "seeds")
        (root / "mkdocs.yml").write_text("site_name: A chronology\n", encoding="utf-8")
    return pipeline.update(root, config=Config(), today=TODAY, report=lambda _: None, **options)


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of a project."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and ".cache" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def supports(event: Event, article: str, words: str, text: str) -> bool:
    """Whether an event quotes the sentence in which these words stand."""
    at = text.find(words)
    assert at >= 0, words
    quotes = [(text.find(s.quote), s.quote) for s in event.sources if s.article == article and s.quote]
    return any(start <= at < start + len(quote) for start, quote in quotes)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_a_story_becomes_its_events(story: Path, tmp_path: Path) -> None:
    result = run(tmp_path, story / "seeds")
    assert result.skipped == ()
    events = load_events(tmp_path)
    expected = yamlio.parse((story / "events.yml").read_text(encoding="utf-8"), story / "events.yml")
    texts = {p.stem: " ".join(p.read_text(encoding="utf-8").split()) for p in (story / "seeds").glob("*.txt")}
    found, exact, told = 0, 0, set()
    for wanted in expected:
        fitting = [
            event
            for event in events
            if event.type.value == wanted["type"]
            and any(supports(event, a, words, texts[a]) for a, words in wanted["evidence"].items())
        ]
        found += bool(fitting)
        exact += any(event.date and event.date.text == wanted["date"] for event in fitting)
        told |= {event.id for event in fitting}
    assert found >= FOUND * len(expected)
    assert exact >= EXACT * len(expected)
    assert len(events) - len(told) <= EXTRA


def test_every_quote_is_verbatim(tmp_path: Path) -> None:
    for story in STORIES:
        run(tmp_path / story.name, story / "seeds")
        for event in load_events(tmp_path / story.name):
            for source in event.sources:
                path = story / "seeds" / f"{source.article}.txt"
                text = " ".join(path.read_text(encoding="utf-8").split())
                assert source.quote is not None
                assert source.quote in text
                assert source.when is None or source.when in source.quote


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, STORIES[0] / "seeds")
    before = snapshot(tmp_path)
    result = run(tmp_path)
    assert (result.merge.created, result.merge.changed, result.merge.removed) == ([], [], [])
    assert snapshot(tmp_path) == before


def test_no_articles_give_an_empty_chronology(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A chronology\n", encoding="utf-8")
    assert run(tmp_path).articles == 0
    assert load_events(tmp_path) == ()


def test_a_bad_article_is_skipped_with_a_line(tmp_path: Path) -> None:
    shutil.copytree(STORIES[0] / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    (tmp_path / "mkdocs.yml").write_text("site_name: A chronology\n", encoding="utf-8")
    result = run(tmp_path)
    assert ["broken.txt" in str(error) for error in result.skipped] == [True]
    assert load_events(tmp_path)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(STORIES[0] / "seeds", tmp_path / "seeds")
    (tmp_path / "mkdocs.yml").write_text("site_name: A chronology\n", encoding="utf-8")
    before = snapshot(tmp_path)
    assert run(tmp_path, dry_run=True).merge.created
    assert snapshot(tmp_path) == before


def test_two_events_that_a_person_ruled_the_same_become_one(tmp_path: Path) -> None:
    run(tmp_path, STORIES[0] / "seeds")
    one, other = [event.id for event in load_events(tmp_path)][:2]
    judgement = f"- {{verdict: same, events: [{one}, {other}], by: anna, on: 2026-01-02}}\n"
    (tmp_path / "content" / "judgements.yml").write_text(judgement, encoding="utf-8")
    count = len(load_events(tmp_path))
    run(tmp_path)
    assert len(load_events(tmp_path)) == count - 1
