"""sitemap.xml (sitemaps.org 0.9): the address of every page, and when its record last changed.

Not a `Format`, since only the host knows all pages. Above 50,000 addresses, which is the protocol's limit, there are
several files and an index. Nothing here is about the dates of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regesta.exports.escaping import xml
from regesta.exports.publication import Publication, rfc3339
from regesta.pages import addresses

MOST = 50_000
"""Addresses in one file."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def sitemap(publication: Publication, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The files: path and text. `paths` are pages relative to the root; a site without an address has no sitemap."""
    if not publication.site.url:
        return
    changed = {addresses.event(identifier): rfc3339(found.last) for identifier, found in publication.revisions.items()}
    entries = [_url(publication, path, changed.get(path)) for path in dict.fromkeys(paths)]
    if len(entries) <= MOST:
        yield "sitemap.xml", _urlset(entries)
        return
    parts = [entries[start : start + MOST] for start in range(0, len(entries), MOST)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _urlset(part)
    inner = "".join(f"<sitemap><loc>{xml(publication.address(name))}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{inner}</sitemapindex>\n'


def _url(publication: Publication, path: str, changed: str | None) -> str:
    modified = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{xml(publication.address(path))}</loc>{modified}</url>\n"


def _urlset(entries: list[str]) -> str:
    return f'{_HEAD}<urlset xmlns="{_NAMESPACE}">\n{"".join(entries)}</urlset>\n'
