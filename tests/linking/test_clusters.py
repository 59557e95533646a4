"""Tellings of one event come together, tellings of two stay two."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extraction.helpers import article, mentions

from regesta.extraction.authorities import authorities
from regesta.linking import link
from regesta.linking.comparison import affinity

LATER = date(2023, 11, 20)


def dates(*texts: tuple[str, str]) -> list[tuple[str | None, int]]:
    """The events of articles, (language, text) each: date, and by how many articles told."""
    articles = [article(text, language=code, name=f"a{n}") for n, (code, text) in enumerate(texts)]
    found, lore = mentions(*articles)
    linked = link({a.id: a for a in articles}, found, names=authorities(lore, "en"))
    return [(e.date.text if e.date else None, len({s.article for s in e.sources})) for e in linked.events]


def test_one_strike_told_in_four_languages_is_one() -> None:
    assert dates(
        ("en", "Workers at the Voiron plant went on strike on Friday."),
        ("de", "Am Freitag streikten die Beschäftigten im Werk Voiron."),
        ("fr", "Les salariés de l'usine de Voiron ont débrayé vendredi."),
        ("ru", "Рабочие завода в Вуароне бастовали в пятницу."),
    ) == [("2023-11-10", 4)]


def test_two_fines_two_days_apart_stay_two() -> None:
    text = (
        "The regulator fined Kursa Oil 1.8 million euros on Monday.\n\n"
        "On Wednesday the regulator fined Brandtmann Shipping 350,000 euros."
    )
    assert [day for day, _ in dates(("en", text))] == ["2023-11-08", "2023-11-13"]


def test_two_who_resign_on_fridays_are_two() -> None:
    texts = (
        "Ports chief Lope Arrieta resigned on Friday over a letter to a broker in Malta.",
        "Transport minister Remedios Galvan quit on Friday after a stormy session.",
    )
    assert dates(*(("en", text) for text in texts)) == [("2023-11-10", 1), ("2023-11-10", 1)]


def test_a_plan_and_the_deed_are_one_event() -> None:
    assert dates(
        ("en", "President Ada Lund will visit Riga on Saturday."),
        ("en", "President Ada Lund visited Riga on Saturday, 18 November 2023."),
    ) == [("2023-11-18", 2)]


def test_a_denial_on_the_day_of_a_raid_is_an_event_of_its_own() -> None:
    assert dates(
        ("en", "Police raided the home of Governor Ada Lund on Monday. Lund denied the allegations on Monday."),
        ("en", "Governor Ada Lund on Monday denied fraud.\n\nPolice searched the home of Governor Ada Lund on Monday."),
    ) == [("2023-11-13", 2), ("2023-11-13", 2)]


SAME = (
    "Poland's president Ada Lund visited Riga on Monday.",
    "Präsidentin Ada Lund besuchte am Montag Riga.",
)
OTHER = (
    "Poland's president Ada Lund visited Riga on Monday.",
    "Präsidentin Ada Lund kritisierte am Montag die Nato.",
)


@pytest.mark.parametrize(("texts", "likely"), [(SAME, True), (OTHER, False)])
def test_affinity_leaves_time_aside(texts: tuple[str, str], likely: bool) -> None:  # noqa: FBT001 (a table's column)
    one, other = article(texts[0], name="a"), article(texts[1], language="de", name="b", published=LATER)
    found, _ = mentions(one, other)
    best = max(affinity(left, right) for left in found["a"] for right in found["b"])
    assert (best >= 0.5) == likely


def test_two_words_for_a_body_differ_less_than_two_names() -> None:
    def likeness(one: str, other: str) -> float:
        found, _ = mentions(article(one, name="a"), article(other, name="b"))
        return affinity(found["a"][0], found["b"][0])

    bodies = likeness("The prefecture closed the pass in May.", "Police closed the pass in May.")
    persons = likeness("Ada Lund closed the pass in May.", "Pieter Vos closed the pass in May.")
    assert bodies > persons


def test_a_suit_and_the_ruling_of_the_next_day_stay_two() -> None:
    assert dates(
        ("en", "Ada Lund sued the harbour of Riga in a court on Sunday."),
        ("en", "A Riga court ruled on Monday for Ada Lund."),
    ) == [("2023-11-12", 1), ("2023-11-13", 1)]


def test_undated_words_in_two_fresh_reports_are_of_the_days_of_the_first() -> None:
    news = "Police raided the town hall of Riga on Monday.\n\nMayor Ada Lund denied any wrongdoing."
    again = "Police raided the town hall of Riga on Monday.\n\n“I did nothing wrong,” Mayor Ada Lund said."
    assert ("2023-11-13/2023-11-14", 2) in dates(("en", news), ("en", again))


def test_what_opens_a_fresh_report_is_of_its_first_day_or_later() -> None:
    sentence = "A Riga court sentenced the broker Ilja Berg to three years in prison"
    again = [("en", f"{sentence}{more}") for more in (" for fraud.", ", as the papers of Riga report.")]
    news = f"{sentence}.\n\nPolice raided the harbour of Liepaja "
    assert ("2023-11-13/2023-11-14", 3) in dates(("en", news + "on Monday."), *again)
    assert ("../2023-11-14", 3) in dates(("en", news + "on 2 October."), *again)


def test_what_happens_on_a_day_does_not_last_for_what_follows_from_it() -> None:
    told = dates(
        ("en", "The council of Riga closed the harbour and declared an emergency on Friday, 3 November 2023."),
        ("en", "From 3 to 8 November 2023 nothing moved in the harbour of Riga, where the council kept the emergency."),
    )
    assert told == [("2023-11-03", 2)]


FINES = (
    "The regulator fined Kursa Oil 1.8 million euros on 10 November.\n\n"
    "The regulator fined Kursa Oil 1.2 million euros on 13 November."
)


@pytest.mark.parametrize(("day", "date"), [("Friday", "2023-11-10"), ("Monday", "2023-11-13")])
def test_an_undated_article_goes_with_the_event_of_its_weekday(day: str, date: str) -> None:
    known = article(FINES, name="a0")
    undated = article(f"The regulator fined Kursa Oil on {day}.", name="a1", published=None)
    found, lore = mentions(known, undated)
    linked = link({"a0": known, "a1": undated}, found, names=authorities(lore, "en"))
    assert [str(e.date) for e in linked.events if any(s.article == "a1" for s in e.sources)] == [date]


def test_the_vote_is_the_one_that_was_told_just_before() -> None:
    text = (
        "The council voted for the data centre on 24 April.\n\n"
        "Opponents of the plan collected signatures for weeks. Nobody expected much. The lake lay still.\n\n"
        "On 5 November the residents of Larnsk voted against it. Four days after the vote Mayor Ann Dolak resigned."
    )
    assert "2023-11-09" in [day for day, _ in dates(("en", text))]


def test_what_hangs_on_a_meeting_that_a_noun_names_is_counted_from_it() -> None:
    text = (
        "Shareholders of Alpicor voted for the plan at a meeting on 8 November.\n\n"
        "Two days after that meeting, the owners sued the board of Alpicor."
    )
    assert [day for day, _ in dates(("en", text))] == ["2023-11-08", "2023-11-10"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        (
            "en",
            "The court ruled on 8 November.\n\nThe judge met the owner on the Sunday before the ruling.",
            ["2023-11-05", "2023-11-08"],
        ),
        (
            "fr",
            "Le tribunal a jugé le 8 novembre.\n\nIls se sont rencontrés le dimanche précédant le jugement.",
            ["2023-11-05", "2023-11-08"],
        ),
    ],
)
def test_a_day_that_hangs_on_an_event_is_counted_from_it(language: str, text: str, days: list[str]) -> None:
    assert sorted(day or "" for day, _ in dates((language, text))) == days


def test_what_one_late_sentence_alone_tells_and_others_passed_over_is_no_event() -> None:
    news = "Police raided the town hall of Riga on Monday."
    later = "Police searched the town hall of Riga on 13 November.\n\nOn 10 November Ada Lund sued the harbour of Riga."
    told = [("a0", "2023-11-14"), ("a1", "2023-11-15"), ("a2", "2023-11-20")]
    articles = [
        article(later if name == "a2" else news, name=name, published=date.fromisoformat(day)) for name, day in told
    ]
    for kept in (articles, articles[2:]):
        found, lore = mentions(*kept)
        linked = link({a.id: a for a in kept}, found, names=authorities(lore, "en"))
        assert ("2023-11-10" in {e.date.text for e in linked.events if e.date}) == (len(kept) == 1)
