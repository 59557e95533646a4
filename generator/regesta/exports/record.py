"""An event as one JSON object: the shape shared by JSON, JSON Lines and the per-event file, described by `schema`.

Keys are those of the record files, so that what one learns of the one holds for the other. What the site computes is
added under keys of its own: address, earliest and latest possible day, how well the date is known, the date in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from regesta.exports.days import iso_day
from regesta.exports.escaping import clean, dumps
from regesta.exports.publication import Publication
from regesta.model.edtf import Edtf
from regesta.model.event import Event, Source, Translated
from regesta.pages.certainty import certainty
from regesta.pages.chronicle import Card


def event_json(publication: Publication, event: Event) -> str:
    """The event as JSON in one line."""
    return dumps(event_object(publication, event))


def event_object(publication: Publication, event: Event) -> dict[str, Any]:
    """The event; keys that say nothing are left out."""
    face = publication.face(event)
    found = {
        "id": event.id,
        "url": face.address,
        "title": _translated(event.title),
        "date": date_object(event.date, face.claim),
        "duration": event.duration.text if event.duration else None,
        "type": event.type.value,
        "status": event.status.value,
        "summary": _translated(event.summary),
        "actors": [clean(name) for name in event.actors],
        "places": [clean(name) for name in event.places],
        "responds_to": list(event.responds_to),
        "importance": event.importance,
        "sources": [source_object(publication, source) for source in event.sources],
        "review": event.review.value,
    }
    return _said(found)


def date_object(date: Edtf | None, words: str) -> dict[str, Any]:
    """A date as a claim: EDTF, the days it allows, how well it is known, and the same in words."""
    return {
        "edtf": date.text if date else None,
        "earliest": iso_day(date.days.first) if date else None,
        "latest": iso_day(date.days.last) if date else None,
        "certainty": certainty(date).value,
        "words": words,
    }


def source_object(publication: Publication, source: Source) -> dict[str, Any]:
    """A source with what is known of its article, so that the object stands alone."""
    card = publication.site.chronicle.card(source)
    found = {
        **(publication.once(_article, card) if card.on_file else article_object(card)),
        "article": source.article,
        "quote": _clean(source.quote),
        "prefix": _clean(source.prefix),
        "suffix": _clean(source.suffix),
        "speaker": _clean(source.speaker),
        "when": _clean(source.when),
        "date": source.date.text if source.date else None,
        "basis": source.basis.value if source.basis else None,
    }
    return _said(found)


def _article(publication: Publication, card: Card) -> dict[str, Any]:
    del publication
    return article_object(card)


def article_object(card: Card) -> dict[str, Any]:
    """What is known of an article; never its text."""
    found = {
        "title": _clean(card.title),
        "url": _clean(card.url),
        "publisher": _clean(card.publisher),
        "author": _clean(card.author),
        "language": card.language,
        "published": card.published.text if card.published else None,
        "published_basis": card.basis.value if card.basis else None,
        "archives": [dict(copy) for copy in card.archives],
    }
    return _said(found)


def _said(found: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value is not None and value != []}


def _clean(text: str | None) -> str | None:
    return clean(text) if text else None


def _translated(text: Translated | None) -> Translated | None:
    if isinstance(text, dict):
        return {language: clean(words) for language, words in text.items()}
    return _clean(text)
