"""What each export costs at 10,000 events: processor seconds and bytes, made in memory from synthetic records.

`python bench/run.py exports`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from regesta import exports
from regesta.exports import picture
from regesta.exports.files import OF_SITE
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, Event, EventType, Source
from regesta.pages.chronicle import Card, Chronicle
from regesta.pages.dates import dates
from regesta.pages.page import Site
from regesta.pages.wording import wording

EVENTS = 10_000
DATES = ("2023-11-07", "2023-11-01/2023-11-05", "2023-11-09/..", "../2023-11-13", "2023-11", "2023~", None)
QUOTE = "At a press conference on Tuesday the minister said that the ferries will not sail before the strike is over"


def publication() -> exports.Publication:
    """So many events with three sources each."""
    cards = {f"a{number}": _card(number) for number in range(EVENTS // 8)}
    chronicle = Chronicle(events=tuple(_event(number, len(cards)) for number in range(EVENTS)), articles=cards)
    site = Site(
        chronicle=chronicle, words=wording("en"), dates=dates("en"), name="Synthetic", url="https://example.org/s/"
    )
    return exports.Publication(site=site, updated=datetime(2026, 1, 1, tzinfo=UTC))


def _card(number: int) -> Card:
    return Card(
        id=f"a{number}",
        title=f"Headline {number}",
        url=f"https://example.org/{number}",
        publisher=f"Paper {number % 12}",
        language="en",
        published=Edtf.parse("2023-11-08"),
    )


def _event(number: int, cards: int) -> Event:
    said = DATES[number % len(DATES)]
    sources = [f"a{(number + 7 * place) % cards}" for place in range(3)]
    return Event(
        id=f"event-{number:05d}",
        title=f"Ferry number {number} stays in the harbour of Oldport",
        date=Edtf.parse(said) if said else None,
        type=EventType.STATEMENT,
        summary="The crew left the ferry on Tuesday; no one sailed, and no one said when the next ferry will.",
        actors=("Ferry Union", f"Captain {number % 50}"),
        places=("Oldport",),
        importance=1 + number % 3,
        sources=tuple(Source(article=name, quote=QUOTE, when="on Tuesday", basis=Basis.DERIVED) for name in sources),
    )


def _timed(name: str, make: Callable[[], Iterable[str | bytes]]) -> None:
    begun = time.process_time()
    size = sum(len(part) for part in make())
    print(f"{name:20}{time.process_time() - begun:8.2f}{size / 1e6:10.1f}")


def main() -> None:
    """Print the table."""
    published = publication()
    view, events = exports.whole(published), published.site.chronicle.sequence
    print(f"{EVENTS} events        CPU s        MB")
    for form in OF_SITE:
        _timed(form.path(view), lambda form=form: [form.render(published, view)])
    _timed("heads of pages", lambda: (exports.event_head(published, event) for event in events))
    _timed("citations", lambda: (exports.citations_html(published, event) for event in events))
    _timed("500 pictures", lambda: (picture.render(published, event) for event in events[:500]))


if __name__ == "__main__":
    main()
