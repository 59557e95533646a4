"""`regesta build`: the site, as the host builds it."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.store.layout import find_project


@click.command("build", short_help="Build the site into site/.")
@click.option("--strict/--no-strict", default=True, show_default=True, help="Treat the host's warnings as errors.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.pass_obj
def command(project: str, *, strict: bool, quiet: bool) -> None:
    """Build the site from the records in content/ into site/; the same as `mkdocs build --strict`.

    It needs neither the articles nor the network. Set SITE_URL to the address under which the site will stand.

    \b
      regesta build
      SITE_URL=https://example.org/affair/ regesta build
    """  # noqa: D301 (click wants the character \b)
    from regesta.plugin import host  # noqa: PLC0415 (heavy: only when it runs)

    host.build(find_project(Path(project)).root, strict=strict, quiet=quiet)
