"""Writing a file whole or not at all, so that a run may be killed at any moment."""

from __future__ import annotations

import os
from pathlib import Path


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written below a folder."""
    for path in folder.rglob(".*.tmp"):
        path.unlink(missing_ok=True)


def write(path: Path, text: str) -> bool:
    """Write UTF-8 text, line ends as they are; whether anything changed.

    A file that holds the same bytes is left alone. The new text is written beside the old one and takes its place in
    one step (POSIX rename), so that a reader sees either the old or the new, never a half.
    """
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> bool:
    """As `write`, for bytes."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True
