"""How the date is known: every source's days above one another on one axis, and the same said in sentences.

The axis spans what these sources say, not the whole chronology, so that a doubt of two days stays visible.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from regesta.model.edtf import Edtf
from regesta.model.event import Basis, Event, Source
from regesta.model.interval import Interval
from regesta.pages.agreement import conflict, contested
from regesta.pages.axis import axis_row, grid
from regesta.pages.certainty import Certainty, certainty
from regesta.pages.chronicle import Card, published_order
from regesta.pages.marks import Axis, glyph, mark
from regesta.pages.markup import language, text
from regesta.pages.page import Site

_MARGIN = 2
_GAP = 0.06
_LONGEST = 12
_TRIANGLE = (
    '<svg class="rg-glyph" width="14" height="14" viewBox="-7 0 14 14" aria-hidden="true">'
    '<path class="m-pub" d="M-4.5 4h9l-4.5 7z"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Clue:
    """What one article says about the day, in one set of words."""

    card: Card
    date: Edtf
    when: str | None
    basis: Basis | None


def dating(site: Site, event: Event) -> str:
    """The section of the event page; a single sentence where no source dates the event."""
    found = clues(site, event)
    head = f'<section class="rg-sec" id="date" data-pagefind-ignore><h2>{site.label("event.date")}</h2>'
    if event.date is None:
        return f'{head}<p class="rg-note">{site.label("event.undated")}</p></section>'
    if not found:
        return f'{head}<p class="rg-note">{site.label("event.no_words")}</p>{_figure(site, event, found)}</section>'
    steps = "".join([f"<li>{_step(site, clue)}</li>" for clue in found[:_LONGEST]])
    if len(found) > _LONGEST:
        steps += f'<li class="is-more">{text(site.words("counts.more", n=len(found) - _LONGEST))}</li>'
    so = f'<li class="is-so"><b>{_conclusion(site, event, found)}</b></li>'
    silent = _silent(site, event, found)
    return f'{head}{_figure(site, event, found)}<ol class="rg-steps">{steps}{so}</ol>{silent}</section>'


def clues(site: Site, event: Event) -> list[Clue]:
    """The sources that date the event, each date and wording of an article once, in order of the articles' dates."""
    found: dict[tuple[str, str, str | None], Clue] = {}
    for source in event.sources:
        if source.date is not None:
            card = site.chronicle.card(source)
            found.setdefault((card.id, source.date.text, source.when), _clue(card, source, source.date))
    ordered = sorted(found.values(), key=lambda clue: published_order(clue.card))
    dated = {(clue.card.id, clue.date.text) for clue in ordered if clue.when}
    return [clue for clue in ordered if clue.when or (clue.card.id, clue.date.text) not in dated]


def _clue(card: Card, source: Source, date: Edtf) -> Clue:
    return Clue(card, date, source.when, source.basis)


def _axis(event: Event, found: list[Clue]) -> Axis:
    """From just before the first day that any source allows to just after the last; publication days are in it."""
    spans = [clue.date.days for clue in found]
    if event.date:
        spans.append(event.date.days)
    ends = [day for span in spans for day in (span.first, span.last) if day is not None]
    near = 3 * (max(ends) - min(ends) + 10)
    for clue in found:
        published = clue.card.published.days if clue.card.published else None
        if published and published.first is not None and abs(published.first - max(ends)) <= near:
            ends += [published.first, min(published.last or published.first, published.first + 14)]
    return Axis(min(ends) - _MARGIN, max(ends) + _MARGIN)


def _figure(site: Site, event: Event, found: list[Clue]) -> str:
    axis = _axis(event, found)
    apart = contested(event)
    answers = [event.date.days if event.date else Interval(None, None)]
    if apart:
        answers = sorted(set(apart.values()), key=str)[:_LONGEST]
    band = "".join([_band(axis.length, *_within(axis, days)) for days in answers]) if found else ""
    rows = "".join([_row(site, axis, clue, band) for clue in found[:_LONGEST]])
    caption = _caption(site, "event.tinted_differ" if apart else "event.tinted") if found else ""
    plot = f"{rows}{_total(site, axis, event, band, several=len(found) > 1)}{axis_row(site, axis)}"
    return f'<figure class="rg-dating"><div class="rg-over__plot has-r">{plot}</div>{caption}</figure>'


def _caption(site: Site, tinted: str) -> str:
    return (
        f"<figcaption>{glyph(Certainty.SPAN)} {site.label('event.alone')} {_TRIANGLE} "
        f"{site.label('event.appeared')} {site.label(tinted)}</figcaption>"
    )


def _within(axis: Axis, days: Interval) -> tuple[int, int]:
    """First and last day as the axis shows them, counted from its first."""
    first, last = axis.shown(days)
    return first - axis.first, last - axis.first


@lru_cache(maxsize=4096)
def _band(length: int, first: int, last: int) -> str:
    """The tinted column of the record's own days, or of one of several answers, on an axis of so many days."""
    axis = Axis(0, length - 1)
    gap = _GAP * 100 / axis.length
    x, width = axis.left(first) + gap, axis.right(last) - axis.left(first) - 2 * gap
    return f'<rect class="m-band" x="{x:.2f}%" y="-19" width="{width:.2f}%" height="66"/>'


