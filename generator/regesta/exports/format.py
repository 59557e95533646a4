"""The one shape of every format: a module with a media type, a path for a view, and a function that renders it.

Modules are used as objects, so a format is added by writing one file and naming it in `files`.
"""

from __future__ import annotations

from typing import Protocol

from regesta.exports.publication import Publication, View


class Format(Protocol):
    """What a module has to have to be a format."""

    MEDIA_TYPE: str
    """As IANA registers it."""

    def path(self, view: View) -> str:
        """Where the file goes, relative to the site's root."""

    def render(self, publication: Publication, view: View) -> str:
        """The file's whole text; the same arguments give the same text."""
