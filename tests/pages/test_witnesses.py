"""Which articles are one witness, and which events hang together."""

from __future__ import annotations

from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType, Source
from regesta.pages.chronicle import Chronicle
from regesta.pages.witnesses import same_words

LEAD = "The crew of the ferry walked out on Tuesday morning and no ship sailed."
SECOND = "About four hundred passengers waited on the quay until late in the evening."
SHORT = "No ship sailed."


def told(name: str, *sources: tuple[str, str], answers: tuple[str, ...] = ()) -> Event:
    return Event(
        id=name,
        title=name,
        date=Edtf.parse("2024-03-05"),
        type=EventType.OTHER,
        responds_to=answers,
        sources=tuple(Source(article=article, quote=quote) for article, quote in sources),
    )


def test_papers_that_print_the_same_sentences_are_one_witness() -> None:
    event = told(
        "a", ("post", LEAD), ("gazette", LEAD.upper()), ("sheet", "Another paper says it in words of its own.")
    )
    assert same_words([event]) == {"gazette": ("post",), "post": ("gazette",)}


def test_a_short_sentence_proves_nothing() -> None:
    assert same_words([told("a", ("post", SHORT), ("gazette", SHORT))]) == {}


def test_one_sentence_of_many_is_a_quotation_not_a_copy() -> None:
    own = [
        (paper, f"{paper} {n} has a sentence that no other paper has in it") for paper in ("x", "y") for n in range(4)
    ]
    assert same_words([told("a", ("x", LEAD), ("y", LEAD), *own)]) == {}
    assert same_words([told("a", ("x", LEAD), ("y", LEAD), ("x", SECOND), ("y", SECOND), *own[:2], *own[4:6])])


def test_events_that_answer_one_another_are_one_thread_however_they_hang() -> None:
    events = (
        told("a"),
        told("b", answers=("a",)),
        told("c", answers=("b", "gone")),
        told("d"),
        told("e", answers=("e",)),
    )
    assert Chronicle(events=events).thread_of == {"a": "a", "b": "a", "c": "a"}
    circle = (told("x", answers=("y",)), told("y", answers=("x",)))
    assert Chronicle(events=circle).by_thread == {"x": circle}
