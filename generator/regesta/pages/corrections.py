"""Corrections: what was changed in records after they had appeared, made from the history of their files."""

from __future__ import annotations

from regesta.model.change import Change
from regesta.pages import addresses, changes
from regesta.pages.markup import in_language, link, text
from regesta.pages.page import Page, Site

PATH = "corrections.html"
FEED = "corrections.xml"
JSON_FEED = "corrections.feed.json"


def page(site: Site) -> Page:
    """The page in the main navigation."""
    words, title = site.words, site.words("nav.corrections")
    found = site.chronicle.changes
    if found:
        listed = f'<ol class="rg-corr">{"".join(_change(site, one) for one in found)}</ol>'
    else:
        key = "none" if site.chronicle.revisions else "unknown"
        listed = f'<p class="rg-note">{site.label(f"corrections.{key}")}</p>'
    if site.chronicle.revisions:
        listed += f'<p class="rg-note">{site.label("corrections.rest")}</p>'
    body = (
        f'<div class="rg rg-corrections"><header class="rg-head"><h1>{text(title)}</h1>'
        f'<p class="rg-lede">{site.label("corrections.lede")}</p>'
        f'<p class="rg-note"><a href="{FEED}">{site.label("corrections.feed")}</a> · '
        f'<a href="{JSON_FEED}">{site.label("home.jsonfeed")}</a></p></header>{listed}</div>'
    )
    return Page(path=PATH, title=title, body=body, description=words("corrections.lede"), section="corrections")


def anchor(change: Change) -> str:
    """Where a change stands on the page; unique, since a commit changes a record once."""
    return f"{change.commit[:12]}-{change.event}"


def _change(site: Site, change: Change) -> str:
    event = site.chronicle.by_id.get(change.event)
    title = in_language(*changes.title(site, change))
    if event is not None:
        title = f'<a href="{addresses.escaped(addresses.event(event.id))}">{title}</a>'
    day = text(site.dates.day(change.when.date().toordinal()))
    commit = site.label("corrections.commit", name=text(change.commit[:7]))
    shown = link(f"{site.commits}{change.commit}", commit) if site.commits else commit
    why = f"<p>{text(change.message)}</p>" if change.message else ""
    return (
        f'<li id="{text(anchor(change))}"><header><time datetime="{change.when.date().isoformat()}">{day}</time>'
        f"<small>{shown}</small></header><div><h2>{title}</h2>{why}{changes.table(site, change)}</div></li>"
    )
