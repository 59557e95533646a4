"""The calendar is read by the `icalendar` package, which knows RFC 5545."""

from datetime import date, timedelta

import icalendar
import pytest

from regesta.exports import ics
from regesta.model.interval import Interval


def read(text):
    calendar = icalendar.Calendar.from_ical(text.encode())
    assert not calendar.errors
    return calendar, {str(entry["UID"]).rpartition("@")[0]: entry for entry in calendar.walk("VEVENT")}


def days_of(entry):
    """The days that a calendar draws, first and last."""
    first = entry["DTSTART"].dt
    last = first + entry["DURATION"].dt if "DURATION" in entry else entry["DTEND"].dt
    return first, last - timedelta(days=1)


def test_every_event_that_has_days_is_drawn_on_exactly_these(small, rendered):
    _, entries = read(rendered(ics, small))
    assert {name: days_of(entry) for name, entry in entries.items()} == {
        "2024-03-05-walkout": (date(2024, 3, 5), date(2024, 3, 5)),
        "2024-03-01-letter": (date(2024, 3, 1), date(2024, 3, 4)),
        "2024-03-08-blockade": (date(2024, 3, 8), date(2024, 3, 10)),
        "2024-03-figures": (date(2024, 3, 1), date(2024, 3, 31)),
        "2024-strike-fund": (date(2024, 1, 1), date(2024, 12, 31)),
    }


def test_doubt_is_said_in_the_summary_and_certainty_needs_no_words(small, rendered):
    _, entries = read(rendered(ics, small))
    assert entries["2024-03-05-walkout"]["SUMMARY"] == "Ferry crew walks out"
    assert entries["2024-03-08-blockade"]["SUMMARY"] == "The harbour is blocked"
    assert entries["2024-03-01-letter"]["SUMMARY"] == "Owners send a letter (between 1 and 4 March 2024)"
    assert entries["2024-strike-fund"]["SUMMARY"] == "A strike fund is set up (around 2024)"
    assert entries["2024-03-01-letter"]["X-EDTF"] == "2024-03-01/2024-03-04"


def test_the_calendar_says_how_many_events_it_cannot_draw(small, rendered):
    calendar, _ = read(rendered(ics, small))
    assert calendar["X-WR-CALDESC"] == "3 events whose dates are open or unknown are not shown here."


def test_an_event_blocks_nobodys_day(small, rendered):
    _, entries = read(rendered(ics, small))
    assert {entry["TRANSP"] for entry in entries.values()} == {"TRANSPARENT"}
    assert {entry["STATUS"] for entry in entries.values()} == {"CONFIRMED"}


def test_the_last_days_of_the_calendar_fit(hostile, rendered):
    text = rendered(ics, hostile)
    _, entries = read(text)
    assert entries["0001-hostile"]["DTSTART"].dt == date(9999, 12, 31)
    assert entries["0001-hostile"]["DURATION"].dt == timedelta(days=1)
    assert "0000-hostile" not in entries
    assert text.count("BEGIN:VEVENT\r\n") == len(entries), "a line end in a title begins no event"


def test_lines_are_as_long_as_the_rfc_allows(any_publication, rendered):
    text = rendered(ics, any_publication)
    assert text.endswith("END:VCALENDAR\r\n")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line
        assert "\r" not in line
    read(text)


@pytest.mark.parametrize("text", ["semi; colon, back\\slash", "two\nlines", "ä" * 80, "", "👩‍👩‍👧" * 40])
def test_text_comes_back_as_it_was(publish, rendered, event_of, text):
    _, entries = read(rendered(ics, publish([event_of("one", text, "2024-01-01")])))
    assert entries["one"]["SUMMARY"] == text.replace("\n", " ")


def test_open_ends_have_no_days(event_of):
    assert ics.shown_days(event_of("a", "x", "2024-01-01/..")) is None
    assert ics.shown_days(event_of("a", "x", None)) is None
    assert ics.shown_days(event_of("a", "x", "0001-01-01")) == Interval(1, 1)
