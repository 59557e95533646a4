"""A project's records through several runs of the generator, with people at work in between."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from regesta.merging import Report, apply
from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType, Source
from regesta.store import Repository

TEXTS = {
    "a": "On Monday the minister met the envoy. On Tuesday the court fined the firm. Nobody else came.",
    "b": "Am Montag traf der Minister den Gesandten. Am Dienstag verurteilte das Gericht die Firma.",
}
MEET = Source(
    article="a", quote="On Monday the minister met the envoy.", when="On Monday", date=Edtf.parse("2023-11-06")
)
TREFFEN = Source(article="b", quote="Am Montag traf der Minister den Gesandten.")
FINE = Source(article="a", quote="On Tuesday the court fined the firm.")
STRAFE = Source(article="b", quote="Am Dienstag verurteilte das Gericht die Firma.")


def event(name: str, *sources: Source, title: str = "It happens", date: str = "2023-11-06", **more: Any) -> Event:
    kind = EventType(more.pop("kind", "meeting"))
    return Event(id=name, title=title, date=Edtf.parse(date), type=kind, sources=sources, **more)


MEETING = event("2023-11-06-meeting", MEET, TREFFEN, title="Minister meets envoy")
FINED = event("2023-11-07-fine", FINE, title="Court fines firm", date="2023-11-07", kind="court")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *drafts: Event, texts: Mapping[str, str] = TEXTS) -> Report:
    return apply(Repository(root), drafts, texts)


def records(root: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((root / "content/events").rglob("*.yml"))}


def tree(root: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def path_of(root: Path, name: str) -> Path:
    return root / "content/events" / f"{name}.yml"


def change(root: Path, name: str, old: str, new: str) -> None:
    path = path_of(root, name)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_first_run_writes_a_record_per_event(root: Path) -> None:
    report = run(root, MEETING, FINED)
    assert report.created == ["2023-11-06-meeting", "2023-11-07-fine"]
    assert records(root)["2023-11-06-meeting"] == (
        "# yaml-language-server: $schema=../.schemas/event.schema.json\n"
        "title: Minister meets envoy\n"
        "date: 2023-11-06\n"
        "type: meeting\n"
        "status: happened\n"
        "importance: 2\n"
        "sources:\n"
        "  - article: a\n"
        "    quote: On Monday the minister met the envoy.\n"
        "    when: On Monday\n"
        "    date: 2023-11-06\n"
        "  - article: b\n"
        "    quote: Am Montag traf der Minister den Gesandten.\n"
        "review: draft\n"
    )


def test_a_second_run_changes_no_byte(root: Path) -> None:
    run(root, MEETING, FINED)
    before = tree(root)
    report = run(root, MEETING, FINED)
    assert tree(root) == before
    assert (report.created, report.changed, report.removed, report.unchanged) == ([], [], [], 2)


def test_what_a_person_wrote_stays_and_the_rest_is_renewed(root: Path) -> None:
    run(root, MEETING)
    change(root, "2023-11-06-meeting", "title: Minister meets envoy", "title: 'They meet' # better")
    change(root, "2023-11-06-meeting", "date: 2023-11-06\ntype", "date: 2023-11-05/2023-11-06\ntype")
    newer = event("2023-11-06-other-slug", MEET, title="Minister receives envoy", kind="visit")
    report = run(root, newer)
    text = records(root)["2023-11-06-meeting"]
    assert "title: 'They meet' # better\ndate: 2023-11-05/2023-11-06\ntype: visit\n" in text
    assert "article: b" not in text
    (conflict,) = report.conflicts
    assert str(conflict) == (
        'content/events/2023-11-06-meeting.yml: title: "They meet" stays as you have it; '
        'the generator now says "Minister receives envoy"'
    )
    assert not run(root, newer).conflicts


def test_a_deleted_record_is_not_made_again(root: Path) -> None:
    run(root, MEETING, FINED)
    path_of(root, "2023-11-07-fine").unlink()
    answering = event("2023-11-08-appeal", STRAFE, kind="court", date="2023-11-08", responds_to=("2023-11-07-fine",))
    for _ in range(2):
        report = run(root, MEETING, FINED, answering)
        assert set(records(root)) == {"2023-11-06-meeting", "2023-11-08-appeal"}
        assert report.dropped == ["2023-11-07-fine"]
    assert "responds_to" not in records(root)["2023-11-08-appeal"]


def test_a_deleted_record_stays_deleted_when_its_title_date_and_id_change(root: Path) -> None:
    run(root, FINED)
    path_of(root, "2023-11-07-fine").unlink()
    run(root, event("2023-11-06-firm-punished", FINE, title="Firm punished", date="2023-11-06", kind="decision"))
    assert records(root) == {}


def test_a_merged_record_is_not_split_again(root: Path) -> None:
    german = event("2023-11-06-treffen", TREFFEN, title="Minister trifft Gesandten")
    english = event("2023-11-06-meeting", MEET, title="Minister meets envoy")
    run(root, german, english)
    path_of(root, "2023-11-06-treffen").unlink()
    change(root, "2023-11-06-meeting", "review: draft", "review: reviewed")
    with path_of(root, "2023-11-06-meeting").open("r+", encoding="utf-8") as file:
        text = file.read().replace(
            "review: reviewed",
            "  - article: b\n    quote: Am Montag traf der Minister den Gesandten.\nreview: reviewed",
        )
        file.seek(0)
        file.write(text)
    before = records(root)
    answer = event("2023-11-07-fine", FINE, kind="court", responds_to=("2023-11-06-treffen",))
    for _ in range(2):
        run(root, german, english, answer)
        assert {name: found for name, found in records(root).items() if name in before} == before
    assert "responds_to:\n  - 2023-11-06-meeting\n" in records(root)["2023-11-07-fine"]


def test_new_evidence_for_a_merged_record_goes_to_its_host(root: Path) -> None:
    more = Source(article="a", quote="Nobody else came.")
    german = event("2023-11-06-treffen", TREFFEN)
    english = event("2023-11-06-meeting", MEET)
    run(root, german, english)
    text = records(root)["2023-11-06-meeting"].replace(
        "review", "  - {article: b, quote: Am Montag traf der Minister den Gesandten.}\nreview"
    )
    path_of(root, "2023-11-06-meeting").write_text(text, encoding="utf-8")
    path_of(root, "2023-11-06-treffen").unlink()
    for _ in range(2):
        run(root, event("2023-11-06-treffen", TREFFEN, more), english)
        assert set(records(root)) == {"2023-11-06-meeting"}
        assert records(root)["2023-11-06-meeting"].count("Nobody else came.") == 1


def test_a_renamed_file_is_still_its_event(root: Path) -> None:
    run(root, MEETING)
    path_of(root, "2023-11-06-meeting").rename(path_of(root, "2023-11-06-minister-and-envoy"))
    report = run(root, MEETING)
    assert set(records(root)) == {"2023-11-06-minister-and-envoy"}
    assert report.unchanged == 1
    assert tree(root) == (run(root, MEETING), tree(root))[1]


def test_a_record_written_by_hand_is_filled_not_changed(root: Path) -> None:
    path = path_of(root, "2023-11-06-by-hand")
    path.parent.mkdir(parents=True)
    path.write_text(
        "# mine\ntype: meeting\ntitle: By hand\nsources:\n- quote: the minister met the envoy # short\n  article: a\n",
        encoding="utf-8",
    )
    run(root, MEETING)
    assert records(root) == {
        "2023-11-06-by-hand": "# mine\ntype: meeting\ntitle: By hand\ndate: 2023-11-06\nstatus: happened\n"
        "importance: 2\nsources:\n- quote: the minister met the envoy # short\n  article: a\nreview: draft\n"
    }
    before = tree(root)
    run(root, MEETING)
    assert tree(root) == before


def test_an_untouched_record_goes_with_its_evidence_and_a_touched_one_stays(root: Path) -> None:
    run(root, MEETING, FINED)
    change(root, "2023-11-07-fine", "title: Court fines firm", "title: The court fines the firm")
    report = run(root)
    assert set(records(root)) == {"2023-11-07-fine"}
    assert report.removed == ["2023-11-06-meeting"]
    (conflict,) = report.conflicts
    assert str(conflict) == (
        "content/events/2023-11-07-fine.yml: kept, since you changed it; "
        "the generator finds no evidence for it any more"
    )
    assert not run(root).conflicts


def test_an_article_that_cannot_be_read_this_time_takes_no_record_away(root: Path) -> None:
    run(root, MEETING, FINED)
    before = tree(root)
    run(root, texts={"b": TEXTS["b"]})
    assert tree(root) == before
    less = event("2023-11-06-treffen", TREFFEN, title="Less is known", kind="visit")
    split = event("2023-11-07-more", TREFFEN, date="2023-11-07")
    assert run(root, less, split, texts={"b": TEXTS["b"]}).created == []
    assert tree(root) == before


def test_two_events_in_one_sentence_keep_their_records(root: Path) -> None:
    sentence = Source(article="a", quote=TEXTS["a"])
    meeting = event("2023-11-06-meeting", sentence, title="They meet")
    fine = event("2023-11-07-fine", sentence, title="They are fined", date="2023-11-07", kind="court")
    run(root, meeting, fine)
    before = tree(root)
    assert run(root, fine, meeting).unchanged == 2
    assert tree(root) == before


def test_ids_are_unique_and_never_taken_twice(root: Path) -> None:
    run(root, MEETING)
    path_of(root, "2023-11-06-meeting").unlink()
    run(root, MEETING, event("2023-11-06-meeting", FINE, kind="court"))
    assert set(records(root)) == {"2023-11-06-meeting-2"}


@pytest.mark.parametrize("dies_after", range(12))
def test_a_run_that_is_killed_anywhere_is_finished_by_the_next(
    root: Path, dies_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, MEETING, FINED)
    change(root, "2023-11-06-meeting", "title: Minister meets envoy", "title: They meet")
    drafts = (
        event("2023-11-06-meeting", MEET, title="Minister receives envoy", kind="visit"),
        event("2023-11-08-appeal", STRAFE, kind="court", date="2023-11-08"),
    )
    after = 0
    real = Path.replace

    class Killed(BaseException):
        pass

    def dying(self: Path, target: Path) -> Path:
        nonlocal after
        after += 1
        if after > dies_after:
            raise Killed
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        with contextlib.suppress(Killed):
            run(root, *drafts)
    run(root, *drafts)
    found = records(root)
    assert set(found) == {"2023-11-06-meeting", "2023-11-08-appeal"}
    assert "title: They meet\ndate: 2023-11-06\ntype: visit\n" in found["2023-11-06-meeting"]
    before = tree(root)
    run(root, *drafts)
    assert tree(root) == before


def test_a_name_that_a_person_gave_an_actor_is_used(root: Path) -> None:
    draft = event("2023-11-06-meeting", replace(MEET, speaker="Peskow"), actors=("Peskow", "Putin"), places=("Astana",))
    (root / "content").mkdir()
    (root / "content/actors.yml").write_text(
        "- {name: Dmitry Peskov, kind: person, variants: {de: [Peskow, P], en: [Putin]}}\n"
        "- {name: Vladimir Putin, kind: person, variants: {en: [Putin]}}\n",
        encoding="utf-8",
    )
    run(root, draft)
    text = records(root)["2023-11-06-meeting"]
    assert "actors:\n  - Dmitry Peskov\n  - Putin\n" in text
    assert "speaker: Dmitry Peskov\n" in text


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = tree(root)
    report = apply(Repository(root, dry_run=True), [MEETING], TEXTS)
    assert report.created == ["2023-11-06-meeting"]
    assert tree(root) == before
