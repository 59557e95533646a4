"""TimelineJS JSON: the chronology as a story in Knight Lab's TimelineJS3.

Doubt: TimelineJS draws what its dates say, so a date is written no finer than it is (a month has no day), a span of
possible days has a start and an end, and `display_date` says it in words under the headline. An open end has no
`end_date`: the event stands at its first possible day, and the words say "on or after". An event without a first
possible day can't be placed; the title slide says how many there are.
"""

from __future__ import annotations

from typing import Any

from regesta.exports.content import html
from regesta.exports.days import drawn
from regesta.exports.escaping import dumps, line
from regesta.exports.publication import Publication, View
from regesta.model.edtf import Granularity
from regesta.model.event import Event
from regesta.model.interval import civil_day
from regesta.pages.markup import text

MEDIA_TYPE = "application/json"


def path(view: View) -> str:
    """`timelinejs.json` for the whole site."""
    return f"{view.stem}.timelinejs.json" if view.stem else "timelinejs.json"


def render(publication: Publication, view: View) -> str:
    """The timeline. TimelineJS takes headline and text for HTML, so both are escaped."""
    shown = [event for event in view.events if placed(event)]
    left_out = len(view.events) - len(shown)
    about = [text(publication.description)]
    if left_out:
        about.append(text(publication.site.words("take.left_out", n=left_out)))
    found = {
        "scale": "human",
        "title": {
            "unique_id": "title",
            "text": {"headline": text(line(view.title)), "text": "".join(f"<p>{said}</p>" for said in about if said)},
        },
        "events": [_slide(publication, event) for event in shown],
    }
    return f"{dumps(found, indent=1)}\n"


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
        "text": {"headline": text(publication.title(event)), "text": f"{html(publication, event, 1)}{more}"},
    }
    if days and days.first is not None:
        found["start_date"] = _date(days.first, _fineness(event))
        if days.last is not None and days.last != days.first and _fineness(event) == 3:
            found["end_date"] = _date(days.last, 3)
    return found


def _fineness(event: Event) -> int:
    """How many of year, month and day may be said: a whole month is one date without a day."""
    if event.duration is not None or event.date is None:
        return 3
    whole = event.date.days
    if event.date.granularity is Granularity.YEAR and whole.first is not None and whole.last is not None:
        return 1 if civil_day(whole.first)[0] == civil_day(whole.last)[0] else 3
    return 2 if event.date.granularity is Granularity.MONTH else 3


def _date(number: int, fineness: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), civil_day(number)[:fineness], strict=False))
