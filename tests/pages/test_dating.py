"""The dating figure: one tinted column where sources agree, one for each answer where they don't."""

from __future__ import annotations

import pytest

from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType, Source
from regesta.pages.chronicle import Chronicle
from regesta.pages.dates import dates
from regesta.pages.dating import dating
from regesta.pages.differ import differ
from regesta.pages.page import Site
from regesta.pages.wording import wording


def pages_of(record: str, *told: str) -> tuple[str, str]:
    """The figure and the comparison of an event with one source for each date."""
    sources = tuple(
        Source(url=f"https://example.org/{n}", publisher=f"Paper {n}", quote=f"It was day {n}.", date=Edtf.parse(date))
        for n, date in enumerate(told)
    )
    event = Event(id="x", title="X", date=Edtf.parse(record), type=EventType.OTHER, sources=sources)
    site = Site(chronicle=Chronicle(events=(event,)), words=wording("en"), dates=dates("en"))
    return dating(site, event), differ(site, event)


@pytest.mark.parametrize(
    ("record", "told", "columns"),
    [
        ("2024-03-05", ["2024-03-05", "2024-03-04/2024-03-06"], 1),
        ("2024-03-04/2024-03-05", ["2024-03-04", "2024-03-05"], 2),
        ("2024-03-04/2024-03-09", ["2024-03-04", "2024-03-09", "2024-03-04", "2024-03-07"], 3),
    ],
)
def test_each_answer_has_a_column_of_its_own(record: str, told: list[str], columns: int) -> None:
    figure, comparison = pages_of(record, *told)
    rows = len(told) + 1
    assert figure.count('class="m-band"') == columns * rows
    assert comparison.count('class="df-p"') == (columns if columns > 1 else 0)
    assert ("do not agree on any day" in figure) == (columns > 1)


def test_who_says_a_whole_month_contradicts_nobody() -> None:
    figure, comparison = pages_of(
        "2024-03-04/2024-03-05", "2024-03-04", "2024-03", "2024-03-05", "2024-03-04/2024-03-05"
    )
    assert figure.count('class="m-band"') == 2 * 5
    assert comparison.count('class="df-p"') == 2
    assert "Paper 0" in comparison
    assert "Paper 1" not in comparison
    assert "Paper 3" not in comparison


def test_papers_with_the_same_answer_stand_together() -> None:
    _, comparison = pages_of("2024-03-04/2024-03-05", "2024-03-05", "2024-03-04", "2024-03-05")
    assert comparison.index("4\u00a0March 2024") < comparison.index("5\u00a0March 2024")
    assert "Paper 0, Paper 2" in comparison
