"""What every export is made of: the site's chronicle, what a publication adds, and the part that is asked for.

Nothing here reads a clock: when records changed is passed in, so that the same records give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from regesta.exports.escaping import line
from regesta.model.change import Revised
from regesta.model.event import Event, Source
from regesta.pages import addresses
from regesta.pages.chronicle import Card
from regesta.pages.page import Site, translated

ALL_PICTURED = 2000
"""A chronology of up to so many events draws a picture for each, at 1.7 ms and 18 KB."""
MOST_PICTURED = 500
"""A longer one draws so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The terms under which the records may be used."""

    name: str
    """As SPDX or its authors write it: "CC-BY-4.0"."""
    url: str
    """Where its text stands."""


@dataclass(frozen=True, slots=True)
class Face:
    """What every format says of an event."""

    address: str
    """Its permanent address."""
    title: str
    """Its title in the site's language, where the record has it; one line."""
    summary: str
    """The summary, likewise; empty where the record has none."""
    claim: str
    """The date in words, as within a sentence: "between 1 and 5 November 2023", "no date"."""
    when: str
    """How long it lasted, where that is known ("from 8 to 10 March 2024"), else the date in words."""
    heading: str
    """The same, as at the beginning of a line."""


_WITH_ID = (Event, Card)
Made = TypeVar("Made")
Part = TypeVar("Part", Event, Source, Card, str)


