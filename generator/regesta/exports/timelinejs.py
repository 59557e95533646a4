"""TimelineJS JSON: the chronology as a story in Knight Lab's TimelineJS3.

Doubt: TimelineJS puts a month or a year without a day at its first day, as a point. So a date that may be any of
several days has the first and the last of them for start and end, and is drawn as a bar over all of them;
`display_date` says it in words over the headline. An open end has no `end_date`: the event stands at its first possible
day, and the words say "on or after". An event without a first possible day can't be placed; the title slide says how
many there are.
"""

from __future__ import annotations

from typing import Any

from regesta.exports.content import story
from regesta.exports.days import drawn
from regesta.exports.escaping import dumps, line
from regesta.exports.publication import Publication, View
from regesta.model.event import Event
from regesta.model.interval import civil_day
from regesta.pages.markup import text

MEDIA_TYPE = "application/json"
MOST = 1000
"""More slides than TimelineJS is made for; of a longer chronology it gets the weightiest events."""


def path(view: View) -> str:
    """`timelinejs.json` for the whole site."""
    return f"{view.stem}.timelinejs.json" if view.stem else "timelinejs.json"


def render(publication: Publication, view: View) -> str:
    """The timeline. TimelineJS takes headline and text for HTML, so both are escaped."""
    can_be = [event for event in view.events if placed(event)]
    weightiest = {event.id for event in sorted(can_be, key=lambda event: -event.importance)[:MOST]}
    shown = [event for event in can_be if event.id in weightiest]
    left_out = len(view.events) - len(can_be)
    about = [text(publication.description)]
    if len(shown) < len(can_be):
        about.append(text(publication.site.words("take.weightiest", n=len(shown), all=len(can_be))))
    if left_out:
        about.append(text(publication.site.words("take.left_out", n=left_out)))
    paragraphs = "".join(f"<p>{said}</p>" for said in about if said)
    title = {"unique_id": "title", "text": {"headline": text(line(view.title)), "text": paragraphs}}
    slides = ",\n".join(dumps(_slide(publication, event)) for event in shown)
    return f'{{"scale":"human","title":{dumps(title)},"events":[\n{slides}\n]}}\n'


def placed(event: Event) -> bool:
    """Whether it has a first possible day."""
    days = drawn(event)
    return days is not None and days.first is not None


def _slide(publication: Publication, event: Event) -> dict[str, Any]:
    site, days = publication.site, drawn(event)
    address = text(publication.event_address(event))
    more = f'<p><a href="{address}">{text(site.name)}</a></p>'
    found: dict[str, Any] = {
        "unique_id": event.id,
        "group": site.words(f"types.{event.type}"),
        "display_date": publication.heading(event),
        "text": {"headline": text(publication.title(event)), "text": f"{_about(publication, event)}{more}"},
    }
    if days and days.first is not None:
        found["start_date"] = _date(days.first)
        if days.last is not None and days.last != days.first:
            found["end_date"] = _date(days.last)
    return found


def _about(publication: Publication, event: Event) -> str:
    """How well the date is known (the words themselves stand over the headline), the summary, one quote."""
    known = publication.known(event)
    return (f"<p><em>{text(known)}</em></p>" if known else "") + story(publication, event, 1)


def _date(number: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), civil_day(number), strict=True))
