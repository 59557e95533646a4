"""Names are one across spellings, alphabets and cases, and no others are."""

from __future__ import annotations

import pytest
from tests.extraction.helpers import article, mentions

from regesta.extraction.authorities import authorities
from regesta.languages.keys import key

SAME = [
    "Tokayev Tokajew Токаев Токаева",
    "Shchukin Schtschukin Chtchoukine Щукин Щукина",
    "Zelensky Selenskyj Зеленский",
    "Zhumangarin Schumangarin Жумангарин",
    "Köhlmann Koehlmann Кёльман",
    "Hrynjuk Гринюк",
    "Biden Байден Байдена",
]
DIFFERENT = ["Tokayev Takashi", "Lavrov Laurent", "Peskov Pavlov", "Merkel Merz", "Li Lee"]


@pytest.mark.parametrize("names", SAME)
def test_spellings_of_one_name_share_a_key(names: str) -> None:
    assert len({key(name) for name in names.split()}) == 1


@pytest.mark.parametrize("names", DIFFERENT)
def test_other_names_do_not(names: str) -> None:
    assert len({key(name) for name in names.split()}) == 2


def test_one_person_in_three_languages_is_one_actor() -> None:
    texts = {
        "en": "Mine director Ostap Hryniuk spoke to reporters on Monday. Hryniuk blamed gas.",
        "de": "Der Direktor Ostap Hrynjuk sprach am Montag mit Journalisten.",
        "ru": "Директор шахты Остап Гринюк заявил в понедельник, что виноват газ.",
    }
    _, lore = mentions(*(article(text, language=code, name=code) for code, text in texts.items()))
    persons = {a.name: a.variants for a in authorities(lore, "en").values() if a.kind == "person"}
    assert persons == {"Ostap Hryniuk": {"en": ("Hryniuk",), "de": ("Ostap Hrynjuk",), "ru": ("Остап Гринюк",)}}


def persons_of(latin: str, cyrillic: str) -> set[str]:
    """The persons of an English article about one and a Russian one about the other."""
    texts = {
        "en": f"Spokeswoman {latin} told reporters on Monday that nobody was hurt. {latin} blamed gas.",
        "ru": f"Представитель министерства {cyrillic} заявила в понедельник, что виноват газ.",
    }
    _, lore = mentions(*(article(text, language=code, name=code) for code, text in texts.items()))
    return {a.name for a in authorities(lore, "en").values() if a.kind == "person"}


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Lusine Harutyunyan", "Лусине Арутюнян"),
        ("Irina Scardamaglia", "Ирина Скардамалья"),
        ("Irene Pichlmoser", "Ирене Пихльмозер"),
    ],
)
def test_a_name_is_one_where_the_other_alphabet_writes_a_letter_otherwise(latin: str, cyrillic: str) -> None:
    assert persons_of(latin, cyrillic) == {latin}


def test_two_whose_surnames_only_sound_alike_stay_two() -> None:
    assert len(persons_of("Lusine Harutyunyan", "Лусине Гарибян")) == 2
    assert len(persons_of("Lusine Harutyunyan", "Ани Арутюнян")) == 2


def test_a_common_noun_with_a_capital_is_no_name() -> None:
    text = "Die Regierung prüft den Fall. Der Hafen bleibt geschlossen, sagte Umweltministerin Zita Rode am Freitag."
    _, lore = mentions(article(text, language="de"))
    assert [a.name for a in authorities(lore, "de").values() if a.kind != "country"] == ["Zita Rode", "Regierung"]


def test_a_name_with_an_elided_article_is_the_name_without_it() -> None:
    text = (
        "L'Ardente a annoncé lundi un rachat. Le groupe L'Ardente paiera comptant. L'Ardente emploie mille personnes."
    )
    _, lore = mentions(article(text, language="fr"))
    (actor,) = (a for a in authorities(lore, "fr").values() if a.kind == "organisation")
    assert {actor.name, *(form for forms in actor.variants.values() for form in forms)} == {"Ardente", "L'Ardente"}


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        (
            "pt",
            "O ministro Rui Castanheira reuniu-se na segunda-feira com o presidente da Câmara, Jorge Fidalgo.",
            {"Rui Castanheira", "Jorge Fidalgo"},
        ),
        (
            "nl",
            "Minister Bas Hoekman sprak maandag in Leeuwarden met burgemeester Sjoerd Wiarda van de gemeente.",
            {"Bas Hoekman", "Sjoerd Wiarda"},
        ),
    ],
)
def test_a_role_is_no_part_of_a_name_and_an_office_is_no_person(language: str, text: str, persons: set[str]) -> None:
    found, lore = mentions(article(text, language=language))
    named = {key: a.name for key, a in authorities(lore, language).items() if a.kind == "person"}
    assert set(named.values()) == persons
    assert {named.get(use.key) for use in found["a"][0].actors} == persons


