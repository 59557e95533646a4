"""Runs `regesta` in this process, as a shell would."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from regesta.cli import main

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


Regesta = Callable[..., Run]


def tree(root: Path) -> dict[Path, bytes]:
    """Every file below `root` but those in .cache/, with its bytes."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts}


@pytest.fixture
def regesta(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Run]:
    """Call as `regesta("tag", "--jsonl", stdin="…")`; the current folder is a fresh one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(*arguments: str, stdin: str = "") -> Run:
        monkeypatch.setattr(sys, "argv", ["regesta", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Run(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def project(regesta: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new chronology with one dated article, as the current folder."""
    assert regesta("new", "demo").code == 0
    shutil.copy(REPOSITORY / "seeds/000_806e28e8680a4f78.txt", tmp_path / "demo/seeds/tass.txt")
    (tmp_path / "demo/seeds/tass.yml").write_text("publisher: TASS\npublished: 2023-11-12\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "demo")
    return tmp_path / "demo"
