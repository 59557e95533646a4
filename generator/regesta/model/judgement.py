"""What a person decided about two events or two names; the generator obeys it for ever."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Same or not."""

    SAME = "same"
    DIFFERENT = "different"


class Subject(StrEnum):
    """What the judgement is about."""

    EVENTS = "events"
    ACTORS = "actors"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A signed decision on two or more events, actors or places."""

    verdict: Verdict
    """Same or different."""
    subject: Subject
    """Events (ids), actors or places (names)."""
    members: tuple[str, ...]
    """The ids or names, two at least."""
    by: str | None = None
    """Who decided."""
    on: str | None = None
    """The day, ISO 8601."""
    note: str | None = None
    """Why."""
