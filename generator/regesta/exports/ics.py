"""iCalendar (RFC 5545): events as whole days, to subscribe to in any calendar.

Written as text: the `icalendar` package takes about 1.8 s for 10,000 events, this a tenth. Tests read it with that
package.

Doubt: an event of one known day is that day. One of several possible days is drawn over all of them, and its summary
says so ("between 1 and 5 November 2023"). A calendar can't draw an open end without borrowing a day, nor a year
outside 0001 to 9999, so such events and the undated stay out, and the calendar's description says how many. Times of
day are in the words, not in DTSTART: a calendar would move them into the reader's zone, and some onto another day.
EDTF goes along in `X-EDTF`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from regesta.exports.days import drawn, is_doubtful
from regesta.exports.escaping import clean, line
from regesta.exports.publication import Publication, View
from regesta.model.event import Event, Status
from regesta.model.interval import Interval, civil_day, day_number

MEDIA_TYPE = "text/calendar; charset=utf-8"

_FIRST, _LAST = day_number(1, 1, 1), day_number(9999, 12, 31)
_STATUS = {
    Status.HAPPENED: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.DISPUTED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.DENIED: "CANCELLED",
}
_WIDTH = 75


def path(view: View) -> str:
    """`events.ics` for the whole site."""
    return f"{view.stem or 'events'}.ics"


def render(publication: Publication, view: View) -> str:
    """The calendar."""
    shown = [event for event in view.events if shown_days(event)]
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Regesta//Chronology//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(view.title)}",
        f"X-WR-CALNAME:{_text(view.title)}",
        f"URL:{_uri(publication.address(view.page))}",
        f"LAST-MODIFIED:{_moment(publication.modified(view))}",
    ]
    left_out = len(view.events) - len(shown)
    if left_out:
        said = publication.site.words("take.left_out", n=left_out)
        head += [f"DESCRIPTION:{_text(said)}", f"X-WR-CALDESC:{_text(said)}"]
    return "".join([_lines(head), *(publication.once(component, event) for event in shown), "END:VCALENDAR\r\n"])


def shown_days(event: Event) -> Interval | None:
    """The days that the calendar draws; None where the event has no place in it."""
    days = drawn(event)
    if days is None or days.first is None or days.last is None:
        return None
    return days if days.first >= _FIRST and days.last <= _LAST else None


def component(publication: Publication, event: Event) -> str:
    """The event as a VEVENT."""
    site, came = publication.site, publication.came(event)
    face, known = publication.face(event), publication.known(event)
    about = [f"{face.heading} ({known})" if known else face.heading, face.summary]
    about += [", ".join(site.chronicle.publishers(event)), face.address]
    changed = _moment(publication.changed(event))
    kinds = site.words(f"types.{event.type}")
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(event.id)}@{publication.host}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        *([f"CREATED:{_moment(came)}"] if came else []),
        *_span(shown_days(event)),
        f"SUMMARY:{_text(f'{face.title} ({face.when})' if is_doubtful(event) else face.title)}",
        f"DESCRIPTION:{_text(chr(10).join(part for part in about if part))}",
        f"CATEGORIES:{_text(kinds)}",
        *([f"LOCATION:{_text(', '.join(event.places))}"] if event.places else []),
        f"URL:{_uri(face.address)}",
        f"STATUS:{_STATUS[event.status]}",
        "TRANSP:TRANSPARENT",
        *([f"X-EDTF:{_text(event.date.text)}"] if event.date else []),
        "END:VEVENT",
    ]
    return _lines(lines)


def _span(days: Interval | None) -> list[str]:
    """First day, and the day after the last; where that lies beyond the calendar, how many days."""
    if days is None or days.first is None or days.last is None:
        return []
    first, last = days.first, days.last
    begin = f"DTSTART;VALUE=DATE:{_day(first)}"
    if last == _LAST:
        return [begin, f"DURATION:P{last - first + 1}D"]
    return [begin, f"DTEND;VALUE=DATE:{_day(last + 1)}"]


def _day(number: int) -> str:
    year, month, day = civil_day(number)
    return f"{year:04d}{month:02d}{day:02d}"


@lru_cache(maxsize=4096)
def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line ends escaped (3.3.11)."""
    value = "\n".join(line(part) for part in value.split("\n"))
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _uri(value: str) -> str:
    """A URI value, which isn't escaped but mustn't end its line."""
    return "".join(clean(value).split())


def _lines(contents: list[str]) -> str:
    return "".join(f"{_folded(content)}\r\n" for content in contents)


def _folded(content: str) -> str:
    """A content line in pieces of at most 75 octets, never cut within a character (3.1)."""
    if len(content) <= _WIDTH and content.isascii():
        return content
    octets = content.encode()
    if len(octets) <= _WIDTH:
        return content
    pieces, start, room = [], 0, _WIDTH
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode())
        start, room = end, _WIDTH - 1
    return "\r\n ".join(pieces)
