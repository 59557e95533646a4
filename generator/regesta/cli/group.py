"""A click group whose commands are modules, imported when called: `tag` must not pay for `update`."""

from __future__ import annotations

import difflib
from importlib import import_module
from typing import Any

import click


class Verbs(click.Group):
    """Finds the command VERB in the module `regesta.cli.VERB`, under the name `command`."""

    def __init__(self, *args: Any, verbs: tuple[str, ...] = (), **kwargs: Any) -> None:
        """`verbs` are the names, in the order of the help page."""
        super().__init__(*args, **kwargs)
        self.verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The verbs in their own order, not the alphabet's."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The command, or None where there is no such verb."""
        if cmd_name not in self.verbs:
            return None
        command = import_module(f"regesta.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, with the nearest verb for a typo."""
        if args and args[0] not in self.verbs and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.verbs, n=1)
            cure = f"did you mean {near[0]}?" if near else f"there are: {', '.join(self.verbs)}"
            raise click.UsageError(f'there is no command "{args[0]}" ({cure})', ctx)
        return super().resolve_command(ctx, args)