@dataclass(frozen=True, kw_only=True, eq=False)
class Publication:
    """A chronicle as it is published."""

    site: Site
    """The chronicle, its words and its address."""
    updated: datetime
    """When the records last changed, with its zone."""
    description: str = ""
    """The site in one sentence."""
    licence: Licence | None = None
    """The terms of the records, where the site states them."""
    written: Mapping[str, datetime] = field(default_factory=dict)
    """For an event's id, when its record's file was written; for chronologies whose past nobody keeps."""

    made: dict[tuple[object, Hashable], Any] = field(default_factory=dict, repr=False)
    """What `once` keeps."""

    def once(self, make: Callable[[Publication, Part], Made], part: Part) -> Made:
        """An event, a source, an article or a name in one format, made once: many files and pages have it."""
        key = (make, part.id if isinstance(part, _WITH_ID) else part)
        if key not in self.made:
            self.made[key] = make(self, part)
        found: Made = self.made[key]
        return found

    def know(self, make: Callable[[Publication, Event], str], parts: Mapping[str, str]) -> None:
        """Events in one format, by id, as an earlier build made them from the same."""
        self.made.update({(make, name): part for name, part in parts.items()})

    def parts(self, make: Callable[[Publication, Event], str]) -> dict[str, str]:
        """All events that were made in one format so far, by id, in their settled order."""
        keys = [(make, event.id) for event in self.site.chronicle.sequence]
        return {key[1]: self.made[key] for key in keys if key in self.made}

    @property
    def revisions(self) -> Mapping[str, Revised]:
        """For an event's id, when its record came in and last changed; empty where the past isn't known."""
        return self.site.chronicle.revisions

    @cached_property
    def pictured(self) -> frozenset[str]:
        """The ids of events that have a picture for previews: all, or the weightiest of very many (the later ones)."""
        events, place = self.site.chronicle.events, self.site.positions
        if len(events) <= ALL_PICTURED:
            return frozenset(event.id for event in events)
        weighty = sorted(events, key=lambda e: (e.importance, place[e.id]), reverse=True)
        return frozenset(event.id for event in weighty[:MOST_PICTURED])

    @cached_property
    def host(self) -> str:
        """The host that the site lives on, for identifiers; "localhost" where no address is set."""
        return urlsplit(self.site.url).hostname or "localhost"

    def address(self, path: str) -> str:
        """The absolute address of a path; relative to the root where the site has no address."""
        return self.site.url + ("" if path == "index.html" else addresses.escaped(path))

    def face(self, event: Event) -> Face:
        """What every format says of the event, worked out once."""
        found = self._faces.get(event.id)
        if found is None:
            found = self._faces[event.id] = self._face(event)
        return found

    @cached_property
    def _faces(self) -> dict[str, Face]:
        return {}

    def _face(self, event: Event) -> Face:
        site, lasted = self.site, event.duration
        claim = when = line(site.dates.say(event.date))
        if lasted and lasted.days.length is not None:
            when = line(site.dates.lasted(lasted))
        return Face(
            address=self.address(addresses.event(event.id)),
            title=line(site.title(event)[0]),
            summary=line(translated(event.summary, site.words.language)[0]),
            claim=claim,
            when=when,
            heading=when[:1].upper() + when[1:],
        )

    def event_address(self, event: Event) -> str:
        """The permanent address of an event."""
        return self.face(event).address

    def identifier(self, path: str) -> str:
        """An IRI that never changes: the address, or a UUID made of site and path where there is none."""
        return self.address(path) if self.site.url else uuid5(NAMESPACE_URL, f"{self.site.name}\n{path}").urn

    def title(self, event: Event) -> str:
        """The event's title in the site's language, where the record has it; one line."""
        return self.face(event).title

    def summary(self, event: Event) -> str:
        """The summary, likewise; empty where the record has none."""
        return self.face(event).summary

    def claim(self, event: Event) -> str:
        """The event's date in words, as within a sentence: "between 1 and 5 November 2023", "no date"."""
        return self.face(event).claim

    def when(self, event: Event) -> str:
        """How long it lasted, where that is known ("from 8 to 10 March 2024"), else the date in words."""
        return self.face(event).when

    def heading(self, event: Event) -> str:
        """The same, as at the beginning of a line."""
        return self.face(event).heading

    def known(self, event: Event) -> str:
        """How well the date is known, in words: "one of 5 days"; empty where `when` says all there is."""
        if event.date is None or event.duration:
            return ""
        return line(self.site.dates.known(event.date))

    def revised(self, event: Event) -> datetime | None:
        """When the event's record last changed, in UTC; None where that isn't known."""
        revised = self.revisions.get(event.id)
        return revised.last.astimezone(UTC) if revised else None

    def changed(self, event: Event) -> datetime:
        """The same for formats that demand a day: else when its file was written, or when the site last changed."""
        return self._changed[event.id]

    @cached_property
    def _changed(self) -> dict[str, datetime]:
        found = {event.id: self.updated.astimezone(UTC) for event in self.site.chronicle.events}
        found |= self.written
        return found | {name: revised.last.astimezone(UTC) for name, revised in self.revisions.items()}

    def came(self, event: Event) -> datetime | None:
        """When the event's record came in, in UTC; None where that isn't known."""
        revised = self.revisions.get(event.id)
        return revised.first.astimezone(UTC) if revised else None

    def modified(self, view: View) -> datetime:
        """When the records of a view last changed."""
        changed = self._changed
        return max([changed[event.id] for event in view.events], default=self.updated)

    def latest(self, events: tuple[Event, ...], most: int) -> list[Event]:
        """The records that changed last, newest first; of those that changed together, the later event first."""
        place, changed = self.site.positions, self._changed
        return sorted(events, key=lambda e: (changed[e.id], place[e.id]), reverse=True)[:most]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A part of the chronicle that has a page of its own: all of it, an actor, a place, a type."""

    title: str
    """What readers call it."""
    page: str
    """The path of its page."""
    stem: str
    """The path of its exports, without their suffix: "actors/dmitry-peskov"; empty for the whole site."""
    events: tuple[Event, ...]
    """Its events, in order."""


def whole(publication: Publication) -> View:
    """The view of everything."""
    site = publication.site
    return View(title=site.name, page="index.html", stem="", events=site.chronicle.sequence)


@lru_cache(maxsize=4096)
def rfc3339(moment: datetime) -> str:
    """A moment as feeds write it: `2023-11-12T09:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
