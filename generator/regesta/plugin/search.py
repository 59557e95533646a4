"""The search index: Pagefind's program, run on the finished pages. One index, whatever languages the quotes are in."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it ships no types

from regesta.errors import RunAborted

FOLDER = "pagefind"
"""The index's folder in the site."""
_NEW = ".regesta-index"
"""Where it is made, so that a killed build leaves the old index or none, and no part of an old one stays."""


def index(site: Path, language: str, folders: tuple[str, ...]) -> None:
    """Index the pages in these folders that bear `data-pagefind-body`. Raises RunAborted where the program fails."""
    made, stands = site / _NEW, site / FOLDER
    shutil.rmtree(made, ignore_errors=True)  # of a build that was killed
    command = [
        str(get_executable()),
        *("--site", str(site), "--output-subdir", _NEW, "--force-language", language),
        *("--glob", f"{{{','.join(folders)}}}*.html", "--quiet"),
    ]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603 - our own program, arguments are paths
    if done.returncode:
        raise RunAborted(f"the search index couldn't be built: {done.stderr.strip() or done.stdout.strip()}")
    shutil.rmtree(stands, ignore_errors=True)
    made.rename(stands)
