"""The page of a name."""

from __future__ import annotations

from regesta.model.authority import Authority
from regesta.model.edtf import Edtf
from regesta.model.event import Event, EventType
from regesta.pages.chronicle import Chronicle
from regesta.pages.dates import dates
from regesta.pages.names import pages
from regesta.pages.page import Site
from regesta.pages.wording import wording


def forms_of(**variants: tuple[str, ...]) -> tuple[str, str]:
    """What stands under the name of "Ada Holm", and the rest of her page."""
    event = Event(id="x", title="X", date=Edtf.parse("2024"), type=EventType.OTHER, actors=("Ada Holm",), sources=())
    known = Authority(name="Ada Holm", kind="person", variants=variants)
    site = Site(chronicle=Chronicle(events=(event,), actors=(known,)), words=wording("en"), dates=dates("en"))
    body = next(plan.make().body for plan in pages(site) if plan.path == "actors/ada-holm.html")
    under, _, rest = body.partition('<p class="rg-names"')[2].partition("</p>")
    return under, rest


def test_a_form_that_two_languages_share_stands_once_under_the_name() -> None:
    under, rest = forms_of(de=("Holm",), fr=("Holm",), ru=("Хольм",))
    assert under.count("Holm") == 1
    assert "Хольм" in under
    assert rest.count("<td") == 6


def test_a_form_in_capitals_stands_in_the_table_alone() -> None:
    under, rest = forms_of(en=("ADA HOLM", "Holm"), de=("ADA HOLM",), fr=("HOLM",))
    assert "ADA HOLM" not in under
    assert ">Holm<" in under
    assert "HOLM<" not in under
    assert rest.count("<td") == 8
