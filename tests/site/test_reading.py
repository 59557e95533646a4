"""What a reader sees: the order of events, their dates, the evidence, names; with and without scripts."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

PROJECT = Path(__file__).parent / "project"

MACRON = "events/2023-11-01-macron-visits-kazakhstan-and-uzbekistan.html"
PESKOV = "events/2023-11-12-peskov-calls-backyard-phrase-absurd.html"
TITLES = [
    "Bloomberg headline speaks of “Putin’s backyard”",
    "Macron visits Kazakhstan and Uzbekistan",
    "Deputy prime minister Zhumangarin rejects the “backyard” label",
    "Putin visits Astana",
    "Peskov dismisses the “backyard” phrase as absurd",
]


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def test_home_lists_the_events_in_order_with_their_dates(reader: Any) -> None:
    page = reader.open()
    assert page.locator("h1").inner_text() == "Putin’s backyard"
    assert page.locator(".rg-ev__t").all_inner_texts() == TITLES
    spoken = [spaced(text) for text in page.locator(".rg-rail .rg-vh").all_text_contents()]
    assert spoken == [
        "Between 30 October and 5 November 2023, one of 7 days",
        "Between 1 and 5 November 2023, one of 5 days",
        "Tuesday 7 November 2023, day known",
        "Thursday 9 November 2023, day known",
        "Sunday 12 November 2023, day known",
    ]
    first = page.locator(".rg-ev").first
    assert [spaced(t) for t in first.locator(".rg-src li").all_inner_texts()] == [
        "exclusive.kz en 1 quote",
        "TASS en 1 quote",
        "RT DE de 3 quotes",
    ]
    assert "Kazakhstan" in first.locator(".rg-ev__k").inner_text()


def test_event_page_shows_the_evidence_in_its_own_language(reader: Any) -> None:
    page = reader.open(MACRON)
    assert spaced(page.locator(".rg-when").first.inner_text()) == "Between 1 and 5 November 2023 one of 5 days"
    quote = page.locator('blockquote[lang="de"]').first
    assert quote.inner_text() == "Vor zwei Wochen hat Emmanuel Macron Kasachstan und Usbekistan besucht."
    assert quote.locator("mark").inner_text() == "Vor zwei Wochen"
    article = page.locator(".rg-art", has=page.locator('blockquote[lang="de"]'))
    assert article.locator("h3").inner_text() == "RT DE"
    assert "between 13 and 19 November 2023 (inferred) · German" in spaced(article.locator("header").inner_text())
    assert "Quote verified" in article.inner_text()
    passage = article.get_by_role("link", name="Open the passage").get_attribute("href") or ""
    assert passage.startswith("https://de.rt.com/international/186835-")
    assert passage.endswith(
        "#:~:text=Vor%20zwei%20Wochen%20hat%20Emmanuel%20Macron%20Kasachstan%20und%20Usbekistan%20besucht."
    )


def test_event_page_says_how_the_date_is_known(reader: Any) -> None:
    page = reader.open(MACRON)
    steps = [spaced(text) for text in page.locator(".rg-steps li").all_inner_texts()]
    assert steps[1] == (
        "TASS writes in early November. The article is dated 12 November 2023 (given), "
        "so: between 1 and 10 November 2023."
    )
    assert steps[-1] == "Only these days fit all of them: between 1 and 5 November 2023."


def test_event_page_leads_to_its_record_its_neighbours_and_what_it_answers(reader: Any) -> None:
    page = reader.open(PESKOV)
    edit = page.get_by_role("link", name="Correct this record").get_attribute("href")
    record = "events/2023-11-12-peskov-calls-backyard-phrase-absurd.yml"
    assert edit == f"https://github.com/example/backyard/edit/main/content/{record}"
    assert page.locator(".rg-nb a").inner_text() == "Putin visits Astana"
    chain = page.locator(".rg-chain .c-t").all_inner_texts()
    assert chain == [TITLES[0], TITLES[2], TITLES[4]]
    page.locator(".rg-chain a").first.click()
    assert page.locator("h1").inner_text() == TITLES[0]
    page.locator(".rg-dl").get_by_role("link", name="Publication").click()
    page.wait_for_url("**/views/type-publication.html")
    assert page.locator(".rg-ev__t").all_inner_texts() == [TITLES[0]]


def test_actor_page_gives_every_spelling_and_the_actors_own_chronology(reader: Any) -> None:
    page = reader.open("actors/index.html")
    page.get_by_role("link", name="Kassym-Jomart Tokayev").click()
    assert page.locator("h1").inner_text() == "Kassym-Jomart Tokayev"
    assert page.locator('td[lang="kk"]').inner_text() == "Қасым-Жомарт Тоқаев"
    assert page.locator(".rg-ev__t").all_inner_texts() == [TITLES[1], TITLES[3]]


def test_article_page_never_holds_the_articles_text(reader: Any) -> None:
    page = reader.open("articles/000_806e28e8680a4f78.html")
    assert page.locator("h1").inner_text().startswith("Kremlin dismisses Bloomberg’s")
    assert "A fragment of the interview was posted" not in page.content()


def test_what_we_dont_know_says_what_would_settle_it(reader: Any) -> None:
    page = reader.open("unknown.html")
    lane = page.locator("#open .rg-lane", has_text="Macron visits")
    assert (
        spaced(lane.locator("small").inner_text()) == "the days on which the articles by RT DE, exclusive.kz appeared"
    )
    assert lane.locator(".rg-lane__r").inner_text() == "5 days"


def test_everything_is_there_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator(".rg-ev__t").all_inner_texts() == TITLES
    page.get_by_role("link", name=TITLES[1]).click()
    page.wait_for_load_state()
    assert page.locator("blockquote").count() == 4
    page.goto(f"{address}search.html")
    assert page.get_by_role("link", name="The whole chronology").is_visible()
    context.close()


def test_pages_stay_on_their_own_host_and_set_no_cookies(reader: Any) -> None:
    for path in ("", MACRON, "search.html?q=backyard", "about/", "unknown.html"):
        reader.open(path)
    assert {url.split("/backyard/")[0] for url in reader.requests} == {reader.address.split("/backyard/")[0]}
    assert reader.page.context.cookies() == []


def test_nothing_runs_off_the_side_of_a_small_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in ("", MACRON, PESKOV, "actors/kassym-jomart-tokayev.html", "search.html", "unknown.html", "key.html"):
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, path
    context.close()


def test_the_home_page_of_german_readers_writes_nouns_with_a_capital(
    browser: Browser, build: Any, serve: Any, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("  language: en\n", "  language: de\n"))
    build(project, tmp_path / "site")
    with serve(tmp_path / "site") as origin:
        page = browser.new_page()
        page.goto(origin)
        caption = spaced(page.locator(".rg-over__cap").inner_text())
        page.goto(f"{origin}{PESKOV}")
        what = spaced(page.locator(".rg-dl dd").nth(2).inner_text())
        page.close()
    assert "Tag bekannt (3) Einer von mehreren Tagen (2)" in caption
    assert what == "Erklärung · Geschehen"


def test_the_figure_of_dates_is_one_column_on_a_phone_and_the_mark_stands_beside_its_date(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + MACRON)
    bands = [box for band in page.locator(".rg-dating .m-band").all() if (box := band.bounding_box())]
    assert len(bands) > 2
    for upper, lower in pairwise(bands):
        assert lower["y"] <= upper["y"] + upper["height"]
    axis = page.locator(".rg-dating .is-axis").bounding_box()
    assert axis
    assert max(band["y"] + band["height"] for band in bands) <= axis["y"] + 16  # down to the days' numbers
    glyph, date = (page.locator(f".rg-head {part}").bounding_box() for part in (".rg-glyph", ".rg-when__d"))
    assert glyph
    assert date
    assert glyph["y"] < date["y"] + 30
    assert glyph["x"] + glyph["width"] <= page.locator(".rg-when__d").evaluate("e => e.getClientRects()[0].left")
    context.close()


def test_no_word_of_a_heading_is_broken_in_the_key(reader: Any) -> None:
    page = reader.open("key.html")
    heights = {heading.evaluate("e => e.offsetHeight") for heading in page.locator("#dates th, .is-key th").all()}
    assert max(heights) < 45
    assert spaced(page.locator(".is-key tr").nth(7).inner_text()).startswith("From 18 to 21 July 2022")


def test_an_articles_page_says_its_language_apart_from_its_date(reader: Any) -> None:
    page = reader.open("articles/003_4eaefea67a171ad0.html")
    facts = {spaced(fact.inner_text()) for fact in page.locator(".rg-evp__a dl > div").all()}
    assert "Language German" in facts
    assert "Published between 13 and 19 November 2023 (inferred)" in facts


def test_what_was_copied_is_said_and_can_be_copied_again(reader: Any) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.open(PESKOV)
    button = page.locator(".rg-perm .rg-copy")
    button.click()
    expect(button).to_have_text("Copied")
    expect(page.locator(".rg-perm [role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(PESKOV)
    expect(button).to_have_text("Copy")


def test_a_page_that_does_not_exist_says_so_and_leads_on(reader: Any) -> None:
    page = reader.open("404.html")
    assert page.locator("h1").inner_text() == "This page doesn’t exist."
    page.locator("article").get_by_role("link", name="Search").click()
    page.wait_for_url("**/backyard/search.html")


def test_publishers_are_reached_from_the_articles_and_a_thread_names_its_actors(reader: Any) -> None:
    page = reader.open("articles/index.html")
    page.locator("article").get_by_role("link", name="Publishers").click()
    page.wait_for_url("**/publishers/index.html")
    assert "RT DE" in page.locator(".rg-index").inner_text()
    page = reader.open("views/thread-2023-10-30-bloomberg-putins-backyard-headline.html")
    assert page.locator(".rg-evp__a h2").first.inner_text() == "Actors"
