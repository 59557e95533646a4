"""Every example of the language files' events tells what its line says."""

from __future__ import annotations

import pytest
from tests.extraction.helpers import told

from regesta import languages

FOUNDS = 1.9
"""Strength from which a mention can make a record; below it, a sentence tells no event by itself."""

EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{number}")
    for language in languages.known()
    for number, example in enumerate(languages.section(language, "event_examples") or (), 1)
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_an_example_tells_what_it_says(language: str, example: dict[str, str]) -> None:
    found = [
        (m.concept, m.status.value)
        for m in told(example["text"], language=language)
        if m.strength >= FOUNDS or m.status.value in ("cancelled", "denied")
    ]
    expected = [(example["tells"], example.get("status", "happened"))] if "tells" in example else []
    assert found == expected
