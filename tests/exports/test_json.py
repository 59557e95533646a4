"""JSON, JSON Lines and their schema; the schema speaks of what the records' own schema does."""

import json
from dataclasses import fields

import jsonschema

from regesta.exports import lines, records, schema
from regesta.exports.record import event_object
from regesta.model.event import Basis, Event, EventType, Review, Source, Status
from regesta.pages.certainty import Certainty
from regesta.store.schemas import Kind, keys


def described(publication, rendered):
    return json.loads(rendered(schema, publication))


def test_the_file_is_as_its_schema_says(any_publication, rendered):
    found = json.loads(rendered(records, any_publication))
    rules = described(any_publication, rendered)
    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.validate(found, rules, jsonschema.Draft202012Validator)
    assert [event["id"] for event in found["events"]] == [e.id for e in any_publication.site.chronicle.sequence]


def test_a_line_is_an_event(any_publication, rendered):
    text = rendered(lines, any_publication)
    found = [json.loads(line) for line in text.splitlines()]
    assert found == json.loads(rendered(records, any_publication))["events"]


def test_the_schema_closes_every_list_that_the_model_closes(small, rendered):
    rules = described(small, rendered)["$defs"]
    assert rules["event"]["properties"]["type"]["enum"] == [kind.value for kind in EventType]
    assert rules["event"]["properties"]["status"]["enum"] == [status.value for status in Status]
    assert rules["event"]["properties"]["review"]["enum"] == [review.value for review in Review]
    assert rules["source"]["properties"]["basis"]["enum"] == [basis.value for basis in Basis]
    assert sorted(rules["date"]["properties"]["certainty"]["enum"]) == sorted(kind.value for kind in Certainty)


def test_every_key_of_a_record_is_in_the_export_and_in_its_schema(small, rendered):
    rules = described(small, rendered)["$defs"]
    assert set(rules["event"]["properties"]) - {"url"} == {field.name for field in fields(Event)}
    assert set(keys(Kind.EVENT)) - {"note"} <= set(rules["event"]["properties"]), "a note is for whoever edits"
    assert {field.name for field in fields(Source)} <= set(rules["source"]["properties"])
    for event in small.site.chronicle.events:
        assert set(event_object(small, event)) <= set(rules["event"]["properties"])


def test_doubt_is_an_object_and_an_open_end_is_null(small, rendered):
    found = {event["id"]: event["date"] for event in json.loads(rendered(records, small))["events"]}
    assert found["2024-02-29-warning"] == {
        "edtf": "../2024-02-29",
        "earliest": None,
        "latest": "2024-02-29",
        "certainty": "before",
        "words": "on or before 29 February 2024",
    }
    assert found["undated-promise"]["edtf"] is None


def test_translations_and_evidence_come_along(small, rendered):
    walkout = next(e for e in json.loads(rendered(records, small))["events"] if e["id"] == "2024-03-05-walkout")
    assert walkout["title"]["de"] == "Fährleute legen die Arbeit nieder"
    assert walkout["sources"][0]["publisher"] == "Harbour Post"
    assert walkout["sources"][1]["published"] == "2024-03-04/2024-03-08"
