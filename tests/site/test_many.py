"""Chronologies of a hundred and of more than a thousand events: narrowing, years, and pages that stay light."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Page, expect


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


def test_a_long_chronology_has_years_and_a_light_home(page: Page, long: str, long_files: Path) -> None:
    assert len(gzip.compress((long_files / "index.html").read_bytes())) < 300_000
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(long)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".rg-years a").first.click()
    expect(page.locator("html.ready")).to_be_attached()
    assert page.locator("h1").inner_text() == "2020"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".rg-facet a[data-k]").count()
