"""The chronology that the project publishes: built from its own records, and read as its readers do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
MAIN = [
    ("Between 30 October and 5 November 2023, one of 7 days", "Bloomberg"),
    ("Between 1 and 5 November 2023, one of 5 days", "Macron"),
    ("Tuesday 7 November 2023, day known", "backyard"),
    ("Thursday 9 November 2023, day known", "Putin"),
    ("Sunday 12 November 2023, day known", "Kremlin"),
]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory, build: Any, serve: Any) -> Iterator[str]:
    root = tmp_path_factory.mktemp("seeded")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    assert not build(root, root / "out")
    with serve(root / "out") as address:
        yield address


def test_the_five_main_events_stand_in_order_with_their_days(browser: Browser, seeded: str) -> None:
    page = browser.new_page()
    page.goto(seeded)
    found = []
    for day in page.locator(".rg-day").all():
        spoken = (day.locator(".rg-rail .rg-vh").text_content() or "").replace("\u00a0", " ")
        found += [(spoken, title) for title in day.locator(".rg-ev__t").all_inner_texts()]
    page.close()
    places = [
        next((at for at, (said, title) in enumerate(found) if said == spoken and word in title), None)
        for spoken, word in MAIN
    ]
    assert None not in places, found
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words", ["backyard", "Hinterhof", "Peskow", "Peskov", "Zhumangarin", "Schumangarin", "Песков"]
)
def test_search_finds_the_affair_in_either_language_and_any_spelling(browser: Browser, seeded: str, words: str) -> None:
    page = browser.new_page()
    page.goto(f"{seeded}search.html?q={words}")
    page.wait_for_selector(".rg-hit")
    assert page.locator('.rg-hit a[href*="/events/"]').count()
    page.close()


def test_every_event_shows_evidence_that_was_verified(browser: Browser, seeded: str) -> None:
    page = browser.new_page()
    page.goto(f"{seeded}events/index.html")
    paths = [link.get_attribute("href") for link in page.locator(".rg-all h2 a").all()]
    assert len(paths) >= 5
    for path in paths:
        page.goto(f"{seeded}events/{path}")
        quotes = page.locator(".rg-q").count()
        assert quotes
        assert page.locator(".rg-ok:not(.is-missing)").count() == quotes
        assert page.locator('a[href*="#:~:text="]').count() == quotes
    page.close()
