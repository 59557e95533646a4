"""An event as a short piece of HTML for feed readers: when, what, and the words that carry it.

Readers of feeds strip styles, so this is plain markup; all that comes from records is text (`pages.markup`).
"""

from __future__ import annotations

from regesta.exports.escaping import clean
from regesta.exports.publication import Publication
from regesta.model.event import Event, Source
from regesta.pages import addresses
from regesta.pages.markup import escape, language, link, text

QUOTES = 2
"""More than these make a feed heavy; the page has them all."""


def headline(publication: Publication, event: Event) -> str:
    """The title with its date in words, since a feed reader shows the day of the record's change beside it."""
    face = publication.face(event)
    return f"{face.title} ({face.when})"


def html(publication: Publication, event: Event) -> str:
    """The date with its doubt, the summary, and the first quotes with their articles."""
    known = publication.known(event)
    when = f"<p><strong>{text(publication.heading(event))}</strong>{text(f', {known}' if known else '')}</p>"
    return when + story(publication, event, QUOTES)


def story(publication: Publication, event: Event, most: int) -> str:
    """The summary and up to `most` quotes."""
    summary = publication.summary(event)
    quotes = [source for source in event.sources if source.quote][:most]
    return (f"<p>{escape(summary)}</p>" if summary else "") + "".join(publication.once(_quote, one) for one in quotes)


def _quote(publication: Publication, source: Source) -> str:
    card = publication.site.chronicle.card(source)
    quoted, before, after = (clean(part or "") for part in (source.quote, source.prefix, source.suffix))
    address = addresses.passage(card.url, quoted, before, after) if card.url else None
    said = f"{text(source.speaker)} – " if source.speaker else ""
    words = f"<blockquote{language(card.language)}><p>{escape(quoted)}</p></blockquote>"
    return f"{words}<p>{said}{link(address, text(card.name))}</p>"
