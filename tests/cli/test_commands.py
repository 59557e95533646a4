"""What a person sees who types a command: results, errors in one line, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regesta.cli import VERBS, output
from regesta.errors import ContentError, Location

from .conftest import Regesta, tree


def test_help_begins_with_what_it_is_for(regesta: Regesta) -> None:
    run = regesta("--help")
    assert run.code == 0
    assert "Turn saved news articles into a sourced, searchable chronology." in run.out
    assert all(f"\n  {verb} " in run.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_and_option_has_help(regesta: Regesta, verb: str) -> None:
    run = regesta(verb, "--help")
    assert run.code == 0
    options = run.out.partition("Options:\n")[2].splitlines()
    assert options
    for first, second in zip(options, [*options[1:], ""], strict=True):
        if first.lstrip().startswith("-"):
            described = len(first.split("  ")) > 2 or (
                second.startswith("      ") and not second.lstrip().startswith("-")
            )
            assert described, first


def test_without_a_command_the_help_is_shown(regesta: Regesta) -> None:
    run = regesta()
    assert run.code == 2
    assert "regesta new affair" in run.err


def test_a_typo_in_a_command_is_cured(regesta: Regesta) -> None:
    run = regesta("chek")
    assert (run.code, run.out) == (2, "")
    assert 'there is no command "chek" (did you mean check?)' in run.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(regesta: Regesta, shell: str) -> None:
    run = regesta("--completion", shell)
    assert run.code == 0
    assert f"_REGESTA_COMPLETE={shell}_complete" in run.out


def test_outside_of_a_chronology_the_cure_is_said(regesta: Regesta) -> None:
    for verb in ("update", "check", "build", "serve"):
        run = regesta(verb)
        assert (run.code, run.out) == (2, "")
        assert run.err.endswith("(begin one with `regesta new DIR`, or name it: `regesta --project DIR …`)\n")


def test_new_overwrites_nothing(regesta: Regesta, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo/README.md").write_text("mine", encoding="utf-8")
    run = regesta("new", "demo", "--title", 'The "affair"')
    assert run.code == 0
    assert (tmp_path / "demo/README.md").read_text(encoding="utf-8") == "mine"
    assert 'site_name: "The \\"affair\\""' in (tmp_path / "demo/mkdocs.yml").read_text(encoding="utf-8")
    assert regesta("new", "demo").code == 2


def test_new_makes_all_that_a_chronology_needs(regesta: Regesta, tmp_path: Path) -> None:
    assert regesta("new", "demo", "--dry-run").code == 0
    assert not (tmp_path / "demo").exists()
    assert regesta("new", "demo").code == 0
    found = {
        path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*") if path.is_file()
    }
    assert found >= {
        ".gitattributes",
        ".github/dependabot.yml",
        ".github/workflows/checks.yml",
        ".github/workflows/publish.yml",
        ".gitignore",
        ".vscode/settings.json",
        "README.md",
        "content/.schemas/event.schema.json",
        "content/about.md",
        "content/events/.gitkeep",
        "content/index.md",
        "mkdocs.yml",
        "requirements.txt",
        "seeds/.gitkeep",
    }
    assert not [path for path in found if "{{ title" in (tmp_path / "demo" / path).read_text(encoding="utf-8")]


def test_add_copies_byte_for_byte_and_overwrites_nothing(regesta: Regesta, project: Path) -> None:
    saved = project.parent / "report.txt"
    saved.write_bytes(b"One.\r\nTwo \xe9.\r\n")
    run = regesta("add", "../report.txt", "--publisher", "Ada: News", "--url", "https://example.org/r")
    assert (run.code, run.out) == (0, "seeds/report.txt\n")
    assert (project / "seeds/report.txt").read_bytes() == saved.read_bytes()
    assert (project / "seeds/report.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../content/.schemas/article.schema.json\n"
        'url: https://example.org/r\npublisher: "Ada: News"\n'
    )
    run = regesta("add", "../report.txt")
    assert (run.code, run.out, run.err) == (0, "", "../report.txt: stands in seeds/report.txt already\n")
    saved.write_bytes(b"Another.")
    assert regesta("add", "../report.txt").out == "seeds/report-2.txt\n"


def test_add_says_what_it_cannot_read_and_goes_on(regesta: Regesta, project: Path) -> None:
    (project / "x.pdf").write_bytes(b"%PDF")
    (project / "empty.txt").write_bytes(b"\n")
    (project / "good.md").write_bytes(b"# Good\n")
    run = regesta("add", "x.pdf", "nowhere.txt", "empty.txt", "good.md")
    assert (run.code, run.out) == (1, "seeds/good.md\n")
    pdf, nowhere, empty = run.err.splitlines()
    assert pdf.startswith('"x.pdf" is no kind of file that can be read (save it as one of ')
    assert nowhere == '"nowhere.txt" can\'t be read: No such file or directory'
    assert empty == '"empty.txt" is empty'


def test_update_and_check(regesta: Regesta, project: Path) -> None:
    run = regesta("update", "--today", "2023-12-01")
    assert run.code == 0
    assert run.out.startswith("1 article: ")
    records = sorted((project / "content/events").glob("*.yml"))
    assert records
    before = tree(project)
    run = regesta("update", "--json")
    answer = json.loads(run.out)
    assert (answer["created"], answer["unchanged"]) == ([], len(records))
    assert tree(project) == before
    run = regesta("check")
    assert (run.code, run.out) == (0, "")
    assert run.err == f"{len(records)} record{'s' * (len(records) != 1)} and 1 article checked: nothing wrong\n"


def test_update_explains_an_event(regesta: Regesta, project: Path) -> None:
    regesta("update")
    name = min((project / "content/events").glob("*.yml")).stem
    run = regesta("update", "--explain", name)
    assert run.out.startswith(f"{name}\n  ")
    run = regesta("update", "--explain", name[:-1])
    assert run.code == 2
    assert f"(did you mean {name}?)" in run.err


def test_update_stops_before_a_faulty_record(regesta: Regesta, project: Path) -> None:
    regesta("update")
    path = min((project / "content/events").glob("*.yml"))
    faulty = path.read_text(encoding="utf-8").replace("type: ", "tpye: ")
    path.write_text(faulty, encoding="utf-8")
    run = regesta("update")
    assert (run.code, run.out) == (1, "")
    assert run.err.splitlines()[-1].endswith('there is no key "tpye" (did you mean type?)')
    assert path.read_text(encoding="utf-8") == faulty


def test_check_marks_the_line_on_github(regesta: Regesta, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content/events/2023-11-07-x.yml").write_text("title: x\ntype: vist\nsources: [{article: tass}]\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run = regesta("check")
    said = 'type: "vist" isn\'t one of the choices (did you mean visit?)'
    assert run.code == 1
    assert run.out.splitlines()[:2] == [
        f"content/events/2023-11-07-x.yml:2:7: {said}",
        f"::error file=content/events/2023-11-07-x.yml,line=2,col=7::{said}",
    ]


def test_check_for_machines(regesta: Regesta, project: Path) -> None:
    (project / "content/events/2023-11-07-x.yml").write_text("title: x\ntype: visit\nsources: [{article: tass}]\n")
    run = regesta("check", "--json")
    assert run.code == 0
    assert json.loads(run.out) == [
        {
            "path": "content/events/2023-11-07-x.yml",
            "line": 3,
            "column": 11,
            "level": "warning",
            "message": "this source has no quote",
            "hint": "quote the words that say it, verbatim",
        }
    ]
    assert regesta("check", "--strict").code == 1


def test_annotations_escape_what_would_end_them() -> None:
    error = ContentError("50%\nof it", location=Location(path=Path("a,b:c.yml"), line=1), hint="no")
    assert output.annotation(error, "error") == "::error file=a%2Cb%3Ac.yml,line=1::50%25%0Aof it (no)"


def test_tag_a_text(regesta: Regesta) -> None:
    run = regesta("tag", "--dct", "2023-11-12", stdin="They met on Tuesday.\n")
    assert (run.code, run.out) == (0, "12-19\tDATE\t2023-11-07\tTuesday\n")
    spans = json.loads(regesta("tag", "--dct", "2023-11-12", "--json", stdin="They met on Tuesday.\n").out)
    assert spans == [{"start": 12, "end": 19, "text": "Tuesday", "type": "DATE", "value": "2023-11-07"}]
    explained = regesta("tag", "--dct", "2023-11-12", "--explain", stdin="They met on Tuesday.\n").out
    assert explained.startswith("Tuesday  [12-19]\n  DATE 2023-11-07\n")


def test_tag_a_stream(regesta: Regesta) -> None:
    lines = [
        {"doc": "a", "dct": "2023-11-12T08:00:00+01:00", "lang": "en", "text": "On Tuesday."},
        {"doc": 7, "dct": None, "lang": "en", "text": "Nothing 😀 here."},
    ]
    run = regesta("tag", "--jsonl", stdin="\n".join(map(json.dumps, lines)) + "\n\n")
    first, second = map(json.loads, run.out.splitlines())
    assert first["doc"] == "a"
    assert [(span["start"], span["end"], span["value"]) for span in first["spans"]] == [(3, 10, "2023-11-07")]
    assert second == {"doc": 7, "spans": []}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "-:2:1: this line isn't JSON"),
        ("[]", '-:2: this line is no object with a "text"'),
        ('{"text": "x", "dct": "12.11.2023"}', '-:2: "12.11.2023" is no day (write it as 2023-11-12)'),
    ],
)
def test_tag_says_which_line_is_wrong(regesta: Regesta, line: str, said: str) -> None:
    run = regesta("tag", "--jsonl", stdin='{"text": "x"}\n' + line + "\n")
    assert run.code == 1
    assert run.out == '{"doc": null, "spans": []}\n'
    assert run.err.startswith(said)


def test_settings_with_a_typo(regesta: Regesta, project: Path) -> None:
    (project / "regesta.yml").write_text("langauge: de\n", encoding="utf-8")
    run = regesta("update")
    assert run.code == 1
    assert run.err == (
        'regesta.yml:1:1: there is no setting "langauge" (there are: language, least_importance, meaning)\n'
    )


def test_a_setting_out_of_its_range(regesta: Regesta, project: Path) -> None:
    (project / "regesta.yml").write_text("language: de\nleast_importance: 4\n", encoding="utf-8")
    run = regesta("update")
    assert run.code == 1
    assert run.err == 'regesta.yml:2:19: the setting "least_importance" is "4" (it can be: 1, 2, 3)\n'


def test_a_new_chronology_builds_before_it_has_a_repository(
    regesta: Regesta, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPO_URL", raising=False)
    assert regesta("update").code == 0
    assert regesta("build").code == 0
    pages = [path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")]
    assert pages
    assert not any("edit/main" in page for page in pages)
