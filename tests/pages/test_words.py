"""Every language of the interface has every label, with the same fields and all the plural forms that it needs."""

from __future__ import annotations

import re

import pytest

from regesta.languages import known, section
from regesta.pages.wording import Wording, wording

LANGUAGES = tuple(code for code in known() if section(code, "site"))
FIELD = re.compile(r"\{(\w+)\}")
DATES = ("between.", "lasting.", "span.", "rail.", "dates.")


def texts(words: Wording, key: str) -> list[str]:
    label = words.labels[key]
    return list(label.values()) if isinstance(label, dict) else [label]


def test_the_six_languages_are_there() -> None:
    assert {"en", "de", "fr", "es", "ru", "kk"} <= set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_have_the_fields_of_the_english_ones(code: str) -> None:
    english, words = wording("en"), wording(code)
    for key in words.labels:
        if key in english.labels and not key.startswith(DATES):
            allowed = {field for text in texts(english, key) for field in FIELD.findall(text)}
            used = {field for text in texts(words, key) for field in FIELD.findall(text)}
            assert used <= allowed, key


@pytest.mark.parametrize("code", LANGUAGES)
def test_counts_can_be_said_of_any_number(code: str) -> None:
    words = wording(code)
    for number in (0, 1, 2, 3, 5, 11, 21, 22, 101, 10_000, 1_000_000):
        assert words("counts.events", n=number)
        assert words("certainty.span", n=number)


def test_plural_forms_follow_the_language() -> None:
    words = wording("ru")
    assert [words("counts.events", n=n) for n in (1, 3, 5, 21)] == ["1 событие", "3 события", "5 событий", "21 событие"]
