"""Encodings, sidecars, dates and languages: what an article is known by."""

import unicodedata

import pytest

from regesta.ingest import read_article
from regesta.model.article import PublishedBasis

GERMAN = "Der Bürgermeister trat am Montag zurück. Über die Gründe schwieg er, später äußerte sich sein Büro."
RUSSIAN = "Мэр города ушёл в отставку в понедельник. О причинах он не сказал, позднее выступила пресс-служба."


def article(folder, content, sidecar=None, name="a.txt"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_article(path, sidecar or {}, folder)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_german_in_any_encoding(tmp_path, encoding):
    assert article(tmp_path, GERMAN.encode(encoding)).text == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8-r"])
def test_russian_in_any_encoding(tmp_path, encoding):
    found = article(tmp_path, (RUSSIAN * 3).encode(encoding))
    assert found.language == "ru"
    assert found.text.startswith("Мэр города")


def test_a_page_says_its_encoding(tmp_path):
    page = f'<html><head><meta charset="windows-1251"></head><body><h1>Отставка</h1><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in article(tmp_path, page.encode("cp1251"), name="a.html").text


def test_decomposed_letters_are_composed(tmp_path):
    assert article(tmp_path, unicodedata.normalize("NFD", GERMAN)).text == GERMAN


@pytest.mark.parametrize(
    "line", ["Publié le jeudi à 6 h | Par Maud Vial", "Published Thursday at 6 am | By Ada Quill", "Published 3h ago"]
)
def test_a_line_that_says_when_it_was_published_is_no_text(tmp_path, line):
    body = "The mayor resigned on Monday. He gave no reasons, and his office spoke of a private matter."
    assert article(tmp_path, f"Mayor resigns\n\n{line}\n\n{body}").text == f"Mayor resigns\n\n{body}"


HEADLINE = "Bürgermeister tritt nach Streit um die Brücke zurück"


@pytest.mark.parametrize(
    "line",
    ["dal nostro inviato Ettore Brizzi", "di Marco Rossi", "VON JAN MEYER", "De notre envoyée spéciale Anne Morel"],
)
def test_a_line_that_says_who_wrote_it_is_no_text(tmp_path, line):
    assert article(tmp_path, f"{HEADLINE}\n\n{line}\n\n{GERMAN}").text == f"{HEADLINE}\n\n{GERMAN}"


@pytest.mark.parametrize("line", ["di nuovo in piazza a Roma", "VON DER ELBE BIS ZUM ATLANTIK"])
def test_a_heading_that_begins_as_a_byline_does_is_text(tmp_path, line):
    more = "Nun sucht die Stadt einen Nachfolger. Die Wahl findet im Herbst statt, wie der Rat am Dienstag beschloss."
    assert line in article(tmp_path, f"{HEADLINE}\n\n{GERMAN}\n\n{line}\n\n{more}").text


def test_the_sidecar_wins(tmp_path):
    sidecar = {
        "title": "T",
        "publisher": "P",
        "author": "A",
        "url": "https://x.example/",
        "language": "de",
        "published": "2020-05",
    }
    found = article(tmp_path, GERMAN, sidecar)
    assert (found.title, found.publisher, found.author, found.url) == ("T", "P", "A", "https://x.example/")
    assert str(found.published) == "2020-05"
    assert found.published_basis is PublishedBasis.GIVEN


def test_an_inferred_date_is_forgotten(tmp_path):
    found = article(tmp_path, GERMAN, {"published": "2020-05-01", "published_basis": "inferred"})
    assert found.published is None
    assert found.published_basis is None


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://x.example/2023/11/07/mayor/", "2023-11-07"),
        ("https://x.example/news/2023-11-07-mayor", "2023-11-07"),
        ("https://x.example/2023/11/mayor", None),
        ("https://x.example/2023/13/07/mayor", None),
        ("https://x.example/politics/1705037", None),
    ],
)
def test_an_address_may_name_the_day(tmp_path, url, published):
    found = article(tmp_path, GERMAN, {"url": url}).published
    assert (str(found) if found else None) == published


