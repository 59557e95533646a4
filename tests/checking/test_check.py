"""A small chronology with one thing wrong at a time: what the check says, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from regesta.checking import check

ARTICLE = """Minister meets envoy

ASTANA, November 12. The minister met the envoy on Tuesday, after the court had ruled on Monday.

"We’re tired of it," the minister, Ada Lovelace, said at a press conference in the capital on Tuesday.
"""
ARTICLES = {"a.txt": ARTICLE}
SIDECAR = "publisher: TASS\nlanguage: en\npublished: 2023-11-12\n"
ACTORS = "- name: Ada Lovelace\n  kind: person\n  variants:\n    de: [Lovelace]\n"
RECORD = """\
title: The minister meets the envoy
date: 2023-11-07
type: meeting
actors:
  - Ada Lovelace
sources:
  - article: a
    quote: The minister met the envoy on Tuesday
    when: on Tuesday
    date: 2023-11-07
    basis: derived
"""
NAME = "2023-11-07-meeting"


def findings(root: Path, record: str = RECORD, sidecar: str = SIDECAR, **more: str) -> list[str]:
    files = {
        "seeds/a.txt": ARTICLE,
        "seeds/a.yml": sidecar,
        "content/actors.yml": ACTORS,
        f"content/events/{NAME}.yml": record,
        **{path.replace("__", "/").replace("_dot_", "."): text for path, text in more.items()},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return [f"{found.level}: {found.error}".replace(f"content/events/{NAME}.yml", "R") for found in check(root)]


def test_nothing_is_wrong(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize("case", yaml.safe_load((Path(__file__).parent / "records.yml").read_text(encoding="utf-8")))
def test_what_a_record_gets_wrong(tmp_path: Path, case: dict[str, str]) -> None:
    assert case["old"] in RECORD
    assert findings(tmp_path, RECORD.replace(case["old"], case["new"], 1)) == case["says"]


def test_an_article_that_changed(tmp_path: Path) -> None:
    (said,) = findings(tmp_path, sidecar=SIDECAR + f"sha256: {'0' * 64}\n")
    assert said.startswith("error: seeds/a.txt: this article has changed since its sidecar noted its sha256")


def test_a_report_before_its_event(tmp_path: Path) -> None:
    (said,) = findings(tmp_path, sidecar=SIDECAR.replace("2023-11-12", "2023-11-06"))
    assert said.startswith(
        'warning: R:2:7: "2023-11-07" lies after the days on which all sources were published (was it'
    )


def test_sources_that_disagree_are_spanned(tmp_path: Path) -> None:
    other = "  - url: https://example.org/x\n    quote: x\n    date: 2023-11-09\n"
    record = RECORD.replace("date: 2023-11-07\ntype", "date: 2023-11-07/2023-11-09\ntype") + other
    assert findings(tmp_path, record) == []
    vague = other.replace("2023-11-09", "2023-11")
    assert findings(tmp_path, record + vague) == []
    (said,) = findings(tmp_path, RECORD + other)
    assert said.startswith(
        'error: R:2:7: "2023-11-07" is more exact than the sources (they disagree, and together span'
    )


def test_an_editor_may_know_better(tmp_path: Path) -> None:
    assert findings(tmp_path, RECORD.replace("2023-11-07\ntype", "2023-11-08\ntype").replace("derived", "editor")) == []


def test_files_that_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "content/events/x.yaml").write_text("title: x\n", encoding="utf-8")
    (tmp_path / "content/events/My event.yml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/b.yml").write_text("publisher: x\n", encoding="utf-8")
    name, ending, lone = findings(tmp_path)
    assert name.startswith('warning: content/events/My event.yml: "My event" is no id of a record (name it YYYY-MM-DD-')
    assert ending == "error: content/events/x.yaml: records end in .yml; this one isn't read (name it x.yml)"
    assert lone == "warning: seeds/b.yml: no article goes with this sidecar (name it STEM-OF-THE-ARTICLE.yml)"


def test_faults_in_lists(tmp_path: Path) -> None:
    judgements = f"- {{verdict: same, events: [{NAME}, x]}}\n- {{verdict: sane, actors: [Ada Lovelace]}}\n"
    places = "- {name: Astana, kind: city}\n- {name: Astana, kind: sitee}\n"
    assert findings(tmp_path, content__judgements_dot_yml=judgements, content__places_dot_yml=places) == [
        'error: content/judgements.yml:2:13: verdict: "sane" isn\'t one of the choices (did you mean same?)',
        "error: content/judgements.yml:2:27: actors holds 1, and has to hold 2 at least",
        'error: content/places.yml:2:24: kind: "sitee" isn\'t one of the choices (did you mean site?)',
    ]


def test_names_that_lists_do_not_know(tmp_path: Path) -> None:
    judgements = f"- {{verdict: same, events: [{NAME}, 2023-11-07-meting]}}\n"
    places = "- {name: Astana, kind: city}\n- {name: Astana, kind: site}\n"
    judged, twice = findings(tmp_path, content__judgements_dot_yml=judgements, content__places_dot_yml=places)
    assert judged.startswith('warning: content/judgements.yml:1:48: "2023-11-07-meting" is in none of the events (did')
    assert twice == 'error: content/places.yml:1:10: "Astana" stands here twice (make one of the two)'
