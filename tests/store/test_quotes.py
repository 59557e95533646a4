"""Quotes are found verbatim, but for white space and the shapes of quotation marks and apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.store import quotes

TEXT = "He said “we’re sick and\n tired”, and left.\n\nShe said “we’re sick and tired” too."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("we’re sick and\n tired", "we’re sick and\n tired"),
        ('"we\'re sick and tired"', "“we’re sick and\n tired”"),
        ("  we're   sick and tired ", "we’re sick and\n tired"),
        ("and left.", "and left."),
        ("We’re sick", None),
        ("sick and so tired", None),
        ("sick and tire\u00add", "sick and\n tired"),
        ("", None),
        (" ", None),
    ],
)
def test_find(quote: str, found: str | None) -> None:
    span = quotes.find(quote, TEXT)
    assert (span.of(TEXT) if span else None) == found


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("He said “", None, 9),
        ('She said "', None, 54),
        (None, "” too.", 54),
        (None, "”, and", 9),
        ("They said “", None, None),
    ],
)
def test_the_words_around_tell_which(prefix: str | None, suffix: str | None, start: int | None) -> None:
    span = quotes.find("we’re sick and tired", TEXT, prefix, suffix)
    assert (span.start if span else None) == start


def test_every_place() -> None:
    assert [span.of(TEXT) for span in quotes.find_all("sick and tired", TEXT)] == ["sick and\n tired", "sick and tired"]


def test_decomposed_letters_are_the_same_letters() -> None:
    assert quotes.find("Mu\u0308ller", "Herr Müller")


@given(st.text(alphabet="ab “”’\n\u00a0\u00adé", max_size=40), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    span = quotes.find(quote, text)
    if quotes.fold(quote):
        assert span is not None
        assert quotes.fold(span.of(text)) == quotes.fold(quote)
    else:
        assert span is None
