"""What `pip install .` brings: the package with its data, and workflows that the checkers of workflows accept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import REPOSITORY, Regesta

BIN = Path(sys.executable).parent


def run(*command: str, cwd: Path, **more: str) -> str:
    found = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env={**os.environ, **more}, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


def test_the_wheel_holds_all_that_a_new_chronology_needs(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, tmp_path / name)
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(REPOSITORY / "generator", tmp_path / "generator", ignore=ignored)
    python = sys.executable
    pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "install", "--no-deps", "--no-build-isolation", "--target", "installed", ".", cwd=tmp_path)
    for path in (REPOSITORY / "generator/regesta").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert (tmp_path / "installed/regesta" / path.relative_to(REPOSITORY / "generator/regesta")).is_file(), path
    call = "import sys; from regesta.cli import main; sys.argv = ['regesta', 'new', 'demo']; main()"
    run(python, "-c", call, cwd=tmp_path, PYTHONPATH=str(tmp_path / "installed"))
    assert (tmp_path / "demo/.github/workflows/publish.yml").is_file()


@pytest.mark.parametrize("checker", ["actionlint", "zizmor --offline --quiet --no-progress ."])
def test_workflows_have_no_fault(regesta: Regesta, tmp_path: Path, checker: str) -> None:
    name, *arguments = checker.split()
    if not (BIN / name).exists() and name == "actionlint":
        pytest.skip("this platform has no actionlint")
    regesta("new", "demo")
    run("git", "init", "--quiet", ".", cwd=tmp_path / "demo")
    run(str(BIN / name), *arguments, cwd=tmp_path / "demo")
    run(str(BIN / name), *arguments, cwd=REPOSITORY)
