"""The only module that prints: results on stdout, talk on stderr, errors as one clickable line each.

On GitHub (GITHUB_ACTIONS=true) an error is printed a second time as a workflow command, which marks the line in the
pull request.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from regesta.errors import RegestaError


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says: names in records need all of Unicode."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def drop_stdout() -> None:
    """After the reader of a pipe has gone: keep Python from complaining at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def result(text: str) -> None:
    """A line of what was asked for."""
    sys.stdout.write(f"{text}\n")


def count(number: int, noun: str) -> str:
    """`1 record`, `2 records`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def result_json(value: Any) -> None:
    """What was asked for, for machines: one line of JSON."""
    result(json.dumps(value, ensure_ascii=False))


def talk(text: str) -> None:
    """A line for the person who waits."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def error(found: RegestaError, *, level: str = "error") -> None:
    """One line on stderr, and a mark on the line in a pull request; `level` is error, warning or notice."""
    talk(str(found) if level == "error" else f"{_placed(found)}{level}: {_unplaced(found)}")
    annotate(found, level=level)


def finding(found: RegestaError, *, level: str = "error") -> None:
    """One line of what was asked for, and a mark on the line in a pull request."""
    result(str(found) if level == "error" else f"{_placed(found)}{level}: {_unplaced(found)}")
    annotate(found, level=level)


def _placed(found: RegestaError) -> str:
    return f"{found.location}: " if found.location else ""


def _unplaced(found: RegestaError) -> str:
    return str(found)[len(_placed(found)) :]


def annotate(found: RegestaError, *, level: str = "error") -> None:
    """The workflow command that marks the line on GitHub; nothing elsewhere."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        result(annotation(found, level))


def errors(group: BaseExceptionGroup[BaseException]) -> None:
    """Every error of a group, in its order. What isn't a RegestaError is a fault of ours, and rises."""
    for found in _leaves(group):
        if not isinstance(found, RegestaError):
            raise found
        error(found)


def annotation(found: RegestaError, level: str) -> str:
    """The workflow command for one error; a newline or percent sign in it is escaped as GitHub asks."""
    place = found.location
    keys = {} if place is None else {"file": place.path.as_posix(), "line": place.line, "col": place.column}
    head = ",".join(f"{key}={_escape(str(value), ':,')}" for key, value in keys.items() if value is not None)
    cure = f" ({found.hint})" if found.hint else ""
    return f"::{level}{' ' + head if head else ''}::{_escape(found.message + cure)}"


def _escape(text: str, more: str = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _leaves(group: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    for found in group.exceptions:
        if isinstance(found, BaseExceptionGroup):
            yield from _leaves(found)
        else:
            yield found
