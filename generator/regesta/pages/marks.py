"""The marks of certainty: shape says how well a date is known, words repeat it, colour only helps.

One vocabulary (dot, bar, arrow, ring) for the overview, the rail, facets, hits, the chain and the dating figure. Every
plot has its x in per cent, so that it is fluid and needs no inline style.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from regesta.model.edtf import Edtf
from regesta.model.event import Status
from regesta.model.interval import Interval
from regesta.pages.certainty import Certainty, certainty

_GLYPHS = {
    Certainty.DAY: '<circle class="m-day{p}" cx="11" cy="7" r="4.5"/>',
    Certainty.SPAN: '<rect class="m-span" x="1" y="3" width="20" height="8" rx="1.5"/>',
    Certainty.BEFORE: '<line class="m-open" x1="8" x2="20" y1="7" y2="7"/><path class="m-tip" d="M8 3L2 7l6 4"/>'
    '<line class="m-end" x1="20" x2="20" y1="3" y2="11"/>',
    Certainty.AFTER: '<line class="m-open" x1="2" x2="14" y1="7" y2="7"/><path class="m-tip" d="M14 3l6 4-6 4"/>'
    '<line class="m-end" x1="2" x2="2" y1="3" y2="11"/>',
    Certainty.ABOUT: '<rect class="m-about" x="3" y="3.5" width="16" height="7" rx="3.5"/>',
    Certainty.NONE: '<circle class="m-none" cx="11" cy="7" r="4.5"/>',
}
_LASTED = (
    '<line class="m-lasted" x1="4" x2="18" y1="7" y2="7"/><circle class="m-day" cx="4" cy="7" r="3"/>'
    '<circle class="m-day" cx="18" cy="7" r="3"/>'
)
_SIGNS = {
    "planned": '<circle cx="5" cy="5" r="3.6"/>',
    "cancelled": '<path d="M1 5h8"/>',
    "denied": '<path d="M2 2l6 6M8 2L2 8"/>',
    "disputed": '<path d="M1 3.4h8M1 6.6h8M7.4 1L2.6 9"/>',
    "differ": '<path d="M1 3.4h8M1 6.6h8M7.4 1L2.6 9"/>',
    "single": '<path d="M5 1v8"/>',
}


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of days that a plot shows."""

    first: int
    """Number of its first day."""
    last: int
    """Number of its last day."""

    @property
    def length(self) -> int:
        """How many days it shows."""
        return self.last - self.first + 1

    def shown(self, days: Interval) -> tuple[int, int]:
        """First and last day of an interval; an open side reaches to the axis's end."""
        first = self.first if days.first is None else days.first
        return first, self.last if days.last is None else days.last

    def left(self, day: int) -> float:
        """The left edge of a day, in per cent."""
        return 100 * (day - self.first) / self.length

    def middle(self, day: int) -> float:
        """The middle of a day, in per cent."""
        return 100 * (day - self.first + 0.5) / self.length

    def right(self, day: int) -> float:
        """The right edge of a day, in per cent."""
        return 100 * (day - self.first + 1) / self.length


@cache
def glyph(kind: Certainty | str, status: Status = Status.HAPPENED) -> str:
    """The mark alone, as it stands beside words; "lasted" is that of a duration."""
    planned = " planned" if status is Status.PLANNED else ""
    body = _LASTED if kind == "lasted" else _GLYPHS[Certainty(kind)].replace("{p}", planned)
    return f'<svg class="rg-glyph" width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">{body}</svg>'


def badge(sign: str, words: str) -> str:
    """A label: sign, word, outline. `words` is HTML."""
    return (
        f'<span class="rg-badge is-{sign}"><svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">'
        f"{_SIGNS[sign]}</svg>{words}</span>"
    )


def mark(axis: Axis, when: Edtf, y: float, *, size: float = 5, css: str = "") -> str:
    """The mark of a date on an axis, at height `y`; `css` holds further classes: "planned", "is-total"."""
    days, start = when.days, axis.first
    first = None if days.first is None else days.first - start
    last = None if days.last is None else days.last - start
    return _mark(certainty(when), axis.length, first, last, y, size, css)


@lru_cache(maxsize=8192)
def _mark(kind: Certainty, length: int, first: int | None, last: int | None, y: float, size: float, css: str) -> str:  # noqa: PLR0913, PLR0917
    """The mark, all days counted from the axis's first: there are few such, on however many axes."""
    axis = Axis(0, length - 1)
    if kind is Certainty.DAY and first is not None:
        return f'<circle class="m-day {css}" cx="{axis.middle(first):.2f}%" cy="{y:g}" r="{size:g}"/>'
    height = size * 2 - 1
    if kind is Certainty.ABOUT and first is not None and first == last:
        drawn = (
            f'<rect class="m-about {css}" x="-8" width="16" y="{y - height / 2:g}" height="{height:g}" rx="{size:g}"/>'
        )
        return f'<svg x="{axis.middle(first):.2f}%" overflow="visible">{drawn}</svg>'
    if first is not None and last is not None:
        name, radius = ("m-about", height / 2) if kind is Certainty.ABOUT else ("m-span", 1.5)
        width = max(axis.right(last) - axis.left(first), 0.3)
        return (
            f'<rect class="{name} {css}" x="{axis.left(first):.2f}%" y="{y - height / 2:g}" width="{width:.2f}%"'
            f' height="{height:g}" rx="{radius:g}"/>'
        )
    if last is not None:
        end = axis.right(last)
        tip = f'<path class="m-tip" d="M9 {y - 4.5:g}L2 {y:g}l7 4.5"/>'
        return f'<line class="m-open" x1="9" x2="{end:.2f}%" y1="{y:g}" y2="{y:g}"/>{tip}{_stop(end, y, height)}'
    edge = axis.left(first) if first is not None else 0.0
    tip = f'<svg x="100%" overflow="visible"><path class="m-tip" d="M-9 {y - 4.5:g}L-2 {y:g}l-7 4.5"/></svg>'
    return f'<line class="m-open" x1="{edge:.2f}%" x2="99%" y1="{y:g}" y2="{y:g}"/>{tip}{_stop(edge, y, height)}'


def _stop(x: float, y: float, height: float) -> str:
    """The upright at the bounded end of an open date."""
    return f'<line class="m-end" x1="{x:.2f}%" x2="{x:.2f}%" y1="{y - height / 2:g}" y2="{y + height / 2:g}"/>'
