"""How well a date is known: the six kinds that the site has a mark, a word and a facet for."""

from __future__ import annotations

from enum import StrEnum

from regesta.model.edtf import Edtf


class Certainty(StrEnum):
    """The kinds, from the best known to the least."""

    DAY = "day"
    """A single day."""
    SPAN = "span"
    """One of several days."""
    ABOUT = "about"
    """Approximate or doubtful, by its own sign."""
    BEFORE = "before"
    """The earliest day is unknown."""
    AFTER = "after"
    """The latest day is unknown."""
    NONE = "none"
    """No date at all."""


def certainty(date: Edtf | None) -> Certainty:
    """The kind of a date."""
    if date is None:
        return Certainty.NONE
    first, last = date.days.first, date.days.last
    if first is None:
        return Certainty.BEFORE
    if last is None:
        return Certainty.AFTER
    if date.approximate or date.uncertain:
        return Certainty.ABOUT
    return Certainty.DAY if first == last else Certainty.SPAN
