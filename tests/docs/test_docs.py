"""The documents say what is so: commands, options, links, and the README's own commands."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from regesta import __version__, ingest
from regesta.cli import VERBS, cli
from regesta.ingest import Fetched
from regesta.plugin import host

from ..cli.conftest import REPOSITORY, Regesta, regesta  # noqa: F401, TID252 (a fixture of the neighbours)
from .commands_page import PAGE, page

DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "generator/*.md", "generator/decisions/*.md", "generator/docs/*.md", "requirements/*.md")
    for path in REPOSITORY.glob(pattern)
)
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def console(text: str) -> Iterator[str]:
    """The commands of a document's console blocks, comments left out."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            command = line.partition("  #")[0].strip()
            if command:
                yield command


def test_the_page_of_commands_is_what_help_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/docs/commands_page.py"


def test_the_readme_names_every_command() -> None:
    for verb in VERBS:
        assert re.search(rf"`regesta {verb}\b", README), verb


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_commands_and_options_in_documents_exist(path: Path) -> None:
    for verb, rest in re.findall(r"`regesta (?:--project DIR )?([a-z]+)\b([^`]*)`", path.read_text(encoding="utf-8")):
        assert verb in VERBS, f"{path}: regesta {verb}"
        command = cli.get_command(click.Context(cli), verb)
        assert command is not None
        known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest):
            assert option in known | {"-h", "--help"}, f"{path}: regesta {verb} {option}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{path}: {target}"


def test_decisions_are_dated() -> None:
    for path in (REPOSITORY / "generator/decisions").glob("*.md"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9-]+", path.stem), path


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")


def test_make_targets_in_documents_exist() -> None:
    help_text = subprocess.run(
        ["make", "-s", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout
    targets = set(re.findall(r"make ([a-z-]+)", help_text))
    for path in DOCUMENTS:
        for target in re.findall(r"(?:^|`)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert target in targets, f"{path}: make {target}"


def test_the_readmes_commands_run(
    regesta: Regesta,  # noqa: F811 (the fixture)
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As written, but for the network, which answers from this file, and the server, which isn't started."""
    article = "<html lang='en'><title>Talks</title><article><h1>Talks</h1>"
    article += "<p>The two presidents met in Astana on 9 November 2023.</p>"
    (tmp_path / "article.html").write_text(
        article + "<p>They spoke for an hour.</p></article></html>", encoding="utf-8"
    )
    fetched = Fetched(content=(article + "</article></html>").encode(), suffix=".html", metadata={})
    served: list[Path] = []
    monkeypatch.setattr(ingest, "fetch", lambda _url: fetched)
    monkeypatch.setattr(host, "serve", lambda root, **_options: served.append(root))
    ran = []
    for command in console(README):
        words = shlex.split(command)
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            (tmp_path / "article.html").rename(tmp_path / words[1] / "article.html")
        elif words[0] == "regesta":
            run = regesta(*words[1:])
            assert run.code == 0, f"{command}\n{run.out}{run.err}"
            ran.append(words[1])
        else:
            assert words[0] in ("make", "pip"), command
    assert {"new", "add", "update", "check", "serve"} <= set(ran)
    assert len(served) == 1