@pytest.mark.parametrize(
    ("opening", "words", "published"),
    [
        ("MOSCOW, November 12. /TASS/. ", "November 12", None),
        ("LIEPAJA, Latvia, May 11, 2018 (BNW) - ", "May 11, 2018", "2018-05-11"),
        ("PARIS, Feb 12 (Continental Wire) - ", "Feb 12", None),
        ("BEIJING, Nov. 12 (Xinhua) -- ", "Nov. 12", None),
        ("Nov 12 (Reuters) - ", "Nov 12", None),
        ("NEW DELHI: March 3, 2020. ", "March 3, 2020", "2020-03-03"),
        ("Dresden, 28. Februar 2020. ", "28. Februar 2020", "2020-02-28"),
        ("Berlin, 3. März (dpa) - ", "3. März", None),
        ("Paris, le 3 mars (AFP) – ", "3 mars", None),
        ("Madrid, 3 de marzo de 2020 (EFE) - ", "3 de marzo de 2020", "2020-03-03"),
        ("(ANSA) - ROMA, 12 NOV - ", "12 NOV", None),
        ("МОСКВА, 12 ноя – РИА Новости. ", "12 ноя", None),
        ("Львів, 5 грудня 2023 року. ", "5 грудня 2023", "2023-12-05"),
        ("Lisboa, 13 mar 2020 (Lusa) - ", "13 mar 2020", "2020-03-13"),
        ("BRASÍLIA, 3 de março de 2020 – ", "3 de março de 2020", "2020-03-03"),
        ("DEN HAAG, 3 maart (ANP) - ", "3 maart", None),
        ("АСТАНА. 7 қараша. ҚазАқпарат – ", "7 қараша", None),
        ("Wien, am Freitag, 13. März 2020 – ", "Freitag, 13. März 2020", "2020-03-13"),
        ("On March 3 the minister said so. ", None, None),
        ("March 3 – a day to remember – began quietly. ", None, None),
        ("In Berlin, 3 March 2020 was a cold day. ", None, None),
    ],
)
def test_datelines(tmp_path, opening, words, published):
    text = f"{opening}The mayor of the town resigned on Monday, her office said, and gave no reason for it."
    found = article(tmp_path, text, {"language": "en"})
    assert (found.dateline.of(found.text) if found.dateline else None) == words
    assert (str(found.published) if found.published else None) == published


@pytest.mark.parametrize(
    ("language", "line", "published"),
    [
        ("fr", "Publié le 03/04/2020 à 18h12", "2020-04-03"),
        ("pt", "Publicado em 13/05/2018 21h40", "2018-05-13"),
        ("en", "Published 03/04/2020", None),
        ("en", "Published 05/13/2018", "2018-05-13"),
        ("de", "Stand: 12.11.23, 14:05 Uhr", "2023-11-12"),
        ("de", "Veröffentlicht am 12.11.2023 | Lesedauer: 3 Minuten", "2023-11-12"),
        ("ru", "12.11.2023, 14:05", "2023-11-12"),
        ("en", "2023-11-12 14:05", "2023-11-12"),
    ],
)
def test_dates_in_figures(tmp_path, language, line, published):
    text = f"The mayor has resigned in Torvik\n{line}\n\nThe mayor of Torvik resigned on Monday, her office said."
    found = article(tmp_path, text, {"language": language}).published
    assert (str(found) if found else None) == published


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor resigned on Monday and gave no reason."),
        ("de", GERMAN),
        ("fr", "Le maire a démissionné lundi sans donner de raison, a annoncé la mairie dans un communiqué."),
        ("es", "El alcalde dimitió el lunes sin dar explicaciones, según informó el ayuntamiento."),
        ("it", "Il sindaco si è dimesso lunedì senza dare spiegazioni, ha annunciato il comune."),
        ("pt", "O presidente da câmara demitiu-se na segunda-feira sem explicar as razões, informou a autarquia."),
        ("nl", "De burgemeester is maandag afgetreden zonder opgave van redenen, meldt de gemeente."),
        ("kk", "Қала әкімі дүйсенбі күні қызметінен кетті, оның себебін түсіндірген жоқ, деп хабарлады әкімдік."),
        ("ru", RUSSIAN),
        ("uk", "Міський голова подав у відставку в понеділок і не пояснив причин, повідомила пресслужба."),
    ],
)
def test_languages(tmp_path, language, text):
    assert article(tmp_path, text).language == language
