"""For everyone: axe finds nothing on any kind of page, light or dark; the keyboard reaches everything."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
KINDS = (
    "",
    "events/2023-11-01-macron-visits-kazakhstan-and-uzbekistan.html",
    "events/2023-11-12-peskov-calls-backyard-phrase-absurd.html",
    "events/index.html",
    "actors/index.html",
    "actors/kassym-jomart-tokayev.html",
    "places/kazakhstan.html",
    "publishers/tass.html",
    "views/type-statement.html",
    "views/thread-2023-10-30-bloomberg-putins-backyard-headline.html",
    "articles/index.html",
    "articles/003_4eaefea67a171ad0.html",
    "unknown.html",
    "corrections.html",
    "take.html",
    "key.html",
    "search.html?q=Peskow",
    "about/",
)


def violations(page: Page) -> list[str]:
    found = page.evaluate(f"async () => {{ {AXE}; return (await axe.run()).violations; }}")
    return [f"{v['id']}: {[node['html'][:200] for node in v['nodes'][:3]]}" for v in found]


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_light_or_dark(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for path in KINDS:
        page.goto(address + path)
        if "search" in path:
            page.wait_for_selector(".rg-hit")
        for scheme in ("default", "slate"):
            page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")
            if wrong := violations(page):
                found[path, scheme] = wrong
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [1440, 320])
def test_axe_finds_nothing_in_narrowed_lists_however_long(
    browser: Browser, hundred: str, long: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for address in (f"{hundred}?type=visit&from=2020-03-01&to=2021-02-01", f"{long}?type=visit&status=happened", long):
        page.goto(address)
        expect(page.locator("html.ready")).to_be_attached()
        for enlarge in page.get_by_role("button", name="Enlarge these days").all():
            enlarge.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        for scheme in ("default", "slate"):
            page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")
            if wrong := violations(page):
                found[address, scheme] = wrong
    context.close()
    assert found == {}


def test_tab_order_begins_with_the_skip_link_and_reaches_the_first_event(reader: Any) -> None:
    page = reader.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.rg-ev__t')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*.html")


def test_palette_is_switched_by_keyboard_and_remembered(reader: Any) -> None:
    page = reader.open()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.locator("[data-md-component=palette] input").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    reader.open("key.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_brush_narrows_by_keyboard_and_keeps_its_state_in_the_address(reader: Any) -> None:
    page = reader.open()
    page.get_by_role("slider", name="First day shown").focus()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    assert page.locator(".rg-ev:visible").count() == 3
    assert "from=2023-11-07" in page.url
    again = reader.open(page.url.split("/backyard/")[1])
    assert again.locator(".rg-ev:visible").count() == 3
    again.get_by_role("button", name="Remove").click()
    assert again.locator(".rg-ev:visible").count() == 5


def test_drawer_on_a_phone_opens_by_keyboard(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator("#rg-menu").focus()
    page.keyboard.press("Enter")
    assert page.locator("#__drawer").is_checked()
    page.keyboard.press("Escape")
    assert not page.locator("#__drawer").is_checked()
    context.close()
