"""The seeded chronology: what the three articles say together, and what a person's edit is worth."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from regesta import pipeline, yamlio
from regesta.config import Config
from regesta.model.edtf import Edtf
from regesta.model.interval import Interval
from regesta.store.quotes import find

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)

EVENTS = {
    # what a chronology of this affair must have: kind, days, and words that one of its quotations holds
    "Macron's visit": ("visit", "2023-11-01/2023-11-05", "French President Emmanuel Macron visited"),
    "the headline": ("publication", "2023-10-30/2023-11-05", "described Kazakhstan as ‘Putin’s backyard’"),
    "the press conference": ("statement", "2023-11-07", "At a press conference on Tuesday"),
    "Putin's visit": ("visit", "2023-11-09", "is expected to visit Astana on 9 November"),
    "Peskov's answer": ("statement", "2023-11-12", "Dmitry Peskov has dismissed the claim"),
}


def update(root):
    return pipeline.update(root, config=Config(), today=TODAY, report=lambda _: None)


def tree(root):
    return {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def content(root):
    return {path: found for path, found in tree(root).items() if path.parts[0] in ("content", "seeds")}


def records(root):
    paths = sorted((root / "content/events").glob("*.yml"))
    return {path: yamlio.parse(path.read_text(encoding="utf-8"), path) for path in paths}


@pytest.fixture
def fresh(tmp_path):
    """The articles with what a person wrote beside them, and nothing else."""
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds").mkdir()
    for path in (REPOSITORY / "seeds").glob("*.txt"):
        shutil.copy(path, tmp_path / "seeds")
        given = yamlio.parse(path.with_suffix(".yml").read_text(encoding="utf-8"), path)
        kept = {key: given[key] for key in ("url", "publisher")}
        if path.stem.startswith("000"):
            kept["published"] = "2023-11-12"
        text = "".join(f"{key}: {value}\n" for key, value in kept.items())
        (tmp_path / "seeds" / f"{path.stem}.yml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def seeded(tmp_path):
    """The repository's own articles and records."""
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    for folder in ("content", "seeds"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    return tmp_path


def test_the_five_events_stand_with_the_days_that_the_articles_support_together(fresh):
    update(fresh)
    found = records(fresh).values()
    for name, (kind, days, words) in EVENTS.items():
        telling = [r for r in found if any(words in " ".join(s["quote"].split()) for s in r["sources"])]
        assert (kind, days) in [(r["type"], r["date"]) for r in telling], name


def test_undated_articles_are_dated_by_what_they_tell_and_the_given_date_stays(fresh):
    update(fresh)
    true_days = {"003_4eaefea67a171ad0": "2023-11-13", "004_1ebeb2bb1ccbdfd9": "2023-11-07"}
    for name, day in true_days.items():
        sidecar = yamlio.parse((fresh / f"seeds/{name}.yml").read_text(encoding="utf-8"), Path(name))
        days = Edtf.parse(sidecar["published"]).days
        assert sidecar["published_basis"] == "inferred"
        assert days.holds(Edtf.parse(day).days)
        assert days.length <= 7
    given = (fresh / "seeds/000_806e28e8680a4f78.yml").read_text(encoding="utf-8")
    assert "published: 2023-11-12\n" in given


def test_the_inference_is_explained(fresh):
    explained = "\n".join(update(fresh).explanations)
    for name in ("003_4eaefea67a171ad0", "004_1ebeb2bb1ccbdfd9"):
        assert name in explained


def test_every_quotation_is_verbatim_and_says_what_dates_it(fresh):
    update(fresh)
    for path, record in records(fresh).items():
        spans = []
        for source in record["sources"]:
            text = (fresh / "seeds" / f"{source['article']}.txt").read_text(encoding="utf-8")
            assert find(source["quote"], text, prefix=source.get("prefix")), path
            if "when" in source:
                assert " ".join(source["when"].split()) in " ".join(source["quote"].split())
                assert "date" in source
            if "date" in source:
                spans.append(Edtf.parse(source["date"]).days)
        if record.get("date") and spans:
            whole = Edtf.parse(record["date"]).days
            assert any(days.intersection(whole) for days in spans) or whole.holds(hull(spans)), path


def hull(spans):
    whole = Interval(spans[0].first, spans[0].last)
    for days in spans[1:]:
        whole = whole.hull(days)
    return whole


def test_a_second_run_changes_not_one_byte(fresh):
    update(fresh)
    before = content(fresh)
    update(fresh)
    assert content(fresh) == before


def test_the_committed_chronology_is_what_the_generator_writes(seeded):
    before = content(seeded)
    update(seeded)
    assert content(seeded) == before


def test_a_title_and_a_date_that_a_person_changed_stay(seeded):
    path = next(path for path, record in records(seeded).items() if record["date"] == "2023-11-07")
    text = path.read_text(encoding="utf-8")
    record = yamlio.parse(text, path)
    lines = [line for line in text.splitlines() if not line.startswith(("title:", "date:"))]
    mine = ["# I was there.", "title: What the deputy said", "date: 2023-11-07~", *lines]
    path.write_text("\n".join(mine) + "\n", encoding="utf-8")
    update(seeded)
    assert path.read_text(encoding="utf-8").startswith(
        "# I was there.\ntitle: What the deputy said\ndate: 2023-11-07~\n"
    )
    assert yamlio.parse(path.read_text(encoding="utf-8"), path)["sources"] == record["sources"]


def test_no_articles_give_a_valid_empty_chronology(fresh):
    shutil.rmtree(fresh / "seeds")
    result = update(fresh)
    assert result.articles == 0
    assert records(fresh) == {}


def test_a_bad_article_is_skipped_with_one_line_and_the_rest_goes_on(fresh):
    (fresh / "seeds/empty.txt").write_text("", encoding="utf-8")
    (fresh / "seeds/picture.txt").write_bytes(bytes(range(256)) * 20)
    result = update(fresh)
    assert sorted(error.location.path.name for error in result.skipped) == ["empty.txt", "picture.txt"]
    assert all("\n" not in str(error) for error in result.skipped)
    assert len(records(fresh)) >= 5
