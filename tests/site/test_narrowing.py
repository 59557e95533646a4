"""Narrowing by days and facets at any length, threads, and taking along what is on the screen."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

PESKOV = "events/2023-11-12-peskov-calls-backyard-phrase-absurd.html"
THREAD = "views/thread-2023-10-30-bloomberg-putins-backyard-headline.html"


def ready(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("html.ready")).to_be_attached()
    return page


def ids(page: Page) -> list[str]:
    """The events on the screen, by id."""
    links = page.locator(".rg-row:visible .rw-t a, .rg-ev:visible .rg-ev__t a").all()
    return [(link.get_attribute("href") or "").rsplit("/", 1)[-1].removesuffix(".html") for link in links]


def taken(page: Page, name: str) -> str:
    """The file that a link gives."""
    with page.expect_download() as found:
        page.locator(".rg-take").get_by_role("link", name=name, exact=True).click()
    return Path(found.value.path()).read_text(encoding="utf-8-sig")


def test_two_fields_give_a_range_of_days_that_is_kept_in_the_address(page: Page, hundred: str) -> None:
    ready(page, hundred)
    page.get_by_label("First day shown").last.fill("2020-06-01")
    page.get_by_label("Last day shown").last.fill("2020-08-31")
    page.keyboard.press("Tab")
    assert "from=2020-06-01&to=2020-08-31" in page.url
    found = ids(page)
    assert 0 < len(found) < 100
    assert page.locator(".f-hist rect.is-out").count()
    slider = page.get_by_role("slider", name="First day shown")
    assert slider.get_attribute("aria-valuetext") == "1 June 2020"
    ready(page, page.url)
    assert ids(page) == found


def test_a_mouse_draws_a_range_over_the_overview(page: Page, hundred: str) -> None:
    ready(page, hundred)
    box = page.locator(".rg-lane.is-axis .rg-lane__p").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] - 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] - 60, steps=4)
    page.mouse.up()
    assert "from=2020-" in page.url
    assert 0 < len(ids(page)) < 100


def in_picture(page: Page) -> list[str]:
    """The labels under the overview that lie in its frame, each row from left to right."""
    plot = page.locator(".rg-over__plot").bounding_box()
    assert plot
    labels = page.locator(".is-axis text:visible").all()
    boxes = [(box, label.text_content() or "") for label in labels if (box := label.bounding_box())]
    inside = [pair for pair in boxes if plot["x"] <= pair[0]["x"] < plot["x"] + plot["width"]]
    return [said for _, said in sorted(inside, key=lambda pair: (round(pair[0]["y"]), pair[0]["x"]))]


def test_chosen_days_are_enlarged_and_the_whole_comes_back_by_keyboard(page: Page, long: str) -> None:
    ready(page, f"{long}?from=2021-03-01&to=2021-03-14")
    expect(page.locator(".rg-zoom span")).to_have_text("1 March 2021 to 14 March 2021")
    assert "2020" in in_picture(page)
    page.get_by_role("button", name="Enlarge these days").focus()
    page.keyboard.press("Enter")
    assert in_picture(page) == [*(str(day) for day in range(1, 15)), "March 2021"]
    assert page.get_by_text("Events a day").is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    slider = page.get_by_role("slider", name="Last day shown")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "13 March 2021"
    page.get_by_role("button", name="Show the whole span").focus()
    page.keyboard.press("Enter")
    assert "2020" in in_picture(page)
    assert page.get_by_text("Events a month").is_visible()
    assert page.evaluate("() => document.activeElement.textContent") == "Enlarge these days"
    assert "from=2021-03-01&to=2021-03-13" in page.url


def test_without_the_range_the_picture_shows_the_whole_again(page: Page, hundred: str) -> None:
    ready(page, f"{hundred}?from=2020-03-01&to=2020-04-30")
    whole = in_picture(page)
    page.get_by_role("button", name="Enlarge these days").click()
    assert in_picture(page) != whole
    page.locator(".rg-chips button").click()
    assert in_picture(page) == whole
    assert not page.locator(".rg-zoom button:visible").count()


def test_what_is_on_the_screen_can_be_taken_along_in_every_format(page: Page, hundred: str) -> None:
    ready(page, f"{hundred}?type=visit&from=2020-03-01&to=2020-12-31")
    shown = set(ids(page))
    assert shown
    rows = list(csv.DictReader(io.StringIO(taken(page, "CSV"))))
    assert {row["id"] for row in rows} == shown
    found = json.loads(taken(page, "JSON"))
    assert {event["id"] for event in found["events"]} == shown
    assert found["url"] == page.url
    calendar = icalendar.Calendar.from_ical(taken(page, "Calendar"))
    assert {str(event["UID"]).split("@")[0] for event in calendar.walk("VEVENT")} <= shown
    assert len(calendar.walk("VEVENT")) >= len(shown) - 2  # an open end has no place in a calendar
    feed = json.loads(taken(page, "Feed"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == len(shown)


def test_each_chosen_value_has_a_feed_that_can_be_followed(page: Page, hundred: str) -> None:
    ready(page, f"{hundred}?type=visit&status=planned")
    feeds = [link.get_attribute("href") or "" for link in page.locator(".t-f a").all()]
    assert [feed.rsplit("/", 1)[1] for feed in feeds] == ["type-visit.xml", "status-planned.xml"]
    for feed in feeds:
        assert "<feed" in page.request.get(feed).text()
    assert page.get_by_text("To follow, each as a whole").is_visible()
    ready(page, f"{hundred}?type=visit")
    assert page.get_by_text("To follow:").is_visible()
    ready(page, f"{hundred}?from=2020-03-01&to=2020-12-31")
    assert page.locator(".t-f").inner_text().strip() == "To follow, each as a whole: Synthetic chronology"
    assert (page.locator(".t-f a").get_attribute("href") or "").endswith("/feed.xml")
    ready(page, hundred)
    assert not page.locator(".t-f").count()


def test_the_home_of_a_long_chronology_narrows_as_a_short_one_does(page: Page, long: str, long_files: Path) -> None:
    ready(page, long)
    assert page.locator(".rg-live").count() == 0
    visits = page.locator('.rg-facet a[data-k="type"][data-v="visit"]')
    count = int(visits.locator(".f-n").inner_text())
    if not visits.is_visible():
        page.locator(".rg-facet", has=visits).locator(".f-more summary").click()
    visits.click()
    expect(page.locator(".rg-count")).to_have_text(f"{count} of 1001 events")
    assert len(ids(page)) == count
    spans = page.locator(".rg-row:visible", has=page.locator(".m-span")).all_inner_texts()
    assert spans
    assert [row for row in spans if not re.search(r"\d days\b", row)] == []
    ready(page, page.url)
    assert len(ids(page)) == count
    page.get_by_label("First day shown").last.fill("2021-01-01")
    page.keyboard.press("Tab")
    expect(page.locator(".rg-chips button")).to_have_count(3)
    shown = set(ids(page))
    assert 0 < len(shown) < count
    assert all((long_files / "events" / f"{name}.html").is_file() for name in shown)
    assert {row["id"] for row in csv.DictReader(io.StringIO(taken(page, "CSV")))} == shown
    page.get_by_role("button", name="Clear all").click()
    assert page.get_by_role("heading", name="The main events").is_visible()


def test_a_long_list_is_shown_a_part_at_a_time(page: Page, long: str) -> None:
    ready(page, f"{long}?status=happened")
    expect(page.locator(".rg-row:visible")).to_have_count(200)
    page.locator(".rg-next").click()
    expect(page.locator(".rg-row:visible")).to_have_count(400)
    assert page.evaluate("!!document.activeElement.closest('.rw-t')")


def test_lanes_show_who_acted_or_who_says_so(page: Page, hundred: str) -> None:
    ready(page, hundred)
    assert page.locator(".rg-lanes:visible").count() == 1
    counts = page.locator(".rg-lanes:visible .rg-lane__l small").all_inner_texts()[:6]
    assert counts == page.locator('.rg-facet a[data-k="actor"]:visible .f-n').all_inner_texts()
    page.locator(".rg-by").get_by_role("button", name="Publisher").click()
    labels = page.locator(".rg-lanes:visible .rg-lane__l").all_inner_texts()
    assert len(labels) == 8
    assert all(label.startswith("Paper") for label in labels[:7])


def test_a_long_facet_finds_a_value_by_its_letters(page: Page, long: str) -> None:
    ready(page, long)
    facet = page.locator(".rg-facet", has=page.locator('a[data-k="actor"]'))
    facet.locator(".f-more summary").click()
    every = facet.locator(".f-more li:visible").count()
    facet.get_by_role("searchbox").fill("survey")
    found = facet.locator(".f-more li:visible .f-v").all_inner_texts()
    assert 0 < len(found) < every
    assert all("Survey" in name for name in found)


def test_a_thread_has_a_page_with_its_chain_and_a_feed(reader: Any) -> None:
    page = reader.open(PESKOV)
    page.get_by_role("link", name="The 3 events of this thread").click()
    page.wait_for_url(f"**/{THREAD}")
    titles = page.locator(".rg-chain .c-t").all_inner_texts()
    assert len(titles) == 3
    assert page.locator(".rg-ev__t").all_inner_texts() == titles
    feed = page.get_by_role("link", name="Feed", exact=True).evaluate("link => link.href")
    assert page.request.get(feed).text().count("<entry>") == 3


@pytest.mark.parametrize(("name", "suffix"), [("JSON", ".json"), ("Calendar", ".ics"), ("CSV", ".csv")])
def test_one_event_can_be_taken_along(reader: Any, name: str, suffix: str) -> None:
    page = reader.open(PESKOV)
    with page.expect_download() as found:
        page.locator(".rg-evp__a").get_by_role("link", name=name, exact=True).click()
    assert found.value.suggested_filename == PESKOV.removeprefix("events/").replace(".html", suffix)
    text = Path(found.value.path()).read_text(encoding="utf-8")
    assert "peskov-calls-backyard-phrase-absurd" in text
    assert "putin-visits-astana" not in text


def test_search_by_date_loses_no_hit(reader: Any) -> None:
    page = reader.open("search.html?q=Putin")
    page.wait_for_selector(".rg-hit")
    found = page.locator(".rg-hit, .rg-best").count()
    assert page.locator(".rg-best").inner_text().startswith("Actor")
    page.get_by_role("button", name="date").click()
    expect(page.locator(".rg-order [data-sort=date]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".rg-hit, .rg-best")).to_have_count(found)
    days = page.locator(".rg-hit .rg-when").all_inner_texts()
    assert "30" in days[0]
    assert days[-1].replace("\u00a0", " ").startswith("Sunday 12 November 2023")


def test_a_long_chronology_stays_readable_where_its_file_cannot_be_loaded(browser: Browser, long: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.route("**/browse.json", lambda route: route.abort())
    ready(page, f"{long}?type=visit")
    assert page.get_by_role("heading", name="The main events").is_visible()
    page.locator(".rg-facets__w > summary").click()
    assert page.locator('.rg-facet a[data-k="actor"]').first.is_visible()
    context.close()


def test_a_mark_of_certainty_keeps_its_shape_while_the_counts_change(page: Page, hundred: str) -> None:
    ready(page, hundred)
    value = page.locator('.rg-facet a[data-k="certainty"][data-v="span"]')
    mark, bar = value.locator(".rg-glyph rect"), value.locator(".f-bar rect")
    drawn, whole = mark.get_attribute("width"), bar.bounding_box()
    assert drawn
    assert not drawn.endswith("%")
    page.locator('.rg-facet a[data-k="certainty"][data-v="day"]').click()
    page.locator('.rg-facet a[data-k="type"]').first.click()
    assert mark.get_attribute("width") == drawn
    assert bar.bounding_box() != whole


def test_going_back_undoes_one_choice_at_a_time(page: Page, hundred: str) -> None:
    ready(page, hundred)
    visits, planned = (page.locator(f'.rg-facet a[data-v="{value}"]') for value in ("visit", "planned"))
    page.locator(".rg-facet summary", has_text="Status").click()
    visits.click()
    some = ids(page)
    planned.click()
    assert set(ids(page)) < set(some)
    page.go_back()
    assert ids(page) == some
    assert page.url.endswith("?type=visit")
    assert planned.get_attribute("aria-current") is None
    page.go_back()
    assert len(ids(page)) == 100
    assert page.locator(".rg-chips").is_hidden()
    page.go_forward()
    assert ids(page) == some


def test_a_range_that_is_drawn_step_by_step_is_one_choice(page: Page, hundred: str) -> None:
    ready(page, hundred)
    slider = page.get_by_role("slider", name="First day shown")
    first = slider.get_attribute("aria-valuetext")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    assert "from=" in page.url
    page.go_back()
    assert "from=" not in page.url
    assert slider.get_attribute("aria-valuetext") == first


def test_a_narrowed_list_does_not_count_the_articles_of_the_whole(page: Page, hundred: str) -> None:
    ready(page, hundred)
    count = page.locator(".rg-count")
    assert "articles" in count.inner_text()
    page.locator('.rg-facet a[data-k="type"][data-v="visit"]').click()
    assert "of 100 events, in order of" in count.inner_text()
