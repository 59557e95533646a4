"""An event's date is what its sources support together."""

from __future__ import annotations

import pytest

from regesta.linking.dates import date_of
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, EventType, Status
from regesta.model.mention import Mention
from regesta.model.span import Span

CASES = [
    (["2023-11-01/2023-11-10", "2023-10-30/2023-11-05"], "2023-11-01/2023-11-05"),
    (["2023-11-07", "2023-11"], "2023-11-07"),
    (["2022-03-02", "2022-03-03"], "2022-03-02/2022-03-03"),
    (["2018-06-04", "2018-06-04", "2018-07-20"], "2018-06-04"),
    (["2018-06-04/2018-06-10", "../2018-06-08"], "2018-06-04/2018-06-08"),
    ([], None),
]


def mention(date: str, *, status: Status = Status.HAPPENED, basis: Basis | None = None) -> Mention:
    return Mention(
        article="a",
        sentence=Span(0, 1),
        trigger=Span(0, 1),
        type=EventType.VISIT,
        status=status,
        interval=Edtf.parse(date).days,
        basis=basis,
        strength=2.0,
    )


@pytest.mark.parametrize(("dates", "expected"), CASES)
def test_the_date_is_what_the_sources_share(dates: list[str], expected: str | None) -> None:
    days = date_of([mention(date) for date in dates]).days
    assert (Edtf.of(days).text if days else None) == expected


def test_what_was_planned_gives_way_to_what_happened() -> None:
    days = date_of([mention("2023-05-02", status=Status.PLANNED), mention("2023-05-09")]).days
    assert days == Edtf.parse("2023-05-09").days


def test_a_day_of_publication_gives_way_to_a_day_that_is_told() -> None:
    days = date_of([mention("2023-05-03", basis=Basis.PUBLISHED), mention("2023-05-02")]).days
    assert days == Edtf.parse("2023-05-02").days


def test_a_date_far_off_is_left_out_and_said() -> None:
    dated = date_of([mention("2018-06-04"), mention("2018-06-04"), mention("2018-07-20")])
    assert [m.interval for m in dated.outside] == [Edtf.parse("2018-07-20").days]
