"""Resolve found expressions against a DCT: the second step, cheap enough to try many DCTs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from math import ceil

from regesta.model.interval import Interval
from regesta.model.span import Span
from regesta.model.timex import Anchor, AnchorKind, TimeExpression, TimexType
from regesta.tagging import calendar
from regesta.tagging.amounts import CLOCK_UNITS, LENGTH, amount, away, away_from, duration, offset
from regesta.tagging.anchoring import announced, is_narrative
from regesta.tagging.calendar import Period
from regesta.tagging.clock import time_of, timed
from regesta.tagging.explain import arithmetic
from regesta.tagging.found import Found, Recognised
from regesta.tagging.periods import names_day, period_of
from regesta.tagging.seasons import year_span
from regesta.tagging.sets import set_value
from regesta.tagging.state import SOME_DAY, State

ARTICLE = 6
"""So many characters an article takes at most, between "three days after" and "the 3rd of May"."""
PARTS = frozenset({"START", "MID", "END", "H1", "H2", *calendar.WEEKS})
TIMEX_MODS = {
    "H1": "START",
    "H2": "END",
    "WEEK1": "START",
    "WEEK2": "MID",
    "WEEK3": "MID",
    "WEEK4": "END",
    "WEEK-1": "END",
    "EARLIER": "BEFORE",
    "LATER": "AFTER",
    "BY": "END",
    "SINCE": None,
}
"""Our modifiers beside TIMEX3's, and what TIMEX3 calls them; those that are no parts cut an interval at the DCT."""


def resolve(recognised: Recognised, *, dct: date | None, dateline: Span | None = None) -> tuple[TimeExpression, ...]:
    """The expressions, in the order in which they were found; the same ones for every DCT.

    A DCT with its time, a `datetime`, tells as well that what is past in a morning's paper was not this evening.
    """
    number = dct.toordinal() if dct else None
    hour = dct.hour if isinstance(dct, datetime) else None
    narrative = is_narrative(recognised.found, number)
    state = State(number, recognised.numeric, hour=hour, dateline=dateline, narrative=narrative)
    found = recognised.found if state.narrative else announced(recognised.found)
    following = (*found[1:], None)
    return tuple(_resolve(one, after, state, recognised.text) for one, after in zip(found, following, strict=False))


def _resolve(found: Found, after: Found | None, state: State, text: str) -> TimeExpression:
    state.anchor = Anchor(kind=AnchorKind.NONE)
    made = _from_named_date(found, after, state) or _KINDS[found.kind](found, state)
    said = arithmetic(made.value, state.anchor, found)
    span = found.span
    return replace(made, span=span, text=span.of(text), rule=found.rule, anchor=state.anchor, explanation=said)


def _expression(kind: TimexType, value: str, **rest: object) -> TimeExpression:
    return TimeExpression(span=Span(0, 0), text="", type=kind, value=value, **rest)  # type: ignore[arg-type]


def _date(found: Found, state: State) -> TimeExpression:
    fields = found.fields
    if fields.get("from") == "event" and found.event:
        return _after_event(found, state)
    if counted := _chained(found, state) or _after_stretch(found, state):
        return counted
    period = _two_years(found) or period_of(found, state)
    if period is None:
        return _expression(TimexType.DATE, "XXXX-XX-XX")
    time = time_of(fields)
    if time and period.granularity == "day":
        whole, period = period, timed(period, time, _night_before(found))
        _remember(found, state, whole)
        return _expression(
            TimexType.TIME, period.value, mod=fields.get("mod"), interval=period.days, granularity=period.granularity
        )
    mod = fields.get("mod")
    days = _cut(period.days, period.granularity, mod, state)
    days = _cut(days, period.granularity, fields.get("bound"), state)
    days = _until(days, state) if found.limit and "bound" not in fields else days
    _remember(found, state, replace(period, days=days) if mod in PARTS else period)
    if "style" in fields or period.granularity is None:
        value = duration(fields) if fields.get("style") != "ref" else period.value
        kind = TimexType.DURATION if value.startswith("P") and not value.startswith("PA") else TimexType.DATE
        return _expression(kind, value, mod=mod, interval=days, granularity=period.granularity)
    kind = TimexType.DURATION if period.value.startswith("PT") else TimexType.DATE
    return _expression(
        kind, period.value, mod=TIMEX_MODS.get(mod or "", mod), interval=days, granularity=period.granularity
    )


