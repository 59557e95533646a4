"""An event in a list: the full entry where there are few, one line where there are many."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from regesta.model.edtf import Edtf
from regesta.model.event import Event
from regesta.model.interval import Interval, civil_day
from regesta.pages import facets
from regesta.pages.compact import compact
from regesta.pages.marks import Axis
from regesta.pages.markup import escape, joined, text
from regesta.pages.page import Site
from regesta.pages.rail import rail

MANY = 1000
"""Beyond this many events there is a page for each year, where lists can be narrowed too."""


def entry(site: Site, event: Event, base: str, *, narrowed: bool = True) -> str:
    """The full entry: type and place, title, summary, what it answers, labels; beside it, who says so."""
    key = "entry", event.id, base, narrowed
    found = site.memory.get(key)
    if found is None:
        found = site.memory[key] = _entry(site, event, base, _data(site, event, base) if narrowed else "")
    return found


def row(site: Site, event: Event, base: str) -> str:
    """The entry in one line."""
    key = "row", event.id, base
    found = site.memory.get(key)
    if found is None:
        found = site.memory[key] = _row(site, event, base)
    return found


def _entry(site: Site, event: Event, base: str, data: str) -> str:
    words = site.words
    badges = site.badges(event)
    summary = site.summary_html(event)
    answered = [site.chronicle.by_id[i] for i in event.responds_to if i in site.chronicle.by_id]
    answering = site.label("home.answers")
    answers = "".join(f'<p class="rg-ans">{answering} {site.event_link(other, base)}</p>' for other in answered[:2])
    return (
        f'<article class="rg-ev i{event.importance} is-{event.status}" id="{text(event.id)}"{data}>'
        f'<div class="rg-ev__main"><p class="rg-ev__k">{_kicker(site, event)}'
        f'<span class="rg-vh">. {site.label("home.importance", n=str(event.importance))}</span></p>'
        f'<h4 class="rg-ev__t">{site.event_link(event, base)}</h4>'
        + (f'<p class="rg-ev__s">{summary}{site.summary_mark(event)}</p>' if summary else "")
        + answers
        + (f'<p class="rg-ev__b">{badges}</p>' if badges else "")
        + f'</div><ul class="rg-src" aria-label="{text(words("home.who"))}">{_who(site, event)}</ul></article>'
    )


def _row(site: Site, event: Event, base: str) -> str:
    badges = "".join(site.badge(sign) for sign in _row_signs(event))
    count = site.words("counts.sources", n=len(site.chronicle.cards(event)))
    numeral, small = _row_date(site, event)
    return (
        f'<li class="rg-row i{event.importance} is-{event.status}" id="{text(event.id)}"{_data(site, event, base)}>'
        f'<span class="rw-g">{site.glyph(event)}</span>'
        f'<span class="rw-d"><b>{numeral}</b> <small>{small}</small></span>'
        f'<span class="rw-t">{site.event_link(event, base)} {badges}</span><span class="rw-s">{text(count)}</span></li>'
    )


def days(site: Site, events: Iterable[Event], base: str, axis: Axis | None = None, *, narrowed: bool = True) -> str:
    """Full entries, grouped by date, each group beside its rail; `narrowed` is a list that a script can narrow."""
    groups = groupby(events, key=lambda event: event.date.text if event.date else "")
    return "".join(_day(site, list(group), base, axis, narrowed=narrowed) for _, group in groups)


def _day(site: Site, events: list[Event], base: str, axis: Axis | None, *, narrowed: bool) -> str:
    inner = "".join(entry(site, event, base, narrowed=narrowed) for event in events)
    return f'<section class="rg-day">{rail(site, events[0].date, axis)}<div class="rg-day__l">{inner}</div></section>'


def _kicker(site: Site, event: Event) -> str:
    places = text(", ".join(event.places[:4]))
    return joined([site.label(f"types.{event.type}"), places, site.foreign(event)], " · ")


def _who(site: Site, event: Event) -> str:
    quotes: dict[str, int] = {}
    for source in event.sources:
        identifier = site.chronicle.card(source).id
        quotes[identifier] = quotes.get(identifier, 0) + (source.quote is not None)
    found = []
    for card in site.chronicle.cards(event)[:8]:
        name = site.words.language_name(card.language)
        code = f'<abbr title="{text(name)}">{text(card.language)}</abbr> ' if card.language else ""
        count = text(site.words("counts.quotes", n=quotes[card.id]))
        found.append(f"<li><b>{text(card.name)}</b> <span>{code}{count}</span></li>")
    rest = len(quotes) - len(found)
    return "".join(found) + (f"<li><span>{text(site.words('counts.more', n=rest))}</span></li>" if rest > 0 else "")


def _row_signs(event: Event) -> tuple[str, ...]:
    return () if event.status == "happened" else (str(event.status),)


def _row_date(site: Site, event: Event) -> tuple[str, str]:
    """The day or days within their month, and the weekday or how many days."""
    when, dates = event.date, site.dates
    if when is None:
        return "–", ""
    first, last = when.days.first, when.days.last
    if first is None or last is None:
        edge = first if first is not None else last
        return text(dates.short(when)), "" if edge is None else text(dates.year(civil_day(edge)[0]))
    if first == last:
        return text(dates.day(first, "day_only")), text(dates.day(first, "weekday_short"))
    length = text(site.words("counts.days", n=last - first + 1))
    if civil_day(first)[:2] == civil_day(last)[:2]:
        return f"{text(dates.day(first, 'day_only'))}–{text(dates.day(last, 'day_only'))}", length
    return text(dates.range(Interval(first, last), "span", "year")), length


def _data(site: Site, event: Event, base: str) -> str:
    """What the script needs to narrow the list: days and facet values; nothing where no such page has facets."""
    if base and len(site.chronicle.events) <= MANY:
        return ""
    found = {key: values for key, values in facets.values(site, event).items() if values}
    return f'{span_data(event.date)} data-f="{escape(compact(found))}"'


def span_data(when: Edtf | None) -> str:
    """The first and last day as numbers for the script; absent where open."""
    if when is None:
        return ""
    first = "" if when.days.first is None else f' data-a="{when.days.first}"'
    last = "" if when.days.last is None else f' data-b="{when.days.last}"'
    return first + last
