"""The command line: `regesta` and its verbs, one file each; each is imported only when it is called."""

from __future__ import annotations

import sys

import click

from regesta.cli import output
from regesta.cli.group import Verbs
from regesta.errors import ContentError, RegestaError

FINDINGS = 1
"""Exit code: a person's file needs mending."""
ABORTED = 2
"""Exit code: wrong usage, or the run can't go on."""

VERBS = ("new", "add", "update", "check", "build", "serve", "tag")
"""In the order in which a newcomer meets them."""

HELP = """Turn saved news articles into a sourced, searchable chronology.

\b
  regesta new affair         begin a chronology in the folder affair/
  regesta add FILE URL …     put articles into seeds/
  regesta update             write and renew the records in content/events/
  regesta check              check every record and find every quotation again
  regesta serve              look at the site while you edit

Articles stand in seeds/, records in content/events/: YAML files that you may edit; what you write is never
overwritten. Each command tells more: regesta COMMAND --help
"""

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
_SHELLS = ("bash", "zsh", "fish")


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 (click's signature)
    if wanted and not context.resilient_parsing:
        from regesta import __version__  # noqa: PLC0415 (only when asked for)

        output.result(f"regesta {__version__}")
        context.exit()


def _print_completion(context: click.Context, _option: click.Parameter, shell: str | None) -> None:
    if shell and not context.resilient_parsing:
        from click.shell_completion import get_completion_class  # noqa: PLC0415 (only when asked for)

        found = get_completion_class(shell)
        if found is not None:
            script = found(context.command, {}, "regesta", "_REGESTA_COMPLETE")
            output.result(found.source_template % script.source_vars())
        context.exit()


@click.group(
    cls=Verbs,
    verbs=VERBS,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.option(
    "-C",
    "--project",
    default=".",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Work on the chronology in DIR instead of the current folder.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the version."
)
@click.option(
    "--completion",
    type=click.Choice(_SHELLS),
    is_eager=True,
    expose_value=False,
    callback=_print_completion,
    help='Print the completion script of a shell, e.g. for ~/.bashrc: eval "$(regesta --completion bash)".',
)
@click.pass_context
def cli(context: click.Context, project: str) -> None:  # noqa: D103 (click shows HELP instead)
    context.obj = project


def main() -> None:
    """The outermost door: run a verb, print what is wrong in one line each, and exit 0, 1 or 2."""
    output.use_utf8()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        output.talk(error.format_message())
        code = ABORTED
    except click.ClickException as error:
        error.show()
        code = error.exit_code  # 2 for wrong usage; the host's own errors say 1
    except click.Abort:
        output.talk("\nStopped. What was written before stays whole.")
        code = 130
    except BrokenPipeError:
        output.drop_stdout()
        code = 0
    except ExceptionGroup as group:
        output.errors(group)
        code = FINDINGS
    except ContentError as error:
        output.error(error)
        code = FINDINGS
    except RegestaError as error:
        output.error(error)
        code = ABORTED
    sys.exit(code)
