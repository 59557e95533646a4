"""YAML as people write it, read as text, with the place of everything."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta import yamlio
from regesta.errors import ContentError

FILE = Path("content/events/x.yml")


def test_every_scalar_is_text_and_only_null_is_nothing():
    text = 'date: 2023-11-07\nlanguage: no\nimportance: 3\nauthor: null\ntitle: "null"\nlist: [~, "~", 1.0]\nempty:\n'
    assert yamlio.parse(text, FILE) == {
        "date": "2023-11-07",
        "language": "no",
        "importance": "3",
        "author": None,
        "title": "null",
        "list": [None, "~", "1.0"],
        "empty": None,
    }


def test_folded_text_and_byte_order_mark():
    assert yamlio.parse("\ufeffsummary: >-\n  one\n  two\n", FILE) == {"summary": "one two"}


def test_an_empty_file_holds_nothing():
    assert yamlio.parse("# only a comment\n", FILE) is None


def test_everything_knows_its_place():
    located = yamlio.parse_located("title: x\nsources:\n  - article: a\n    date: 2023\n", FILE)
    assert str(located.location(("sources", 0, "date"))) == "content/events/x.yml:4:11"
    assert str(located.location(("sources", 0, "date"), of_key=True)) == "content/events/x.yml:4:5"
    assert str(located.location(("sources", 0, "quote"))) == "content/events/x.yml:3:5"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", 'content/events/x.yml:2:1: the key "a" stands here twice (keep one of the two)'),
        ("a: 1\n b: 2\n", "content/events/x.yml:2:3: this isn't YAML: mapping values are not allowed in this context"),
        ("a: !!python/name:os.system x\n", "content/events/x.yml:1:4: the tag"),
        ("a: *b\n", 'content/events/x.yml:1:4: the alias "*b" names no anchor'),
        ("a: \x07\n", "content/events/x.yml: this isn't YAML"),
        ("? [a, b]\n: c\n", "content/events/x.yml:1:3: a key has to be a word"),
    ],
)
def test_what_is_wrong_is_named_at_its_place(text, message):
    with pytest.raises(ContentError) as caught:
        yamlio.parse(text, FILE)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_way(text):
    try:
        yamlio.parse(text, FILE)
    except ContentError as error:
        assert str(error).startswith(FILE.as_posix())  # noqa: PT017
