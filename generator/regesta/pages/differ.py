"""Side by side, what the sources say where their dates share no day: a column for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.event import Event, Source
from regesta.pages.agreement import contested
from regesta.pages.evidence import marked
from regesta.pages.markup import language, text
from regesta.pages.page import Site

_QUOTED = 2
_ANSWERS = 12


def differ(site: Site, event: Event) -> str:
    """The section of the event page; empty where the dates agree."""
    apart = contested(event)
    if not apart:
        return ""
    answers: dict[str, list[Source]] = {}
    for source in event.sources:
        if source.date is not None and source.date.text in apart:
            answers.setdefault(source.date.text, []).append(source)
    ordered = sorted(answers.values(), key=_order)
    columns = "".join(_column(site, sources) for sources in ordered[:_ANSWERS])
    if len(ordered) > _ANSWERS:
        columns += f'<div><p class="df-v">{text(site.words("counts.more", n=len(ordered) - _ANSWERS))}</p></div>'
    note = site.label("event.differ_note", date=text(site.dates.say(event.date)))
    return (
        f'<section class="rg-sec rg-diff" id="differ"><h2>{site.badge("differ")}'
        f'<span class="df-h">{site.label("event.differ")}</span></h2><div class="df-c">{columns}</div>'
        f'<p class="df-n">{note}</p></section>'
    )


def _order(sources: Sequence[Source]) -> tuple[bool, int, str]:
    """Answers in order of their first day, open ones last."""
    date = sources[0].date
    first = date.days.first if date else None
    return first is None, first or 0, date.text if date else ""


def _column(site: Site, sources: Sequence[Source]) -> str:
    """One answer: the date, who gives it, and the words that say so, the telling ones first."""
    names = list(dict.fromkeys(site.chronicle.card(source).name for source in sources))
    told = {source.quote: source for source in sorted(sources, key=lambda s: s.when is not None) if source.quote}
    quotes = "".join(
        f"<blockquote{language(site.chronicle.card(source).language)}><p>{marked(source)}</p></blockquote>"
        for source in list(told.values())[::-1][:_QUOTED]
    )
    when = text(site.dates.title(sources[0].date))
    return f'<div><p class="df-p">{when}</p><p class="df-v">{text(", ".join(names))}</p>{quotes}</div>'
