"""What we don't know: open dates (longest doubt first), single sources, plans never confirmed, accounts that differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regesta.model.article import PublishedBasis
from regesta.model.event import Basis, Event, Status
from regesta.pages import addresses
from regesta.pages.agreement import conflict
from regesta.pages.axis import axis_row, grid
from regesta.pages.certainty import Certainty, certainty
from regesta.pages.chronicle import Card, kind
from regesta.pages.marks import mark
from regesta.pages.markup import language, text
from regesta.pages.page import Page, Site

_ALWAYS = frozenset({"open", "single", "inferred", "nothing"})
_DRAWN = 40
_LISTED = 400


def page(site: Site) -> Page:
    """The page in the main navigation."""
    chronicle = site.chronicle
    events = chronicle.sequence
    opened = sorted((e for e in events if kind(e) is not Certainty.DAY), key=lambda e: (-_doubt(e), e.id))
    single = [e for e in events if len(chronicle.cards(e)) == 1]
    planned = [e for e in events if e.status is Status.PLANNED]
    differ = [e for e in events if conflict(e)]
    doubted = [e for e in events if e.status in (Status.DISPUTED, Status.DENIED)]
    lede = site.label(
        "unknown.lede",
        events=text(site.words("counts.events", n=len(events))),
        open=len(opened),
        single=len(single),
        differ=len(differ),
    )
    title = site.words("nav.unknown")
    body = (
        f'<div class="rg rg-unknown"><header class="rg-head"><h1>{text(title)}</h1>'
        f'<p class="rg-lede">{lede}</p></header>'
        f'<div class="rg-unk">{_opened(site, opened)}{_section(site, "single", single, _sayer(site))}'
        f"{_section(site, 'planned', planned, _sayer(site))}{_section(site, 'differ', differ, _when(site))}"
        f"{_section(site, 'disputed', doubted, _when(site))}{_inferred(site)}{_nothing(site)}</div></div>"
    )
    return Page(path="unknown.html", title=title, body=body, description=_plain(lede), section="unknown")


def _plain(html: str) -> str:
    return html.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")


def _doubt(event: Event) -> int:
    """How many days are in doubt; open dates before all others."""
    length = event.date.days.length if event.date else None
    return 10**9 if length is None else length


def _opened(site: Site, events: Sequence[Event]) -> str:
    axis = site.axis
    rows = []
    for event in events[:_DRAWN]:
        drawn = mark(axis, event.date, 14, size=6) if event.date else ""
        rows.append(
            f'<div class="rg-lane"><span class="rg-lane__l">{site.event_link(event, "")}'
            f"<small>{_settle(site, event)}</small></span>"
            f'<svg class="rg-lane__p" height="28" aria-hidden="true">{grid(axis)}{drawn}</svg>'
            f'<span class="rg-lane__r">{_length(site, event)}</span></div>'
        )
    figure = ""
    if rows:
        figure = (
            f'<figure class="rg-dating"><div class="rg-over__plot has-r">{"".join(rows)}{axis_row(site, axis)}</div>'
            f"<figcaption>{site.label('unknown.longest')} {site.label('unknown.settle')}</figcaption></figure>"
        )
    rest = _list(site, events[_DRAWN:_LISTED], _when(site))
    return _framed(site, "open", len(events), figure + rest if rows else "")


def _settle(site: Site, event: Event) -> str:
    """What would settle the date: that it happened, when an article appeared whose words it rests on, or any report.

    Where sources contradict each other, or an article's words leave one day already, its own date would settle nothing.
    """
    if event.status is Status.PLANNED:
        return site.label("unknown.by_outcome")
    if conflict(event):
        return site.label("unknown.by_report")
    names = [
        card.name
        for source in event.sources
        if source.basis in (Basis.DERIVED, Basis.PUBLISHED)
        and certainty(source.date) is not Certainty.DAY
        and _undated(card := site.chronicle.card(source))
    ]
    if not names:
        return site.label("unknown.by_report")
    named = list(dict.fromkeys(names))[:2]
    return site.label("unknown.by_article", n=len(named), names=text(", ".join(named)))


def _undated(card: Card) -> bool:
    return card.published is None or card.basis is PublishedBasis.INFERRED


def _length(site: Site, event: Event) -> str:
    match kind(event):
        case Certainty.BEFORE:
            return site.label("unknown.no_first")
        case Certainty.AFTER:
            return site.label("unknown.no_last")
        case Certainty.NONE:
            return site.label("phrases.none")
        case Certainty.ABOUT:
            return site.label("certainty.about")
        case _:
            return text(site.words("counts.days", n=_doubt(event)))


def _section(site: Site, key: str, events: Sequence[Event], note: Callable[[Event], str]) -> str:
    return _framed(site, key, len(events), _list(site, events[:_LISTED], note))


def _list(site: Site, events: Sequence[Event], note: Callable[[Event], str]) -> str:
    items = "".join(f"<li>{site.event_link(event, '')}<span>{note(event)}</span></li>" for event in events)
    return f'<ul class="rg-ul">{items}</ul>' if items else ""


def _framed(site: Site, key: str, count: int, inner: str) -> str:
    """A part of the page; the parts that seldom have anything to say keep silent then."""
    if not inner and key not in _ALWAYS:
        return ""
    inner = inner or f'<p class="rg-note">{site.label("unknown.none")}</p>'
    return (
        f'<section class="rg-sec" id="{key}"><h2>{site.label(f"unknown.{key}")} '
        f"<span>{site.words.number(count)}</span></h2>{inner}</section>"
    )


def _sayer(site: Site) -> Callable[[Event], str]:
    def said(event: Event) -> str:
        names = ", ".join(text(card.name) for card in site.chronicle.cards(event)[:3])
        return f"{names}, {text(site.dates.say(event.date))}"

    return said


def _when(site: Site) -> Callable[[Event], str]:
    return site.when


def _inferred(site: Site) -> str:
    cards = [card for card in site.chronicle.articles.values() if _undated(card)]
    items = "".join(f"<li>{_card(site, card)}<span>{_dated(site, card)}</span></li>" for card in cards[:_LISTED])
    return _framed(site, "inferred", len(cards), f'<ul class="rg-ul">{items}</ul>' if items else "")


def _dated(site: Site, card: Card) -> str:
    if card.published is None:
        return site.label("unknown.undated_note")
    return site.label("unknown.inferred_note", date=text(site.dates.title(card.published)))


def _nothing(site: Site) -> str:
    cards = [card for card in site.chronicle.articles.values() if card.id not in site.chronicle.by_article]
    items = "".join(f"<li>{_card(site, card)}<span>{text(card.name)}</span></li>" for card in cards[:_LISTED])
    inner = f'<ul class="rg-ul">{items}</ul>' if items else f'<p class="rg-note">{site.label("unknown.all_gave")}</p>'
    return _framed(site, "nothing", len(cards), inner)


def _card(site: Site, card: Card) -> str:
    path = addresses.escaped(f"articles/{site.chronicle.article_slugs[card.id]}.html")
    title = f"<span{language(card.language)}>{text(card.title)}</span>" if card.title else text(card.name)
    return f'<a href="{path}">{title}</a>'
