"""The overview above a list."""

from __future__ import annotations

from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType
from regesta.pages.chronicle import Chronicle
from regesta.pages.dates import dates
from regesta.pages.overview import overview
from regesta.pages.page import Site
from regesta.pages.wording import wording


def test_a_known_day_lies_over_the_bars_of_its_lane() -> None:
    told = ("2024-03-07", "2024-03-07/2024-03-09", "../2024-03-10", "2024-03-06/2024-03-08")
    events = tuple(
        Event(id=f"e{n}", title="X", date=Edtf.parse(date), type=EventType.OTHER, actors=("Ada Holm",), sources=())
        for n, date in enumerate(told)
    )
    site = Site(chronicle=Chronicle(events=events), words=wording("en"), dates=dates("en"))
    lane = overview(site, events).partition('data-v="Ada Holm"')[2].partition("</div>")[0]
    assert lane.index('href="#e2"') < lane.index('href="#e1"') < lane.index('href="#e0"')
    assert lane.index('href="#e3"') < lane.index('href="#e0"')
