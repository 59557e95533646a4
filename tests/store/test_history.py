"""The history of records, read from a real repository."""

import json
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from regesta import yamlio
from regesta.model.change import ChangeKind
from regesta.store.history import History, compare

RECORD = """\
title: {title}
date: {date}
type: visit
sources:
  - article: a
    quote: {quote}
"""


class Repository:
    """A repository whose project lies in a folder of its own, and whose days are numbered."""

    def __init__(self, root):
        self.root, self.project, self.day = root, root / "chronology", 0
        (self.project / "content" / "events").mkdir(parents=True)
        self.git("init", "--quiet")

    def git(self, *arguments):
        moment = f"2026-01-{self.day + 1:02d}T12:00:00+02:00"
        own = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
        names = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org")
        subprocess.run(
            ["git", *names, *arguments], cwd=self.root, env=os.environ | own, check=True, capture_output=True
        )

    def write(self, name, **fields):
        path = self.project / "content" / "events" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(fields.get("raw") or RECORD.format(**{"title": "T", "date": "2023", "quote": "Q"} | fields))
        return path

    def generate(self, name, **fields):
        """Write a record as the generator does, with its baseline."""
        record = yamlio.parse(self.write(name, **fields).read_text(), Path(name))
        base = self.project / "content" / ".baseline" / "events" / f"{name}.json"
        base.parent.mkdir(parents=True, exist_ok=True)
        base.write_text(json.dumps(record))

    def commit(self, message):
        self.day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository")


def at(day):
    return datetime(2026, 1, day, 10, tzinfo=UTC)


def test_a_record_came_in_and_changed(repository):
    repository.write("one")
    repository.write("zwei-ё")
    repository.commit("Two events")
    repository.write("one", date="2023-11")
    repository.commit("Narrow the date: the second article names the month")
    history = History(repository.project)
    assert {name: (r.first, r.last) for name, r in history.revisions.items()} == {
        "one": (at(2), at(3)),
        "zwei-ё": (at(2), at(2)),
    }
    assert history.updated == at(3)
    (change,) = history.corrections(10)
    assert (change.event, change.kind, change.title) == ("one", ChangeKind.CHANGED, "T")
    assert change.message.startswith("Narrow the date")
    assert [(f.field, f.before, f.after) for f in change.fields] == [("date", "2023", "2023-11")]


def test_what_says_nothing_new_is_no_correction(repository):
    path = repository.write("one")
    repository.commit("One")
    path.write_text(f"# a comment\n{path.read_text()}note: look here again\n")
    repository.commit("Comment")
    repository.write("one", raw="title: [broken")
    repository.commit("Break it")
    repository.write("one")
    repository.commit("Mend it")
    repository.write("sub/one")
    path.unlink()
    repository.commit("Into a folder")
    history = History(repository.project)
    assert history.corrections(10) == ()
    assert history.revisions["one"].last == at(6)


def test_what_the_generator_renews_is_no_correction_but_for_title_date_and_status(repository):
    repository.generate("one")
    repository.commit("One")
    repository.generate("one", quote="Another")
    repository.commit("Read the articles anew")
    assert History(repository.project).corrections(10) == ()
    repository.generate("one", quote="Another", date="2023-11")
    repository.commit("Date it better")
    repository.write("one", quote="The right one", date="2023-11")
    repository.commit("By a person")
    found = History(repository.project).corrections(10)
    assert [(change.message, change.fields[0].field) for change in found] == [
        ("By a person", "sources"),
        ("Date it better", "date"),
    ]


def test_a_record_that_went_is_a_correction(repository):
    path = repository.write("one", title="Never happened")
    repository.commit("One")
    path.unlink()
    repository.commit("It was a misreading")
    (change,) = History(repository.project).corrections(10)
    assert (change.kind, change.title, change.fields) == (ChangeKind.REMOVED, "Never happened", ())


def test_the_newest_come_first_and_no_more_than_asked_for(repository):
    for year in range(2000, 2006):
        repository.write("one", date=year)
        repository.commit(str(year))
    found = History(repository.project).corrections(3)
    assert [change.fields[0].after for change in found] == ["2005", "2004", "2003"]


def test_only_sources_that_changed_are_told():
    old, kept, new = ({"article": "a", "quote": quote} for quote in ("old", "kept", "new"))
    (change,) = compare({"sources": [old, kept]}, {"sources": [kept, new]})
    assert (change.before, change.after) == ([old], [new])
    assert not list(compare({"sources": [old, kept]}, {"sources": [kept, old]})), "their order is no news"


def test_without_a_repository_nothing_is_known(tmp_path):
    history = History(tmp_path)
    assert (history.touches, history.updated, history.revisions, history.corrections(5)) == ((), None, {}, ())


def test_a_clone_without_its_past_knows_that(repository, tmp_path):
    for title in ("A", "B"):
        repository.write("one", title=title)
        repository.commit(title)
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "clone")], check=True
    )
    history = History(tmp_path / "clone" / "chronology")
    assert history.revisions == {}, "the one commit that is left is not when the record came in"
    assert history.updated == at(3)


def test_no_git_no_history(repository, monkeypatch):
    repository.write("one")
    repository.commit("One")
    monkeypatch.setenv("PATH", "")
    assert History(repository.project).touches == ()
