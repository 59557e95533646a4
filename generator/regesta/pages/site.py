"""Every page of the site, in one stream; the host decides where they go."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.pages import article, event, guide, lists, names, unknown, whole
from regesta.pages.page import Page, Site


def framed(site: Site) -> Iterator[Page]:
    """The pages that stand in the navigation: one for each section, and pages of their own at the root."""
    yield whole.page(site)
    yield from lists.pages(site)
    yield unknown.page(site)
    yield guide.key(site)
    yield guide.search(site)


def rest(site: Site) -> Iterator[Page]:
    """The pages that are many: events, names, views, articles."""
    for one in site.chronicle.sequence:
        yield event.page(site, one)
    yield from names.pages(site)
    yield from article.pages(site)
