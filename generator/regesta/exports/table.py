"""CSV after RFC 4180: one row an event, for spreadsheets and statistics. UTF-8, CRLF, a header line.

Doubt: `date` is the EDTF date itself, `earliest` and `latest` are the days it allows (empty where open), `certainty`
names the kind. There is no column with a single "the day", since most software would take it for known.

Several names share a cell, separated by " | "; exact lists are in the JSON. Cells that a spreadsheet would take for a
formula get an apostrophe before them. The file begins with a byte order mark, without which Excel garbles every script
but Latin; whatever reads `utf-8-sig`, R and Frictionless skip it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any

from regesta.exports.days import earliest, latest
from regesta.exports.escaping import cell
from regesta.exports.publication import Publication, View
from regesta.model.event import Event
from regesta.pages.chronicle import kind

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"

COLUMNS = (
    ("id", "The event's identifier; it never changes."),
    ("title", "One neutral line, in the site's language where the record has it."),
    ("date", "When it happened: EDTF (ISO 8601-2), as exactly as the sources support together, never more."),
    ("earliest", "The first day on which it may have happened; empty where that is open."),
    ("latest", "The last day on which it may have happened; empty where that is open."),
    ("certainty", "How well the date is known: day, span, about, before, after or none."),
    ("words", "The date in words."),
    ("duration", "From when to when it lasted, where it lasted for days; EDTF."),
    ("type", "One of the closed list of types."),
    ("status", "happened, planned, cancelled, denied or disputed."),
    ("importance", "1 to 3."),
    ("actors", "Who, the main actor first; separated by ' | '."),
    ("places", "Where; separated by ' | '."),
    ("summary", "One or two sentences."),
    ("responds_to", "Identifiers of the events that this one answers; separated by ' | '."),
    ("publishers", "Who says so; separated by ' | '."),
    ("languages", "The languages of the evidence, BCP 47; separated by ' | '."),
    ("articles", "Addresses of the articles behind it; separated by ' | '."),
    ("quotes", "How many verbatim quotes carry it."),
    ("review", "draft, reviewed or disputed."),
    ("url", "The event's page."),
)
"""Name and meaning of every column."""


def path(view: View) -> str:
    """`events.csv` for the whole site, beside its page for a part."""
    return f"{view.stem or 'events'}.csv"


def render(publication: Publication, view: View) -> str:
    """The table."""
    rows = (publication.once(row, event) for event in view.events)
    return "".join(["\ufeff", _written(name for name, _ in COLUMNS), *rows])


def row(publication: Publication, event: Event) -> str:
    """The event as a line of the table, with its end."""
    return _written(_row(publication, event))


class _Line:
    """A file that gives back what is written: the writer of rows then returns the row's text."""

    def write(self, row: str) -> str:
        return row


_WRITER: Any = csv.writer(_Line(), lineterminator="\r\n")


def _written(cells: Iterable[str]) -> str:
    row: str = _WRITER.writerow(cells)
    return row


def _row(publication: Publication, event: Event) -> list[str]:
    site = publication.site
    cards, face = site.chronicle.cards(event), publication.face(event)
    return [
        cell(event.id),
        cell(face.title),
        cell(event.date.text) if event.date else "",
        earliest(event) or "",
        latest(event) or "",
        kind(event).value,
        cell(face.claim) if event.date else "",
        cell(event.duration.text) if event.duration else "",
        event.type.value,
        event.status.value,
        str(event.importance),
        _several(event.actors),
        _several(event.places),
        cell(face.summary),
        _several(event.responds_to),
        _several(card.publisher for card in cards),
        _several(card.language for card in cards),
        _several(card.url for card in cards),
        str(sum(source.quote is not None for source in event.sources)),
        event.review.value,
        face.address,
    ]


def _several(values: Iterable[str | None]) -> str:
    """What is known of them, each once, in order."""
    return cell(" | ".join(dict.fromkeys(value for value in values if value)))
