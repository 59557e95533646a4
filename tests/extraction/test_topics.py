"""What sentences are compared by: numbers in figures or words, words of one sound, phrases with a date inside."""

from __future__ import annotations

import pytest
from tests.extraction.helpers import told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The blast killed forty-three miners."),
        ("en", "The blast killed 43 miners."),
        ("de", "Bei der Explosion starben dreiundvierzig Bergleute."),
        ("es", "La explosión mató a cuarenta y tres mineros."),
        ("fr", "L'explosion a tué quarante-trois mineurs."),
        ("ru", "При взрыве погибли сорок три шахтёра."),
        ("nl", "Bij de ontploffing kwamen drieënveertig mijnwerkers om."),
    ],
)
def test_a_number_is_one_in_figures_and_in_words(language: str, text: str) -> None:
    assert "#43" in told(text, language=language)[0].topics


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "A hundred and forty writers protested in Graz.", "#14"),
        ("de", "Hundertvierzig Schriftsteller protestierten in Graz.", "#14"),
        ("fr", "Cent quarante écrivains ont manifesté à Graz.", "#14"),
        ("en", "Twenty, twelve of them lawyers, protested in Graz.", "#12"),
    ],
)
def test_hundreds_join_and_a_comma_parts(language: str, text: str, number: str) -> None:
    numbers = {topic for topic in told(text, language=language)[0].topics if topic.startswith("#")}
    assert numbers == {number}


def test_words_of_one_origin_are_alike_in_every_script() -> None:
    english = told("The laboratory in Riga closed on Monday.", language="en")[0].wording
    russian = told("Лаборатория в Риге закрылась в понедельник.", language="ru")[0].wording
    assert english & russian


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("es", "El jurado retiró el martes el premio al escritor.", "sanction.deduct"),
        ("de", "Der Vorstand legte am Dienstag sein Veto ein.", "decision.refuse"),
    ],
)
def test_a_date_may_stand_inside_a_phrase(language: str, text: str, concept: str) -> None:
    assert concept in {mention.concept for mention in told(text, language=language)}


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "The foreign minister apologised on Tuesday for the delay.", "statement.react"),
        ("de", "Der Kanzler bedauerte am Montag die Verspätung.", "statement.react"),
        ("es", "El ministro reconoció el martes que el plan había fracasado.", "statement.side"),
        ("ru", "Министр обрушился с критикой на журналистов во вторник.", "statement.criticise"),
    ],
)
def test_a_dated_statement_needs_no_name(language: str, text: str, concept: str) -> None:
    assert [mention.concept for mention in told(text, language=language)] == [concept]


def test_what_somebody_without_a_name_said_is_told_for_its_content() -> None:
    assert "statement.say" not in {m.concept for m in told("The bishop said on Sunday that it was late.")}
