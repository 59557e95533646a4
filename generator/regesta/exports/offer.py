"""The page that lists everything to take along: each file, what it is and whom it serves; embedding; the terms.

It is here and not in `pages` because only exports know which files there are.
"""

from __future__ import annotations

from regesta.exports import (
    atom,
    corrections,
    corrections_json,
    datapackage,
    ics,
    jsonfeed,
    lines,
    llms,
    records,
    schema,
    table,
    timelinejs,
)
from regesta.exports.format import Format
from regesta.exports.publication import Publication, View, whole
from regesta.pages import addresses
from regesta.pages.markup import link, text
from regesta.pages.page import Page

PATH = "take.html"
GROUPS: dict[str, dict[str, Format]] = {
    "follow": {
        "atom": atom,
        "jsonfeed": jsonfeed,
        "corrections": corrections,
        "corrections_json": corrections_json,
        "ics": ics,
    },
    "count": {"table": table, "records": records, "lines": lines, "schema": schema, "datapackage": datapackage},
    "retell": {"timelinejs": timelinejs, "llms": llms},
}
"""The files by what one does with them; the names are keys of the site's words (`take.files`)."""


def page(publication: Publication) -> Page:
    """The page."""
    site, view = publication.site, whole(publication)
    title, lede = site.words("take.title"), site.words("take.lede")
    groups = "".join(_group(publication, view, key, files) for key, files in GROUPS.items())
    body = (
        f'<div class="rg rg-takes"><header class="rg-head"><h1>{text(title)}</h1><p class="rg-lede">{text(lede)}</p>'
        f'<p class="rg-note">{text(site.words("take.doubt"))}</p></header>{groups}{_embedding(publication)}</div>'
    )
    return Page(path=PATH, title=title, body=body, description=lede, section="take")


def _group(publication: Publication, view: View, key: str, files: dict[str, Format]) -> str:
    words = publication.site.words
    rows = "".join(_row(form.path(view), words(f"take.files.{name}")) for name, form in files.items())
    return f'<section class="rg-sec"><h2>{text(words(f"take.{key}"))}</h2><dl class="rg-dl">{rows}</dl></section>'


def _row(path: str, about: str) -> str:
    return f'<div><dt><a href="{addresses.escaped(path)}">{text(path)}</a></dt><dd>{text(about)}</dd></div>'


def _embedding(publication: Publication) -> str:
    words, licence = publication.site.words, publication.licence
    terms = ""
    if licence:
        terms = f"<p>{words('take.licence', name=link(licence.url, text(licence.name)))}</p>"
    return (
        f'<section class="rg-sec"><h2>{text(words("take.embedding"))}</h2>'
        f"<p>{words('take.embed', code='<code>?embed</code>')}</p>{terms}</section>"
    )
