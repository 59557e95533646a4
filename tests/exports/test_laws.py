"""Laws that hold for every chronology: every event in, every event out, on the same days; same input, same bytes."""

import csv
import io
import json

import icalendar
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta import exports
from regesta.exports import atom, days, ics, jsonfeed, jsonld, lines, table, timelinejs
from regesta.exports.files import OF_SITE, OF_VIEW
from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType, Source, Status
from regesta.model.interval import Interval, day_number

DAYS = st.integers(day_number(-50, 1, 1), day_number(10_050, 1, 1))
TEXT = st.text(max_size=40)


@st.composite
def edtf_dates(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    shape = draw(st.sampled_from(["day", "span", "before", "after", "year", "month", "about"]))
    spans = {
        "span": Interval(first, last),
        "before": Interval(None, last),
        "after": Interval(first, None),
        "year": Interval.of_year(draw(st.integers(-44, 9999))),
        "month": Interval.of_month(draw(st.integers(-44, 9999)), draw(st.integers(1, 12))),
    }
    found = Edtf.of(spans.get(shape, Interval(first, first)))
    return Edtf.parse(f"{found.text}~") if shape == "about" else found


EVENTS = st.lists(
    st.builds(
        dict,
        title=TEXT,
        date=st.none() | edtf_dates(),
        duration=st.none() | edtf_dates(),
        type=st.sampled_from(EventType),
        status=st.sampled_from(Status),
        summary=st.none() | TEXT,
        actors=st.lists(TEXT, max_size=2).map(tuple),
        sources=st.lists(st.builds(Source, url=TEXT, quote=st.none() | TEXT, publisher=TEXT), max_size=2).map(tuple),
    ),
    max_size=5,
).map(lambda found: tuple(Event(id=f"e{number}", **event) for number, event in enumerate(found)))
QUIET = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def iso(day):
    return days.iso_day(day)


@QUIET
@given(events=EVENTS)
def test_every_event_in_every_event_out_with_the_same_days(publish, events):
    publication = publish(events)
    view = exports.whole(publication)
    out = {form: form.render(publication, view) for form in (table, lines, atom, jsonfeed)}
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(out[table].removeprefix("\ufeff"), newline=""))}
    objects = {found["id"]: found for found in map(json.loads, out[lines].splitlines())}
    assert set(rows) == set(objects) == {event.id for event in events}
    assert out[atom].count("<entry>") == len(json.loads(out[jsonfeed])["items"]) == len(events)
    for event in events:
        first, last = (event.date.days.first, event.date.days.last) if event.date else (None, None)
        assert (rows[event.id]["earliest"], rows[event.id]["latest"]) == (iso(first) or "", iso(last) or "")
        said = objects[event.id]["date"]
        assert (said["earliest"], said["latest"]) == (iso(first), iso(last))
        assert said["edtf"] == (event.date.text if event.date else None)


@QUIET
@given(events=EVENTS)
def test_what_a_calendar_draws_are_the_possible_days_and_what_it_leaves_out_has_none(publish, events):
    publication = publish(events)
    calendar = icalendar.Calendar.from_ical(ics.render(publication, exports.whole(publication)))
    drawn = {str(entry["UID"]).partition("@")[0]: entry for entry in calendar.walk("VEVENT")}
    for event in events:
        span = ics.shown_days(event)
        assert (event.id in drawn) == (span is not None)
        if span is None:
            continue
        entry = drawn[event.id]
        length = entry["DURATION"].dt if "DURATION" in entry else entry["DTEND"].dt - entry["DTSTART"].dt
        assert entry["DTSTART"].dt.toordinal() == span.first
        assert length.days == span.length
        lasted = event.duration.days if event.duration else None
        assert span in (lasted, event.date.days if event.date else None)


@QUIET
@given(events=EVENTS)
def test_a_timeline_and_linked_data_never_say_more_than_the_record(publish, events):
    publication = publish(events)
    slides = json.loads(timelinejs.render(publication, exports.whole(publication)))["events"]
    assert {slide["unique_id"] for slide in slides} == {event.id for event in events if timelinejs.placed(event)}
    for event in events:
        start = jsonld.node(publication, event)["mainEntity"].get("startDate")
        lasted = event.duration is not None and event.duration.days.length is not None
        if start and not lasted:
            assert Edtf.parse(start).days == event.date.days


@QUIET
@given(events=EVENTS)
def test_the_same_records_give_the_same_bytes(publish, events):
    def bytes_of():
        publication = publish(events)
        return [text.encode() for _, text in exports.site_files(publication)]

    assert bytes_of() == bytes_of()


def test_a_timeline_of_very_many_keeps_the_weightiest_and_says_so(publish, event_of, monkeypatch):
    monkeypatch.setattr(timelinejs, "MOST", 2)
    events = [event_of(f"e{number}", "T", f"2024-01-0{number + 1}", importance=1 + number % 3) for number in range(6)]
    publication = publish(events)
    found = json.loads(timelinejs.render(publication, exports.whole(publication)))
    assert [slide["unique_id"] for slide in found["events"]] == ["e2", "e5"]
    assert "Of 6 events, the 2 most important" in found["title"]["text"]["text"]


def test_every_file_has_its_own_path_and_ends_with_a_line_end(any_publication):
    files = dict(exports.site_files(any_publication))
    embedded = bool(any_publication.site.url)  # oEmbed's answer is made of addresses
    assert len(files) == len(OF_SITE) + embedded
    assert all(text.endswith("\n") or not text for text in files.values())
    view = exports.View(title="x", page="actors/x.html", stem="actors/x", events=())
    parts = dict(exports.view_files(any_publication, view))
    assert len(parts) == len(OF_VIEW) + embedded
    assert all(path.startswith("actors/x.") for path in parts)


def test_actors_of_a_long_chronology_have_a_feed_alone(publish, event_of):
    publication = publish([event_of(f"e{number}", "T", "2024-01-01") for number in range(1001)])
    view = exports.View(title="x", page="actors/x.html", stem="actors/x", events=())
    assert [path for path, _ in exports.view_files(publication, view)] == ["actors/x.xml"]


def test_every_format_says_how_it_shows_doubt():
    for form in OF_SITE:
        text = form.__doc__
        assert "Doubt" in text or form.__name__.rpartition(".")[2] in ("schema", "robots"), form.__name__
