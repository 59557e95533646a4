"""Sidecars, authority files and records on disk: a person's word stays, and only what changed is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regesta.errors import ContentError, RunAborted
from regesta.model.authority import Authority
from regesta.model.judgement import Judgement, Subject, Verdict
from regesta.store import Repository
from regesta.store.layout import find_project
from regesta.store.names import slug
from regesta.store.records import load_events

RECORD = "title: {}\ntype: visit\ndate: 2023-11-07\nsources:\n  - article: a\n    quote: q\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "content/events").mkdir(parents=True)
    return tmp_path


def sidecar(root: Path) -> Path:
    return root / "seeds/a.yml"


def test_a_sidecar_is_filled_and_what_a_person_wrote_stays(root: Path) -> None:
    sidecar(root).write_text("# mine\npublisher: 'TASS' # the agency\npublished: 2023-11-12\n", encoding="utf-8")
    values = {"title": "A title", "publisher": "tass.com", "language": "en", "published": "2023", "author": None}
    repository = Repository(root)
    assert repository.fill_sidecars({"a": values})
    text = "# mine\ntitle: A title\npublisher: 'TASS' # the agency\nlanguage: en\npublished: 2023-11-12\n"
    assert sidecar(root).read_text(encoding="utf-8") == text
    assert repository.given("a") == {"publisher": "TASS", "published": "2023-11-12"}
    assert not Repository(root).fill_sidecars({"a": values})


def test_what_the_generator_wrote_it_may_renew_until_a_person_changes_it(root: Path) -> None:
    repository = Repository(root)
    repository.fill_sidecars({"a": {"published": "2023-11", "published_basis": "inferred"}})
    assert repository.given("a") == {}
    repository.fill_sidecars({"a": {"published": "2023-11-07", "published_basis": "inferred"}})
    text = sidecar(root).read_text(encoding="utf-8")
    assert text.endswith("article.schema.json\npublished: 2023-11-07\npublished_basis: inferred\n")
    sidecar(root).write_text(text.replace("2023-11-07", "2023-11-08"), encoding="utf-8")
    repository.fill_sidecars({"a": {"published": "2023-11-06", "published_basis": "inferred"}})
    assert "published: 2023-11-08\n" in sidecar(root).read_text(encoding="utf-8")
    repository.fill_sidecars({"a": {}})
    assert "published_basis" not in sidecar(root).read_text(encoding="utf-8")


def authority(name: str, **variants: tuple[str, ...]) -> Authority:
    return Authority(name=name, kind="person", variants=variants)


def test_actors_are_proposed_and_added_to(root: Path) -> None:
    repository = Repository(root)
    assert repository.propose_actors([authority("Dmitry Peskov", de=("Peskow",))])
    assert repository.layout.actors.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=.schemas/actors.schema.json\n"
        "- name: Dmitry Peskov\n  kind: person\n  variants:\n    de: [Peskow]\n"
    )
    assert not repository.propose_actors([authority("Dmitry Peskov", de=("Peskow",))])
    assert repository.propose_actors([authority("Dmitry Peskov", de=("Peskow",), ru=("Песков",))])
    assert repository.actors() == (authority("Dmitry Peskov", de=("Peskow",), ru=("Песков",)),)


def test_what_a_person_made_of_the_actors_stays(root: Path) -> None:
    repository = Repository(root)
    found = [authority("Peskov", de=("Peskow", "Preskow")), authority("Noise"), authority("Ada")]
    repository.propose_actors(found)
    mine = (
        "- name: Dmitry Peskov # the spokesman\n  kind: person\n  variants:\n    de: [Peskow]\n    en: [Peskov]\n"
        "- name: Ada\n  kind: person\n  wikidata: Q1\n"
    )
    repository.layout.actors.write_text(mine, encoding="utf-8")
    repository.propose_actors(found)
    assert repository.layout.actors.read_text(encoding="utf-8") == mine
    repository.propose_actors([authority("Peskov", de=("Peskow", "Preskow", "Dmitri Peskow")), authority("Ada")])
    changed = mine.replace("[Peskow]", "[Peskow, Dmitri Peskow]")
    assert repository.layout.actors.read_text(encoding="utf-8") == changed
    repository.propose_actors([])
    assert "wikidata: Q1" in repository.layout.actors.read_text(encoding="utf-8")


def test_a_proposal_that_nobody_touched_goes_with_its_reason(root: Path) -> None:
    repository = Repository(root)
    repository.propose_actors([authority("Ada"), authority("Bo")])
    repository.propose_actors([authority("Bo")])
    assert [actor.name for actor in repository.actors()] == ["Bo"]
    repository.propose_actors([authority("Ada"), authority("Bo")])
    assert [actor.name for actor in repository.actors()] == ["Bo", "Ada"]


def test_judgements_are_read(root: Path) -> None:
    (root / "content/judgements.yml").write_text(
        "- {verdict: same, actors: [D. Peskov, Dmitry Peskov], by: anna, on: 2023-12-01}\n", encoding="utf-8"
    )
    assert Repository(root).judgements() == (
        Judgement(
            verdict=Verdict.SAME,
            subject=Subject.ACTORS,
            members=("D. Peskov", "Dmitry Peskov"),
            by="anna",
            on="2023-12-01",
        ),
    )


def test_records_are_read_again_only_where_they_changed(root: Path) -> None:
    path = root / "content/events/2023-11-07-x.yml"
    path.write_text(RECORD.format("One"), encoding="utf-8")
    assert load_events(root)[0].title == "One"
    before = (root / ".cache/records.json").read_bytes()
    assert load_events(root)[0].title == "One"
    assert (root / ".cache/records.json").read_bytes() == before
    path.write_text(RECORD.format("Two, longer"), encoding="utf-8")
    assert load_events(root)[0].title == "Two, longer"
    (root / ".cache/records.json").write_bytes(b"{damaged")
    assert load_events(root)[0].title == "Two, longer"


def test_records_in_folders_and_two_of_one_id(root: Path) -> None:
    for folder in ("2023", "other"):
        (root / "content/events" / folder).mkdir()
        (root / "content/events" / folder / "2023-11-07-x.yml").write_text(RECORD.format("One"), encoding="utf-8")
    with pytest.raises(ExceptionGroup) as caught:
        load_events(root)
    assert [str(error).partition(" (")[0] for error in caught.value.exceptions] == [
        'content/events/other/2023-11-07-x.yml: the id "2023-11-07-x" is taken by content/events/2023/2023-11-07-x.yml'
    ]


def test_all_faults_of_all_records_rise_together(root: Path) -> None:
    for name in "ab":
        (root / f"content/events/{name}.yml").write_text("type: visitt\n", encoding="utf-8")
    with pytest.raises(ExceptionGroup) as caught:
        Repository(root).events()
    assert len(caught.value.exceptions) == 6
    assert all(isinstance(error, ContentError) for error in caught.value.exceptions)


def test_a_write_that_fails_leaves_the_old_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content/events/2023-11-07-x.yml"
    path.write_text(RECORD.format("One"), encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Repository(root).write_record("2023-11-07-x", {"title": "Two"}, path)
    assert path.read_text(encoding="utf-8") == RECORD.format("One")
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_damaged_baseline_stops_the_run_and_says_the_cure(root: Path) -> None:
    (root / "content/.baseline").mkdir()
    (root / "content/.baseline/articles.json").write_text("{", encoding="utf-8")
    with pytest.raises(RunAborted, match="git checkout"):
        Repository(root).given("a")


def test_a_project_is_found_from_below(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert find_project(root / "content/events").root == root
    with pytest.raises(RunAborted, match="regesta new DIR"):
        find_project(root.parent)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Müller rejects: it’s absurd", "muller-rejects-its-absurd"),
        ("Песков", "article"),
        ("de.rt.com /international/186835-moskau/", "de-rt-com-international-186835-moskau"),
        ("x" * 70 + " y", "x" * 60),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name
