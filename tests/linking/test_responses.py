"""What answers what, where the articles say that somebody reacts."""

from __future__ import annotations

from tests.extraction.helpers import article, mentions

from regesta.extraction.authorities import authorities
from regesta.linking import link


def answers(*texts: tuple[str, str]) -> list[tuple[str | None, str | None]]:
    """The days of answering events of articles, (language, text) each, and the days of what they answer."""
    articles = [article(text, language=code, name=f"a{n}") for n, (code, text) in enumerate(texts)]
    found, lore = mentions(*articles)
    linked = link({a.id: a for a in articles}, found, names=authorities(lore, "en"))
    days = {e.id: e.date.text if e.date else None for e in linked.events}
    return sorted((days[e.id], days[other]) for e in linked.events for other in e.responds_to)


def test_a_rejection_answers_what_it_rejects() -> None:
    text = (
        "The newspaper Kurir published the contract of mayor Ada Lund on Wednesday.\n\n"
        "Lund rejected the report on Friday as invented."
    )
    assert answers(("en", text)) == [("2023-11-10", "2023-11-08")]


def test_who_is_accused_may_answer() -> None:
    texts = (
        "The daily Kurir accused mayor Ada Lund of fraud on Wednesday.\n\nLund rejected the accusation on Friday.",
        "Mayor Ada Lund was arrested on Wednesday.\n\nOn Friday Lund dismissed the arrest as a farce.",
    )
    for text in texts:
        assert answers(("en", text)) == [("2023-11-10", "2023-11-08")]


def test_a_reaction_is_to_what_came_last() -> None:
    texts = (
        "The city council of Riga revoked the licence of the Baltic circus on Monday, November 6.",
        "A court in Riga fined the Baltic circus 9,000 euros on Wednesday, November 8.",
        "Ada Lund, director of the Baltic circus, reacted on Thursday, November 9, and called it a farce.",
    )
    assert answers(*(("en", text) for text in texts)) == [("2023-11-09", "2023-11-08")]


def test_nobody_answers_what_came_later() -> None:
    later = "Minister Bo Quill accused mayor Ada Lund of fraud on Friday."
    earlier = "Mayor Ada Lund dismissed the accusations of Bo Quill on Wednesday as a farce."
    assert answers(("en", later), ("en", earlier)) == []
    assert answers(("en", later), ("en", earlier.replace("Wednesday", "Saturday"))) == [("2023-11-11", "2023-11-10")]


def test_nobody_answers_himself() -> None:
    text = (
        "Minister Ada Lund criticised the railway on Wednesday.\n\n"
        "On Friday Ada Lund rejected a claim and said that the criticism stood."
    )
    assert answers(("en", text)) == []
