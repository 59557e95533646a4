"""Whole affairs, as a new user would run them, against chronologies made by hand: what is found stays at least as good.

Each folder of affairs/ holds articles as they were saved, meta.json (what a user knows of them) and gold.json (what a
careful reader takes from them together). floors.yml says how good the generator is on each; raise_floors.py moves them.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.quality.score_chronology import days_or_none, load_story, score

from regesta import pipeline, yamlio
from regesta.config import Config
from regesta.model.event import Event
from regesta.store.records import load_events

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, str]] = yamlio.parse((HERE / "floors.yml").read_text(encoding="utf-8"), HERE / "floors.yml")
TODAY = date(2026, 1, 1)


def project(affair: Path, root: Path) -> None:
    """An empty chronology with the affair's articles; a date of publication only where the user knows it."""
    (root / "seeds").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: An affair\n", encoding="utf-8")
    for known in json.loads((affair / "meta.json").read_text(encoding="utf-8")):
        source = affair / known["file"]
        shutil.copy(source, root / "seeds" / f"{known['id']}{source.suffix}")
        given = {"url": known["url"], "publisher": known["publisher"]}
        given |= {"published": known["published"]} if known["dated"] == "meta" else {}
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in given.items())
        (root / "seeds" / f"{known['id']}.yml").write_text(lines, encoding="utf-8")


def prediction(event: Event) -> dict[str, Any]:
    """An event in the shape that the scorer reads."""
    return {
        "id": event.id,
        "date": str(event.date) if event.date else None,
        "title": "",
        "type": event.type.value,
        "status": event.status.value,
        "responds_to": list(event.responds_to),
        "actors": list(event.actors),
        "places": list(event.places),
        "sources": [{"article": s.article, "quote": s.quote} for s in event.sources if s.article],
    }


@pytest.mark.parametrize("name", sorted(path.name for path in (HERE / "affairs").iterdir()))
def test_an_affair_is_told_as_well_as_before(name: str, tmp_path: Path) -> None:
    affair = HERE / "affairs" / name
    project(affair, tmp_path)
    result = pipeline.update(tmp_path, config=Config(), today=TODAY, report=lambda _: None)
    assert all("language" in str(skipped) for skipped in result.skipped)
    scores, _ = score(*load_story(affair), [prediction(event) for event in load_events(tmp_path)])
    assert scores["verbatim"] == 1.0
    assert wrong_dates(affair, tmp_path) == []
    below = {key: (scores[key], floor) for key, floor in FLOORS[name].items() if scores[key] < float(floor)}
    assert below == {}


def wrong_dates(affair: Path, root: Path) -> list[str]:
    """Articles that got a date of publication which isn't theirs."""
    found = []
    for known in json.loads((affair / "meta.json").read_text(encoding="utf-8")):
        path = root / "seeds" / f"{known['id']}.yml"
        published = yamlio.parse(path.read_text(encoding="utf-8"), path).get("published")
        said, true = days_or_none(published), days_or_none(known["published"])
        if said and true and not said[0] <= true[0] <= said[1]:
            found.append(known["id"])
    return found
