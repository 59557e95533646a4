"""`regesta serve`: the site on this machine, built anew at every change."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.store.layout import find_project


@click.command("serve", short_help="Show the site while you edit.")
@click.option(
    "-a", "--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="Where to listen."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.pass_obj
def command(project: str, *, address: str, open_browser: bool) -> None:
    """Show the site at http://127.0.0.1:8000/ and build it anew whenever a record changes; the same as `mkdocs serve`.

    Stop it with Ctrl-C.
    """
    from regesta.plugin import host  # noqa: PLC0415 (heavy: only when it runs)

    host.serve(find_project(Path(project)).root, address=address, open_browser=open_browser)
