"""Dates as people write them: one table for each language of the interface."""

from __future__ import annotations

import pytest

from regesta.model.edtf import Edtf
from regesta.pages.dates import dates

SAID = {
    "en": {
        "2023-11-07": "Tuesday 7 November 2023, day known",
        "2023-11-01/2023-11-05": "Between 1 and 5 November 2023, one of 5 days",
        "2023-10-30/2023-11-05": "Between 30 October and 5 November 2023, one of 7 days",
        "2022-12-30/2023-01-02": "Between 30 December 2022 and 2 January 2023, one of 4 days",
        "../2023-11-13": "On or before 13 November 2023, earliest day unknown",
        "2023-11-09/..": "On or after 9 November 2023, latest day unknown",
        "2023-11-07~": "Around Tuesday 7 November 2023, approximate",
        "2023-11": "In November 2023, one of 30 days",
        "2023-11-XX": "In November 2023, one of 30 days",
        "2023": "In 2023, one of 365 days",
        "2023-21": "In spring 2023, one of 92 days",
        "2023?": "Perhaps 2023, approximate",
        "-0044-03-15": "Thursday 15 March 45 BC, day known",
        "Y12000": "In 12000, one of 366 days",
        "2023-11-07T14:30Z": "Tuesday 7 November 2023, 14:30 UTC, day known",
        "9999-12-31": "Friday 31 December 9999, day known",
    },
    "de": {
        "2023-11-07": "Dienstag, 7. November 2023, Tag bekannt",
        "2023-11-01/2023-11-05": "Zwischen dem 1. und dem 5. November 2023, einer von 5 Tagen",
    },
    "fr": {"2023-11-01/2023-11-05": "Entre le 1er et le 5 novembre 2023, un jour sur 5"},
    "es": {"2023-11-01/2023-11-05": "Entre el 1 y el 5 de noviembre de 2023, uno de 5 días"},
    "ru": {"2023-11-01/2023-11-05": "Между 1 и 5 ноября 2023 года, один из 5 дней"},
    "kk": {"2023-11-07": "2023 жылғы 7 қараша, сейсенбі, күні белгілі"},
}


@pytest.mark.parametrize(
    ("language", "text", "said"), [(code, text, said) for code, table in SAID.items() for text, said in table.items()]
)
def test_a_date_in_words(language: str, text: str, said: str) -> None:
    when, speaker = Edtf.parse(text), dates(language)
    found = f"{speaker.title(when, weekday=True)}, {speaker.known(when)}"
    assert found.replace("\u00a0", " ") == said


def test_no_date_has_words_too() -> None:
    assert dates("en").title(None) == "No date"
    assert dates("en").known(None) == "no date"
