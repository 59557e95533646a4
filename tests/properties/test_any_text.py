"""Whatever the words of an article: an update ends, and each quote in a record stands in its article.

The texts are news of several languages with their words in disorder, their sentences mixed, marks thrown in: what no
reporter writes, but what bad scans, half-copied pages and machine translation come to.
"""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import pytest

from regesta import pipeline
from regesta.config import Config
from regesta.store.records import load_events

AFFAIRS = Path(__file__).parents[1] / "quality" / "affairs"
TEXTS = sorted(AFFAIRS.glob("*/articles/*.txt"))
MARKS = (",", ";", "»", "“", '"', "(", ")", " —", "…", "'", "!", "?", ":", "\n\n", ".")


def dropped(words: list[str], chance: random.Random) -> list[str]:
    return [word for word in words if chance.random() > 0.08]


def swapped(words: list[str], chance: random.Random) -> list[str]:
    found = list(words)
    for _ in range(len(words) // 6):
        one, other = chance.randrange(len(found)), chance.randrange(len(found))
        found[one], found[other] = found[other], found[one]
    return found


def marked(words: list[str], chance: random.Random) -> list[str]:
    return [word + (chance.choice(MARKS) if chance.random() < 0.05 else "") for word in words]


def mixed(text: str, chance: random.Random) -> str:
    other = chance.choice(TEXTS).read_text(encoding="utf-8")
    sentences = re.split(r"(?<=[.!?»”])\s+", f"{text} {other}")
    return "\n\n".join(chance.choices(sentences, k=25))


@pytest.mark.parametrize("seed", range(12))
def test_no_text_breaks_an_update(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 -- composes texts
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Any text\n", encoding="utf-8")
    for number, path in enumerate(chance.sample(TEXTS, 4)):
        text = path.read_text(encoding="utf-8")
        change = chance.choice((dropped, swapped, marked, None))
        changed = mixed(text, chance) if change is None else " ".join(change(re.split(r"(?<=\S) ", text), chance))
        (tmp_path / "seeds" / f"a{number}.txt").write_text(changed, encoding="utf-8")
        if number % 2:
            (tmp_path / "seeds" / f"a{number}.yml").write_text(f"published: 2021-0{number}-15\n", encoding="utf-8")
    pipeline.update(tmp_path, config=Config(), today=date(2026, 1, 1), report=lambda _: None)
    for event in load_events(tmp_path):
        for source in event.sources:
            text = (tmp_path / "seeds" / f"{source.article}.txt").read_text(encoding="utf-8")
            assert " ".join((source.quote or "").split()) in " ".join(text.split())
