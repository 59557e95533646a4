"""A day that stands beside its distance from another event dates that event too."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extraction.helpers import article, mentions

from regesta import tagging
from regesta.extraction import extract, redate
from regesta.model.edtf import Edtf


def dated(text: str, language: str = "en") -> dict[str, str | None]:
    """Trigger words -> date, of every mention."""
    one = article(text, language=language)
    found, _ = mentions(one)
    return {m.trigger.of(one.text): Edtf.of(m.interval).text if m.interval else None for m in found["a"]}


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "en",
            "The council revoked the prize on 10 November, ten days after Ada Lund attacked the mayor.",
            {"revoked": "2023-11-10", "attacked": "2023-10-31"},
        ),
        (
            "en",
            "On Monday the court fined the bank, two days before it resigned.",
            {"fined": "2023-11-13", "resigned": "2023-11-15"},
        ),
        (
            "de",
            "Genau drei Tage nach dem Brand haben am Freitag Arbeiter das Werk bestreikt.",
            {"Brand": "2023-11-07"},
        ),
        (
            "de",
            "Ada Lund trat Anfang November zurück, einen Tag nachdem die Polizei ihr Büro durchsucht hatte.",
            {"durchsucht": "2023-10-31/2023-11-09"},
        ),
        (
            "ru",
            "Ада Лунд ушла в отставку 10 ноября, на следующий день после того, как суд арестовал её мужа.",
            {"суд арестовал": "2023-11-09"},
        ),
        (
            "es",
            "El juez detuvo ayer al alcalde, dos días después de la explosión.",
            {"explosión": "2023-11-11"},
        ),
        ("it", "La ditta ha chiuso venerdì, due giorni dopo l'incendio.", {"incendio": "2023-11-08"}),
    ],
)
def test_the_other_event_is_counted_back_from_the_day(language: str, text: str, dates: dict[str, str]) -> None:
    found = dated(text, language)
    assert {words: next((d for t, d in found.items() if t.startswith(words)), None) for words in dates} == dates


def test_what_came_two_days_after_something_dates_that() -> None:
    text = "Alpicor bought a rival on Wednesday, 8 November. The move came two days after Northgate attacked the board."
    assert dated(text)["attacked"] == "2023-11-06"


def test_what_came_two_days_after_something_known_leaves_that_alone() -> None:
    found = dated("The approval came two days after the explosion.")
    assert all(day is None for day in found.values())


def test_a_day_on_which_something_was_said_is_no_day_to_count_from() -> None:
    found = dated("The ministry said on Monday that four men were arrested three days after the explosion.")
    assert found.get("explosion") is None


def test_a_date_from_which_another_counts_dates_nothing() -> None:
    assert dated("Police searched the bank two days before Christmas.") == {"searched": "2022-12-23"}


def test_days_are_counted_back_anew_for_another_day_of_publication() -> None:
    one = article("On Monday the court fined the bank, two days after it had closed the plant.")
    found, lore = mentions(one)
    recognised = tagging.recognise(one.text, language="en")
    later = tagging.resolve(recognised, dct=date(2023, 11, 21))
    extract(one, later, lore=lore)
    dates = [Edtf.of(m.interval).text for m in redate(found["a"], later) if m.interval]
    assert dates == ["2023-11-20", "2023-11-18"]
