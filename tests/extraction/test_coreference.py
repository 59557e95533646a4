"""Pronouns, roles and nouns take up the person who fits in gender and was the subject; quoted names don't count."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.extraction.helpers import article, mentions

CASES = {
    "he is not the woman who spoke last": (
        "en",
        (
            "Minister Irena Dolak said on Monday that the painting was hers. The Dutch envoy, Pieter Vos, "
            "was called to the ministry. He described the talk as frank."
        ),
        "Vos",
    ),
    "a role in an oblique case is nobody who speaks": (
        "ru",
        (
            "Директор музея Игорь Лунин отказался возвращать картину. Министр Ирина Долак заявила в понедельник, "
            "что это кража. Она уверяет, что картина наша."
        ),
        "Долак",
    ),
    "a noun for a man skips the woman": (
        "ru",
        (
            "Глава музея Игорь Лунин провёл пресс-конференцию. Чиновник ответил на слова министра Ирины Долак "
            "и заявил, что  картина останется."
        ),
        "Лунин",
    ),
    "she by the end of her role": (
        "de",
        "Museumsdirektor Pieter Vos traf am Montag Kulturministerin Irena Dolak. Sie sagte, das Bild gehöre dem Staat.",
        "Dolak",
    ),
    "a noun beside a name takes nobody up": (
        "en",
        (
            "Judge Carla Benussi ruled on Monday that the permits had expired. “This is a temporary setback,” said the "
            "operator's chief executive, Luca Ferri."
        ),
        "Ferri",
    ),
    "the subject goes before the later name": (
        "en",
        "Mayor Anna Rask met the banker Clara Holm on Monday. She resigned two days later.",
        "Rask",
    ),
}


def last_actor(texts: Mapping[str, str]) -> str:
    """The surname of whoever says or does the last thing."""
    found, lore = mentions(*(article(text, language=code, name=code) for code, text in texts.items()))
    forms = lore.entities[found[next(iter(texts))][-1].actors[0].key].forms
    return max((form for _, form in forms), key=len).split()[-1]


@pytest.mark.parametrize("case", CASES)
def test_who_is_meant(case: str) -> None:
    language, text, name = CASES[case]
    assert last_actor({language: text}) == name
