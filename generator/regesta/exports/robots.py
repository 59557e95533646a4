"""robots.txt (RFC 9309): everything may be read; where the sitemap is. Only the root of a host is asked for it."""

from __future__ import annotations

from regesta.exports.publication import Publication, View

MEDIA_TYPE = "text/plain; charset=utf-8"


def path(view: View) -> str:
    """`robots.txt`."""
    del view
    return "robots.txt"


def render(publication: Publication, view: View) -> str:
    """The rules."""
    del view
    sitemap = f"\nSitemap: {publication.address('sitemap.xml')}\n" if publication.site.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
