"""What isn't in the reader's language says so, in sight and to a screen reader."""

from __future__ import annotations

import pytest

from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType, Translated
from regesta.pages.chronicle import Chronicle
from regesta.pages.dates import dates
from regesta.pages.entries import entry
from regesta.pages.event import page
from regesta.pages.page import Site
from regesta.pages.wording import wording

MARK = '<abbr title="German" data-pagefind-ignore>de</abbr>'


def pages_of(title: Translated, summary: Translated) -> tuple[str, str]:
    """The entry in a list, and the page, of an event."""
    event = Event(id="x", title=title, summary=summary, date=Edtf.parse("2024-03-05"), type=EventType.VISIT, sources=())
    site = Site(chronicle=Chronicle(events=(event,)), words=wording("en"), dates=dates("en"))
    return entry(site, event, ""), page(site, event).body


def test_a_summary_in_another_language_than_its_title_bears_the_name_of_its_language() -> None:
    for html in pages_of("A visit", {"de": "Ein Besuch."}):
        assert '<span lang="de">Ein Besuch.</span>' in html
        assert html.count(MARK) == 1


@pytest.mark.parametrize(
    ("title", "summary"),
    [("A visit", "They came."), ({"de": "Besuch"}, {"de": "Sie kamen."}), ({"de": "Besuch"}, {"en": "They came."})],
)
def test_where_title_or_site_say_it_already_the_summary_has_no_mark(title: Translated, summary: Translated) -> None:
    for html in pages_of(title, summary):
        assert MARK not in html
        assert ("in German" in html) == isinstance(title, dict)
