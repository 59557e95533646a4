"""A person's word on names is final: in records, in the authority files and in what is linked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regesta import pipeline
from regesta.config import Config
from regesta.store import Repository
from regesta.store.records import load_events

TEXTS = {
    "dam": (
        "Published: 4 May 2021\n\nDam operator sues\n\n"
        "Engineer Ada Quill accused the council of Vossburg on Monday of hiding the cracks. Quill resigned on Tuesday."
    ),
    "lake": (
        "Published: 6 May 2021\n\nLake drained\n\n"
        "Engineer Ada Quill-Brand criticised the Vossburg council on Wednesday. "
        "Mayor Bo Lind rejected the accusations on Thursday."
    ),
    "weir": (
        "Published: 8 May 2021\n\nWeir shut\n\n"
        "Mayor Bo Lind resigned on Friday. Robert Lind arrested a protester on Friday, the police said."
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of three short articles, updated once."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A chronology\n", encoding="utf-8")
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    update(tmp_path)
    return tmp_path


def update(root: Path) -> None:
    pipeline.update(root, config=Config(), today=date(2026, 1, 1), report=lambda _: None)


def actors(root: Path) -> set[str]:
    """Everybody whom a record names."""
    return {name for event in load_events(root) for name in event.actors}


def known(root: Path) -> set[str]:
    return {authority.name for authority in Repository(root).actors()}


def judge(root: Path, verdict: str, *names: str) -> None:
    line = f"- {{verdict: {verdict}, actors: [{', '.join(names)}], by: anna, on: 2026-01-02}}\n"
    (root / "content" / "judgements.yml").write_text(line, encoding="utf-8")


def test_two_names_judged_the_same_are_one(project: Path) -> None:
    assert {"Ada Quill", "Ada Quill-Brand"} <= actors(project)
    judge(project, "same", "Ada Quill-Brand", "Ada Quill")
    update(project)
    assert "Ada Quill-Brand" in actors(project)
    assert "Ada Quill" not in actors(project) | known(project)


def test_a_variant_that_a_person_adds_makes_one(project: Path) -> None:
    path = project / "content" / "actors.yml"
    text = path.read_text(encoding="utf-8")
    entry = "- name: Ada Quill-Brand\n  kind: person\n"
    assert entry in text
    written = text.replace(entry, entry + "  variants:\n    en: [Ada Quill]\n")
    path.write_text(written, encoding="utf-8")
    update(project)
    assert "Ada Quill" not in actors(project)
    assert "Ada Quill-Brand" in actors(project)
    assert "en: [Ada Quill" in path.read_text(encoding="utf-8")


def test_a_name_that_a_person_changes_is_how_records_write_it(project: Path) -> None:
    path = project / "content" / "actors.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- name: Bo Lind\n", "- name: Bo A. Lind\n  variants:\n    sv: [Bo Lind]\n"), "utf-8")
    update(project)
    assert "Bo A. Lind" in actors(project)
    assert "Bo Lind" not in actors(project) | known(project)


def test_one_name_judged_to_be_two_is_two(project: Path) -> None:
    judge(project, "different", "Quill", "Ada Quill")
    update(project)
    assert {"Quill", "Ada Quill"} <= actors(project)
    before = actors(project)
    update(project)
    assert actors(project) == before
