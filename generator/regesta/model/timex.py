"""Time expressions in a text, after TIMEX3 (TimeML 1.2.1), with the days that they denote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from regesta.model.interval import Interval
from regesta.model.span import Span


class TimexType(StrEnum):
    """The TIMEX3 type."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What an expression was resolved against."""

    NONE = "none"
    """Nothing: it says everything itself ("9 November 2023")."""
    DCT = "dct"
    """The document creation time ("on Tuesday", "last week")."""
    DATELINE = "dateline"
    """The dateline of the article ("MOSCOW, November 12")."""
    DATE = "date"
    """A date mentioned before ("the following day")."""
    EVENT = "event"
    """An event that the text names ("three days after the collapse"): linking resolves it."""
    UNKNOWN = "unknown"
    """It needs an anchor, and there is none: the DCT is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What an expression hangs on."""

    kind: AnchorKind
    """DCT, an earlier date, an event, …"""
    span: Span | None = None
    """Where the anchor stands in the text: the earlier date, or the words that name the event."""
    days: Interval | None = None
    """The days of the anchor, where they are known."""
    offset: Interval | None = None
    """For event anchors: how many days after the anchor, from `first` to `last` (negative: before)."""
    weekday: int | None = None
    """For event anchors: which of those days is meant, 1 for Monday ("on the Sunday before the vote")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """One time expression, found and resolved."""

    span: Span
    """Its extent: no leading preposition, the article usually inside (TimeML guidelines)."""
    text: str
    """The words themselves."""
    type: TimexType
    """DATE, TIME, DURATION or SET."""
    value: str
    """The TIMEX3 value, e.g. `2023-11-09`, `2023-W45`, `P2W`, `PRESENT_REF`, `2023-11-09TEV`."""
    mod: str | None = None
    """TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, …"""
    quant: str | None = None
    """TIMEX3 quant of a SET: EVERY, EACH, …"""
    freq: str | None = None
    """TIMEX3 freq of a SET: 2X, 1D, …"""
    interval: Interval | None = None
    """The days that it denotes, or None: durations, sets, vague references, or no anchor."""
    granularity: str | None = None
    """time, day, night, weekend, week, month, quarter, season, half, year, decade, century; None for vague ones."""
    anchor: Anchor = Anchor(kind=AnchorKind.NONE)
    """What it was resolved against."""
    rule: str = ""
    """The name of the rule that found it, `<language>.<rule>`."""
    explanation: str = ""
    """The arithmetic in words that a person can check: "Tuesday before 2023-11-12"."""
