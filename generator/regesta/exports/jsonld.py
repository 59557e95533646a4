"""JSON-LD (schema.org) for the head of an event's page: the Event, the articles that tell of it, their quotations.

Doubt: schema.org's dates are ISO 8601 days, months or years. `startDate` is given where the record is that exact, at
the precision it has; for "one of these days", open ends, `~` and `?` it is left out, the description says the date in
words, and the page's `temporalCoverage` holds the days that are possible. `eventStatus` is said of what is planned or
cancelled only: schema.org has no word for denied or disputed, so the description says that too.

Actors stand under `about`: a record doesn't say who organised or performed, and neither do we.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from regesta.exports.days import exact, iso_day
from regesta.exports.escaping import line, script
from regesta.exports.publication import Face, Publication, View, rfc3339
from regesta.model.event import Event, Source, Status
from regesta.pages.chronicle import Card
from regesta.pages.markup import safe_url

_STATUS = {Status.PLANNED: "https://schema.org/EventScheduled", Status.CANCELLED: "https://schema.org/EventCancelled"}
_KINDS = {"person": "Person", "organisation": "Organization", "state": "Country"}
_WIKIDATA = "https://www.wikidata.org/entity/"

_FILES = (("events.csv", "text/csv"), ("events.json", "application/json"), ("events.jsonl", "application/jsonl"))

Node = dict[str, Any]


def element(publication: Publication, event: Event) -> str:
    """The script element. A data block isn't run; nothing in it can end it."""
    return f'<script type="application/ld+json">{script(node(publication, event))}</script>'


def node(publication: Publication, event: Event) -> Node:
    """The page and the event that it is about, as plain values."""
    site, face = publication.site, publication.face(event)
    came, revised = publication.came(event), publication.revised(event)
    found: Node = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": face.address,
        "url": face.address,
        "name": face.title,
        "inLanguage": site.words.language,
        "datePublished": rfc3339(came) if came else None,
        "dateModified": rfc3339(revised) if revised else None,
        "temporalCoverage": coverage(event),
        "license": publication.licence.url if publication.licence else None,
        "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.url},
        "mainEntity": _event(publication, event, face),
    }
    return _said(found)


def of_view(publication: Publication, view: View) -> str:
    """The script element of a list: the whole chronology as a dataset with its files, a part as a collection of it."""
    site, address, whole = publication.site, publication.address(view.page), not view.stem
    days = [day for event in view.events if event.date for day in (event.date.days.first, event.date.days.last) if day]
    found: Node = {
        "@context": "https://schema.org",
        "@type": "Dataset" if whole else "CollectionPage",
        "@id": address,
        "url": address,
        "name": line(view.title),
        "description": line(publication.description or site.words("counts.events", n=len(view.events))),
        "inLanguage": site.words.language,
        "dateModified": rfc3339(publication.modified(view)),
        "temporalCoverage": f"{iso_day(min(days))}/{iso_day(max(days))}" if days else None,
        "license": publication.licence.url if publication.licence else None,
    }
    home = {"name": line(site.name), "url": publication.address("")}
    if whole:
        found["creator"] = {"@type": "Organization", **home}
        found["distribution"] = [_file(publication, *file) for file in _FILES]
    else:
        found["isPartOf"] = {"@type": "WebSite", **home}
    return f'<script type="application/ld+json">{script(_said(found))}</script>'


def _file(publication: Publication, path: str, kind: str) -> Node:
    return {"@type": "DataDownload", "contentUrl": publication.address(path), "encodingFormat": kind}


def coverage(event: Event) -> str | None:
    """The days that are possible, as ISO 8601 writes intervals; schema.org allows `..` for an open end."""
    if event.date is None:
        return None
    first, last = iso_day(event.date.days.first), iso_day(event.date.days.last)
    return first if first == last else f"{first or '..'}/{last or '..'}"


def _event(publication: Publication, event: Event, face: Face) -> Node:
    lasted = event.duration.days if event.duration else None
    start = exact(event.date)
    end = None
    if lasted and lasted.length is not None:
        start, end = iso_day(lasted.first), iso_day(lasted.last)
    return _said(
        {
            "@type": "Event",
            "@id": f"{face.address}#event",
            "name": face.title,
            "description": _description(publication, event, face),
            "startDate": start,
            "endDate": end,
            "eventStatus": _STATUS.get(event.status),
            "location": [publication.once(_place, name) for name in event.places],
            "about": [publication.once(_actor, name) for name in event.actors],
            "subjectOf": [_article(publication, card, many) for card, many in _by_article(publication, event)],
        }
    )


def _description(publication: Publication, event: Event, face: Face) -> str:
    said = f"{face.heading}. {face.summary}" if face.summary else f"{face.heading}."
    note = None
    if event.status is not Status.HAPPENED:
        note = publication.site.words.get(f"status_notes.{event.status}")
    return f"{said} {note}" if note else said


def _by_article(publication: Publication, event: Event) -> list[tuple[Card, list[Source]]]:
    """Sources in groups of one article, each with its article."""
    groups: dict[str, tuple[Card, list[Source]]] = {}
    for source in event.sources:
        card = publication.site.chronicle.card(source)
        groups.setdefault(card.id, (card, []))[1].append(source)
    return list(groups.values())


def _article(publication: Publication, card: Card, sources: list[Source]) -> Node:
    about = publication.once(_about, card) if card.on_file else _about(publication, card)
    quotes = [_quotation(card, source) for source in sources if source.quote]
    return {**about, "hasPart": quotes} if quotes else about


def _about(publication: Publication, card: Card) -> Node:
    del publication
    return _said(
        {
            "@type": "NewsArticle",
            "headline": line(card.title or ""),
            "url": _address(card.url),
            "inLanguage": card.language,
            "datePublished": exact(card.published),
            "author": {"@type": "Person", "name": line(card.author)} if card.author else None,
            "publisher": {"@type": "Organization", "name": line(card.publisher)} if card.publisher else None,
            "archivedAt": [safe for copy in card.archives if (safe := _address(copy.get("url")))],
        }
    )


@lru_cache(maxsize=8192)
def _address(url: str | None) -> str | None:
    return safe_url(url)


def _quotation(card: Card, source: Source) -> Node:
    found: Node = {"@type": "Quotation", "text": line(source.quote or "")}
    if card.language:
        found["inLanguage"] = card.language
    if source.speaker:
        found["spokenByCharacter"] = {"@type": "Person", "name": line(source.speaker)}
    return found


def _actor(publication: Publication, name: str) -> Node:
    known = publication.site.chronicle.authority_of.get(name)
    kind = _KINDS.get(known.kind, "Thing") if known else "Thing"
    same = f"{_WIKIDATA}{known.wikidata}" if known and known.wikidata else None
    return _said({"@type": kind, "name": line(name), "sameAs": same})


def _place(publication: Publication, name: str) -> Node:
    known = publication.site.chronicle.place_of.get(name)
    at = known.coordinates if known else None
    return _said(
        {
            "@type": "Place",
            "name": line(name),
            "sameAs": f"{_WIKIDATA}{known.wikidata}" if known and known.wikidata else None,
            "geo": {"@type": "GeoCoordinates", "latitude": at[0], "longitude": at[1]} if at else None,
        }
    )


def _said(found: Node) -> Node:
    return {key: value for key, value in found.items() if value not in (None, "", [])}
