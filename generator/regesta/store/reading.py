"""Reads a YAML file of a known kind and says every fault at its line; places are looked for only where there is one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from regesta import yamlio
from regesta.errors import ContentError, Location
from regesta.store.fitting import Fitting
from regesta.store.layout import Layout
from regesta.store.schemas import Kind, load
from regesta.store.validation import Violation, violations


def read_text(layout: Layout, path: Path) -> str:
    """A file's text. Raises ContentError where it isn't UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ContentError(
            "this file isn't UTF-8",
            location=Location(path=layout.shown(path), line=line),
            hint="save it as UTF-8 in your editor",
        ) from error


def read(layout: Layout, path: Path, kind: Kind) -> tuple[Any, list[ContentError]]:
    """The file's value, and its faults; the value is None where it can't be parsed at all."""
    try:
        text = read_text(layout, path)
        value = yamlio.parse(text, layout.shown(path))
    except ContentError as error:
        return None, [error]
    if _fitting(kind).holds(value):
        return value, []
    return value, located(text, layout.shown(path), list(violations(value, load(kind))))


@cache
def _fitting(kind: Kind) -> Fitting:
    """The checks of a kind of file, made once."""
    return Fitting(load(kind))


def located(text: str, path: Path, found: list[Violation]) -> list[ContentError]:
    """The faults as errors, each at its line and column."""
    places = yamlio.parse_located(text, path)
    return [
        ContentError(fault.message, location=places.location(fault.keys, of_key=fault.of_key), hint=fault.hint)
        for fault in found
    ]


def read_valid(layout: Layout, path: Path, kind: Kind) -> Any:
    """The file's value; None where there is no file. Raises an ExceptionGroup of ContentErrors for its faults."""
    if not path.is_file():
        return None
    value, faults = read(layout, path, kind)
    if faults:
        raise ExceptionGroup(f"{layout.shown(path)} has faults", faults)
    return value
