"""Any history of people and generator: what a person did stays done, and a run without news changes nothing."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from regesta import yamledit, yamlio
from regesta.merging import apply
from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType, Source
from regesta.store import Repository

SENTENCES = [f"Sentence number {number} tells of something else." for number in range(8)]
TEXTS = {name: " ".join(SENTENCES) for name in "ab"}
PLACES = [Source(article=article, quote=sentence) for article in TEXTS for sentence in SENTENCES]
TITLES = st.sampled_from(["One thing", "Another thing", "A third"])


@st.composite
def drafts(draw: st.DrawFn) -> list[Event]:
    """Any division of some of the evidence into events."""
    groups: dict[int, list[Source]] = {}
    for source in PLACES:
        group = draw(st.integers(-1, 4))
        if group >= 0:
            groups.setdefault(group, []).append(source)
    found = []
    for number, sources in groups.items():
        day = draw(st.integers(1, 9))
        title = draw(TITLES)
        others = tuple(
            f"2023-11-0{day}-e{other}" for other in draw(st.lists(st.sampled_from(sorted(groups)), max_size=1))
        )
        found.append(
            Event(
                id=f"2023-11-0{day}-e{number}",
                title=title,
                date=Edtf.parse(f"2023-11-0{day}"),
                type=draw(st.sampled_from([EventType.VISIT, EventType.VOTE])),
                sources=tuple(sources),
                responds_to=others,
            )
        )
    return found


def records(root: Path) -> dict[str, dict[str, Any]]:
    return {
        path.stem: yamlio.parse(path.read_text(encoding="utf-8"), path)
        for path in sorted((root / "content/events").glob("*.yml"))
    }


def tree(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts}


class People:
    """Someone who deletes records and changes titles, and remembers which."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.deleted: list[set[tuple[str, str]]] = []
        self.titles: dict[str, str] = {}
        self.ids: set[str] = set()

    def delete(self, name: str) -> None:
        record = records(self.root)[name]
        self.ids.add(name)
        self.deleted.append({(source["article"], source["quote"]) for source in record["sources"]})
        (self.root / f"content/events/{name}.yml").unlink()
        self.titles.pop(name, None)

    def retitle(self, name: str) -> None:
        path = self.root / f"content/events/{name}.yml"
        text = path.read_text(encoding="utf-8")
        self.titles[name] = f"Mine {len(self.titles)}"
        path.write_text(
            yamledit.edit(text, {**records(self.root)[name], "title": self.titles[name]}, path), encoding="utf-8"
        )


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_any_history(data: st.DataObject) -> None:
    root = Path(tempfile.mkdtemp(prefix="history-"))
    try:
        (root / "seeds").mkdir()
        for name, text in TEXTS.items():
            (root / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
        people = People(root)
        for _ in range(data.draw(st.integers(1, 4))):
            found = data.draw(drafts())
            apply(Repository(root), found, TEXTS)
            check(root, people, found)
            for name in records(root):
                action = data.draw(st.sampled_from(["leave", "leave", "delete", "retitle"]))
                if action != "leave":
                    getattr(people, action)(name)
    finally:
        shutil.rmtree(root)


def check(root: Path, people: People, found: list[Event]) -> None:
    standing = records(root)
    for name, title in people.titles.items():
        assert standing[name]["title"] == title
    for record in standing.values():
        assert record["sources"]
        evidence = {(source["article"], source["quote"]) for source in record["sources"]}
        assert evidence not in people.deleted
        assert set(record.get("responds_to", ())) <= set(standing) | people.ids
    before = tree(root)
    report = apply(Repository(root), found, TEXTS)
    assert (report.created, report.changed, report.removed, report.conflicts) == ([], [], [], [])
    assert tree(root) == before
    shuffled = [replace(event) for event in reversed(found)]
    report = apply(Repository(root, dry_run=True), shuffled, TEXTS)
    assert (report.created, report.removed) == ([], [])
