"""llms.txt (llmstxt.org): the site in Markdown for language models: what it is, its data, its most important events.

Doubt: each event's line begins with its date in words ("between 1 and 5 November 2023"), so that none is read as exact.
"""

from __future__ import annotations

import re

from regesta.exports import ics, lines, records, schema, table
from regesta.exports.escaping import line
from regesta.exports.format import Format
from regesta.exports.publication import Publication, View
from regesta.model.event import Event

MEDIA_TYPE = "text/markdown; charset=utf-8"
MOST = 200
"""How many events are listed; all of them are in the JSON Lines."""

_MARKS = re.compile(r"[\\\[\]<>*_`#]")
_DATA: dict[str, Format] = {"records": records, "lines": lines, "schema": schema, "table": table, "ics": ics}
"""The files that are named, by the key of their description (`take.files`)."""


def path(view: View) -> str:
    """`llms.txt`."""
    del view
    return "llms.txt"


def render(publication: Publication, view: View) -> str:
    """The page: name, description, how dates are to be read, data, events."""
    words = publication.site.words
    weighty = sorted(view.events, key=lambda event: -event.importance)[:MOST]
    chosen = {event.id for event in weighty}
    parts = [f"# {_text(view.title)}", ""]
    if publication.description:
        parts += [f"> {_text(publication.description)}", ""]
    parts += [
        f"{_text(words('take.doubt'))} 2023-11-01/2023-11-05: {_text(words('key.span'))}",
        "",
        f"## {_text(words('take.count'))}",
        "",
        *(_file(publication, view, key, form) for key, form in _DATA.items()),
        "",
        f"## {_text(words('nav.chronology'))}",
        "",
        *(_line(publication, event) for event in view.events if event.id in chosen),
    ]
    return "\n".join(parts) + "\n"


def _file(publication: Publication, view: View, key: str, form: Format) -> str:
    path = form.path(view)
    return f"- [{path}]({publication.address(path)}): {_text(publication.site.words(f'take.files.{key}'))}"


def _line(publication: Publication, event: Event) -> str:
    when = publication.heading(event)
    return f"- [{_text(publication.title(event))}]({publication.event_address(event)}): {_text(when)}"


def _text(value: str) -> str:
    """One line of Markdown in which nothing is markup."""
    return _MARKS.sub(r"\\\g<0>", line(value))
