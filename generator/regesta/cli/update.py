"""`regesta update`: articles in, records out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from regesta import config
from regesta.cli import output
from regesta.store import schemas
from regesta.store.layout import find_project

if TYPE_CHECKING:
    from regesta.pipeline import UpdateResult

_VERBS = ("created", "changed", "removed")
"""What an update does to records, as `merging.Report` calls it."""


@click.command("update", short_help="Write and renew the records from the articles.")
@click.option("-v", "--verbose", is_flag=True, help="Tell how each undated article was dated, and what changed.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--explain", multiple=True, metavar="ID", help="Tell why an event is one, and how it was dated.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one line of JSON.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day that counts as today, the last on which an article can have been published; default: the clock's.",
)
@click.pass_obj
def command(  # noqa: PLR0913 (one argument an option)
    project: str, *, verbose: bool, dry_run: bool, explain: tuple[str, ...], as_json: bool, today: datetime | None
) -> None:
    """Read the articles in seeds/ and bring the records in content/events/ up to date.

    Whatever a person wrote or deleted stays so: each field is merged between what the generator wrote last time, what
    stands there now, and what it would write today. A second run changes nothing. An article that can't be read is
    reported in one line and skipped.

    \b
      regesta update
      regesta update -v          explain the dates of undated articles
      regesta update --dry-run   look before you leap
      regesta update --explain 2023-11-07-deputy-rejects-label
    """  # noqa: D301 (click wants the character \b)
    from regesta import pipeline  # noqa: PLC0415 (heavy: only when it runs)

    layout = find_project(Path(project))
    day = (today or datetime.now(tz=UTC).astimezone()).date()
    if not dry_run:
        schemas.ship(layout)
    found = pipeline.update(
        layout.root, config=config.load(layout.root), today=day, report=output.talk, dry_run=dry_run
    )
    for skipped in found.skipped:
        output.error(skipped, level="warning")
    for note in found.notes:
        output.talk(note)
    for line in found.explanations if verbose else ():
        output.talk(line)
    for conflict in found.merge.conflicts:
        output.talk(str(conflict))
    for verb in _VERBS if verbose or dry_run else ():
        for name in getattr(found.merge, verb):
            output.talk(f"{verb}: content/events/{name}.yml")
    for event in explain:
        _explain(event, found.reasons)
    if as_json:
        output.result_json(_for_machines(found))
    else:
        output.result(_summary(found) + (" (nothing written)" if dry_run else ""))


def _explain(event: str, reasons: Mapping[str, Sequence[str]]) -> None:
    if event not in reasons:
        near = get_close_matches(event, reasons, n=1)
        cure = f"did you mean {near[0]}?" if near else "an event is named by its record's file, without .yml"
        raise click.UsageError(f'no event "{event}" was found ({cure})')
    output.result(event)
    for line in reasons[event]:
        output.result(f"  {line}")


def _summary(found: UpdateResult) -> str:
    merged = found.merge
    counts = f"{len(merged.changed)} changed, {len(merged.removed)} removed, {merged.unchanged} unchanged"
    return f"{output.count(found.articles, 'article')}: {output.count(len(merged.created), 'record')} created, {counts}"


def _for_machines(found: UpdateResult) -> dict[str, Any]:
    return {
        "articles": found.articles,
        "skipped": [str(error) for error in found.skipped],
        **{verb: list(getattr(found.merge, verb)) for verb in _VERBS},
        "unchanged": found.merge.unchanged,
        "conflicts": [str(conflict) for conflict in found.merge.conflicts],
    }
