"""`regesta add`: files and addresses into seeds/, each with its sidecar."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from regesta.cli import output
from regesta.errors import ArticleError
from regesta.store import seeds
from regesta.store.layout import Layout, find_project
from regesta.store.names import slug
from regesta.store.seeds import NewArticle

FINDINGS = 1


@click.command("add", short_help="Put articles into seeds/.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL …")
@click.option("--publisher", metavar="TEXT", help="Who published them, for the sidecars.")
@click.option("--language", metavar="CODE", help="Their language (BCP 47), for the sidecars.")
@click.option("--published", metavar="DATE", help="When they were published (EDTF), for the sidecars.")
@click.option("--url", metavar="URL", help="Where the one FILE was published, for its sidecar.")
@click.option("-n", "--dry-run", is_flag=True, help="Name the files; fetch and write nothing.")
@click.pass_context
def command(context: click.Context, /, sources: tuple[str, ...], *, dry_run: bool, **said: str | None) -> None:
    """Put articles into seeds/: FILEs that you saved (.txt, .md, .html) are copied byte for byte, URLs are fetched.

    Each gets a sidecar that says what is known of it; `regesta update` fills in the rest. A file that stands in seeds/
    is never overwritten: the same article is skipped, another one of the same name gets a number.

    \b
      regesta add saved/*.html
      regesta add https://example.org/report --publisher "Example News"
      regesta add report.txt --url https://example.org/report --published 2023-11-12
    """  # noqa: D301 (click wants the character \b)
    layout = find_project(Path(context.obj))
    if said["url"] and len(sources) != 1:
        raise click.UsageError("--url says where one FILE was published; give one FILE with it", context)
    known = {key: value for key, value in said.items() if value}
    failed = 0
    for source in sources:
        try:
            _add(layout, source, known, dry_run=dry_run)
        except ArticleError as error:
            output.error(error)
            failed += 1
    if failed:
        context.exit(FINDINGS)


def _add(layout: Layout, source: str, known: dict[str, str], *, dry_run: bool) -> None:
    """One file or address; where it stands in seeds/ already, only say so."""
    fetched = urlsplit(source).scheme in ("http", "https")
    if fetched and dry_run:
        output.talk(f"would fetch {source}")
        return
    article = _fetched(source, known) if fetched else _read(Path(source), known)
    if not article.content.strip():
        raise ArticleError(f'"{source}" is empty')
    same = seeds.find_same(layout, article.content)
    if same is not None:
        output.talk(f"{source}: stands in {layout.shown(same)} already")
        return
    path = seeds.place(layout, article) if dry_run else seeds.write_article(layout, article)
    output.result(str(layout.shown(path)))


def _read(path: Path, known: dict[str, str]) -> NewArticle:
    from regesta.ingest import SUFFIXES  # noqa: PLC0415 (heavy: not for --help)

    try:
        content = path.read_bytes()
    except OSError as error:
        raise ArticleError(f'"{path}" can\'t be read: {error.strerror}') from error
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        raise ArticleError(f'"{path}" is no kind of file that can be read', hint=f"save it as one of {kinds}")
    return NewArticle(name=path.stem, suffix=path.suffix, content=content, sidecar=known)


def _fetched(url: str, known: dict[str, str]) -> NewArticle:
    from regesta.ingest import fetch  # noqa: PLC0415 (heavy: only when something is fetched)

    page = fetch(url)
    parts = urlsplit(url)
    sidecar = {"url": url, "accessed": datetime.now(tz=UTC).astimezone().date().isoformat(), **page.metadata, **known}
    name = slug(f"{(parts.hostname or '').removeprefix('www.')} {parts.path}")
    return NewArticle(name=name, suffix=page.suffix, content=page.content, sidecar=sidecar)