def _night_before(found: Found) -> Mapping[str, str]:
    """The fields; with `night: near`, "tonight" in a sentence that looks back is the night that ended this morning."""
    before = found.fields.get("night") == "near" and found.tense < 0
    return {**found.fields, "night": "to"} if before else found.fields


def _remember(found: Found, state: State, period: Period) -> None:
    """Later expressions may hang on this one; but in a narrative nothing hangs on the day on which it was written."""
    if not (state.narrative and state.anchor.kind in (AnchorKind.DCT, AnchorKind.DATELINE)):
        state.note(found, period, named=names_day(found))


def _two_years(found: Found) -> Period | None:
    if "twoyears" not in found.fields or "season" in found.fields:
        return None
    return Period(found.fields["twoyears"][:4], year_span(found.fields), "interval")


def _until(days: Interval | None, state: State) -> Interval | None:
    """From the DCT to the day before, where something is to happen "before Christmas"."""
    now = state.dct
    if days is None or days.first is None or now is None or days.first <= now:
        return days
    return Interval(now, days.first - 1)


def _cut(days: Interval | None, granularity: str | None, mod: str | None, state: State) -> Interval | None:
    """The days that are meant where the words take a part of a period, or set a bound."""
    if days is None or mod is None:
        return days
    if mod in PARTS:
        return calendar.part_of(days, granularity, mod)
    if mod not in TIMEX_MODS or state.dct is None:
        return days
    first, last, now = days.first, days.last, state.dct
    if first is None or last is None or (mod == "BY" and last < now):
        return days
    if mod in ("EARLIER", "SINCE"):
        return Interval(first, max(first, min(last, now)) if mod == "EARLIER" else max(first, now))
    return Interval(min(last, max(first, now)) if mod == "LATER" else min(last, now), last)


def _after_event(found: Found, state: State) -> TimeExpression:
    fields = found.fields
    unit, number, sign = fields.get("unit", "D"), amount(fields) or "1", int(fields.get("sign", "1"))
    if "weekday" in fields:
        state.hang(found, Interval(*sorted((sign, sign * LENGTH["W"]))), int(fields["weekday"]))
        return _expression(TimexType.DATE, f"XXXX-WXX-{fields['weekday']}", granularity="day")
    state.hang(found, offset(unit, number, sign, exact="exact" in fields))
    if "n" in fields or "int" in fields:
        return _expression(TimexType.DURATION, duration(fields), granularity=calendar.GRANULARITY.get(unit))
    return _expression(TimexType.DATE, "XXXX-XX-XX", granularity=calendar.GRANULARITY.get(unit))


def _from_named_date(found: Found, after: Found | None, state: State) -> TimeExpression | None:
    """Two days before Christmas, the day after 3 May: where the "event" is itself a date; None for all else."""
    event, fields = found.event, found.fields
    if event is None or fields.get("from") != "event":
        return None
    days, span = None, event
    if after is not None and after.kind == "date" and _is_of(event, after):
        period = period_of(after, state) if after.fields.get("from") != "event" else None
        days, span = (period.days if period else None), after.span
    elif state.last is not None and event.start <= state.last.span.start < state.last.span.end == event.end:
        days, span = state.last.period.days, state.last.span
    state.anchor = Anchor(kind=AnchorKind.NONE)
    sign = int(fields.get("sign", "1"))
    base = None if days is None else days.first if sign < 0 else days.last
    if base is None:
        return None
    state.anchor = Anchor(kind=AnchorKind.DATE, span=span, days=days)
    unit, number = fields.get("unit", "D"), amount(fields) or "1"
    if "weekday" in fields:
        period = calendar.day(calendar.beside(base, int(fields["weekday"]), sign))
    else:
        period = away(unit, number, sign, base)
    state.note(found, period)
    counted = "n" in fields or "int" in fields
    value, kind = (duration(fields), TimexType.DURATION) if counted else (period.value, TimexType.DATE)
    return _expression(kind, value, interval=period.days, granularity=period.granularity)


