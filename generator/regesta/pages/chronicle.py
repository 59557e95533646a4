"""What the pages are made of: events in their settled order, the articles behind them, and who and what they name.

The order is by the earliest possible day, then the latest, then importance, then id. Events without an earliest day
are kept apart: any place among the others would be a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from regesta.model.article import PublishedBasis
from regesta.model.authority import Authority
from regesta.model.change import Change, Revised
from regesta.model.edtf import Edtf
from regesta.model.event import Event, Source, Status
from regesta.pages import addresses
from regesta.pages.agreement import conflict
from regesta.pages.certainty import Certainty, certainty
from regesta.pages.witnesses import same_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the site says about an article; never its text."""

    id: str
    """Its id in seeds/, or the address of an article that isn't there."""
    title: str | None = None
    """The headline, in the article's language."""
    url: str | None = None
    """Where it was published."""
    publisher: str | None = None
    """As readers know it."""
    author: str | None = None
    """The byline's names."""
    language: str | None = None
    """BCP 47."""
    published: Edtf | None = None
    """When it was published, as far as that is known."""
    basis: PublishedBasis | None = None
    """Where that date comes from."""
    accessed: str | None = None
    """The day on which it was saved."""
    archives: tuple[Mapping[str, str], ...] = ()
    """Saved copies: service, url, captured."""
    on_file: bool = True
    """Whether it lies in seeds/, so that its quotes can be checked."""

    @property
    def name(self) -> str:
        """What to call who says so: the publisher, else the address or id."""
        return self.publisher or self.title or self.id


