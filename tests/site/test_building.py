"""The build itself: which files come of it, that nothing is written twice, and that nothing is lost or left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent / "project"
Build = Callable[..., str]
RECORD = "content/events/2023-11-09-putin-visits-astana.yml"
EXPECTED = {
    *("404.html", "index.html", "search.html", "unknown.html", "key.html", "about/index.html", "events/index.html"),
    *("events.csv", "events.ics", "events.json", "events.jsonl", "feed.xml", "feed.json", "sitemap.xml", "robots.txt"),
    *("llms.txt", "datapackage.json", "timelinejs.json", "pagefind/pagefind.js", "assets/regesta/regesta.css"),
    *("events/2023-10-30-bloomberg-putins-backyard-headline.html", "events/2023-11-09-putin-visits-astana.html"),
    *("events/2023-11-01-macron-visits-kazakhstan-and-uzbekistan.html", "actors/kassym-jomart-tokayev.html"),
    *("actors/kassym-jomart-tokayev.xml", "places/astana.html", "publishers/rt-de.html", "views/type-visit.html"),
    *("articles/000_806e28e8680a4f78.html", "articles/index.html", "actors/index.html", "places/index.html"),
}
NEVER = ("search/search_index.json", "search.html.gz", "actors.yml", RECORD.removeprefix("content/"), "LICENSE.md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT, tmp_path / "project", ignore=shutil.ignore_patterns(".cache", "site")))


def pages(site: Path) -> dict[str, int]:
    """When each generated page was written; the host writes its own few each time."""
    found = {}
    for folder in ("events", "actors", "places", "publishers", "articles", "views"):
        for path in (site / folder).iterdir():
            if path.name != "index.html":
                found[f"{folder}/{path.name}"] = path.stat().st_mtime_ns
    return found


def files_of(site: Path) -> set[str]:
    """Every file; of the search index, whose names are its own hashes, only that it is there."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {path for path in found if not path.startswith("pagefind/")} | {"pagefind/pagefind.js"} & found


def test_the_site_holds_what_it_must_and_nothing_else(site: Path) -> None:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert found >= EXPECTED
    assert not found & set(NEVER)
    assert not [path for path in found if path.endswith((".yml", ".part", ".txt")) and "/" in path]
    assert not [path for path in found if "lunr" in path and not path.startswith("assets/javascripts/")]


def test_addresses_are_relative_but_for_those_that_must_not_be(site: Path) -> None:
    html = (site / "events" / "2023-11-09-putin-visits-astana.html").read_text(encoding="utf-8")
    assert 'href="../index.html#2023-11-09-putin-visits-astana"' in html
    assert 'rel="canonical" href="https://example.org/backyard/events/2023-11-09-putin-visits-astana.html"' in html
    assert 'href="/' not in html
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/backyard/events/2023-11-09-putin-visits-astana.html" in sitemap
    assert "regesta-" not in "".join(html.split("assets/regesta/"))


def test_a_second_build_writes_no_page_and_gives_the_same_bytes(project: Path, build: Build) -> None:
    site = project / "site"
    build(project, site)
    before, bytes_before = pages(site), {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    build(project, site)
    assert pages(site) == before
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == bytes_before


def test_one_changed_record_rewrites_only_the_pages_that_show_it(project: Path, build: Build) -> None:
    site = project / "site"
    build(project, site)
    before = pages(site)
    record = project / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("Putin visits Astana", "Putin flies to Astana"))
    build(project, site)
    after = pages(site)
    written = {path for path, time in after.items() if before.get(path) != time}
    assert "events/2023-11-09-putin-visits-astana.html" in written
    assert "events/2023-11-12-peskov-calls-backyard-phrase-absurd.html" in written  # its neighbour in time
    assert "actors/vladimir-putin.html" in written
    assert "events/2023-10-30-bloomberg-putins-backyard-headline.html" not in written
    assert "actors/dmitry-peskov.html" not in written
    assert "Putin flies to Astana" in (site / "actors" / "vladimir-putin.html").read_text(encoding="utf-8")


def test_feeds_keep_their_files_where_nobody_keeps_a_past(project: Path, build: Build) -> None:
    site = project / "site"
    build(project, site, moment="")
    before = {path: path.stat().st_mtime_ns for path in (site / "actors").glob("*.xml")}
    record = project / RECORD
    written = record.stat().st_mtime
    record.write_text(record.read_text(encoding="utf-8").replace("Putin visits Astana", "Putin flies to Astana"))
    os.utime(record, (written + 100, written + 100))
    build(project, site, moment="")
    again = {path.stem for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert "vladimir-putin" in again
    assert "dmitry-peskov" not in again


def test_nothing_that_is_kept_in_a_project_could_be_run(project: Path, build: Build) -> None:
    build(project, project.parent / "site")
    assert {path.suffix for path in (project / ".cache").rglob("*") if path.is_file()} == {".json"}


def test_pages_of_records_that_are_gone_go_too(project: Path, build: Build) -> None:
    site = project / "site"
    build(project, site)
    (project / RECORD).unlink()
    build(project, site)
    assert not (site / "events" / "2023-11-09-putin-visits-astana.html").exists()
    assert not (site / "actors" / "vladimir-putin.html").exists()


def test_a_build_that_was_killed_loses_nothing(project: Path, build: Build) -> None:
    site = project / "site"
    build(project, site)
    whole = files_of(site)
    (site / ".regesta-kept").mkdir()
    (site / "events").rename(site / ".regesta-kept" / "events")
    (site / "actors" / "vladimir-putin.html").write_text("half")
    (site / "actors" / "vladimir-putin.html").unlink()
    build(project, site)
    assert files_of(site) == whole


def test_a_record_with_a_fault_stops_the_build_where_the_fault_is(project: Path) -> None:
    record = project / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("date: 2023-11-09", "date: 09.11.2023", 1))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(project / "site")],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert f"{RECORD}:3:7:" in said
    assert "did you mean 2023-11-09?" in said
    assert "Traceback" not in said


def test_an_empty_chronology_says_how_to_begin(tmp_path: Path, build: Build) -> None:
    (tmp_path / "content").mkdir()
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    build(tmp_path, tmp_path / "site")
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "There are no events here yet." in home
    assert "regesta update" in home
