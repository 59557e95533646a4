"""Every error that Regesta raises on purpose; the class says what the caller does next.

    RegestaError
    ├── ContentError   a file that a person wrote is wrong: report all of them, exit 1
    ├── ArticleError   this article can't be read: say so, skip it, go on
    └── RunAborted     nothing sensible can follow: stop, exit 2

An error prints as one line that editors can open: ``path:line:column: message (hint)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a file."""

    path: Path
    """The file, as the user named it or relative to the project."""
    line: int | None = None
    """The line, counted from 1; None where the whole file is meant."""
    column: int | None = None
    """The column, counted from 1."""

    def __str__(self) -> str:
        """``path``, ``path:line`` or ``path:line:column``."""
        parts = [self.path.as_posix()]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class RegestaError(Exception):
    """The root of all errors that are raised on purpose."""

    def __init__(self, message: str, *, location: Location | None = None, hint: str | None = None) -> None:
        """`message` says what is wrong and quotes the value; `hint` says how to cure it."""
        super().__init__(message)
        self.message = message
        self.location = location
        self.hint = hint

    def __str__(self) -> str:
        """One line: place, fault, cure."""
        place = f"{self.location}: " if self.location else ""
        cure = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{cure}"


class ContentError(RegestaError):
    """A file that a person wrote is wrong. Collect and report all of them, then exit 1."""


class ArticleError(RegestaError):
    """An article can't be read. Report it in one line, skip it, and go on."""


class RunAborted(RegestaError):
    """The run can't go on. Report and exit 2; what was written before stays whole."""
