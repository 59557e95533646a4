"""The date facet: a histogram of the possible days, under which a script puts two fields for the range.

Bars are of equal width, in whole days. An event counts in every bar that it may lie in.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.event import Event
from regesta.pages.markup import text
from regesta.pages.page import Site, axis_of

_BARS = 30
_HEIGHT = 36


def date_facet(site: Site, events: Sequence[Event]) -> str:
    """The facet; empty where there is nothing to compare."""
    dated = [event for event in events if event.date]
    if len(dated) < 2:
        return ""
    axis = axis_of(dated)
    width = -(-axis.length // _BARS)
    counts = [0] * -(-axis.length // width)
    for days in [event.date.days for event in dated if event.date]:
        first, last = axis.shown(days)
        for bar in range((first - axis.first) // width, (last - axis.first) // width + 1):
            counts[bar] += 1
    ends = "".join(f"<span>{text(site.dates.day(day))}</span>" for day in (axis.first, axis.last))
    return (
        f'<details class="rg-facet is-date" data-a="{axis.first}" data-b="{axis.last}" data-w="{width}" open>'
        f'<summary>{site.label("facets.date")}</summary><svg class="f-hist" height="{_HEIGHT}" aria-hidden="true">'
        f'{_bars(counts)}</svg><p class="f-ends">{ends}</p></details>'
    )


def _bars(counts: Sequence[int]) -> str:
    most, step = max(counts), 100 / len(counts)
    drawn = []
    for index, count in enumerate(counts):
        height = max(1.5, (_HEIGHT - 2) * count / most) if count else 0
        drawn.append(
            f'<rect x="{index * step + 0.1 * step:.2f}%" width="{0.8 * step:.2f}%" y="{_HEIGHT - height:.1f}"'
            f' height="{height:.1f}"/>'
        )
    return "".join(drawn)
