"""What a page depends on, as a short digest: a page whose digest hasn't changed needn't be made again.

Digests are taken of values, not of files, so they hold across machines; the host keeps them beside its build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from regesta.model.event import Event
from regesta.pages.chronicle import Card
from regesta.pages.compact import compact
from regesta.pages.entries import MANY
from regesta.pages.page import Plan, Site


def digest(*values: object) -> str:
    """A digest of frozen values and plain containers, the same in every process.

    Raises TypeError for what has no settled order or form, such as sets and functions.
    """
    return blake2b(compact(values, _plain).encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _plain(value: Any) -> Any:
    """What JSON doesn't know, in what it knows; the fast encoder asks for bytes alone."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    raise TypeError(f"no digest of a {type(value).__name__}")


class Fingerprints:
    """The digests of one site's parts, each taken once."""

    def __init__(self, site: Site, code: str, noted: Callable[[Event], object]) -> None:
        """`code` stands for everything that isn't data: the program, the theme, what exports add.

        `noted` says what else pages show of an event.
        """
        self.site = site
        self.noted = noted
        long = len(site.chronicle.events) > MANY
        labels = sorted(site.words.labels.items(), key=lambda pair: pair[0])
        self.common = digest(code, site.name, site.url, site.edit, site.history, site.plain, labels, site.axis, long)
        self._entries: dict[str, str] = {}
        self._records: dict[str, str] = {}
        self._cards: dict[str, str] = {}

    def of(self, plan: Plan) -> str:
        """Of a page that could be made."""
        known = self._entries
        entries = "".join([known.get(event.id) or self.entry(event) for event in plan.events])
        return digest(self.common, entries, plan.others)

    def entry(self, event: Event) -> str:
        """Of what pages show of an event: its record, its articles, what it answers, where its names lead."""
        known = self._entries.get(event.id)
        if known is None:
            chronicle = self.site.chronicle
            answered = [self._record(chronicle.by_id[i]) for i in event.responds_to if i in chronicle.by_id]
            paths = [chronicle.actor_slugs[name] for name in event.actors]
            paths += [chronicle.place_slugs[name] for name in event.places]
            cards = [self._card(card) for card in chronicle.cards(event)]
            thread = chronicle.thread_of.get(event.id)
            known = digest(self._record(event), cards, answered, paths, thread, self.noted(event))
            self._entries[event.id] = known
        return known

    def _record(self, event: Event) -> str:
        if event.id not in self._records:
            self._records[event.id] = digest(event)
        return self._records[event.id]

    def _card(self, card: Card) -> str:
        if card.id not in self._cards:
            chronicle = self.site.chronicle
            paths = chronicle.article_slugs.get(card.id), chronicle.publisher_slugs.get(card.publisher or "")
            self._cards[card.id] = digest(card, paths)
        return self._cards[card.id]
