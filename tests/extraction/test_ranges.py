"""What goes on from day to day lasts; what happens on some day of a range does not."""

from __future__ import annotations

import pytest
from tests.extraction.helpers import article, mentions

from regesta.extraction.authorities import authorities
from regesta.linking import link


@pytest.mark.parametrize(
    ("language", "text", "date", "duration"),
    [
        ("en", "Nurses in Riga went on strike from 6 to 8 November.", "2023-11-06/2023-11-08", True),
        ("de", "Vom 6. bis 8. November streikten die Pfleger in Riga.", "2023-11-06/2023-11-08", True),
        ("fr", "Les infirmiers de Riga ont fait grève du 6 au 8 novembre.", "2023-11-06/2023-11-08", True),
        ("ru", "Медсёстры в Риге бастовали с 6 по 8 ноября.", "2023-11-06/2023-11-08", True),
        ("en", "Nurses in Riga went on strike on 6 November.", "2023-11-06", False),
    ],
)
def test_a_strike_of_three_days_lasts(language: str, text: str, date: str, duration: bool) -> None:  # noqa: FBT001 (a table's column)
    one = article(text, language=language)
    found, lore = mentions(one)
    event = link({one.id: one}, found, names=authorities(lore, "en")).events[0]
    assert str(event.date) == date
    assert (str(event.duration) if event.duration else None) == (date if duration else None)
    assert event.sources[0].when is not None
    assert all(day in event.sources[0].when for day in ("6", "8" if duration else "6"))
