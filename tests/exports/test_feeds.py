"""Atom is read by feedparser and lxml; JSON Feed by the rules of its specification, written as a schema."""

import json

import feedparser
import jsonschema
import pytest
from lxml import etree

from regesta import exports
from regesta.exports import atom, jsonfeed

ATOM = "{http://www.w3.org/2005/Atom}"
JSON_FEED = {  # the MUSTs of jsonfeed.org/version/1.1
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "language": {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "authors": {"type": "array", "items": {"type": "object", "minProperties": 1}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "patternProperties": {"^_": {"type": "object"}},
            },
        },
    },
}


def parse(text):
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_atom_has_what_the_rfc_demands(any_publication, rendered):
    tree = etree.fromstring(rendered(atom, any_publication).encode())
    for node in [tree, *tree.iter(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1, name
    ids = [node.text for node in tree.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert len(tree.findall(f"{ATOM}author")) == 1


def test_atom_tells_every_event_with_its_date_in_words(small, rendered):
    found = parse(rendered(atom, small))
    titles = {entry.title for entry in found.entries}
    assert len(found.entries) == len(small.site.chronicle.events)
    assert "Owners send a letter (between 1 and 4 March 2024)" in titles
    assert "The owners promise a pay rise (no date)" in titles
    assert found.feed.language == "en"
    assert found.feed.title == "The strike"


def test_an_entry_bears_the_days_of_its_record_and_never_that_of_the_event(small, rendered):
    entry = next(e for e in parse(rendered(atom, small)).entries if e.link.endswith("2024-03-05-walkout.html"))
    assert entry.published.startswith("2026-01-02")
    assert entry.updated.startswith("2026-02-03")
    assert entry.dcterms_temporal == "2024-03-05"


def test_the_record_that_changed_last_comes_first(small, rendered):
    order = [entry.link for entry in parse(rendered(atom, small)).entries]
    assert order[-1].endswith("2024-03-05-walkout.html"), "its change is older than the site's"


def test_markup_in_records_stays_text_in_readers(hostile, rendered):
    for entry in parse(rendered(atom, hostile)).entries:
        assert "<script" not in entry.content[0].value
        assert "javascript:" not in entry.content[0].value.split("<blockquote")[0]


def test_feeds_are_short_however_long_the_chronology(publish, rendered, event_of):
    many = publish([event_of(f"e{number}", "x", "2024-01-01") for number in range(150)])
    assert len(parse(rendered(atom, many)).entries) == atom.MOST
    assert len(json.loads(rendered(jsonfeed, many))["items"]) == atom.MOST


def test_json_feed_keeps_its_rules(any_publication, rendered):
    found = json.loads(rendered(jsonfeed, any_publication))
    jsonschema.validate(found, JSON_FEED)
    assert len(found["items"]) == len(any_publication.site.chronicle.events)
    assert len({item["id"] for item in found["items"]}) == len(found["items"])


@pytest.mark.parametrize("form", [atom, jsonfeed])
def test_a_part_has_a_feed_of_its_own(small, form):
    actor = small.site.chronicle.by_actor["Mara Lind"]
    view = exports.View(title="Mara Lind", page="actors/mara-lind.html", stem="actors/mara-lind", events=actor)
    text = form.render(small, view)
    assert form.path(view).startswith("actors/mara-lind.")
    assert "Mara Lind – The strike" in text
    assert "actors/mara-lind.html" in text
    assert "2024-03-01-letter" not in text
