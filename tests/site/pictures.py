"""Takes the pictures of the site that the README shows: `python tests/site/pictures.py`, after `make site`.

Charis SIL and Roboto are what the pictures should be set in; other fonts do, where these aren't installed.
"""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "generator" / "docs" / "pictures"
COLOURS = 128
DESK, PHONE = (1440, 1000), (390, 844)
NARROWED = "?type=visit&from=2021-03-01&to=2022-02-01"


def synthetic(root: Path) -> Path:
    """A built chronology of two thousand synthetic events."""
    sys.path.insert(0, str(ROOT / "bench"))
    spec = importlib.util.spec_from_file_location("bench_site", ROOT / "bench" / "site.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("bench/site.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (root / "project").mkdir()
    module.make_project(root / "project", 2000)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(root / "site")]
    subprocess.run(command, cwd=root / "project", env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    return root / "site"


def serve(root: Path) -> str:
    """The address of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def take(browser: Browser, name: str, address: str, size: tuple[int, int], scheme: str) -> None:
    """One picture, in few colours so that it stays small."""
    width, height = size
    scale = 2 if width < 600 else 1
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => document.documentElement.classList.contains('ready')")
    if "search" in address:
        page.wait_for_selector(".rg-hit")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    context.close()


def main() -> None:
    """All of them."""
    seeded = serve(ROOT / "site")
    event = max((ROOT / "site" / "events").glob("*-*.html"), key=lambda path: path.stat().st_size).name
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        take(browser, "home-light", seeded, DESK, "light")
        take(browser, "event-dark", f"{seeded}events/{event}", DESK, "dark")
        take(browser, "home-phone", seeded, PHONE, "light")
        take(browser, "search-phone", f"{seeded}search.html?q=Putin", PHONE, "dark")
        take(browser, "narrowed-light", serve(synthetic(Path(name))) + NARROWED, DESK, "light")
        browser.close()


if __name__ == "__main__":
    main()