def _row(site: Site, axis: Axis, clue: Clue, band: str) -> str:
    return (
        f'<div class="rg-lane"><span class="rg-lane__l"><b>{text(clue.card.name)}</b> {_phrase(site, clue)}</span>'
        f'<svg class="rg-lane__p" height="28" aria-hidden="true">{band}{grid(axis)}{mark(axis, clue.date, 14, size=6)}'
        f'{_published(axis, clue.card)}</svg><span class="rg-lane__r">{text(site.dates.short(clue.date))}</span></div>'
    )


def _published(axis: Axis, card: Card) -> str:
    """A triangle above the line on the day that the article appeared; a thin line where that is one of several days."""
    days = card.published.days if card.published else None
    if days is None or days.first is None or not axis.first <= days.first <= axis.last:
        return ""
    last = min(days.first if days.last is None else days.last, axis.last)
    return _triangle(axis.length, days.first - axis.first, last - axis.first)


@lru_cache(maxsize=4096)
def _triangle(length: int, first: int, last: int) -> str:
    axis = Axis(0, length - 1)
    left, right = axis.left(first), axis.right(last)
    middle = (left + right) / 2
    triangle = f'<svg x="{middle:.2f}%" overflow="visible"><path class="m-pub" d="M-4.5-1h9l-4.5 7z"/></svg>'
    if last == first:
        return triangle
    return f'<line class="m-pubs" x1="{left:.2f}%" x2="{right:.2f}%" y1="1" y2="1"/>{triangle}'


def _phrase(site: Site, clue: Clue) -> str:
    if clue.when:
        return f"<q{language(clue.card.language)}>{text(clue.when)}</q>"
    key = "event.by_its_day" if _as_of(clue) else "event.from_context"
    return f'<span class="rg-dim">{site.label(key)}</span>'


def _as_of(clue: Clue) -> bool:
    """Whether the article tells of it as of the day on which it appeared."""
    published = clue.card.published
    return clue.basis is Basis.PUBLISHED or (published is not None and published.days == clue.date.days)


def _total(site: Site, axis: Axis, event: Event, band: str, *, several: bool) -> str:
    if event.date is None:
        return ""
    css = "is-total planned" if event.status == "planned" else "is-total"
    known = " is-known" if certainty(event.date) is Certainty.DAY else ""
    return (
        f'<div class="rg-lane is-total"><span class="rg-lane__l{known}">'
        f"<b>{site.label('event.together' if several else 'event.so')}</b> {text(site.dates.known(event.date))}</span>"
        f'<svg class="rg-lane__p" height="32" aria-hidden="true">{band}'
        f'<line class="g-base" x1="0" x2="100%" y1="16" y2="16"/>'
        f"{mark(axis, event.date, 16, size=8, css=css)}</svg>"
        f'<span class="rg-lane__r">{text(site.dates.short(event.date))}</span></div>'
    )


def _step(site: Site, clue: Clue) -> str:
    """One numbered sentence: the words, the article's own day, and what follows from both."""
    fields = {"publisher": text(clue.card.name), "date": text(site.dates.say(clue.date))}
    published = clue.card.published
    if clue.when:
        fields["words"] = f"<q{language(clue.card.language)}>{text(clue.when)}</q>"
    if clue.basis is Basis.EDITOR:
        return site.label("event.editor", **fields)
    if clue.when and clue.basis is Basis.STATED:
        return site.label("event.states", **fields)
    if published is None:
        return site.label("event.writes_undated" if clue.when else "event.context", **fields)
    fields |= {"published": text(site.dates.say(published)), "basis": site.label(f"bases.{clue.card.basis or 'given'}")}
    if clue.when:
        return site.label("event.writes", **fields)
    return site.label("event.as_of" if _as_of(clue) else "event.context", **fields)


def _conclusion(site: Site, event: Event, found: list[Clue]) -> str:
    said = text(site.dates.say(event.date, weekday=True))
    if conflict(event):
        return site.label("event.differ_note", date=text(site.dates.say(event.date)))
    if len(found) == 1 or event.date is None:
        return site.label("event.so_date", date=said)
    common: Interval | None = found[0].date.days
    for clue in found[1:]:
        common = common.intersection(clue.date.days) if common else None
    if common == event.date.days:
        return site.label("event.only_day" if common.length == 1 else "event.only_days", date=said)
    if common is None or (common.first is None and common.last is None):
        return site.label("event.so_date", date=said)
    return site.label("event.leave", all=text(site.dates.say(Edtf.of(common))), date=said)


def _silent(site: Site, event: Event, found: list[Clue]) -> str:
    """Which sources tell of it without saying when."""
    dated = {clue.card.id for clue in found}
    names = [text(card.name) for card in site.chronicle.cards(event) if card.id not in dated]
    names = list(dict.fromkeys(names))
    if not names:
        return ""
    words = site.words("event.silent", n=len(names), publishers=", ".join(names))
    return f'<p class="rg-note">{words}</p>'
