"""Bodies without a name are one across languages, apart by whose they are, and written in the chronology's language."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.extraction.helpers import article, mentions

from regesta.extraction.authorities import authorities


def acting(texts: Mapping[str, str], language: str = "en") -> dict[str, list[str]]:
    """For each text, who acts in its first mention, as records in a language write it."""
    found, lore = mentions(*(article(text, language=code[:2], name=code) for code, text in texts.items()))
    names = authorities(lore, language)
    return {code: [names[use.key].name for use in found[code][0].actors] if found[code] else [] for code in texts}


def test_a_ministry_is_one_in_every_language() -> None:
    told = acting(
        {
            "en": "France's economy ministry rejected the takeover on Monday.",
            "de": "Das französische Wirtschaftsministerium lehnte die Übernahme am Montag ab.",
            "fr": "Bercy a rejeté lundi le rachat.",
            "es": "El Ministerio de Economía francés rechazó el lunes la compra.",
            "ru": "Министерство экономики Франции отклонило сделку в понедельник.",
        }
    )
    assert {name for names in told.values() for name in names[:1]} == {"French economy ministry"}


def test_bodies_of_two_owners_are_two() -> None:
    told = acting(
        {
            "en": "Orvell shareholders approved the merger on Monday. Shares of Orvell fell.",
            "en2": "Tamsin's own shareholders rejected the merger on Tuesday. Shares of Tamsin rose.",
        }
    )
    assert (told["en"][0], told["en2"][0]) == ("Orvell shareholders", "Tamsin shareholders")


def test_a_later_court_is_the_one_that_was_named() -> None:
    texts = {
        "fr": "Le tribunal de commerce de Grenoble a rejeté lundi la plainte. Mardi, le tribunal a condamné Orvell.",
        "en": "A court in Grenoble rejected the complaint on Monday.",
    }
    found, _ = mentions(*(article(text, language=code, name=code) for code, text in texts.items()))
    keys = {use.key for mention in (*found["fr"], *found["en"]) for use in mention.actors[:1]}
    assert keys == {"body:commercial court@place:Grenoble/FR"}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Astana criticised the report on Monday.", "Kazakhstan"),
        ("en", "The Kremlin rejected the report on Monday.", "Russia"),
        ("fr", "Berne a rejeté la demande lundi.", "Switzerland"),
        ("ru", "Москва отвергла обвинения в понедельник.", "Russia"),
        ("de", "Das Sportgericht verurteilte den Verein am Montag.", "Court"),
        ("it", "Martedì le Fiamme gialle hanno perquisito la sede.", "Italian finance police"),
        ("es", "La Guardia Civil registró el lunes la sede.", "Spanish Civil Guard"),
        ("de", "Der Rechnungshof veröffentlichte am Montag den Bericht.", "Audit office"),
        ("fr", "La préfecture a fermé lundi le col.", "Prefecture"),
        ("uk", "Прихильники вийшли на марш у понеділок.", "Supporters"),
        ("en", "The Italian foreign minister rejected the report on Monday.", "Italian foreign minister"),
    ],
)
def test_who_acts_without_a_name(language: str, text: str, who: str) -> None:
    assert acting({language: text})[language] == [who]


def test_a_city_is_where_and_no_actor() -> None:
    found, lore = mentions(article("Lena Brandt resigned in Grenoble on Monday. Grenoble was quiet on Tuesday."))
    names = authorities(lore, "en")
    assert [names[use.key].name for use in found["a"][0].places] == ["Grenoble"]
    assert {names[use.key].name for mention in found["a"] for use in mention.actors} == {"Lena Brandt"}


def test_a_name_that_a_city_bears_too_is_a_person_s() -> None:
    text = "Minister Nancy Faber resigned on Monday. Faber said she was tired. Vladimir Kos succeeds her."
    _, lore = mentions(article(text))
    kinds = {a.name: a.kind for key, a in authorities(lore, "en").items() if key in lore.entities}
    assert kinds["Nancy Faber"] == "person"
    assert not {"Nancy", "Vladimir"} & set(kinds)
