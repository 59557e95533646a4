"""The events of a long chronology, as small as they can be, for the script that narrows its home page.

It isn't offered to take along; `events.json` holds more and says it better. Days are numbers (1 is 0001-01-01), null
where open; values of facets stand once, and events name them by number.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.exports.escaping import dumps
from regesta.exports.publication import Publication, View
from regesta.model.event import Event
from regesta.pages import facets
from regesta.pages.home import BROWSED

MEDIA_TYPE = "application/json"


def path(view: View) -> str:
    """One file for the whole site."""
    del view
    return BROWSED


def render(publication: Publication, view: View) -> str:
    """The object: names of facets, their values, and an array for each event."""
    numbers: dict[str, dict[str, int]] = {key: {} for key in facets.KEYS}
    rows = [_row(publication, event, numbers) for event in view.events]
    values = {key: list(found) for key, found in numbers.items()}
    return dumps({"keys": facets.KEYS, "values": values, "events": rows}) + "\n"


def _row(publication: Publication, event: Event, numbers: dict[str, dict[str, int]]) -> list[object]:
    """Id, title, first and last day, importance, number of articles; then for each facet a number or several.

    A title in another language than the site's stands in a pair with that language.
    """
    site = publication.site
    days = event.date.days if event.date else None
    first, last = (days.first, days.last) if days else (None, None)
    foreign = site.title(event)[1]
    row: list[object] = [
        event.id,
        (publication.title(event), foreign) if foreign else publication.title(event),
        first,
        last,
        event.importance,
        len(site.chronicle.cards(event)),
    ]
    for key, values in facets.values(site, event).items():
        known = numbers[key]
        row.append(_short([known.setdefault(value, len(known)) for value in values]))
    return row


def _short(values: Sequence[int]) -> int | Sequence[int]:
    return values[0] if len(values) == 1 else values
