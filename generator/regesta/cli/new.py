"""`regesta new`: an empty chronology, ready to build and to publish."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import click

from regesta import __version__
from regesta.cli import output
from regesta.errors import RunAborted
from regesta.store import atomic, schemas
from regesta.store.layout import Layout

FOLDERS = ("seeds", "content/events")
"""Folders that stand empty at first; git keeps them by a hidden file."""


@click.command("new", short_help="Begin an empty chronology.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--title", metavar="TEXT", help="The site's title; default: made from the folder's name.")
@click.option("-n", "--dry-run", is_flag=True, help="Name the files; write nothing.")
def command(directory: Path, *, title: str | None, dry_run: bool) -> None:
    """Begin an empty chronology in the folder DIR.

    It holds settings, folders, pages to fill, and the workflows that check the chronology and publish it on GitHub. The
    site builds at once and says how to begin. DIR may exist; a file that stands there is never overwritten.

    \b
      regesta new kazakh-affair --title "The affair, day by day"
    """  # noqa: D301 (click wants the character \b)
    name = title or _title(directory)
    planned = {path: _fill(text, name) for path, text in _templates()}
    standing = [path for path in planned if (directory / path).exists()]
    if PurePosixPath("mkdocs.yml") in standing:
        raise RunAborted(
            f'"{directory}" holds a mkdocs.yml already', hint="name a new folder, or work in this one: regesta update"
        )
    for path in planned:
        output.talk(f"{'keep' if path in standing else 'write'} {directory / path}")
    if not dry_run:
        _write(directory, {path: text for path, text in planned.items() if path not in standing})
        output.result(
            f"{directory} is ready. Put articles into {directory / 'seeds'}, then: cd {directory}; regesta update"
        )


def _write(directory: Path, planned: dict[PurePosixPath, str]) -> None:
    """All files; mkdocs.yml, which makes a folder a project, comes last."""
    layout = Layout(directory)
    for path in sorted(planned, key=lambda path: path.name == "mkdocs.yml"):
        atomic.write(directory / path, planned[path])
    for folder in FOLDERS:
        atomic.write(directory / folder / ".gitkeep", "")
    schemas.ship(layout)


def _title(directory: Path) -> str:
    """`kazakh-affair` as "Kazakh affair"."""
    words = directory.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words else "Chronology"


def _fill(text: str, title: str) -> str:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return (
        text.replace("{{ title }}", title)
        .replace("{{ quoted_title }}", f'"{quoted}"')
        .replace("{{ version }}", __version__)
    )


def _templates() -> list[tuple[PurePosixPath, str]]:
    """Where each template belongs, and its text. `dot-x` stands for `.x`: packaging leaves hidden files out."""
    found: list[tuple[PurePosixPath, str]] = []

    def walk(folder: Traversable, above: PurePosixPath) -> None:
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            path = above / (f".{entry.name[4:]}" if entry.name.startswith("dot-") else entry.name)
            if entry.is_dir():
                walk(entry, path)
            else:
                found.append((path, entry.read_text(encoding="utf-8")))

    walk(files("regesta.cli") / "templates" / "project", PurePosixPath())
    return found
