"""The picture of the whole: density, one lane for each of the main actors or publishers, and the axis under them.

Certain and possible days are counted apart: an uncertain event never adds ink to a day on which it may not have
happened. The picture is hidden from screen readers, since all that it shows stands in words in the list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from regesta.model.edtf import Edtf
from regesta.model.event import Event, Status
from regesta.pages.axis import Unit, axis_row, bucket_edges, grid, unit_for
from regesta.pages.certainty import Certainty
from regesta.pages.chronicle import kind
from regesta.pages.marks import Axis, glyph, mark
from regesta.pages.markup import text
from regesta.pages.page import Site, axis_of

_MOST_LANES = 9
_TOP_LANES = 7
_PHONE_LANES = 6
_HEIGHT = 52
_TICKS_FROM = 60
_HEAT_FROM = 120


@dataclass(frozen=True, slots=True)
class Lane:
    """The events that name one actor, or those that one publisher tells of; or all that have no lane of their own."""

    name: str
    """The actor or publisher; empty for the rest."""
    label: str
    """What stands beside it, plain text."""
    events: list[Event]
    """Its events."""


def overview(site: Site, events: Sequence[Event]) -> str:
    """The figure above the list; empty where there is nothing to compare."""
    dated = [event for event in events if event.date]
    if len(dated) < 2:
        return ""
    axis = axis_of(dated)
    unit = unit_for(axis)
    rows = _lanes(site, dated, lambda event: event.actors)
    told = _lanes(site, dated, site.chronicle.publishers)
    lanes = _group(site, axis, unit, "actor", rows) + (_group(site, axis, unit, "publisher", told) if told else "")
    tall = " is-tall" if len(rows) > _PHONE_LANES else ""
    density = _density(site, axis, unit, dated) if len(dated) > 5 else ""
    return (
        f'<figure class="rg-over{tall}" data-a="{axis.first}" data-n="{axis.length}">'
        f'<figcaption class="rg-over__cap">{_caption(site, events, unit)}</figcaption>'
        f'<div class="rg-over__plot">{density}{lanes}{axis_row(site, axis)}</div></figure>'
    )


def _caption(site: Site, events: Sequence[Event], unit: Unit) -> str:
    counts = Counter(kind(event) for event in events)
    parts = [f"<strong>{text(site.words('counts.events', n=len(events)))} {site.label('home.glance')}</strong>"]
    for certainty in Certainty:
        if counts[certainty]:
            name = site.label(f"certainties.{certainty}")
            parts.append(f'<span class="k-i">{glyph(certainty)} {name} ({counts[certainty]})</span>')
    planned = sum(event.status is Status.PLANNED for event in events)
    if planned:
        shape = glyph(Certainty.DAY, Status.PLANNED)
        parts.append(f'<span class="k-i">{shape} {site.label("statuses.planned")} ({planned})</span>')
    if unit is Unit.DAY:
        parts.append(f'<span class="k-i">{site.label("home.weekends")}</span>')
    return " ".join(parts)


def _group(site: Site, axis: Axis, unit: Unit, key: str, rows: Sequence[Lane]) -> str:
    """Lanes of one kind; those by publisher wait until the script offers them."""
    hidden = "" if key == "actor" else " hidden"
    lanes = "".join(_lane(site, axis, unit, row) for row in rows)
    return f'<div class="rg-lanes" data-k="{key}" data-by="{site.label(f"facets.{key}")}"{hidden}>{lanes}</div>'


def _lanes(site: Site, events: Sequence[Event], keys: Callable[[Event], Sequence[str]]) -> list[Lane]:
    """Names in order of first appearance; of many, the most frequent and the rest in one lane."""
    found: dict[str, list[Event]] = {}
    for event in events:
        for key in keys(event) or ("",):
            found.setdefault(key, []).append(event)
    nameless = found.pop("", [])
    if len(found) <= _MOST_LANES:
        lanes, rest = [Lane(name, name, many) for name, many in found.items()], nameless
    else:
        top = sorted(found, key=lambda name: -len(found[name]))[:_TOP_LANES]
        lanes = [Lane(name, name, found[name]) for name in top]
        left = {e.id: e for name, many in found.items() if name not in top for e in many}
        rest = nameless + list(left.values())
    if rest:
        left_out = len(found) - len(lanes)
        label = site.words("counts.others", n=left_out) if left_out else site.words("event.not_said")
        lanes.append(Lane("", label, rest))
    return lanes


def _width(event: Event) -> int:
    """How many days a mark covers; open ones more than all others."""
    length = event.date.days.length if event.date else None
    return 10**9 if length is None else length


def _lane(site: Site, axis: Axis, unit: Unit, lane: Lane) -> str:
    events = sorted(lane.events, key=_width, reverse=True)  # so that no bar lies over a day that is known
    heat = " is-heat" if len(events) > _HEAT_FROM else ""
    if heat:
        drawn = _heat(axis, unit, events)
    elif unit is Unit.DAY and len(events) <= _TICKS_FROM:
        drawn = _dots(site, axis, events)
    else:
        drawn = "".join(_tick(axis, event) for event in events)
    count = f" <small>{len(events)}</small>" if unit is not Unit.DAY else ""
    return (
        f'<div class="rg-lane{heat}" data-v="{text(lane.name)}">'
        f'<span class="rg-lane__l">{text(lane.label)}{count}</span>'
        f'<svg class="rg-lane__p" height="28" aria-hidden="true">{grid(axis)}{drawn}</svg></div>'
    )


def _dots(site: Site, axis: Axis, events: list[Event]) -> str:
    """A mark for each event; those of one date are stacked, beyond three one stands for all."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        if event.date:
            groups.setdefault(event.date.text, []).append(event)
    drawn = []
    for same in groups.values():
        shown = same if len(same) <= 3 else same[:1]
        size = 5 if len(shown) == 1 else 4 if len(shown) == 2 else 3
        for index, event in enumerate(shown):
            y = 14 + (index - (len(shown) - 1) / 2) * min(10, 25 / len(shown))
            css = "planned" if event.status is Status.PLANNED else ""
            shape = mark(axis, event.date, y, size=size, css=css) if event.date else ""
            more = f" (+{len(same) - 1})" if len(same) > 3 else ""
            name = f"{site.title(event)[0]}: {site.dates.say(event.date)}{more}"
            drawn.append(f'<a href="#{text(event.id)}" tabindex="-1"><title>{text(name)}</title>{shape}</a>')
        if len(same) > 3 and same[0].date:
            drawn.append(_count(axis, same[0].date, len(same)))
    return "".join(drawn)


