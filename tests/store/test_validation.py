"""Our reading of the JSON Schemas: faults with places and cures, and the same verdict as a library's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import event as model
from regesta.model.article import PublishedBasis
from regesta.model.edtf import Edtf, EdtfError
from regesta.model.judgement import Subject, Verdict
from regesta.store import reading, schemas
from regesta.store.fitting import Fitting
from regesta.store.layout import Layout
from regesta.store.records import to_event, to_record
from regesta.store.schemas import Kind
from regesta.store.validation import violations

GOOD = """\
title: A title
date: 2023-11-07
type: statement
sources:
  - article: a
    quote: words
"""


def faults(tmp_path: Path, text: str, kind: Kind = Kind.EVENT) -> list[str]:
    path = tmp_path / "content/events/x.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [str(fault) for fault in reading.read(Layout(tmp_path), path, kind)[1]]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "date: 2023-11-07",
            'date: "07.11.2023"',
            '2:7: date: "07.11.2023" is not an EDTF date (did you mean 2023-11-07?)',
        ),
        ("statement", "statment", '3:7: type: "statment" isn\'t one of the choices (did you mean statement?)'),
        ("    quote", "    qoute", '6:5: there is no key "qoute" (did you mean quote?)'),
        (
            "title: A title\n",
            "",
            '1:1: the key "title" is missing (title: One neutral line; or one per language: {en: …, de: …})',
        ),
        ("title: A title", "title:", "1:7: title has no value (give one, or leave the key out)"),
        ("title: A title", "title: {en: A, d: B}", '1:16: "d" is no language tag (BCP 47, e.g. en, de, kk)'),
        ("title: A title", "title: [A]", "1:8: title can't be a list (it has to be a text or KEY: VALUE lines)"),
        (
            "    quote: words\n",
            "    url: example.org/x\n",
            '6:10: url: "example.org/x" is no address (https://example.org/x?)',
        ),
        ("  - article: a\n    quote: words\n", "", "4:9: sources has no value (give one, or leave the key out)"),
        ("  - article: a\n    quote: words", "  []", "5:3: sources holds 0, and has to hold 1 at least"),
        (
            "article: a",
            "speaker: a",
            "5:5: an entry of sources has none of the keys article, url (give article or url)",
        ),
        ("type: ", "importance: 4\ntype: ", '3:13: importance: "4" isn\'t one of the choices (one of: 1, 2, 3)'),
        ("type: ", "actors: Ada\ntype: ", '3:9: actors: "Ada" is a text (it has to be a list)'),
        ("type: ", "type: visit\ntype: ", '4:1: the key "type" stands here twice (keep one of the two)'),
    ],
)
def test_a_fault_has_its_line_and_its_cure(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in GOOD
    assert faults(tmp_path, GOOD.replace(old, new, 1)) == [f"content/events/x.yml:{fault}"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "titel: x\ntype: visitt\nsources: []\n")) == 3


def test_a_good_record_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


def test_a_file_that_is_not_utf8_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "content/events/x.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"title: x\nsummary: caf\xe9\n")
    found = reading.read(Layout(tmp_path), path, Kind.EVENT)[1]
    assert str(found[0]) == "content/events/x.yml:2: this file isn't UTF-8 (save it as UTF-8 in your editor)"


@pytest.mark.parametrize("kind", Kind)
def test_the_schemas_are_schemas(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas.load(kind))


def test_schema_and_model_name_the_same_choices() -> None:
    event = schemas.load(Kind.EVENT)
    source = event["$defs"]["source"]["properties"]
    for schema, enum in (
        (event["properties"]["type"], model.EventType),
        (event["properties"]["status"], model.Status),
        (event["properties"]["review"], model.Review),
        (source["basis"], model.Basis),
        (schemas.load(Kind.ARTICLE)["properties"]["published_basis"], PublishedBasis),
        (schemas.load(Kind.JUDGEMENTS)["items"]["properties"]["verdict"], Verdict),
    ):
        assert [choice for choice in schema["enum"] if choice is not None] == [member.value for member in enum]
    assert {subject.value for subject in Subject} <= set(schemas.keys(Kind.JUDGEMENTS))


def test_schema_and_model_name_the_same_keys() -> None:
    assert set(model.Event.__dataclass_fields__) - {"id"} <= set(schemas.keys(Kind.EVENT))
    assert set(model.Source.__dataclass_fields__) <= set(schemas.source_keys())


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(["a", "", "en", "visit", "2023-11-07", "x.y", "https://a.b/c", "Q1", "3", None]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["title", "date", "type", "sources", "article", "url", "quote", "en", "x y", "name", "kind"]
            ),
            inner,
        ),
    ),
    max_leaves=12,
)


@given(st.sampled_from(list(Kind)), VALUES)
def test_a_library_says_the_same(kind: Kind, value: Any) -> None:
    """But for what texts may stand for: we read every scalar as text, so numbers and formats are ours to check."""
    checker = jsonschema.FormatChecker(formats=())

    @checker.checks("edtf", raises=EdtfError)
    def _edtf(text: object) -> bool:
        return not isinstance(text, str) or bool(Edtf.parse(text))

    @checker.checks("uri")
    def _uri(text: object) -> bool:
        return not isinstance(text, str) or "://" in text

    schema = json.loads(
        json.dumps(schemas.load(kind)).replace('"enum": [1, 2, 3, null]', '"enum": ["1", "2", "3", null]')
    )
    schema = json.loads(json.dumps(schema).replace('"enum": [1, 2, 3]', '"enum": ["1", "2", "3"]'))
    theirs = jsonschema.Draft202012Validator(schema, format_checker=checker).is_valid(value)
    assert (not list(violations(value, schemas.load(kind)))) == theirs
    assert Fitting(schemas.load(kind)).holds(value) == theirs


def test_an_event_survives_its_record() -> None:
    record = {
        "title": {"en": "A", "de": "B"},
        "date": "2023-11-01/2023-11-05",
        "duration": "2023-11-02/..",
        "type": "visit",
        "status": "planned",
        "summary": "S.",
        "actors": ["Ada"],
        "places": ["Astana"],
        "responds_to": ["2023-10-01-x"],
        "importance": "3",
        "sources": [
            {"article": "a", "quote": "q", "when": "w", "date": "2023-11", "basis": "stated", "speaker": "Ada"}
        ],
        "review": "reviewed",
    }
    assert to_record(to_event("2023-11-01-a", record)) == record
