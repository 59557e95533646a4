"""The host's own commands, as `mkdocs build` and `mkdocs serve`; here since only plugin/ imports mkdocs."""

from __future__ import annotations

import errno
from pathlib import Path

from mkdocs.__main__ import cli

from regesta.errors import RunAborted


def build(root: Path, *, strict: bool, quiet: bool = False) -> None:
    """Build the site of the project in `root`. The host's own exceptions and exit codes rise."""
    arguments = ["build", "--config-file", str(root / "mkdocs.yml"), "--strict" if strict else "--no-strict"]
    _run([*arguments, "--quiet"] if quiet else arguments)


def serve(root: Path, *, address: str, open_browser: bool) -> None:
    """Serve the site of the project in `root` at `address` (host:port) until it is stopped.

    Raises RunAborted where the address is taken.
    """
    arguments = ["serve", "--config-file", str(root / "mkdocs.yml"), "--dev-addr", address, "--livereload"]
    try:
        _run([*arguments, "--open"] if open_browser else arguments)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise RunAborted(f"{address} is in use", hint="choose another: --address 127.0.0.1:8001") from error


def _run(arguments: list[str]) -> None:
    cli.main(arguments, prog_name="mkdocs", standalone_mode=False)
