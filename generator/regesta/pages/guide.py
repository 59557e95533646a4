"""Two pages that don't change with the records: the key to the marks, and the search page."""

from __future__ import annotations

import json

from regesta.model.edtf import Edtf
from regesta.pages import facets
from regesta.pages.certainty import Certainty
from regesta.pages.marks import glyph
from regesta.pages.markup import text
from regesta.pages.page import Page, Site

_EXAMPLES = {
    Certainty.DAY: "2023-11-07",
    Certainty.SPAN: "2023-11-01/2023-11-05",
    Certainty.BEFORE: "../2023-11-13",
    Certainty.AFTER: "2023-11-09/..",
    Certainty.ABOUT: "2023-11-07~",
    Certainty.NONE: None,
}
_STATUSES = ("planned", "cancelled", "denied", "disputed", "differ", "single")


def key(site: Site) -> Page:
    """How to read the marks and labels."""
    words, title = site.words, site.words("nav.key")
    dates = "".join(_date(site, certainty, example) for certainty, example in _EXAMPLES.items())
    lasted = site.dates.lasted(Edtf.parse("2022-07-18/2022-07-21"))
    dates += _row(
        glyph("lasted"),
        text(f"{lasted[:1].upper()}{lasted[1:]}"),
        site.label("key.lasting_name"),
        site.label("key.lasting"),
    )
    labels = "".join(
        f"<tr><td>{site.badge(sign)}</td><td>{text(words(f'status_notes.{sign}'))}</td></tr>" for sign in _STATUSES
    )
    body = (
        f'<div class="rg rg-key"><header class="rg-head"><h1>{text(title)}</h1>'
        f'<p class="rg-lede">{site.label("key.lede")}</p></header>'
        f"{_table(site, 'dates', ('mark', 'words', 'certainty', 'meaning'), dates)}"
        f"{_table(site, 'status', ('label', 'meaning'), labels)}</div>"
    )
    return Page(path="key.html", title=title, body=body, description=words("key.lede"), section="key")


def _date(site: Site, certainty: Certainty, example: str | None) -> str:
    when = Edtf.parse(example) if example else None
    said = text(site.dates.title(when))
    return _row(glyph(certainty), said, text(site.dates.known(when)), site.label(f"key.{certainty}"))


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _table(site: Site, name: str, columns: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th scope="col">{site.label(f"key.{column}")}</th>' for column in columns)
    return (
        f'<section class="rg-sec"><h2>{site.label(f"key.{name}")}</h2><table class="rg-tab is-key">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def search(site: Site) -> Page:
    """The search page: a form whose answers a script fetches from the index."""
    words, title = site.words, site.words("nav.search")
    spoken = ("none", "loading", "failed", "also")
    data = " ".join(f'data-{name}="{text(words.labels[f"search.{name}"])}"' for name in spoken)
    data += f' data-more="{text(str(words.labels["counts.more"]))}"'
    data += f' data-hits="{text(json.dumps(words.labels["counts.hits"], ensure_ascii=False))}"'
    names = {key: words(f"facets.{key}") for key in facets.NARROWING}
    data += f' data-facets="{text(json.dumps(names, ensure_ascii=False))}"'
    links = " ".join(
        f'<a href="{path}">{site.label(f"nav.{name}")}</a>'
        for name, path in (
            ("all_events", "events/index.html"),
            ("actors", "actors/index.html"),
            ("places", "places/index.html"),
        )
    )
    body = (
        f'<div class="rg rg-search" {data}><header class="rg-head"><h1 class="rg-vh">{text(title)}</h1>'
        f'<form class="rg-form" role="search" action="search.html"><label for="q">{site.label("search.label")}</label>'
        f'<div><input id="q" name="q" type="search" autocomplete="off" spellcheck="false">'
        f"<button>{site.label('search.button')}</button></div></form>"
        f'<noscript><p class="rg-note">{site.label("search.noscript")}</p></noscript></header>'
        f'<div class="rg-bar"><p class="rg-count" role="status">{site.label("search.start")}</p>'
        f'<p class="rg-order" hidden>{site.label("search.order")} '
        f'<button type="button" data-sort="best" aria-pressed="true">'
        f'{site.label("search.best")}</button> <button type="button" data-sort="date" aria-pressed="false">'
        f"{site.label('search.by_date')}</button></p></div>"
        '<div class="rg-cols is-search">'
        f'<aside class="rg-facets" aria-label="{text(words("home.narrow"))}" hidden><details class="rg-facets__w" open>'
        f"<summary>{site.label('home.narrow')}</summary><div></div></details></aside>"
        f'<div><h2 class="rg-vh">{site.label("search.results")}</h2><p class="rg-fmt rg-ways">{links}</p>'
        f'<div class="rg-bests"></div><ol class="rg-hits"></ol></div></div><template>{site.parts()}</template></div>'
    )
    description = f"{words('search.label')}: {site.name}"
    return Page(path="search.html", title=title, body=body, description=description, section="search")
