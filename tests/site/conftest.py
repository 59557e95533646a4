"""Builds the small chronology once, serves it below a sub-path as project pages are, and opens it in a real browser."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PROJECT = Path(__file__).parent / "project"
BENCH = Path(__file__).parents[2] / "bench" / "site.py"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def _build(project: Path, site: Path, *extra: str, moment: str = "1700000000") -> str:
    """`mkdocs build --strict` as a contributor would type it; what it says, the theme's own notice left out.

    `moment` is when everything was last changed, in seconds; without it, files or their history tell.
    """
    given = {"NO_MKDOCS_2_WARNING": "1"} | ({"SOURCE_DATE_EPOCH": moment} if moment else {})
    inherited = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site), *extra],
        cwd=project,
        env=inherited | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return COLOURS.sub("", done.stdout + done.stderr).strip()


@pytest.fixture(scope="session")
def build() -> Callable[..., str]:
    """Builds a project: `build(project, site)` gives what the host said."""
    return _build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of tests/site/project."""
    folder = tmp_path_factory.mktemp("site")
    project = shutil.copytree(PROJECT, tmp_path_factory.mktemp("project"), dirs_exist_ok=True)
    said = _build(Path(project), folder)
    assert not said
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *args: Any) -> None:
        """Stay silent."""


class _Below(_Quiet):
    """Serves below /backyard/ only, as project pages do."""

    def translate_path(self, path: str) -> str:
        below = path.removeprefix("/backyard/") if path.startswith("/backyard/") else "outside"
        return super().translate_path(f"/{below}")


@contextmanager
def _served(root: Path, handler: type[_Quiet] = _Quiet) -> Iterator[str]:
    """Serves a folder from an origin of its own as long as it is asked for; gives its address, with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a folder: `with serve(folder) as address`."""
    return _served


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the served site, with a slash at the end."""
    with _served(site, _Below) as origin:
        yield f"{origin}backyard/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's where there is one, else the one that was installed for the tests."""
    system = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=system, args=FLAGS)
        yield found
        found.close()


class Reader:
    """A reader's browser: what goes wrong in the pages that it opens is collected."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "response", lambda answer: answer.status >= 400 and self.faults.append(f"{answer.status} {answer.url}")
        )

    def open(self, path: str = "") -> Page:
        """Open a page of the site and wait until its scripts have run."""
        self.page.goto(self.address + path)
        self.page.wait_for_function("() => document.documentElement.classList.contains('ready')")
        return self.page


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A desktop reader in light colours. Faults fail the test that met them."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", locale="en-GB")
    found = Reader(context, address)
    yield found
    context.close()
    assert not found.faults


def _make(root: Path, events: int) -> None:
    """The benchmark's synthetic project, without its search index."""
    sys.path.insert(0, str(BENCH.parent))
    spec = importlib.util.spec_from_file_location("bench_site", BENCH)
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.make_project(root, events)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - regesta", "  - regesta: {search: false}"))


@pytest.fixture(scope="session")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a chronology of a hundred events."""
    root = tmp_path_factory.mktemp("hundred")
    _make(root / "project", 100)
    _build(root / "project", root / "site")
    with _served(root / "site") as origin:
        yield origin


@pytest.fixture(scope="session")
def long_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a chronology that is too long for one page."""
    root = tmp_path_factory.mktemp("long")
    _make(root / "project", 1001)
    _build(root / "project", root / "site")
    return root / "site"


@pytest.fixture(scope="session")
def long(long_files: Path) -> Iterator[str]:
    """Its address."""
    with _served(long_files) as origin:
        yield origin


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop reader's page; what the console says fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    found = context.new_page()
    faults: list[str] = []
    found.on("console", lambda message: faults.append(message.text))
    found.on("pageerror", lambda error: faults.append(str(error)))
    yield found
    context.close()
    assert faults == []
