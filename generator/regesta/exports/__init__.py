"""What readers take along: feeds, calendar, tables, structured data, citations. One file a format, all of them pure.

A `Publication` (the site's chronicle and what is known of its records' changes) goes in, text comes out; nothing here
opens a file, asks the clock or the network. Every format's docstring says how it shows that a date is in doubt.
"""

from regesta.exports.files import (
    PARTED,
    citations,
    citations_html,
    event_files,
    event_head,
    site_files,
    view_files,
    view_head,
)
from regesta.exports.offer import page as offer
from regesta.exports.pagelist import sitemap
from regesta.exports.publication import Licence, Publication, View, whole

__all__ = [
    "PARTED",
    "Licence",
    "Publication",
    "View",
    "citations",
    "citations_html",
    "event_files",
    "event_head",
    "offer",
    "site_files",
    "sitemap",
    "view_files",
    "view_head",
    "whole",
]
