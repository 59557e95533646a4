"""Atom feed of corrections: what was changed in records that had been there before, newest first.

Doubt: nothing here dates an event; `updated` is the day of the change. A date that was changed is told in words, before
and after.
"""

from __future__ import annotations

from regesta.exports import atom
from regesta.exports.escaping import attribute, line, xml
from regesta.exports.publication import Publication, View, rfc3339
from regesta.model.change import Change
from regesta.pages import addresses, changes, corrections
from regesta.pages.markup import text

MEDIA_TYPE = atom.MEDIA_TYPE


def path(view: View) -> str:
    """One for the whole site."""
    del view
    return corrections.FEED


def render(publication: Publication, view: View) -> str:
    """The feed."""
    found = publication.site.chronicle.changes[: atom.MOST]
    title = publication.site.words("nav.corrections")
    own = View(title=title, page=corrections.PATH, stem="corrections", events=())
    return atom.feed(
        publication,
        own,
        path=path(view),
        updated=found[0].when if found else publication.updated,
        entries=[_entry(publication, change) for change in found],
    )


def place(change: Change) -> str:
    """Where the change stands on the page of corrections."""
    return f"{corrections.PATH}#{corrections.anchor(change)}"


def said(publication: Publication, change: Change) -> tuple[str, str, str]:
    """The page that a change leads to, its title, and what was changed as HTML."""
    site = publication.site
    event = site.chronicle.by_id.get(change.event)
    page = addresses.event(event.id) if event else place(change)
    why = f"<p>{text(line(change.message))}</p>" if change.message else ""
    title = f"{changes.title(site, change)[0]}: {changes.fields(site, change)}"
    return page, title, why + changes.table(site, change)


def _entry(publication: Publication, change: Change) -> str:
    page, title, content = said(publication, change)
    return "\n".join(
        [
            "<entry>",
            f"<id>{xml(publication.identifier(place(change)))}</id>",
            f"<title>{xml(line(title))}</title>",
            f'<link rel="alternate" type="text/html" href={attribute(publication.address(page))}/>',
            f"<updated>{rfc3339(change.when)}</updated>",
            f'<content type="html">{xml(content)}</content>',
            "</entry>",
        ]
    )
