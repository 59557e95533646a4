"""The page of an article: what it is and what it supports; never its text, which isn't ours to publish."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from regesta.pages import addresses, facets
from regesta.pages.chronicle import Card
from regesta.pages.evidence import appeared, copies, dateline
from regesta.pages.markup import language, link, text
from regesta.pages.names import chronology
from regesta.pages.page import Page, Plan, Site


def pages(site: Site) -> Iterable[Plan]:
    """A page for every article in seeds/."""
    chronicle = site.chronicle
    for card in chronicle.articles.values():
        path = f"articles/{chronicle.article_slugs[card.id]}.html"
        events = chronicle.by_article.get(card.id, ())
        known = chronicle.publisher_slugs.get(card.publisher or "")
        copies = [chronicle.articles.get(other) for other in chronicle.copies.get(card.id, ())]
        yield Plan(path, partial(_page, site, card), events, ("article", card, known, copies))


def _page(site: Site, card: Card) -> Page:
    title = card.title or card.id
    events = site.chronicle.by_article.get(card.id, ())
    supports = chronology(site, events) if events else f'<p class="rg-note">{site.label("article.gives_nothing")}</p>'
    body = (
        f'<div class="rg rg-article"><nav class="rg-crumb" aria-label="{text(site.words("nav.here"))}">'
        f'<a href="../index.html">{site.label("nav.chronology")}</a> <span aria-hidden="true">/</span> '
        f'<a href="index.html">{site.label("nav.articles")}</a></nav>'
        f'<div class="rg-evp"><div class="rg-evp__m"><header class="rg-head"><p class="rg-when">'
        f"<span>{text(card.name)}</span><span>{dateline(site, card)}</span></p>"
        f"<h1{language(card.language)}>{text(title)}</h1>"
        f'<p class="rg-note">{site.label("article.not_published")}</p></header>'
        f'<section class="rg-sec"><h2>{site.label("article.supports")} '
        f"<span>{text(site.words('counts.events', n=len(events)))}</span></h2>{supports}</section>"
        f"{_shared(site, card)}</div>{_aside(site, card)}</div></div>"
    )
    return Page(
        path=f"articles/{site.chronicle.article_slugs[card.id]}.html",
        title=title,
        body=body,
        description=f"{card.name}: {title}",
        section="articles",
    )


def _shared(site: Site, card: Card) -> str:
    """The articles that say the same in the same words."""
    known = site.chronicle.articles
    others = [known[one] for one in site.chronicle.copies.get(card.id, ()) if one in known]
    if not others:
        return ""
    items = "".join(
        f'<li><a href="{addresses.escaped(site.chronicle.article_slugs[other.id])}.html"{language(other.language)}>'
        f"{text(other.title or other.id)}</a><span>{text(other.name)}, {dateline(site, other)}</span></li>"
        for other in others
    )
    return (
        f'<section class="rg-sec" id="shared"><h2>{site.label("article.shared")} <span>{len(others)}</span></h2>'
        f'<p class="rg-note">{site.label("article.shared_note")}</p><ul class="rg-ul">{items}</ul></section>'
    )


def _aside(site: Site, card: Card) -> str:
    rows = [
        ("publisher", _publisher(site, card)),
        ("author", text(card.author or "")),
        ("published", appeared(site, card)),
        ("language", text(site.words.language_name(card.language))),
        ("saved", text(card.accessed or "")),
        ("file", text(card.id)),
    ]
    facts = "".join(f"<div><dt>{site.label(f'article.{key}')}</dt><dd>{said}</dd></div>" for key, said in rows if said)
    opened = f"<p>{link(card.url, site.label('article.open'))}</p>" if card.url else ""
    return (
        f'<aside class="rg-evp__a" aria-label="{text(site.words("article.about"))}"><section>'
        f'<h2>{site.label("article.about")}</h2><dl class="rg-dl">{facts}</dl>{opened}'
        f"{copies(site, card)}</section></aside>"
    )


def _publisher(site: Site, card: Card) -> str:
    if not card.publisher:
        return ""
    if card.publisher not in site.chronicle.publisher_slugs:
        return text(card.publisher)
    path = addresses.escaped(facets.path(site, "publisher", card.publisher))
    return f'<a href="../{path}">{text(card.publisher)}</a>'
