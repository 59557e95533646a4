"""Whatever a valid record holds is text: markup, odd scripts and years, and lengths that no designer foresaw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">&amp; ]]> {{ 7*7 }} '\"`"
SOURCE = {"url": "https://example.org/a-b,c&d?x=<y>", "title": EVIL, "publisher": EVIL, "quote": f"{EVIL} on Tuesday"}
BASE: dict[str, Any] = {"type": "statement", "sources": [SOURCE | {"when": "on Tuesday", "date": "2023-11-07"}]}
RECORDS: dict[str, dict[str, Any]] = {
    "2023-11-07-markup": BASE
    | {"title": EVIL, "date": "2023-11-07", "summary": EVIL, "actors": [EVIL, "</script>"], "places": [EVIL]},
    "2023-11-07-long": BASE | {"title": "Long " * 200, "date": "2023-11", "actors": ["A" * 300]},
    "2023-11-07-rtl": BASE
    | {"title": {"ar": "زيارة الرئيس إلى العاصمة", "fr": "Visite"}, "date": "2023-11-07~", "actors": ["بشار", "אבי"]},
    "2023-11-08-emoji": BASE | {"title": "🛢️👩‍👩‍👧 Z͑ͫ̓a̴l̶g̷o̸", "date": "2023-11-08T14:30:00+05:00"},
    "2023-11-08-twin-a": BASE | {"title": "The same title", "date": "2023-11-08"},
    "2023-11-08-twin-b": BASE | {"title": "The same title", "date": "2023-11-08", "status": "cancelled"},
    "-0044-03-15-caesar": BASE | {"title": "Caesar dies", "date": "-0044-03-15"},
    "9999-12-31-end": BASE | {"title": "The last day", "date": "9999-12-31"},
    "undated-open": BASE | {"title": "Open", "date": "../2023-11-13", "sources": [SOURCE]},
    "undated-none": BASE | {"title": "No date at all", "sources": [SOURCE]},
    "2023-11-09-many": BASE
    | {
        "title": "Two hundred sources",
        "date": "2023-11-01/2023-11-30",
        "duration": "2023-11-01/2023-11-05",
        "responds_to": ["2023-11-09-circle"],
        "sources": [
            {
                "url": f"https://example.org/{n}",
                "publisher": f"Paper {n}",
                "quote": f"Quote {n}",
                "date": f"2023-11-{n % 30 + 1:02d}",
            }
            for n in range(200)
        ],
    },
    "2023-11-09-circle": BASE | {"title": "A circle", "date": "2023-11-09", "responds_to": ["2023-11-09-many"]},
}
CONFIG = """site_name: 'Hostile <b>&amp;</b>'
site_url: https://example.org/sub/path/
docs_dir: content
theme: {name: material, language: ru, features: [navigation.tabs]}
plugins: [{regesta: {language: en}}]
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    (root / "content" / "events").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name, record in RECORDS.items():
        text = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in record.items())
        (root / "content" / "events" / f"{name}.yml").write_text(text + "\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def hostile_address(hostile: Path, build: Any, serve: Any) -> Iterator[str]:
    said = build(hostile, hostile / "out")
    assert not said
    with serve(hostile / "out") as address:
        yield address


def test_every_page_opens_without_a_fault_and_runs_nothing_of_the_records(
    browser: Browser, hostile: Path, hostile_address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("response", lambda answer: answer.status >= 400 and faults.append(answer.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    paths = sorted(path.relative_to(hostile / "out").as_posix() for path in (hostile / "out").rglob("*.html"))
    shown = [path for path in paths if not path.startswith("publishers/paper") and path != "404.html"]
    for path in shown:
        page.goto(hostile_address + path.replace("%", "%25"))
        assert page.title() != "owned", path
        assert page.locator("article img, article script:not([type])").count() == 0, path
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, (path, wide)
    context.close()
    assert faults == []


def test_millennia_are_enlarged_at_once(browser: Browser, hostile_address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{hostile_address}?from=0500-01-01&to=5000-12-31")
    page.set_default_timeout(5000)
    page.get_by_role("button", name="Увеличить эти дни").click()
    assert page.get_by_role("button", name="Показать весь период").is_visible()
    years = [int(said) for said in page.locator(".is-axis .z-l .g-m").all_text_contents()]
    assert years[0] == 500
    assert years == sorted(years)
    assert 4 <= len(years) <= 7
    page.close()


def test_markup_is_shown_as_it_was_written(browser: Browser, hostile_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{hostile_address}events/2023-11-07-markup.html")
    assert page.locator("h1").inner_text().startswith("<script>document.title='owned'</script><img src=x")
    assert page.locator("blockquote").inner_text().endswith("on Tuesday")
    assert page.locator("h1 span").get_attribute("lang") == "en"
    page.goto(f"{hostile_address}events/2023-11-07-rtl.html")
    title = page.locator("h1 span")
    assert title.get_attribute("lang") == "ar"
    assert title.get_attribute("dir") == "rtl"
    page.close()


def test_two_hundred_sources_stay_readable_and_none_is_said_to_be_silent(
    browser: Browser, hostile_address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{hostile_address}events/2023-11-09-many.html")
    assert page.locator(".rg-art:visible").count() == 12
    assert page.locator(".rg-steps li").count() == 14
    assert page.locator("#date .rg-note").count() == 0, "each of them gives a date"
    answers = page.locator(".df-c > div .df-p").all_inner_texts()
    assert [int(said.replace("\u00a0", " ").split()[0]) for said in answers] == list(range(1, 13))
    page.close()


def test_events_without_an_earliest_day_stand_apart(browser: Browser, hostile_address: str) -> None:
    page = browser.new_page()
    page.goto(hostile_address)
    assert page.locator(".rg-open .rg-ev__t").all_inner_texts() == ["Open", "No date at all"]
    first = page.locator(".rg-list > .rg-day").first
    assert "Caesar" in first.inner_text()
    page.close()
