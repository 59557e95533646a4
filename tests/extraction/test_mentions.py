"""What sentences tell: which deed has which time, who speaks, what goes on and what answers."""

from __future__ import annotations

import pytest
from tests.extraction.helpers import told

from regesta.model.edtf import Edtf
from regesta.model.event import Status
from regesta.model.mention import Mention


def dated(text: str, language: str = "en") -> dict[str, str | None]:
    """Concept -> date, of every mention."""
    return {m.concept: Edtf.of(m.interval).text if m.interval else None for m in told(text, language=language)}


def test_each_deed_has_the_time_of_its_own_clause() -> None:
    text = "The agreement, signed last week, was rejected by the senate on Monday."
    assert dated(text) == {"agreement.sign": "2023-11-06/2023-11-12", "decision.refuse": "2023-11-13"}


def test_a_noun_has_the_time_beside_it_though_the_verb_has_another() -> None:
    text = "Ola Berg will hold talks with Ann Dolak this week after his visit, last week, to Riga."
    assert dated(text) == {"meeting.talks": "2023-11-13/2023-11-19", "visit.visit": "2023-11-06/2023-11-12"}


def test_the_clause_that_describes_a_noun_dates_it() -> None:
    text = "The meeting that the company was to hold in Riga on Friday has been called off."
    assert [(m.status, Edtf.of(m.interval).text) for m in told(text) if m.interval] == [
        (Status.CANCELLED, "2023-11-17")
    ]


def test_what_is_announced_for_a_day_to_come_is_planned_for_it() -> None:
    found = told("Mayor Ann Dolak said the ruling would be challenged in court before the end of the month.")
    assert [(m.concept, m.status) for m in found if m.interval] == [("court.sue", Status.PLANNED)]


def test_more_words_in_quotation_marks_go_on() -> None:
    found = told("“A loan is a loan,” Minister Ann Dolak said on Monday. “It can come home the same way.”")
    assert [m.continues for m in found] == [None, 0]


def test_a_time_in_a_clause_that_the_verb_governs_is_not_the_verbs() -> None:
    assert dated("A newspaper revealed that the minister had lied in March.")["publication.publish"] is None


def test_a_time_between_commas_is_the_main_verbs_and_not_of_the_clause_before() -> None:
    assert dated("Italian police searched the office of a doctor, a man who had worked with her, eight days ago.") == {
        "other.raid": "2023-11-06"
    }


def test_the_only_time_dates_the_only_deed_however_far_it_is() -> None:
    text = (
        "Sono arrivati all'alba di ieri, in sei, con due furgoni bianchi e un cane, senza sirene e senza fretta: "
        "i carabinieri hanno perquisito lo studio del medico."
    )
    assert dated(text, "it") == {"other.raid": "2023-11-13"}


def test_a_reported_deed_is_told_once() -> None:
    found = dated("Acme Holding said on Friday it had bought Globex.")
    assert found == {"economic.acquire": "2023-11-10"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The president will visit Riga on Saturday.", Status.PLANNED),
        ("The president visited Riga on Saturday.", Status.HAPPENED),
        ("The president's visit to Riga on Friday was called off.", Status.CANCELLED),
        ("Both sides say that the meeting in Riga on Friday never took place.", Status.DENIED),
    ],
)
def test_status(text: str, status: Status) -> None:
    assert {m.status for m in told(text) if m.type.value in ("visit", "meeting")} == {status}


def said(text: str, language: str = "en") -> list[Mention]:
    """The statements of a text."""
    return [m for m in told(text, language=language) if m.speaker is not None]


def test_a_speaker_goes_on() -> None:
    text = (
        "Finance Minister Ola Berg rejected the report on Friday.\n\n"
        "“We have nothing to hide,” he said.\n\nBerg added that the books were open."
    )
    found = said(text)
    assert [m.continues for m in found] == [None, 0, 0]
    assert len({m.speaker.key for m in found if m.speaker}) == 1


def test_a_pronoun_is_the_last_speaker() -> None:
    text = (
        "Finance Minister Ola Berg spoke on Friday. Critic Nils Aas said Berg had failed. "
        "But, he said, it was not too late."
    )
    found = said(text)
    assert found[-1].speaker is not None
    assert found[-2].speaker is not None
    assert found[-1].speaker.key == found[-2].speaker.key


def test_when_holds_the_preposition() -> None:
    text = "Workers walked out on Friday."
    (mention,) = told(text)
    assert mention.when is not None
    assert mention.when.of(text) == "on Friday"


def test_an_article_without_a_date_keeps_relative_days_open() -> None:
    (mention,) = told("Workers walked out on Friday.", published=None)
    assert mention.interval is None
    assert mention.time is not None


def test_the_name_between_commas_speaks_and_not_the_one_spoken_to() -> None:
    # "the mayor, X, urged Y": the words belong to X
    text = "Ivo Brandner owns the club. The mayor of Larnsk, Ada Quillon, urged Brandner to meet the players on Monday."
    found = said(text)
    assert [m.speaker.surface for m in found if m.speaker] == ["Ada Quillon"]


