"""An event as its record states it (see the JSON Schema of records)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from regesta.model.edtf import Edtf


class EventType(StrEnum):
    """The closed list of types."""

    VISIT = "visit"
    MEETING = "meeting"
    STATEMENT = "statement"
    PUBLICATION = "publication"
    AGREEMENT = "agreement"
    DECISION = "decision"
    VOTE = "vote"
    PROTEST = "protest"
    ATTACK = "attack"
    ARREST = "arrest"
    COURT = "court"
    DISASTER = "disaster"
    ELECTION = "election"
    APPOINTMENT = "appointment"
    RESIGNATION = "resignation"
    SANCTION = "sanction"
    ECONOMIC = "economic"
    OTHER = "other"


ANSWERED = frozenset({
    EventType.STATEMENT, EventType.PUBLICATION, EventType.DECISION, EventType.COURT, EventType.ATTACK,
    EventType.SANCTION, EventType.ECONOMIC, EventType.ARREST,
})  # fmt: skip
"""The types of events that others answer."""


LASTING = frozenset({EventType.VISIT, EventType.MEETING, EventType.PROTEST, EventType.ELECTION, EventType.OTHER})
"""Types of events that go on from one end of a range to the other; others happen on some day in it."""


class Status(StrEnum):
    """Whether it took place."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"
    DISPUTED = "disputed"


class Basis(StrEnum):
    """How a source's date is known."""

    STATED = "stated"
    """The quote gives the date itself."""
    DERIVED = "derived"
    """From words such as "on Tuesday" and the article's own date."""
    PUBLISHED = "published"
    """From the article's publication date alone."""
    EDITOR = "editor"
    """A person set it."""


class Review(StrEnum):
    """What a person has said of the record."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"


Translated = str | dict[str, str]
"""One text, or one per language (BCP 47)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One piece of evidence: an article in seeds/ or anything on the web, and its words."""

    article: str | None = None
    """Id of an article in seeds/."""
    url: str | None = None
    """Address of a source that isn't in seeds/."""
    title: str | None = None
    """Its headline, where it isn't in seeds/."""
    publisher: str | None = None
    """Its publisher, where it isn't in seeds/."""
    author: str | None = None
    """Its author, where it isn't in seeds/."""
    language: str | None = None
    """BCP 47, where it isn't in seeds/."""
    published: Edtf | None = None
    """Its publication date, where it isn't in seeds/."""
    quote: str | None = None
    """Verbatim words."""
    prefix: str | None = None
    """Words just before the quote, where it occurs twice."""
    suffix: str | None = None
    """Words just after the quote, where it occurs twice."""
    when: str | None = None
    """The words in the quote that date the event."""
    date: Edtf | None = None
    """What this source alone says."""
    basis: Basis | None = None
    """How that date is known."""
    speaker: str | None = None
    """Whose words the quote is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, was planned, or is said to have happened."""

    id: str
    """The stem of its record: `<first day>-<slug>`; never changes."""
    title: Translated
    """One neutral line."""
    date: Edtf | None
    """What the sources support together; None while nothing dates it."""
    type: EventType
    """One of the closed list."""
    status: Status = Status.HAPPENED
    """Whether it took place."""
    summary: Translated | None = None
    """One or two sentences."""
    duration: Edtf | None = None
    """From when to when it lasted, where it lasted for days."""
    actors: tuple[str, ...] = ()
    """Names as in actors.yml, main actor first."""
    places: tuple[str, ...] = ()
    """Names as in places.yml."""
    responds_to: tuple[str, ...] = ()
    """Ids of the events that this one answers."""
    importance: int = 2
    """1 (minor) to 3 (the chronology is wrong without it)."""
    sources: tuple[Source, ...] = ()
    """The evidence, at least one."""
    review: Review = Review.DRAFT
    """What a person has said of the record."""
