"""`regesta check`: everything that a person may have written, against the schemas, the articles, and itself."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.cli import output
from regesta.store.layout import find_project

FINDINGS = 1


@click.command("check", short_help="Check every record and find every quotation again.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as one line of JSON.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.pass_context
def command(context: click.Context, *, as_json: bool, strict: bool) -> None:
    """Check every record, sidecar, authority file and judgement, and find every quotation again in its article.

    Each finding is one line: file:line:column: what is wrong (what cures it). Exit 0: nothing found; 1: errors. On
    GitHub the lines at fault are marked in the pull request.
    """
    from regesta import checking  # noqa: PLC0415 (only when it runs)

    layout = find_project(Path(context.obj))
    findings = checking.check(layout.root)
    errors = sum(finding.level == "error" for finding in findings)
    if as_json:
        output.result_json([finding.as_json() for finding in findings])
    for finding in findings:
        if as_json:
            output.annotate(finding.error, level=finding.level)
        else:
            output.finding(finding.error, level=finding.level)
    if not as_json:
        output.talk(_summary(len(layout.record_files()), len(layout.article_files()), errors, len(findings) - errors))
    if errors or (strict and findings):
        context.exit(FINDINGS)


def _summary(records: int, articles: int, errors: int, warnings: int) -> str:
    found = f"{output.count(records, 'record')} and {output.count(articles, 'article')} checked: "
    if not errors and not warnings:
        return found + "nothing wrong"
    return found + f"{output.count(errors, 'error')}, {output.count(warnings, 'warning')}"