def test_a_shorter_name_is_the_longer_one_that_holds_it() -> None:
    text = "Rubén Lamela Couto escaped on Monday. Rubén Lamela was seen in Vigo. Lamela is 52. Inés Couto denied it."
    _, lore = mentions(article(text))
    persons = {a.name: a.variants for a in authorities(lore, "en").values() if a.kind == "person"}
    assert persons == {"Rubén Lamela Couto": {"en": ("Rubén Lamela", "Lamela")}, "Inés Couto": {}}


def test_a_name_that_stands_after_in_more_often_than_after_a_role_is_a_place() -> None:
    text = "Police searched a creamery in Arvier. In Arvier nobody spoke. Lawyer Arvier declined to comment."
    _, lore = mentions(article(text))
    assert [a.kind for a in authorities(lore, "en").values() if a.name == "Arvier"] == ["city"]


def test_what_is_before_a_given_name_where_nouns_have_capitals_is_no_name() -> None:
    _, lore = mentions(article("Plagiatsprüfer Tobias Kröll veröffentlichte am Montag einen Bericht.", language="de"))
    assert [a.name for a in authorities(lore, "de").values() if a.kind == "person"] == ["Tobias Kröll"]


def organisations(text: str, language: str = "en") -> set[str]:
    """The names of the organisations in a text, as an English chronology writes them."""
    _, lore = mentions(article(text, language=language))
    return {a.name for key, a in authorities(lore, "en").items() if a.kind == "organisation" and ":" not in key}


COMPOUNDS = [
    ("it", "Il Giro delle Dolomiti parte sabato. La giuria del Giro delle Dolomiti tace.", "Giro delle Dolomiti"),
    ("it", "Il Faro d’Oro è un premio. Ada Neri ha il Faro d’Oro.", "Faro d’Oro"),
    ("en", "The Brotherhood of the Wells freed Ada Lund. On Friday the Brotherhood of the Wells spoke.", ""),
    ("es", "La Minera Andina del Sur calla. Minera Andina del Sur pagó el lunes.", "Minera Andina del Sur"),
    ("en", "The National Union of Miners met. On Friday the National Union of Miners struck.", ""),
    ("es", "El Sindicato Nacional de Obreros paró. Lo dijo el Sindicato Nacional de Obreros.",
     "Sindicato Nacional de Obreros"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), COMPOUNDS)
def test_a_name_that_a_particle_holds_together_is_one(language: str, text: str, name: str) -> None:
    name = name or text.removeprefix("The ").split(" met" if " met" in text else " freed")[0]
    assert organisations(text, language) == {name}


def test_two_names_that_only_meet_once_stay_two() -> None:
    text = "Valgrisa of Arvier paid. Valgrisa is closed. On Monday Valgrisa sold milk, and Arvier paid Valgrisa."
    assert "Valgrisa of Arvier" not in organisations(text)


def test_names_that_begin_alike_are_not_one_if_each_has_a_word_of_its_own() -> None:
    text = (
        "The Bank of Latvia froze accounts on Monday. The Bank of Estonia did not. Deutsche Bank sued Deutsche Bahn "
        "on Friday, and on Sunday Deutsche Bahn sued Deutsche Post."
    )
    assert organisations(text) == {
        "Bank of Latvia",
        "Bank of Estonia",
        "Deutsche Bank",
        "Deutsche Bahn",
        "Deutsche Post",
    }


def test_two_full_names_joined_by_and_are_two_persons() -> None:
    text = "Rodrigo Gil y Ana Sanz hablaron el martes. José Ortega y Gasset viajó a Roma."
    _, lore = mentions(article(text, language="es"))
    persons = {a.name for a in authorities(lore, "es").values() if a.kind == "person"}
    assert persons == {"Rodrigo Gil", "Ana Sanz", "José Ortega y Gasset"}


def test_two_cities_joined_by_and_are_two_places() -> None:
    text = "El ministro viajó el lunes a Barbastro y Zaragoza. En Barbastro y Zaragoza habló el martes con los médicos."
    _, lore = mentions(article(text, language="es"))
    names = {a.name for a in authorities(lore, "es").values()}
    assert "Zaragoza" in names
    assert "Barbastro y Zaragoza" not in names