@dataclass(frozen=True, kw_only=True)
class Chronicle:
    """All that is published, read once."""

    events: tuple[Event, ...]
    """Every record."""
    articles: Mapping[str, Card] = field(default_factory=dict)
    """Every article in seeds/, by id."""
    actors: tuple[Authority, ...] = ()
    """The authority file of actors."""
    places: tuple[Authority, ...] = ()
    """The authority file of places."""
    missing: frozenset[tuple[str, str]] = frozenset()
    """(article, quote) of quotes that no longer occur in their article."""
    today: date | None = None
    """The day of the build, where a page needs one."""
    revisions: Mapping[str, Revised] = field(default_factory=dict)
    """For an event's id, when its record came in and last changed; empty where the past isn't known."""
    changes: tuple[Change, ...] = ()
    """What was changed in records lately, newest first."""
    _publishers: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _languages: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def ordered(self) -> tuple[Event, ...]:
        """Events with an earliest day, in order."""
        return tuple(sorted((e for e in self.events if _has_first(e)), key=order))

    @cached_property
    def open(self) -> tuple[Event, ...]:
        """Events without an earliest day, in order of their latest; undated ones last."""
        return tuple(sorted((e for e in self.events if not _has_first(e)), key=order))

    @cached_property
    def sequence(self) -> tuple[Event, ...]:
        """All events as the reader meets them."""
        return self.ordered + self.open

    @cached_property
    def by_id(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def changes_of(self) -> dict[str, tuple[Change, ...]]:
        """For an event's id, what was changed in its record lately, newest first."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.event, []).append(change)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def answers(self) -> dict[str, tuple[Event, ...]]:
        """For an event's id, the events that answer it, in order."""
        found: dict[str, list[Event]] = {}
        for event in self.sequence:
            for answered in event.responds_to:
                found.setdefault(answered, []).append(event)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def thread_of(self) -> dict[str, str]:
        """For an event that answers or is answered, its thread: the id of the first of all that hang together."""
        near: dict[str, list[str]] = {}
        for event in self.events:
            for answered in event.responds_to:
                if answered in self.by_id and answered != event.id:
                    near.setdefault(event.id, []).append(answered)
                    near.setdefault(answered, []).append(event.id)
        found: dict[str, str] = {}
        for event in self.sequence if near else ():
            waiting = [event.id] if event.id in near and event.id not in found else []
            while waiting:
                one = waiting.pop()
                if one not in found:
                    found[one] = event.id
                    waiting += near[one]
        return found

    @cached_property
    def by_thread(self) -> dict[str, tuple[Event, ...]]:
        """Events of each thread, in order."""
        return _grouped(self.sequence, lambda event: (self.thread_of[event.id],) if event.id in self.thread_of else ())

    @cached_property
    def by_actor(self) -> dict[str, tuple[Event, ...]]:
        """Events of each actor, in order; actors of the authority file without events are left out."""
        return _grouped(self.sequence, lambda event: event.actors)

    @cached_property
    def by_place(self) -> dict[str, tuple[Event, ...]]:
        """Events at each place."""
        return _grouped(self.sequence, lambda event: event.places)

    @cached_property
    def by_publisher(self) -> dict[str, tuple[Event, ...]]:
        """Events that each publisher tells of."""
        return _grouped(self.sequence, self.publishers)

    @cached_property
    def published(self) -> dict[str, tuple[Card, ...]]:
        """The articles on file by publisher, in order of their dates."""
        found: dict[str, list[Card]] = {}
        for card in sorted(self.articles.values(), key=published_order):
            found.setdefault(card.publisher or "", []).append(card)
        return {name: tuple(cards) for name, cards in found.items()}

    @cached_property
    def copies(self) -> Mapping[str, tuple[str, ...]]:
        """For an article's id, the articles on file that say the same in the same words."""
        return same_words(self.events)

    @cached_property
    def by_article(self) -> dict[str, tuple[Event, ...]]:
        """Events that each article supports."""
        return _grouped(self.sequence, lambda event: tuple(card.id for card in self.cards(event)))

    @cached_property
    def authority_of(self) -> dict[str, Authority]:
        """The authority file's actors by name."""
        return {actor.name: actor for actor in self.actors}

    @cached_property
    def place_of(self) -> dict[str, Authority]:
        """The authority file's places by name."""
        return {place.name: place for place in self.places}

    @cached_property
    def actor_slugs(self) -> dict[str, str]:
        """The last part of each actor's address."""
        return addresses.slugs(self.by_actor)

    @cached_property
    def place_slugs(self) -> dict[str, str]:
        """The last part of each place's address."""
        return addresses.slugs(self.by_place)

    @cached_property
    def publisher_slugs(self) -> dict[str, str]:
        """The last part of each publisher's address."""
        return addresses.slugs(self.by_publisher)

    @cached_property
    def article_slugs(self) -> dict[str, str]:
        """The last part of each article's address; the id itself where it can be one."""
        return addresses.slugs(self.articles)

    def card(self, source: Source) -> Card:
        """The article behind a source, on file or not."""
        if source.article is not None and source.article in self.articles:
            return self.articles[source.article]
        return Card(
            id=source.article or source.url or source.title or source.publisher or "?",
            title=source.title,
            url=source.url,
            publisher=source.publisher,
            author=source.author,
            language=source.language,
            published=source.published,
            on_file=False,
        )

    def cards(self, event: Event) -> tuple[Card, ...]:
        """The articles behind an event, each once, in order of their dates."""
        known = self._cards.get(event.id)
        if known is None:
            found = {card.id: card for card in map(self.card, event.sources)}
            known = self._cards[event.id] = tuple(sorted(found.values(), key=published_order))
        return known

    @cached_property
    def _cards(self) -> dict[str, tuple[Card, ...]]:
        """What `cards` has worked out, since every list asks for it."""
        return {}

    def publishers(self, event: Event) -> tuple[str, ...]:
        """Who says so, each once."""
        if event.id not in self._publishers:
            self._publishers[event.id] = tuple(dict.fromkeys([c.publisher for c in self.cards(event) if c.publisher]))
        return self._publishers[event.id]

    def languages(self, event: Event) -> tuple[str, ...]:
        """The languages of an event's evidence."""
        if event.id not in self._languages:
            self._languages[event.id] = tuple(dict.fromkeys([c.language for c in self.cards(event) if c.language]))
        return self._languages[event.id]


_FAR = 10**12


def _has_first(event: Event) -> bool:
    return event.date is not None and event.date.days.first is not None


def order(event: Event) -> tuple[int, int, int, str]:
    """The settled order of events."""
    first, last = (event.date.days.first, event.date.days.last) if event.date else (None, None)
    if first is None:
        return (_FAR if last is None else last, _FAR, -event.importance, event.id)
    return (first, _FAR if last is None else last, -event.importance, event.id)


def published_order(card: Card) -> tuple[int, str]:
    """Articles in order of their dates, undated ones last."""
    first = card.published.days.first if card.published else None
    return (_FAR if first is None else first, card.id)


def _grouped(events: Iterable[Event], keys: Callable[[Event], Iterable[str]]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for key in dict.fromkeys(keys(event)):
            found.setdefault(key, []).append(event)
    return {key: tuple(value) for key, value in found.items()}


def signs(chronicle: Chronicle, event: Event) -> tuple[str, ...]:
    """The labels that an event bears: its status, accounts that differ, one source."""
    found = [] if event.status is Status.HAPPENED else [str(event.status)]
    if conflict(event):
        found.append("differ")
    if len(chronicle.cards(event)) == 1:
        found.append("single")
    return tuple(found)


def kind(event: Event) -> Certainty:
    """How well the event's date is known."""
    return certainty(event.date)
