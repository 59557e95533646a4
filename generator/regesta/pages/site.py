"""Every page of the site, in one stream; the host decides where they go and which ones need making."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.pages import article, corrections, event, guide, lists, names, unknown, whole, years
from regesta.pages.page import Page, Plan, Site


def framed(site: Site) -> Iterator[Page]:
    """The pages that stand in the navigation: one for each section, and pages of their own at the root."""
    yield whole.page(site)
    yield from lists.pages(site)
    yield unknown.page(site)
    yield corrections.page(site)
    yield guide.key(site)
    yield guide.search(site)


def rest(site: Site) -> Iterator[Plan]:
    """The pages that are many: events, names, views, years, articles."""
    for one in site.chronicle.sequence:
        yield event.plan(site, one)
    yield from names.pages(site)
    yield from years.pages(site)
    yield from article.pages(site)