def test_a_title_tells_apart_who_share_a_surname() -> None:
    text = (
        "The banker Robert Vasylak was arrested on Monday. Vasylak denied everything. His lawyer met Larysa Vasylak. "
        "Mrs Vasylak told reporters on Friday that he was ill. Mr Vasylak resigned on Saturday."
    )
    found, lore = mentions(article(text, language="en"))
    names = authorities(lore, "en")
    assert [names[m.actors[0].key].name for m in found["a"] if m.actors][-2:] == ["Larysa Vasylak", "Robert Vasylak"]


def test_a_wife_without_a_name_of_her_own_is_not_her_husband() -> None:
    text = "The banker Robert Vasylak was arrested on Monday. Mrs Vasylak told reporters on Friday that he was ill."
    found, lore = mentions(article(text, language="en"))
    told = next(m for m in found["a"] if m.trigger.of(text) == "told")
    names = authorities(lore, "en")
    assert "Robert Vasylak" not in [names[use.key].name for use in told.actors if use.key in names]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Об этом заявил в понедельник глава МИД Экваториальной Гвинеи Ансельмо Бакале.", "Ансельмо Бакале"),
        ("ru", "Об этом заявил в понедельник министр обороны Саудовской Аравии Халид Бакале.", "Халид Бакале"),
        ("ru", "Завтра выступит министр экономики Саксонии Мартина Кунерт.", "Мартина Кунерт"),
        (
            "uk",
            "«Ні», — заявив того ж вечора міністр закордонних справ Іспанії Альваро Кінтанілья.",
            "Альваро Кінтанілья",
        ),
        ("uk", "Керівниця французької Alsavia Корін Делятр-Вайль підписала в понеділок договір.", "Корін Делятр-Вайль"),
        (
            "de",
            "Die Richter gaben der Beschwerde Karin Oberlechners statt. Karin Oberlechner klagte am Montag.",
            "Karin Oberlechner",
        ),
    ],
)
def test_a_person_is_named_without_the_office_the_country_or_the_firm_before(
    language: str, text: str, name: str
) -> None:
    found, lore = mentions(article(text, language=language, name="a"))
    last = found["a"][-1].actors[0]
    assert (last.surface, last.kind) == (name, "person")
    assert {entity.key for entity in lore.entities.values() if entity.kind == "person"} == {last.key}


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        (
            "it",
            "Il direttore della Ferrovia Lepontina si è dimesso lunedì. La Ferrovia Lepontina tace.",
            "Ferrovia Lepontina",
            "organisation",
        ),
        (
            "en",
            "Navistella, a candidate for it, sued on Monday. A judge fined Navistella." + " Later Navistella paid." * 4,
            "Navistella",
            "organisation",
        ),
        (
            "fr",
            "La déléguée CGT a refusé lundi. Selon la CGT, la grève continue. La CGT manifeste.",
            "CGT",
            "organisation",
        ),
        (
            "de",
            "Am Montag klagte Netzbetreiber Karpatstrom. Karpatstrom siegte. Heute zahlt Karpatstrom, so Karpatstrom.",
            "Karpatstrom",
            "organisation",
        ),
        (
            "fr",
            "Le président Tokarov est allé lundi à Paris. Mardi, Kassym-Jomart Tokarov a salué cette visite.",
            "Kassym-Jomart Tokarov",
            "person",
        ),
        (
            "fr",
            "Le tribunal correctionnel de Capbrune a condamné lundi le patron. Le juge de Capbrune a refusé l'appel.",
            "Capbrune",
            "city",
        ),
    ],
)
def test_what_a_name_is_follows_from_all_its_uses(language: str, text: str, name: str, kind: str) -> None:
    _, lore = mentions(article(text, language=language))
    assert {a.kind for a in authorities(lore, language).values() if a.name == name} == {kind}


def test_a_name_that_never_acts_is_nobody() -> None:
    text = "El portavoz de Asuntos Remotos habló el lunes. El lunes dimitió la ministra de Asuntos Remotos."
    _, lore = mentions(article(text, language="es"))
    assert "Asuntos Remotos" not in {a.name for a in authorities(lore, "es").values()}


def test_a_court_is_named_after_its_city_however_small() -> None:
    text = "A court in Bergenza ruled on Monday. In Bergenza nobody was surprised. The court of Bergenza adjourned."
    _, lore = mentions(article(text))
    assert "Court of Bergenza" in {a.name for a in authorities(lore, "en").values()}
