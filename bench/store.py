"""Measures the store and the merge on 10,000 made-up records of three sources each: processor seconds, once each."""

from __future__ import annotations

import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from regesta.checking import check
from regesta.merging import apply
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, Event, EventType, Source
from regesta.store import Repository
from regesta.store.records import load_events

EVENTS = 10_000
ARTICLES = 1_000
NOUNS = ("government", "minister", "court", "parliament", "company", "region")
PLACES = ("harbour", "border", "capital", "valley", "island", "market", "station")


def sentence(number: int) -> str:
    """One of many different sentences."""
    noun, other, place = NOUNS[number % 6], NOUNS[number // 6 % 6], PLACES[number // 36 % 7]
    return f"On Tuesday the {noun} of case {number} met the {other} at the {place} after a long wait in the rain."


def make(root: Path) -> tuple[list[Event], dict[str, str]]:
    """A project's articles, and the events that they tell."""
    (root / "seeds").mkdir()
    texts = {}
    for article in range(ARTICLES):
        text = "\n\n".join(sentence(number) for number in range(article * 10, article * 10 + 30))
        texts[f"a{article}"] = text
        (root / f"seeds/a{article}.txt").write_text(text, encoding="utf-8")
        sidecar = "language: en\npublisher: P\npublished: 2023-11-12\n"
        (root / f"seeds/a{article}.yml").write_text(sidecar, encoding="utf-8")
    return [event(number) for number in range(EVENTS)], texts


def event(number: int) -> Event:
    """One event with up to three sources."""
    articles = range(max(0, number // 10 - 2), number // 10 + 1)
    day = Edtf.parse("2023-11-07")
    sources = tuple(
        Source(article=f"a{article}", quote=sentence(number), when="On Tuesday", date=day, basis=Basis.DERIVED)
        for article in articles
    )
    return Event(
        id=f"2023-11-07-case-{number}", title=f"Case {number}", date=day, type=EventType.MEETING, sources=sources
    )


def timed(name: str, call: Callable[[], Any]) -> None:
    """Call, and print a row."""
    start, wall = time.process_time(), time.perf_counter()
    call()
    print(f"{name:<44}{time.process_time() - start:8.2f}{time.perf_counter() - wall:8.2f}")


def main() -> None:
    """Print the table."""
    root = Path(tempfile.mkdtemp(prefix="bench-store-"))
    try:
        drafts, texts = make(root)
        print(f"{f'{EVENTS} records, {ARTICLES} articles':<44}{'CPU s':>8}{'wall s':>8}")
        timed("first update: write all records", lambda: apply(Repository(root), drafts, texts))
        shutil.rmtree(root / ".cache", ignore_errors=True)
        timed("read all events, cold", lambda: load_events(root))
        timed("read all events, from the cache", lambda: load_events(root))
        timed("update that changes nothing", lambda: apply(Repository(root), drafts, texts))
        timed("check everything, quotations included", lambda: check(root))
        timed("check it again, articles' texts kept", lambda: check(root))
        print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
