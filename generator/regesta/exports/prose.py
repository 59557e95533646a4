"""Citations in words, after the Chicago Manual of Style (18th ed., 14.103-104) and APA (7th ed., 10.16).

Both are given as plain text; italics are the page's affair. Words and dates are in the site's language.
"""

from __future__ import annotations

from regesta.exports.citation import Citation
from regesta.exports.escaping import line
from regesta.pages.page import Site


def chicago(site: Site, citation: Citation) -> str:
    """“Title (date).” Site. Last modified day. Address."""
    words, dates = site.words, site.dates
    title = _single(citation.dated_title)
    parts = [words("cite.chicago_title", title=title), f"{citation.site}."]
    if citation.modified:
        parts.append(words("cite.modified", date=dates.day(citation.modified.toordinal())))
    if citation.accessed:
        parts.append(words("cite.accessed", date=dates.day(citation.accessed.toordinal())))
    return line(" ".join([*parts, f"{citation.url}."]))


def apa(site: Site, citation: Citation) -> str:
    """Site. (day). Title (date). Address."""
    words, dates = site.words, site.dates
    modified = citation.modified
    day = dates.day(modified.toordinal()) if modified else words("cite.no_day")
    return line(f"{citation.site}. ({day}). {citation.dated_title}. {citation.url}")


def _single(title: str) -> str:
    """Quotation marks within quotation marks are single."""
    return title.replace("“", "‘").replace("”", "’").replace('"', "'")
