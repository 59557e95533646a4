"""The lists in the navigation: actors, places, publishers and articles, each name with how often it occurs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from regesta.model.event import Event
from regesta.pages import addresses, facets
from regesta.pages.chronicle import Card, published_order
from regesta.pages.evidence import dateline
from regesta.pages.markup import language, text
from regesta.pages.page import Page, Site
from regesta.pages.spellings import shown


def pages(site: Site) -> Iterable[Page]:
    """The four lists."""
    chronicle = site.chronicle
    yield _names(site, "actor", chronicle.by_actor)
    yield _names(site, "place", chronicle.by_place)
    yield _names(site, "publisher", chronicle.by_publisher)
    yield _articles(site)


def _names(site: Site, key: str, found: Mapping[str, Sequence[Event]]) -> Page:
    """Names by number of events, then by the alphabet, with when they first and last occur."""
    folder = facets.FOLDERS[key]
    title = site.words(f"nav.{folder}")
    most = max((len(events) for events in found.values()), default=1)
    items = "".join(
        _name(site, key, name, events, most)
        for name, events in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    empty = f'<p class="rg-note">{site.label(f"{key}.none")}</p>'
    return _page(site, folder, title, f'<ul class="rg-index">{items}</ul>' if items else empty)


def _name(site: Site, key: str, name: str, events: Sequence[Event], most: int) -> str:
    path = addresses.escaped(facets.path(site, key, name).split("/")[-1])
    count = text(site.words("counts.events", n=len(events)))
    width = 100 * len(events) / most
    known = site.chronicle.authority_of.get(name) or site.chronicle.place_of.get(name)
    other = ""
    if known and key != "publisher":
        forms = list(shown(known).items())[:3]
        other = " ".join(f"<span{language(code)}>{text(form)}</span>" for form, code in forms)
    return (
        f'<li><a href="{path}">{text(name)}</a><span class="x-o">{other}</span><span class="x-n">{count}</span>'
        f'<svg class="f-bar" height="2" aria-hidden="true"><rect width="{width:.1f}%" height="2"/></svg></li>'
    )


def _articles(site: Site) -> Page:
    cards = sorted(site.chronicle.articles.values(), key=published_order)
    items = "".join(_article(site, card) for card in cards)
    empty = f'<p class="rg-note">{site.label("article.none")}</p>'
    inner = f'<ul class="rg-index is-articles">{items}</ul>' if items else empty
    if site.chronicle.by_publisher:
        inner = f'<p class="rg-note"><a href="../publishers/index.html">{site.label("nav.publishers")}</a></p>{inner}'
    return _page(site, "articles", site.words("nav.articles"), inner)


def _article(site: Site, card: Card) -> str:
    path = addresses.escaped(f"{site.chronicle.article_slugs[card.id]}.html")
    count = text(site.words("counts.events", n=len(site.chronicle.by_article.get(card.id, ()))))
    return (
        f'<li><a href="{path}"{language(card.language)}>{text(card.title or card.id)}</a>'
        f'<span class="x-o"><b>{text(card.publisher or "")}</b> {dateline(site, card)}</span>'
        f'<span class="x-n">{count}</span></li>'
    )


def _page(site: Site, folder: str, title: str, inner: str) -> Page:
    body = f'<div class="rg rg-lists"><header class="rg-head"><h1>{text(title)}</h1></header>{inner}</div>'
    return Page(
        path=f"{folder}/index.html",
        title=title,
        body=body,
        description=f"{title}: {site.name}",
        section=folder,
    )