def _count(axis: Axis, when: Edtf, count: int) -> str:
    """How many events one mark stands for, beside it."""
    first, last = when.days.first, when.days.last
    left = last is None or axis.right(last) > 96
    edge = axis.first if first is None else first
    x = axis.middle(edge) if left or first == last else axis.right(last or edge)
    side = 'dx="-8" text-anchor="end"' if left else f'dx="{8 if first == last else 4}"'
    return f'<text class="g-n" x="{x:.2f}%" {side} y="18">{count}</text>'


def _tick(axis: Axis, event: Event) -> str:
    """An upright for a known day, taller when important; a thin bar for a span."""
    if event.date is None:
        return ""
    first, last = event.date.days.first, event.date.days.last
    if first is None or last is None or first != last:
        return mark(axis, event.date, 14, size=3.5)
    half = 8 if event.importance > 1 else 5
    css = " planned" if event.status is Status.PLANNED else ""
    x = axis.middle(first)
    return f'<line class="m-tick{css}" x1="{x:.2f}%" x2="{x:.2f}%" y1="{14 - half}" y2="{14 + half}"/>'


def _counts(axis: Axis, edges: list[int], events: Sequence[Event]) -> tuple[list[int], list[int]]:
    """How many events certainly, and how many possibly, fell into each bucket between the edges."""
    sure, may = [0] * (len(edges) - 1), [0] * (len(edges) - 1)
    for event in events:
        if event.date is None:
            continue
        first, last = axis.shown(event.date.days)
        low = _bucket(edges, first)
        high = low if last == first else _bucket(edges, last)
        if low == high and kind(event) in (Certainty.DAY, Certainty.SPAN):
            sure[low] += 1
        else:
            for i in range(low, high + 1):
                may[i] += 1
    return sure, may


def _bucket(edges: list[int], day: int) -> int:
    return min(max(bisect_right(edges, day) - 1, 0), len(edges) - 2)


def _density(site: Site, axis: Axis, unit: Unit, events: Sequence[Event]) -> str:
    edges = bucket_edges(axis, unit)
    sure, may = _counts(axis, edges, events)
    step = min(11.0, (_HEIGHT - 4) / max(s + m for s, m in zip(sure, may, strict=True)))
    drawn = []
    for i in range(len(sure)):
        left, right = _edges(axis, edges, i)
        x, width = left + 0.12 * (right - left), 0.76 * (right - left)
        if may[i]:
            drawn.append(_column("d-may", x, width, (_HEIGHT - (sure[i] + may[i]) * step, may[i] * step)))
        if sure[i]:
            drawn.append(_column("d-sure", x, width, (_HEIGHT - sure[i] * step, sure[i] * step)))
    legend = (
        f'<small><i class="k-sure"></i>{site.label("home.certain")} '
        f'<i class="k-may"></i>{site.label("home.possible")}</small>'
    )
    finer = "".join(f' data-{name}="{site.label(f"home.a_{name}")}"' for name in ("day", "week"))
    return (
        f'<div class="rg-lane is-density"{finer}><span class="rg-lane__l">{site.label(f"home.a_{unit}")}{legend}</span>'
        f'<svg class="rg-lane__p" height="{_HEIGHT}" aria-hidden="true">{"".join(drawn)}'
        f'<line class="g-base" x1="0" x2="100%" y1="{_HEIGHT - 0.5}" y2="{_HEIGHT - 0.5}"/></svg></div>'
    )


def _edges(axis: Axis, edges: list[int], index: int) -> tuple[float, float]:
    """A bucket's left and right edge in per cent, within the plot."""
    return max(0.0, axis.left(edges[index])), min(100.0, axis.left(edges[index + 1]))


def _column(css: str, x: float, width: float, vertical: tuple[float, float]) -> str:
    y, height = vertical
    return f'<rect class="{css}" x="{x:.2f}%" width="{width:.2f}%" y="{y:.1f}" height="{height:.1f}"/>'


def _heat(axis: Axis, unit: Unit, events: Sequence[Event]) -> str:
    """A lane of too many events for marks: a column for each bucket, as high as it is full."""
    edges = bucket_edges(axis, unit)
    sure, may = _counts(axis, edges, events)
    most = max(s + m for s, m in zip(sure, may, strict=True))
    drawn = []
    for i, count in enumerate(s + m for s, m in zip(sure, may, strict=True)):
        if count:
            left, right = _edges(axis, edges, i)
            height = 3 + 19 * count / most
            drawn.append(_column("d-sure", left, right - left, (14 - height / 2, height)))
    return "".join(drawn)
