"""`regesta update`: articles in, records out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from regesta import config
from regesta.cli import output
from regesta.store.layout import find_project


@click.command("update", short_help="Write and renew the records from the articles.")
@click.option("-v", "--verbose", is_flag=True, help="Tell how each undated article was dated, and what changed.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one line of JSON.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that counts as today (for undated articles); default: the clock's.",
)
@click.pass_obj
def command(project: str, *, verbose: bool, dry_run: bool, as_json: bool, today: datetime | None) -> None:
    """Read the articles in seeds/ and bring the records in content/events/ up to date.

    Whatever a person wrote or deleted stays so: each field is merged between what the generator wrote last time, what
    stands there now, and what it would write today. A second run changes nothing. An article that can't be read is
    reported in one line and skipped.

    \b
      regesta update
      regesta update -v          explain the dates of undated articles
      regesta update --dry-run   look before you leap
    """  # noqa: D301 (click wants the character \b)
    from regesta import pipeline  # noqa: PLC0415 (heavy: only when it runs)

    layout = find_project(Path(project))
    day = (today or datetime.now(tz=UTC).astimezone()).date()
    found = pipeline.update(
        layout.root, config=config.load(layout.root), today=day, report=output.talk, dry_run=dry_run
    )
    for skipped in found.skipped:
        output.error(skipped, level="warning")
    for note in found.notes:
        output.talk(note)
    if verbose:
        for line in found.explanations:
            output.talk(line)
    merged = found.merge
    for conflict in merged.conflicts:
        output.talk(str(conflict))
    if verbose or dry_run:
        for verb in ("created", "changed", "removed"):
            for name in getattr(merged, verb):
                output.talk(f"{verb}: content/events/{name}.yml")
    if as_json:
        output.result_json(
            {
                "articles": found.articles,
                "skipped": [str(error) for error in found.skipped],
                **{verb: list(getattr(merged, verb)) for verb in ("created", "changed", "removed")},
                "unchanged": merged.unchanged,
                "conflicts": [str(conflict) for conflict in merged.conflicts],
            }
        )
    else:
        output.result(
            f"{_count(found.articles, 'article')}: {_count(len(merged.created), 'record')} created, "
            f"{len(merged.changed)} changed, {len(merged.removed)} removed, {merged.unchanged} unchanged"
            + (" (nothing written)" if dry_run else "")
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