def test_each_part_of_a_list_that_begins_with_a_date_tells_of_something() -> None:
    found = told("On 6 November they suspended him; on the 7th he spoke of his mother; on the 9th the team went quiet.")
    assert [str(Edtf.of(m.interval)) for m in found if m.interval] == ["2023-11-06", "2023-11-07", "2023-11-09"]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("de", "Seit zwei Wochen streiken die Pfleger in Riga.", "2023-10-30/2023-11-05"),
        ("fr", "Les infirmiers de Riga font grève depuis trois jours.", "2023-11-11"),
        ("it", "Gli infermieri di Riga sono in sciopero da un mese.", "2023-10-04/2023-10-24"),
    ],
)
def test_what_has_been_so_for_some_time_began_then(language: str, text: str, date: str) -> None:
    assert [Edtf.of(m.interval).text for m in told(text, language=language) if m.interval] == [date]


def test_a_dated_sentence_on_somebodys_word_tells_of_something() -> None:
    text = "According to a radio station, Ada Lund and Ola Berg dined together in Riga on 3 November."
    assert [Edtf.of(m.interval).text for m in told(text) if m.interval] == ["2023-11-03"]


def test_words_that_go_with_a_deed_are_no_statement_of_their_own() -> None:
    assert dated("Fishermen blocked the port on 3 November, demanding compensation.") == {
        "protest.blockade": "2023-11-03"
    }


def test_a_plan_does_not_take_the_day_of_what_happened() -> None:
    text = "Dos días después de la junta, los accionistas de Northgate respaldaron el plan que debe financiar la obra."
    found = {m.status: m.time is not None for m in told(text, language="es")}
    assert found == {Status.HAPPENED: True, Status.PLANNED: False}


def test_plans_that_were_approved_are_no_plan_of_the_approval() -> None:
    told_of = told("Ministers approved plans for a third runway on Monday.")
    assert [(m.status.value, str(m.interval.first)) for m in told_of if m.interval] == [("happened", "738837")]


def test_a_clause_goes_on_behind_a_relative_one_without_commas() -> None:
    found = told("The witness who was to testify next week was arrested on Monday.")
    assert [(m.concept, m.status, m.time and m.time.text) for m in found] == [
        ("meeting.hearing", Status.PLANNED, "next week"),
        ("arrest.arrest", Status.HAPPENED, "Monday"),
    ]


def test_what_is_said_to_come_does_not_come_on_the_day_on_which_it_was_said() -> None:
    found = told("Anna Holm said on Tuesday she would resign.")
    assert [(m.concept, m.status, m.interval is not None) for m in found] == [
        ("statement.say", Status.HAPPENED, True),
        ("resignation.resign", Status.PLANNED, False),
    ]


def test_an_article_opens_no_relative_clause() -> None:
    text = "Die Frau wurde am Montag festgenommen, weil sie den Mann erschossen und das Haus angezündet hatte."
    assert [m.concept for m in told(text, language="de")] == ["arrest.arrest", "attack.attack"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The man arrested on Friday was released on Sunday."),
        ("fr", "L'homme interpellé vendredi a été remis en liberté dimanche."),
        ("es", "El hombre detenido el viernes quedó en libertad el domingo."),
        ("it", "L'uomo arrestato venerdì è stato scarcerato domenica."),
        ("ru", "Задержанный в пятницу мужчина в воскресенье вышел на свободу."),
    ],
)
def test_two_verbs_of_one_stretch_have_a_day_each(language: str, text: str) -> None:
    found = dated(text, language)
    assert found["arrest.arrest"] == "2023-11-10"
    assert "2023-11-12" in found.values()


def test_a_phrase_is_dated_by_its_nearest_word() -> None:
    text = "Le procès, qui devait s'ouvrir mercredi, a été reporté au 4 décembre."
    assert "2023-12-04" in dated(text, "fr").values()
    text = "The measure, which the senate passed on 3 November, still needs a signature."
    assert dated(text)["vote.vote"] == "2023-11-03"


@pytest.mark.parametrize(
    ("text", "concept", "status"),
    [
        ("The treasurer, arrested on Friday at his villa, denies any wrongdoing.", "arrest.arrest", Status.HAPPENED),
        ("The minister met reporters on Monday and denied having resigned.", "meeting.talks", Status.HAPPENED),
        ("The two met in Vienna on Friday, which both deny.", "meeting.talks", Status.DENIED),
    ],
)
def test_a_denial_is_of_what_it_says(text: str, concept: str, status: Status) -> None:
    assert {m.concept: m.status for m in told(text)}[concept] is status


def test_the_quoted_words_of_an_office_on_a_day_are_a_statement() -> None:
    assert dated("«Pido perdón a las víctimas», declaró el lunes el arzobispo de Santiago.", "es") == {
        "statement.say": "2023-11-13"
    }


