"""`regesta add`: files and addresses into seeds/, each with its sidecar."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from regesta import yamlout
from regesta.cli import output
from regesta.errors import ArticleError
from regesta.store import atomic, schemas
from regesta.store.layout import Layout, find_project
from regesta.store.names import slug
from regesta.store.schemas import Kind

FINDINGS = 1


@click.command("add", short_help="Put articles into seeds/.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL …")
@click.option("--publisher", metavar="TEXT", help="Who published them, for the sidecars.")
@click.option("--language", metavar="CODE", help="Their language (BCP 47), for the sidecars.")
@click.option("--published", metavar="DATE", help="When they were published (EDTF), for the sidecars.")
@click.option("--url", metavar="URL", help="Where the one FILE was published, for its sidecar.")
@click.option("-n", "--dry-run", is_flag=True, help="Name the files; fetch and write nothing.")
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...], *, dry_run: bool, **said: str | None) -> None:
    r"""Put articles into seeds/: FILEs that you saved (.txt, .md, .html) are copied byte for byte, URLs are fetched.

    Each gets a sidecar that says what is known of it; `regesta update` fills in the rest. A file that stands in seeds/
    is never overwritten: the same article is skipped, another one of the same name gets a number.

    \b
      regesta add saved/*.html
      regesta add https://example.org/report --publisher "Example News"
    """
    layout = find_project(Path(context.obj))
    if said["url"] and len(sources) != 1:
        raise click.UsageError("--url says where one FILE was published; give one FILE with it", context)
    failed = 0
    for source in sources:
        try:
            _add(layout, source, {key: value for key, value in said.items() if value}, dry_run=dry_run)
        except ArticleError as error:
            output.error(error)
            failed += 1
    if failed:
        context.exit(FINDINGS)


def _add(layout: Layout, source: str, said: dict[str, str], *, dry_run: bool) -> None:
    if urlsplit(source).scheme in ("http", "https"):
        _add_url(layout, source, said, dry_run=dry_run)
        return
    path = Path(source)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ArticleError(f'"{source}" can\'t be read: {error.strerror}') from error
    _store(layout, path.stem, path.suffix.lower(), content, said, dry_run=dry_run)


def _add_url(layout: Layout, url: str, said: dict[str, str], *, dry_run: bool) -> None:
    if dry_run:
        output.talk(f"would fetch {url}")
        return
    from regesta import ingest  # noqa: PLC0415 (heavy: only when something is fetched)

    content, suffix, known = ingest.fetch(url)
    parts = urlsplit(url)
    name = slug(f"{(parts.hostname or '').removeprefix('www.')} {parts.path}")
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    found = {key: str(value) for key, value in known.items() if value}
    _store(layout, name, suffix, content, {"url": url, "accessed": today, **found, **said}, dry_run=False)


def _store(layout: Layout, name: str, suffix: str, content: bytes, sidecar: dict[str, str], *, dry_run: bool) -> None:
    """Write an article under a free name, and its sidecar; an article that stands there already is skipped."""
    if not content.strip():
        raise ArticleError(f'"{name}{suffix}" is empty')
    for standing in layout.article_files():
        if standing.stat().st_size == len(content) and standing.read_bytes() == content:
            output.talk(f"skip {name}{suffix}: it stands in {layout.shown(standing)} already")
            return
    taken = {path.stem for path in layout.article_files()}
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    path = layout.seeds / f"{free}{suffix or '.txt'}"
    output.result(str(layout.shown(path)))
    if dry_run:
        return
    ordered = {key: sidecar[key] for key in schemas.keys(Kind.ARTICLE) if key in sidecar}
    beside = layout.sidecar(free)
    if ordered and not beside.exists():
        atomic.write(beside, schemas.modeline(layout, Kind.ARTICLE, beside) + yamlout.document(ordered))
    atomic.write_bytes(path, content)


