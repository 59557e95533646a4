"""`update` and `build` may be killed at any moment, and lose nothing."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest

from regesta import pipeline
from regesta.config import Config

from .conftest import tree


class Killed(BaseException):
    """As sudden as a signal: nothing but the outermost door catches it."""


def update(root: Path) -> None:
    pipeline.update(root, config=Config(), today=date(2023, 12, 1), report=lambda _line: None)


def die_at(step: int, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every change of a file's name or presence counts as a step; the run dies before step number `step`."""
    count = 0

    def dying(real: str) -> None:
        original = getattr(Path, real)

        def step_or_die(self: Path, *args: object, **kwargs: object) -> object:
            nonlocal count
            if real == "replace" or self.exists():
                count += 1
                if count > step:
                    raise Killed
            return original(self, *args, **kwargs)

        monkeypatch.setattr(Path, real, step_or_die)

    dying("replace")
    dying("unlink")
    return monkeypatch


def test_update_killed_at_every_step_ends_as_if_it_never_was(project: Path) -> None:
    before = tree(project)
    update(project)
    wanted = tree(project)
    made = [path for path in wanted if path not in before and path.is_relative_to(project / "content")]
    steps = len(made) + 3
    assert steps > 4
    for step in range(steps):
        for path in made:
            path.unlink(missing_ok=True)
        (project / "seeds/tass.yml").write_text("publisher: TASS\npublished: 2023-11-12\n", encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch, contextlib.suppress(Killed):
            die_at(step, patch)
            update(project)
        found = {path: content for path, content in tree(project).items() if path.suffix == ".yml"}
        assert all(content == wanted[path] or path.parent.name == "seeds" for path, content in found.items())
        update(project)
        assert tree(project) == wanted
