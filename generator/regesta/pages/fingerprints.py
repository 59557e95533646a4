"""What a page depends on, as a short digest: a page whose digest hasn't changed needn't be made again.

Digests are taken of values, not of files, so they hold across machines; the host keeps them beside its build.
"""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b

from regesta.model.event import Event
from regesta.pages.chronicle import Card
from regesta.pages.entries import MANY
from regesta.pages.page import Plan, Site


def digest(*values: object) -> str:
    """A digest of frozen values and plain containers, the same in every process."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=4)
    pickler.fast = True  # without memory of what was met: equal values give equal bytes
    pickler.dump(values)
    return blake2b(buffer.getbuffer(), digest_size=12).hexdigest()


class Fingerprints:
    """The digests of one site's parts, each taken once."""

    def __init__(self, site: Site, code: str) -> None:
        """`code` stands for everything that isn't data: the program, the theme, what exports add."""
        self.site = site
        long = len(site.chronicle.events) > MANY
        labels = sorted(site.words.labels.items(), key=lambda pair: pair[0])
        self.common = digest(code, site.name, site.url, site.edit, site.history, site.plain, labels, site.axis, long)
        self._entries: dict[str, str] = {}
        self._records: dict[str, str] = {}
        self._cards: dict[str, str] = {}

    def of(self, plan: Plan) -> str:
        """Of a page that could be made."""
        return digest(self.common, [self._entry(event) for event in plan.events], plan.others)

    def _entry(self, event: Event) -> str:
        """Of what pages show of an event: its record, its articles, what it answers, where its names lead."""
        if event.id not in self._entries:
            chronicle = self.site.chronicle
            answered = [self._record(chronicle.by_id[i]) for i in event.responds_to if i in chronicle.by_id]
            paths = [chronicle.actor_slugs[name] for name in event.actors]
            paths += [chronicle.place_slugs[name] for name in event.places]
            cards = [self._card(card) for card in chronicle.cards(event)]
            thread = chronicle.thread_of.get(event.id)
            self._entries[event.id] = digest(self._record(event), cards, answered, paths, thread)
        return self._entries[event.id]

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
