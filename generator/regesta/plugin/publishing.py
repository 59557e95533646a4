"""What a build adds to the pages: exports beside them, heads with structured data, and the day of the last change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from regesta import exports
from regesta.model.event import Event
from regesta.pages.fingerprints import Fingerprints, digest
from regesta.pages.page import Page, Plan, Site
from regesta.store.history import History
from regesta.store.kept import program
from regesta.store.layout import Layout

_NEVER = datetime.fromtimestamp(0, UTC)
LICENCE = exports.Licence(name="CC-BY-4.0", url="https://creativecommons.org/licenses/by/4.0/")
"""The terms of records, as content/LICENSE.md states them."""
WITH_FILES = frozenset({"actors", "places", "publishers", "views"})
"""Folders whose pages have a feed of their own, and where they are few, a calendar and tables."""


def publication(site: Site, config: MkDocsConfig, root: Path) -> exports.Publication:
    """The site as the exports see it."""
    updated = _given() or History(root).updated
    written = {} if updated else _written(Layout(root), site.records)
    return exports.Publication(
        site=site,
        updated=updated or max([*written.values(), *_moments(Layout(root).content.glob("*.yml"))], default=_NEVER),
        written=written,
        description=config.site_description or "",
        licence=LICENCE,
    )


def _given() -> datetime | None:
    """The moment that the environment sets, for builds that are to be repeated byte for byte."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC) if given.isdigit() else None


def _written(layout: Layout, records: Mapping[str, str]) -> dict[str, datetime]:
    """When each record's file was written, where git doesn't know when it changed."""
    paths = [f"{layout.content}/{path}" for path in records.values()]
    return dict(zip(records, _moments(paths), strict=True))


def _moments(paths: Iterable[Path | str]) -> Iterator[datetime]:
    return (datetime.fromtimestamp(int(os.stat(path).st_mtime), UTC) for path in paths)  # noqa: PTH116 - for every record


def noted(site: exports.Publication, event: Event) -> tuple[object, ...]:
    """What exports say of an event that its record doesn't: when that changed, and whether it has a picture."""
    return site.came(event), site.revised(event), site.written.get(event.id), event.id in site.pictured


def dated(site: exports.Publication, plan: Plan) -> str:
    """When the whole site changed, for pages whose feeds say that of records with an unknown past; else nothing."""
    if site.written or not plan.path.startswith(tuple(f"{folder}/" for folder in WITH_FILES)):
        return ""
    return "" if all(event.id in site.revisions for event in plan.events) else digest(site.updated)


def all_of(site: exports.Publication, prints: Fingerprints, paths: list[str]) -> str:
    """A digest of all that the files of the whole site are made from."""
    chronicle = site.site.chronicle
    entries = "".join(map(prints.entry, chronicle.sequence))
    names = chronicle.articles, chronicle.actors, chronicle.places, sorted(chronicle.missing)
    return digest(prints.common, entries, names, chronicle.changes, site.updated, paths)


def head(site: exports.Publication, page: Page) -> str:
    """What belongs into a page's head: structured data of an event, the feed of an actor."""
    if page.event is not None:
        return exports.event_head(site, page.event)
    if page.section in WITH_FILES and page.events:
        return exports.view_head(site, _view(page))
    return ""


def home_head(site: exports.Publication) -> str:
    """The head of the home page: where the feed is."""
    return exports.view_head(site, exports.whole(site))


def files(site: exports.Publication, page: Page) -> Iterator[tuple[str, str | bytes]]:
    """The exports that stand beside a page."""
    if page.event is not None:
        yield from exports.event_files(site, page.event)
    if page.section in WITH_FILES and page.events:
        yield from exports.view_files(site, _view(page))


def _view(page: Page) -> exports.View:
    return exports.View(title=page.title, page=page.path, stem=page.path.removesuffix(".html"), events=page.events)


def code(site: exports.Publication, shells: Iterable[object]) -> str:
    """A digest of all that pages are made from but records: this program, the theme's frame, what exports add."""
    return digest(program(), list(shells), site.description, site.licence)
