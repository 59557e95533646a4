"""Chronologies of a hundred and of more than a thousand events: narrowing, years, and pages that stay light."""

from __future__ import annotations

import gzip
import importlib.util
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

BENCH = Path(__file__).parents[2] / "bench" / "site.py"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Stay silent."""


def make(root: Path, events: int) -> None:
    """The benchmark's synthetic project, without its search index."""
    spec = importlib.util.spec_from_file_location("bench_site", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.make_project(root, events)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - regesta", "  - regesta: {search: false}"))


def served(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory, build: Any) -> Iterator[str]:
    root = tmp_path_factory.mktemp("hundred")
    make(root / "project", 100)
    build(root / "project", root / "site")
    yield from served(root / "site")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory, build: Any) -> Path:
    root = tmp_path_factory.mktemp("long")
    make(root / "project", 1001)
    build(root / "project", root / "site")
    return root / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    faults: list[str] = []
    found.on("console", lambda message: faults.append(message.text))
    found.on("pageerror", lambda error: faults.append(str(error)))
    yield found
    context.close()
    assert faults == []


def shown(page: Page) -> int:
    return sum(not row.evaluate("row => row.hidden") for row in page.locator(".rg-row, .rg-ev").all())


def test_facets_narrow_together_and_the_state_is_in_the_address(page: Page, hundred: str) -> None:
    page.goto(hundred)
    expect(page.locator("html.ready")).to_be_attached()
    visits = page.locator('.rg-facet a[data-k="type"]').first
    name, count = visits.get_attribute("data-v"), int(visits.locator(".f-n").inner_text())
    visits.focus()
    page.keyboard.press("Enter")
    assert f"type={name}" in page.url
    assert shown(page) == count
    expect(page.locator(".rg-count b").first).to_have_text(f"{count} of 100")
    publisher = page.locator('.rg-facet a[data-k="publisher"]').first
    left = int(publisher.locator(".f-n").inner_text())
    publisher.click()
    assert shown(page) == left <= count
    address = page.url
    page.goto(f"{hundred}key.html")
    page.goto(address)
    expect(page.locator("html.ready")).to_be_attached()
    assert shown(page) == left
    page.get_by_role("button", name="Clear all").click()
    assert shown(page) == 100
    assert "?" not in page.url


def test_values_that_exclude_each_other_say_so_and_offer_a_way_back(page: Page, hundred: str) -> None:
    page.goto(f"{hundred}?status=disputed&type=visit&actor=nobody")
    expect(page.locator("html.ready")).to_be_attached()
    expect(page.locator(".rg-empty")).to_have_text("No event fits all of these. Remove one:")
    assert shown(page) == 0


def test_without_scripts_a_facet_leads_to_a_page_of_its_own(browser: Browser, hundred: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hundred)
    link = page.locator('.rg-facet a[data-k="type"]').first
    count = int(link.locator(".f-n").inner_text())
    link.click()
    assert page.locator(".rg-ev, .rg-row").count() == count
    context.close()


def test_a_long_chronology_has_years_and_a_light_home(page: Page, long: Path) -> None:
    assert len(gzip.compress((long / "index.html").read_bytes())) < 300_000
    address = next(serving := served(long))
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".rg-years a").first.click()
    expect(page.locator("html.ready")).to_be_attached()
    assert page.locator("h1").inner_text() == "2020"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".rg-facet a[data-k]").count()
    next(serving, None)
