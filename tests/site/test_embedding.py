"""An event on somebody else's page: found by oEmbed, shown in a frame without the site around it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PESKOV = "events/2023-11-12-peskov-calls-backyard-phrase-absurd.html"
HOME = "https://example.org/backyard/"


@pytest.fixture
def blog(tmp_path: Path, serve: Any) -> Iterator[Callable[[str], str]]:
    """Serves a page from another origin: `blog(html)` gives its address."""
    with serve(tmp_path) as address:

        def post(html: str) -> str:
            (tmp_path / "index.html").write_text(html, encoding="utf-8")
            return str(address)

        yield post


def offered(site: Path, path: str) -> dict[str, Any]:
    """What a page's link for oEmbed leads to."""
    html = (site / path).read_text(encoding="utf-8")
    (address,) = re.findall(r'type="application/json\+oembed" href="([^"]+)"', html)
    found: dict[str, Any] = json.loads((site / address.removeprefix(HOME)).read_text(encoding="utf-8"))
    return found


def test_an_event_can_be_framed_by_whoever_knows_its_address(reader: Any, site: Path, blog: Any) -> None:
    found = offered(site, PESKOV)
    assert found["title"] == "Peskov dismisses the “backyard” phrase as absurd (12 November 2023)"
    assert (site / found["thumbnail_url"].removeprefix(HOME)).read_bytes().startswith(b"\x89PNG")
    frame = found["html"].replace(HOME, reader.address)
    reader.page.goto(blog(f"<!doctype html><meta charset=utf-8><link rel=icon href=data:,>{frame}"))
    inner = reader.page.frame_locator("iframe")
    inner.locator("h1").wait_for()
    assert inner.locator("h1").inner_text().startswith("Peskov dismisses")
    assert not inner.locator(".md-header").is_visible()
    assert not inner.locator(".md-footer").is_visible()
    inner.locator("dl a", has_text="Dmitry Peskov").click()
    reader.page.wait_for_url("**/backyard/actors/**")
    assert reader.page.locator(".md-header").is_visible(), "a click leads to the whole site"


def test_a_list_can_be_framed_too(reader: Any) -> None:
    page = reader.open("index.html?embed")
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".rg-facets").is_visible()
    assert page.locator(".rg-ev__t").first.is_visible()


def test_what_is_framed_says_whose_it_is_and_leads_to_the_page_itself(reader: Any) -> None:
    page = reader.open(f"{PESKOV}?embed")
    link = page.locator(".rg-from").get_by_role("link", name="Putin’s backyard")
    link.click()
    page.wait_for_url(f"**/{PESKOV}")
    assert page.locator(".md-header").is_visible()
    assert not page.locator(".rg-from").count()
