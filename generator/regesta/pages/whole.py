"""The whole chronology on one page, with numbered sources, to read through or to print."""

from __future__ import annotations

from regesta.model.event import Event
from regesta.pages.chronicle import Card
from regesta.pages.markup import language, text
from regesta.pages.page import Page, Site

MOST = 2000
"""Beyond this many events the page names each in one line."""


def page(site: Site) -> Page:
    """The page in the folder of events."""
    title = site.words("nav.all_events")
    numbers: dict[str, int] = {}
    full = len(site.chronicle.events) <= MOST
    items = "".join(_item(site, event, numbers, full=full) for event in site.chronicle.sequence)
    notes = ""
    if numbers and full:
        cards = {card.id: card for event in site.chronicle.sequence for card in site.chronicle.cards(event)}
        rows = "".join(f'<li id="s{number}">{_note(site, cards[key])}</li>' for key, number in numbers.items())
        notes = (
            f'<section class="rg-sec"><h2>{site.label("whole.sources")}</h2><ol class="rg-notes">{rows}</ol></section>'
        )
    body = (
        f'<div class="rg rg-whole"><header class="rg-head"><h1>{text(title)}</h1>'
        f'<p class="rg-lede">{site.label("whole.lede")}</p></header><ol class="rg-all">{items}</ol>{notes}</div>'
    )
    return Page(
        path="events/index.html",
        title=title,
        body=body,
        description=site.words("whole.lede"),
        section="events",
    )


def _item(site: Site, event: Event, numbers: dict[str, int], *, full: bool) -> str:
    link = f'<a href="{text(event.id)}.html">{site.title_html(event)}</a>'
    head = f'<p class="rg-when">{site.glyph(event)}<span>{site.when(event, weekday=True)}</span></p>'
    if not full:
        return f'<li id="{text(event.id)}">{head}<p>{link}</p></li>'
    notes = []
    for card in site.chronicle.cards(event):
        number = numbers.setdefault(card.id, len(numbers) + 1)
        notes.append(f'<a href="#s{number}">{number}</a>')
    summary = site.summary_html(event) + site.summary_mark(event)
    return (
        f'<li id="{text(event.id)}">{head}<h2>{link}</h2>'
        f'<p>{summary} <span class="rg-dim">[{", ".join(notes)}]</span> {site.badges(event)}</p></li>'
    )


def _note(site: Site, card: Card) -> str:
    title = f" <i{language(card.language)}>{text(card.title)}</i>," if card.title else ""
    when = text(site.dates.say(card.published)) if card.published else site.label("event.undated_article")
    address = f" &lt;{text(card.url)}&gt;" if card.url else ""
    return f"{text(card.name)},{title} {when}.{address}"
