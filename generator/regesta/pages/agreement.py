"""Whether the sources' own dates agree, and which of them don't: asked by lists, the event's page and its figure."""

from __future__ import annotations

from regesta.model.event import Event
from regesta.model.interval import Interval


def conflict(event: Event) -> bool:
    """Whether the sources' own dates share no day: intervals that meet two by two have a day in common (Helly 1923)."""
    return bool(contested(event))


def contested(event: Event) -> dict[str, Interval]:
    """The days that some source gives and that share no day with another's, by EDTF; a wide one contradicts nobody."""
    dates = {source.date.text: source.date.days for source in event.sources if source.date}
    return {
        edtf: days for edtf, days in dates.items() if any(days.intersection(other) is None for other in dates.values())
    }
