"""A build that is killed leaves no broken page, and nothing that a later build wrongly believes."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from regesta.plugin import search

PROJECT = Path(__file__).parent / "project"
RECORD = "content/events/2023-11-09-putin-visits-astana.yml"
TRIED = 8
"""At so many of its steps, evenly spread, a build is killed."""


class Killed(BaseException):
    """As sudden as a signal."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return Path(shutil.copytree(PROJECT, tmp_path / "project", ignore=shutil.ignore_patterns(".cache", "site")))


def built(project: Path, *, index: bool = False) -> dict[str, bytes]:
    """The site's files after a build in this process."""
    site = project / "site"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), plugins=[{"regesta": {"search": index}}])
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return files(site)


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def change(project: Path, old: str, new: str) -> None:
    record = project / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def die_before(step: int, patch: pytest.MonkeyPatch) -> list[str]:
    """Every change of a file's name, presence or content counts as a step; the list grows as they are taken."""
    taken: list[str] = []

    def dying(owner: Any, name: str) -> None:
        original: Callable[..., Any] = getattr(owner, name)

        def step_or_die(*args: Any, **kwargs: Any) -> Any:
            if len(taken) >= step:
                raise Killed
            taken.append(name)
            return original(*args, **kwargs)

        patch.setattr(owner, name, step_or_die)

    for owner, names in ((Path, ("rename", "replace", "unlink", "rmdir")), (os, ("write", "replace"))):
        for name in names:
            dying(owner, name)
    dying(shutil, "rmtree")
    return taken


def test_a_build_killed_at_any_step_is_made_good_by_the_next(project: Path) -> None:
    whole = built(project)
    change(project, "Putin visits Astana", "Putin flies to Astana")
    with pytest.MonkeyPatch.context() as patch:
        steps = len(_steps(project, patch))
    other = files(project / "site")
    assert other != whole
    for step in range(0, steps, max(1, steps // TRIED)):
        change(project, "Putin flies to Astana", "Putin visits Astana")
        with pytest.MonkeyPatch.context() as patch, contextlib.suppress(Killed):
            die_before(step, patch)
            built(project)
        standing = files(project / "site")
        pages = {path: data for path, data in standing.items() if not path.startswith(".") and "/." not in path}
        ours = {path: data for path, data in pages.items() if path.startswith(("events/", "actors/", "views/"))}
        assert all(data in (whole.get(path), other.get(path)) for path, data in ours.items())
        change(project, "Putin visits Astana", "Putin flies to Astana")
        assert built(project) == other


def _steps(project: Path, patch: pytest.MonkeyPatch) -> list[str]:
    taken = die_before(10**9, patch)
    built(project)
    return taken


def test_a_first_build_killed_at_any_step_leaves_no_part_of_a_folder(project: Path) -> None:
    site = project / "site"
    with pytest.MonkeyPatch.context() as patch:
        steps = len(_steps(project, patch))
    whole = files(site)
    for step in range(0, steps, max(1, steps // TRIED)):
        shutil.rmtree(site)
        with pytest.MonkeyPatch.context() as patch, contextlib.suppress(Killed):
            die_before(step, patch)
            built(project)
        standing = files(site) if site.is_dir() else {}
        events = {path for path in standing if path.startswith("events/")}
        assert events in (set(), {path for path in whole if path.startswith("events/")})
        assert built(project) == whole


def test_an_index_that_a_killed_build_did_not_make_is_made_by_the_next(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(project, index=True)
    change(project, "Putin visits Astana", "Putin flies to Astana")
    made: list[str] = []

    def killed(*_: Any) -> None:
        raise Killed

    monkeypatch.setattr(search, "index", killed)
    with pytest.raises(Killed):
        built(project, index=True)
    monkeypatch.setattr(search, "index", lambda *_: made.append("index"))
    built(project, index=True)
    built(project, index=True)
    assert made == ["index"]


def test_a_page_that_somebody_touched_is_made_again(project: Path) -> None:
    whole = built(project)
    page = project / "site" / "actors" / "vladimir-putin.html"
    page.write_text("half", encoding="utf-8")
    (project / "site" / "events.csv").unlink()
    (project / "site" / "events" / "2023-11-09-putin-visits-astana.html").unlink()
    assert built(project) == whole


@pytest.mark.parametrize("broken", ["{", "[]", '{"": 3}', '{"events/x.html": ["a", {"b": 1}]}', ""])
def test_a_broken_memory_is_no_memory(project: Path, broken: str) -> None:
    whole = built(project)
    for kept in (project / ".cache").glob("*.json"):
        kept.write_text(broken, encoding="utf-8")
    assert built(project) == whole
