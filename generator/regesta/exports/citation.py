"""What every citation of an event is made from. We cite the record's page, whose day is that of its last change.

The day of the event is part of what is cited (in the title, in words), never the day of the publication.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from regesta.exports.escaping import line
from regesta.exports.publication import Publication
from regesta.model.event import Event

_SAFE = re.compile(r"[A-Za-z0-9:](?:[A-Za-z0-9:-]*[A-Za-z0-9:])?")


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One event, as works that quote it name it."""

    key: str
    """ASCII, for programs that want a key."""
    title: str
    """The event's title."""
    when: str
    """Its date in words; empty where nothing dates it."""
    site: str
    """The chronology's name."""
    url: str
    """The event's page."""
    language: str
    """BCP 47, of the title."""
    modified: date | None
    """The day of the record's last change, where it is known."""
    accessed: date | None
    """The day on which the reader saw it, where that is known."""

    @cached_property
    def dated_title(self) -> str:
        """The title and, in brackets, its date in words."""
        return f"{self.title} ({self.when})" if self.when else self.title


def cite(publication: Publication, event: Event, accessed: date | None = None) -> Citation:
    """The citation of an event. `accessed` is passed in; pages that are built once leave it out."""
    site, face = publication.site, publication.face(event)
    revised = publication.revisions.get(event.id)
    return Citation(
        key=_key(event.id),
        title=face.title,
        when=face.when if event.date or event.duration else "",
        site=line(site.name),
        url=face.address,
        language=site.title(event)[1] or site.words.language,
        modified=revised.last.date() if revised else None,
        accessed=accessed,
    )


def _key(identifier: str) -> str:
    if _SAFE.fullmatch(identifier):
        return identifier
    plain = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9:-]+", "-", plain).strip("-") or "event"
