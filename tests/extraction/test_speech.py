"""Whose words a quotation is, whatever verb stands behind it, and who criticises where an auxiliary parts the two."""

from __future__ import annotations

import pytest
from tests.extraction.helpers import article, mentions

SAYS = {
    "en": "Minister Ann Dolak criticised the plan on Monday. “Not with us,” she joked.",
    "de": "Ministerin Anna Dolak hat den Plan am Montag kritisiert. „Nicht mit uns“, so Dolak.",
    "fr": "La ministre Anne Dolak a critiqué le plan lundi. « Pas avec nous », a-t-elle ironisé.",
    "es": "La ministra Ana Dolak criticó el lunes el plan. «Con nosotros no», zanjó.",
    "it": "La ministra Anna Dolak ha criticato lunedì il piano. «Non con noi», ha scherzato.",
    "pt": "A ministra Ana Dolak criticou o plano na segunda-feira. «Connosco não», disse.",
    "ru": "Министр Анна Долак в понедельник раскритиковала план. «Без нас», — отрезала Долак.",
    "uk": "Міністерка Анна Долак у понеділок розкритикувала план. «Без нас», — відрізала Долак.",
}
ACTS = {
    "an apposition before the auxiliary": (
        "fr",
        "Le directeur de l'usine, Marc Vidal, avait accusé mardi les syndicats de chantage.",
        "Vidal",
    ),
    "the verb at the end, others between": (
        "de",
        "Der Direktor der Firma, Mark Stein, hatte am Dienstag den Gewerkschaften Erpressung vorgeworfen.",
        "Stein",
    ),
}


def speaker(text: str, language: str) -> str | None:
    """The surname of whoever says the last thing."""
    found, lore = mentions(article(text, language=language))
    last = found["a"][-1].speaker
    return max((form for _, form in lore.entities[last.key].forms), key=len).split()[-1] if last else None


@pytest.mark.parametrize("language", SAYS)
def test_a_quotation_is_whose_name_stands_behind_it(language: str) -> None:
    assert speaker(SAYS[language], language) in ("Dolak", "Долак")


@pytest.mark.parametrize("case", ACTS)
def test_whoever_stands_before_the_auxiliary_acts(case: str) -> None:
    language, text, name = ACTS[case]
    assert speaker(text, language) == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hundreds marched on Monday. “Bread Now” banners hung from Mayor Ann Dolak's office."),
        ("en", "A film called “Not With Us” and Mayor Ann Dolak opened the festival on Monday."),
        ("es", "Cientos marcharon el lunes. «Con nosotros no», pancarta en la plaza."),
    ],
)
def test_what_is_only_between_quotation_marks_is_nobodys_words(language: str, text: str) -> None:
    assert speaker(text, language) is None


STATES = {
    "nl": "Litouwen wees maandag de woorden van de Letse president Egon Dreyer van de hand.",
    "pt": "A Lituânia rejeitou na segunda-feira as palavras do presidente letão, Egon Dreyer.",
    "de": "Litauen hat Angaben des lettischen Präsidenten Egon Dreyer am Montag zurückgewiesen.",
    "es": "Lituania rechazó el lunes las palabras del presidente letón, Egon Dreyer.",
    "fr": "RIGA (AFP) - L'Ukraine a rejeté lundi les propos du président letton, Egon Dreyer.",
    "it": "RIGA - L'Ucraina ha respinto lunedì le parole del presidente lettone, Egon Dreyer.",
    "ru": "Литва отвергла в понедельник слова президента Латвии Эгона Дрейера.",
    "uk": "Литва відкинула в понеділок слова президента Латвії Егона Дреєра.",
}


@pytest.mark.parametrize("language", STATES)
def test_a_state_before_the_verb_speaks_rather_than_whose_words_it_rejects(language: str) -> None:
    found, _ = mentions(article(STATES[language], language=language))
    assert [(m.concept, m.speaker and m.speaker.key) for m in found["a"]] == [
        ("statement.reject", "place:UA" if language in ("fr", "it") else "place:LT")
    ]


def test_a_state_right_before_a_participle_is_what_the_deed_befalls() -> None:
    found, _ = mentions(article("Am Montag hatte der Minister Egon Dreyer Litauen kritisiert.", language="de"))
    assert [m.speaker and m.speaker.key for m in found["a"]] != ["place:LT"]


JOINED = {
    "en": "Lithuania summoned the Latvian envoy, Egon Dreyer, on Wednesday and demanded an apology.",
    "de": "Am Mittwoch bestellte Litauen den lettischen Botschafter Egon Dreyer ein und forderte eine Entschuldigung.",
    "fr": "La ministre Ada Petit a reçu mercredi Egon Dreyer et a demandé des excuses.",
    "es": "Lituania convocó el miércoles al embajador letón, Egon Dreyer, y exigió una disculpa.",
    "it": "La Lituania ha convocato mercoledì l'ambasciatore lettone, Egon Dreyer, e ha chiesto scuse.",
    "ru": "Литва вызвала в среду посла Латвии Эгона Дрейера и потребовала извинений.",
    "uk": "Литва викликала в середу посла Латвії Егона Дреєра і зажадала вибачень.",
}


@pytest.mark.parametrize("language", JOINED)
def test_a_second_verb_has_the_subject_of_the_first(language: str) -> None:
    found, _ = mentions(article(JOINED[language], language=language))
    asks = [m.speaker.key for m in found["a"] if m.concept == "statement.demand" and m.speaker]
    assert asks == ["ada-patat" if language == "fr" else "place:LT"]
    assert [m.type.value for m in found["a"] if m.type.value == "meeting"] == ["meeting"]


def test_what_a_verb_of_several_words_is_about_is_no_event_of_that_day() -> None:
    found, _ = mentions(article("Archbishop Paul Diaz spoke out against the killings on Sunday."))
    assert [m.concept for m in found["a"]] == ["statement.criticise"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« C'est un cambriolage », a tonné mercredi, depuis Kiev, Borys Dolak, qui entend porter plainte."),
        ("de", "„Das ist ein Skandal“, donnerte am Mittwoch Lukas Dolak."),
        ("es", "«Es un escándalo», bramó el miércoles Luis Dolak."),
    ],
)
def test_a_day_or_a_place_may_stand_between_the_verb_and_who_speaks(language: str, text: str) -> None:
    found, lore = mentions(article(text, language=language))
    said = [mention for mention in found["a"] if mention.speaker]
    assert [max(form for _, form in lore.entities[m.speaker.key].forms).split()[-1] for m in said] == ["Dolak"]
    assert said[0].time is not None
