"""Search: in every language and script that the chronology has, from the header and on its own page, by keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("backyard", "Bloomberg headline speaks of “Putin’s backyard”"),
        ("Hinterhof", "Bloomberg headline speaks of “Putin’s backyard”"),
        ("Peskow", "Peskov dismisses the “backyard” phrase as absurd"),
        ("Peskov", "Peskov dismisses the “backyard” phrase as absurd"),
        ("Песков", "Peskov dismisses the “backyard” phrase as absurd"),
        ("Zhumangarin", "Deputy prime minister Zhumangarin rejects the “backyard” label"),
        ("Schumangarin", "Deputy prime minister Zhumangarin rejects the “backyard” label"),
        ("Қасым-Жомарт", "Putin visits Astana"),
    ],
)
def test_search_page_finds(reader: Any, words: str, expected: str) -> None:
    page = reader.open(f"search.html?q={words}")
    page.wait_for_selector(".rg-hit")
    assert expected in page.locator(".rg-hit h3").all_inner_texts()


def test_header_box_answers_by_keyboard_alone(reader: Any) -> None:
    page = reader.open()
    page.keyboard.press("/")
    page.keyboard.type("sacred")
    page.wait_for_selector(".rg-found li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*.html")
    assert page.locator("h1").inner_text().startswith("Deputy prime minister")


def test_enter_in_the_header_box_opens_the_search_page(reader: Any) -> None:
    page = reader.open("events/2023-11-09-putin-visits-astana.html")
    page.keyboard.press("s")
    page.keyboard.type("visit")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=visit")
    page.wait_for_selector(".rg-hit")


def test_hits_sort_by_date_and_say_how_many(reader: Any) -> None:
    page = reader.open("search.html?q=Kazakhstan")
    page.wait_for_selector(".rg-hit")
    page.get_by_role("button", name="date").click()
    expect(page.locator(".rg-hit")).to_have_count(5)
    expect(page.locator(".rg-hit .rg-when").first).to_have_text(re.compile("^Between 30"))
    expect(page.locator(".rg-count")).to_have_text("6 hits")  # five events and a name
    assert page.url.endswith("?q=Kazakhstan&sort=date")


def test_no_hit_says_so(reader: Any) -> None:
    page = reader.open("search.html?q=zzyzx")
    expect(page.locator(".rg-count")).to_have_text("Nothing found for “zzyzx”.")


def test_nothing_of_search_is_loaded_before_it_is_used(reader: Any) -> None:
    reader.open()
    assert not [url for url in reader.requests if "pagefind" in url or "search_index" in url]


def test_results_narrow_by_type_and_the_state_is_in_the_address(reader: Any) -> None:
    page = reader.open("search.html?q=Kazakhstan")
    page.wait_for_selector(".rg-hit")
    page.get_by_role("checkbox", name="Visit").check()
    expect(page.locator(".rg-count")).to_have_text("2 hits")
    assert "type=Visit" in page.url
    expect(page.get_by_role("checkbox", name="Statement")).to_be_visible()
    page.get_by_role("checkbox", name="Visit").uncheck()
    expect(page.get_by_role("checkbox", name="Visit")).not_to_be_checked()


def test_where_nothing_is_found_there_are_ways_on(reader: Any) -> None:
    page = reader.open("search.html?q=zzyzx")
    expect(page.locator(".rg-count")).to_have_text("Nothing found for “zzyzx”.")
    ways = page.locator(".rg-ways")
    assert ways.get_by_role("link").all_inner_texts() == ["The whole chronology", "Actors", "Places"]
    page.locator("#q").fill("backyard")
    page.wait_for_selector(".rg-hit")
    expect(ways).to_be_hidden()


def test_an_excerpt_that_breaks_off_says_so(reader: Any) -> None:
    page = reader.open("search.html?q=backyard")
    page.wait_for_selector(".rg-hit")
    found = page.locator(".rg-hit .h-x").all_inner_texts()
    assert any(text.endswith("…") for text in found)
    assert [text for text in found if text[0].islower() and not text.startswith("exclusive.kz")] == []
    assert all(text.endswith(("…", ".", "!", "?", "”", "“", '"', "»", "’")) for text in found)


def test_without_scripts_no_search_box_is_offered(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}search.html")
    assert page.get_by_role("searchbox").all() == []
    assert page.locator("noscript .rg-note").is_visible()
    assert page.locator(".rg-ways").get_by_role("link", name="Places").is_visible()
    context.close()