def _is_of(event: Span, after: Found) -> bool:
    """Whether a date is of what the words name from which something is counted: "after the 3 May vote".

    It begins them, or is a day within them or right behind: "the vote of 15 April".
    """
    if abs(after.span.start - event.start) < ARTICLE:
        return True
    day = {"day", "month"} <= after.fields.keys() or "weekday" in after.fields
    return day and event.start < after.span.start <= event.end + 1


def _chained(found: Found, state: State) -> TimeExpression | None:
    """The second day after that, where "that" was itself counted from an event; None where a date came last."""
    fields, chain = found.fields, state.chain
    counted = fields.get("from") == "date" or (fields.get("from") == "near" and found.tense <= 0)
    if chain is None or not counted or found.sentence > chain.sentence + 1 or not {"sign", "shift"} & fields.keys():
        return None
    unit = fields.get("unit", "D")
    if unit in CLOCK_UNITS:
        return None
    number, sign = (amount(fields) or "1", int(fields["sign"])) if "sign" in fields else (fields["shift"], 1)
    step = offset(unit, number, sign)
    state.hang(replace(found, event=chain.event), chain.moved(step))
    if "style" in fields:
        return _expression(TimexType.DURATION, duration(fields), granularity=calendar.GRANULARITY.get(unit))
    return _expression(TimexType.DATE, "XXXX-XX-XX", granularity=calendar.GRANULARITY.get(unit))


def _after_stretch(found: Found, state: State) -> TimeExpression | None:
    """The next day, where the day before it is only known to be in a stretch ("in late June"): some day after one."""
    fields, near = found.fields, state.stretch_before(found)
    counted = fields.get("from") == "date" and fields.get("unit") == "D" and not {"weekday", "that"} & fields.keys()
    if near is None or near.period.days is None or not counted or not {"sign", "shift"} & fields.keys():
        return None
    number, sign = (amount(fields) or "1", int(fields["sign"])) if "sign" in fields else (fields["shift"], 1)
    days = away_from(near.period.days, offset("D", number, sign))
    state.anchor = Anchor(kind=AnchorKind.DATE, span=near.span, days=near.period.days)
    state.note(found, Period("XXXX-XX-XX", days, SOME_DAY))
    if "style" in fields:
        return _expression(TimexType.DURATION, duration(fields), interval=days, granularity="day")
    part = fields.get("part", "")
    kind = TimexType.TIME if part else TimexType.DATE
    return _expression(kind, f"XXXX-XX-XX{part}", interval=days, granularity="day")


def _duration(found: Found, state: State) -> TimeExpression:
    fields = found.fields
    days = None
    if "reach" in fields and not state.narrative and (now := state.now()) is not None:
        end = _reached(fields, now)
        near = now + int(fields.get("sign", "0"))  # "some days ago" isn't today
        days = None if end is None else Interval(min(near, end), max(near, end))
    return _expression(TimexType.DURATION, duration(fields), mod=fields.get("mod"), interval=days)


def _reached(fields: Mapping[str, str], now: int) -> int | None:
    """The other end of the past or next so many days, years, hours; None for units that are no days."""
    unit, number = fields.get("unit", "D"), amount(fields) or "1"
    if unit in CLOCK_UNITS and number != "X":
        hours = float(number) / {"h": 1, "m": 60, "s": 3600}[unit]
        return calendar.moved("D", now, ceil(hours / 24) * int(fields["reach"]))
    if unit not in calendar.GRANULARITY:
        return None
    steps = 10 if number == "X" else max(1, round(float(number)))
    return calendar.moved(unit, now, steps * int(fields["reach"]))


def _set(found: Found, _: State) -> TimeExpression:
    fields = found.fields
    return _expression(TimexType.SET, set_value(fields), quant=fields.get("quant"), freq=fields.get("freq"))


def _ref(found: Found, _: State) -> TimeExpression:
    value = found.fields.get("ref", "PAST_REF")
    return _expression(TimexType.DATE, found.fields.get("ahead", value) if found.tense > 0 else value)


_KINDS = {"date": _date, "duration": _duration, "set": _set, "ref": _ref}
