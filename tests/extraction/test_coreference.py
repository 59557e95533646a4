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

BY_OCCUPATION = {
    "en": (
        "The banker Clara Holm met Mayor Anna Rask on Monday. Rask spoke for an hour. "
        "On Friday the banker was arrested."
    ),
    "de": (
        "Die Bankerin Clara Holm traf am Montag Bürgermeisterin Anna Rask. Rask sprach eine Stunde lang. "
        "Am Freitag wurde die Bankerin verhaftet."
    ),
    "fr": (
        "La banquière Clara Holm a rencontré lundi la maire Anna Rask. Mme Rask a parlé une heure. "
        "Vendredi, la banquière a été arrêtée."
    ),
    "it": (
        "La regista Clara Holm ha incontrato lunedì la sindaca Anna Rask. Rask ha parlato per un'ora. "
        "Venerdì la regista è stata arrestata."
    ),
    "es": (
        "La cineasta Clara Holm se reunió el lunes con la alcaldesa Anna Rask. Rask habló durante una hora. "
        "El viernes la cineasta fue detenida."
    ),
    "ru": (
        "Режиссёр Клара Холм встретилась в понедельник с мэром Анной Раск. Раск говорила целый час. "
        "В пятницу режиссёра арестовали."
    ),
    "uk": (
        "Режисерка Клара Холм зустрілася в понеділок із мером Анною Раск. Раск говорила цілу годину. "
        "У п'ятницю режисерку заарештували."
    ),
    "pt": (
        "A cineasta Clara Holm reuniu-se na segunda-feira com a presidente Anna Rask. Rask falou durante uma hora. "
        "Na sexta-feira a cineasta foi detida."
    ),
    "nl": (
        "Bankier Clara Holm ontmoette maandag burgemeester Anna Rask. Rask sprak een uur lang. "
        "Vrijdag werd de bankier gearresteerd."
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


@pytest.mark.parametrize("language", BY_OCCUPATION)
def test_an_occupation_is_whose_it_was_said_to_be(language: str) -> None:
    assert last_actor({language: BY_OCCUPATION[language]}) in ("Holm", "Холм")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mme Anna Rask a visité l'usine lundi. La grève a pris fin. Elle a commencé le 3 mai à Lille."),
        ("de", "Frau Anna Rask besuchte am Montag das Werk. Die Kundgebung endete. Sie begann am 3. Mai in Köln."),
        ("ru", "Министр Анна Раск посетила завод в понедельник. Забастовка закончилась. Она началась 3 мая."),
    ],
)
def test_what_began_is_the_strike_and_not_the_minister(language: str, text: str) -> None:
    found, _ = mentions(article(text, language=language, name="a"))
    begun = [mention for mention in found["a"] if mention.time is not None and "3" in mention.time.text]
    assert begun
    assert [use.key for mention in begun for use in mention.actors if use.kind == "person"] == []