def test_who_decides_tells_what_it_is() -> None:
    assert [m.concept for m in told("The ministry halted the project on Monday.")] == ["decision.close"]
    assert [m.concept for m in told("A judge in Larnsk halted the project on Monday.")] == ["court.rule"]
    assert [m.concept for m in told("Parliament rejected the proposal on Monday.")] == ["vote.vote"]
    assert [m.concept for m in told("Prosecutors opened an investigation on Monday.")] == ["court.charge"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The exhibition, due to open on Friday, will not take place."),
        ("it", "La mostra, prevista per venerdì, non si terrà."),
        ("ru", "Выставка, назначенная на пятницу, не состоится."),
        ("uk", "Виставка, призначена на п'ятницю, не відбудеться."),
        ("de", "Die für Freitag geplante Ausstellung findet nicht statt."),
    ],
)
def test_what_will_not_take_place_is_cancelled_for_its_day(language: str, text: str) -> None:
    found = [(m.status, Edtf.of(m.interval).text) for m in told(text, language=language) if m.interval]
    assert found == [(Status.CANCELLED, "2023-11-17")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ada Lund wurde zur neuen Direktorin ernannt. Das teilte der Verwaltungsrat am Montag mit."),
        ("it", "Ada Lund è stata nominata direttrice. Lo ha comunicato lunedì il consiglio."),
        ("ru", "Белоруссия выслала двух австрийских дипломатов. Об этом в понедельник сообщил министр Антон Верейко."),
        ("uk", "Прокуратура висунула звинувачення міністру. Про це в понеділок повідомила речниця Ада Лунд."),
    ],
)
def test_a_deed_is_of_the_day_on_which_the_next_sentence_makes_it_known(language: str, text: str) -> None:
    deed, word = told(text, language=language)
    assert word.continues == 0
    assert deed.interval is not None
    assert Edtf.of(deed.interval).text == "2023-11-13"


def test_a_fire_is_not_of_the_day_on_which_the_next_sentence_makes_it_known() -> None:
    text = "Bei einem Brand in Riga starben zwei Menschen. Das teilte die Polizei am Montag mit."
    fire, word = told(text, language="de")
    assert word.continues is None
    assert fire.interval is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ada Lund launched the tablet at the Developers Conference 2023.", None),
        ("Ada Lund launched the tablet at the firm's 2023 Developers Conference.", None),
        ("Ada Lund launched the tablet in 2023.", "2023"),
    ],
)
def test_the_year_of_a_name_is_no_date(text: str, date: str | None) -> None:
    assert dated(text) == {"economic.launch": date}


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "The clubs approved the contract on Monday by nine votes to seven.", "vote.vote"),
        ("es", "El consejo aprobó el lunes el contrato por 41 votos a favor y 6 en contra.", "vote.vote"),
        ("en", "The regulator approved the contract on Monday.", "decision.decide"),
    ],
)
def test_what_is_decided_by_a_count_is_a_vote(language: str, text: str, concept: str) -> None:
    assert list(dated(text, language)) == [concept]


def test_a_relative_clause_without_commas_before_a_month_breaks_nothing() -> None:
    assert "publication.publish" in dated("That which the paper printed was addressed in August Renzo died.")


@pytest.mark.parametrize(
    ("language", "text", "concept", "date"),
    [
        ("en", "The tug was boarded by a patrol before dawn on Monday.", "attack.capture", "2023-11-13"),
        ("en", "He was arrested before the court ruled on Monday.", "arrest.arrest", None),
        ("es", "El ministro tuvo que dimitir el lunes.", "resignation.resign", "2023-11-13"),
    ],
)
def test_a_preposition_opens_no_clause(language: str, text: str, concept: str, date: str | None) -> None:
    assert dated(text, language)[concept] == date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The firm on Monday postponed the launch until 12 December."),
        ("ru", "Запуска не будет: в понедельник компания «Полюс» отложила его на 12 декабря."),
    ],
)
def test_what_is_put_off_is_of_the_day_of_the_decision(language: str, text: str) -> None:
    assert dated(text, language)["decision.postpone"] == "2023-11-13"


def test_a_phrase_does_not_run_over_the_comma_between_two_clauses() -> None:
    text = "Після того як суд у понеділок відхилив позов, компанія у вівторок оголосила про апеляцію."
    first = told(text, language="uk")[0]
    assert (first.concept, first.trigger.of(text)) == ("court.rule", "відхилив позов")
    assert first.interval == Edtf.parse("2023-11-13").days


def test_a_day_in_a_name_between_quotation_marks_dates_nothing() -> None:
    assert dated('Italy summoned the envoy over the "Sunday valley" remark.') == {"meeting.summon": None}
    assert dated('"It is over," Ada Lund said on Monday, "and I resign."')["statement.say"] == "2023-11-13"
