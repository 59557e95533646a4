"""Renders generator/docs/commands.md from the commands' own help: `python tests/docs/commands_page.py` writes it."""

from __future__ import annotations

import re
from pathlib import Path

import click

from regesta.cli import VERBS, cli

PAGE = Path(__file__).parents[2] / "generator/docs/commands.md"
HEAD = """\
# Commands

What `regesta COMMAND --help` says, for reading on the web. This page is made from the commands themselves by
`python tests/docs/commands_page.py`; a test compares.

Results go to standard output, talk to standard error. Exit codes: 0 fine, 1 something needs mending, 2 wrong usage or
the run can't go on. On GitHub (`GITHUB_ACTIONS=true`) faults are marked on their lines.
"""


def page() -> str:
    """The whole page."""
    context = click.Context(cli, info_name="regesta", **cli.context_settings)
    parts = [HEAD, section(cli, context)]
    for verb in VERBS:
        command = cli.get_command(context, verb)
        assert command is not None
        parts.append(section(command, click.Context(command, info_name=verb, parent=context)))
    return "\n".join(parts)


def section(command: click.Command, context: click.Context) -> str:
    """One command: usage, help, options."""
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    lines = [
        f"## {context.command_path}",
        "",
        f"    {usage}",
        "",
        text(command.help or ""),
        "",
        "| option | |",
        "|---|---|",
    ]
    for parameter in command.get_params(context):
        row = parameter.get_help_record(context)
        if row and isinstance(parameter, click.Option):
            lines.append(f"| `{row[0].replace('|', chr(92) + '|')}` | {row[1]} |")
    return "\n".join(lines) + "\n"


def text(help_text: str) -> str:
    """Help as Markdown: paragraphs, and blocks after a \\b as they stand."""
    found = []
    for part in re.split(r"\n\s*\n", help_text.strip()):
        if part.lstrip().startswith("\b"):
            body = [line for line in part.replace("\b", "", 1).splitlines() if line.strip()]
            margin = min(len(line) - len(line.lstrip()) for line in body)
            found.append("\n".join(f"    {line[margin:]}" for line in body))
        else:
            found.append(" ".join(part.split()))
    return "\n\n".join(found)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
