"""From where a date is counted, and which way: the anchor of an expression.

Separate from the periods because dates, seasons and steps all begin here.
"""

from __future__ import annotations

from regesta.model.interval import civil_day
from regesta.model.timex import Anchor, AnchorKind
from regesta.tagging import calendar
from regesta.tagging.amounts import CLOCK_UNITS
from regesta.tagging.anchoring import century_of_two_digits
from regesta.tagging.calendar import Period
from regesta.tagging.found import Found
from regesta.tagging.numbers import numbers
from regesta.tagging.state import FRAMES, Mark, State

SOME_TIME = 100
"""Days after which a story is no longer told in the days of its news."""
_SPEECH = 2
"""Sentences before a quotation within which the story names the day on which it was said."""
UNKNOWN_YEAR = "XXXX"
"""TIMEX3's year that isn't known."""
BESIDE = 16
"""So many characters lie between "the year after" and "in February" at most."""
NEARBY = 100
"""So many characters at most lie between the dates of one story in the news."""
LONG_AGO = 500
"""Days after which a date is no longer news."""


def direction(found: Found) -> int:
    """Which way the words point: last, next, or the tense around them."""
    return int(found.fields["dir"]) if "dir" in found.fields else tense_of(found)


def tense_of(found: Found) -> int:
    """The tense of the sentence; deadlines and words such as "from Monday on" (`lean`) turn it one step ahead."""
    leans = found.fields.get("bound") == "BY" or "lean" in found.fields
    return min(1, found.tense + 1) if leans else found.tense


def base_of(found: Found, state: State) -> int | None:
    """The day from which steps are counted.

    `from` is date (the date before), quarter (the quarter before), latest (that, if it's over), near (the date before,
    where the sentence doesn't look ahead and they share a paragraph), told (the same, where the sentence looks back),
    dct; without it news counts from the DCT, a narrative from the date before.
    """
    start, unit = found.fields.get("from"), found.fields.get("unit")
    by_day = unit == "D" or unit in CLOCK_UNITS
    if start in ("date", "event") or is_told(found, state):
        short = state.last_short if unit in calendar.DAYS else None
        weekend = short if short is not None and short.period.granularity == "weekend" else None
        near = (weekend or state.last_day) if by_day else short or state.last
        if near is None and unit == "D" and found.fields.get("shift") == "0":
            state.anchor = Anchor(kind=AnchorKind.UNKNOWN)
            return None  # nobody writes "that night" of today
        return state.before(not_to_come(found, near, state))
    if (quarter := named_quarter(found, state)) is not None:
        return state.before(quarter)
    if start == "near" and found.tense <= 0 and state.last and state.last.paragraph == found.paragraph:
        return state.before(not_to_come(found, state.last, state))
    if state.narrative and start != "dct" and state.last is not None:
        return state.before(state.last_day if by_day and state.last_day else state.last)
    return _spoken_on(found, state) if found.quoted else state.now()


def _spoken_on(found: Found, state: State) -> int | None:
    """The day from which a quotation says "today": that of the story where it was just named, else the DCT."""
    near = state.settled
    told = near is not None and near.paragraph == found.paragraph and near.sentence >= found.sentence - _SPEECH
    over = near is not None and state.dct is not None and near.first < state.dct
    return state.before(near) if told and over else state.now()


def named_quarter(found: Found, state: State) -> Mark | None:
    """The quarter named before, where the rule's `from` goes back to it; the "latest" quarter has to be over."""
    start, near = found.fields.get("from"), state.last_quarter
    if near is None or start not in ("quarter", "latest"):
        return None
    is_open = state.dct is not None and near.period.days is not None and (near.period.days.last or 0) >= state.dct
    return None if start == "latest" and is_open else near


def not_to_come(found: Found, near: Mark | None, state: State) -> Mark | None:
    """The date before; where the sentence looks back though that is still to come, the last day that isn't."""
    ahead = found.tense < 0 and state.dct is not None and near is not None and near.first > state.dct
    return state.settled if ahead else near


def is_told(found: Found, state: State) -> bool:
    """Whether the rule's `told` holds: the sentence looks back, so that "next" is seen from the date before.

    A week, month or year is so only in a story of some time ago; in the news it's mostly somebody who said so.
    """
    near = state.last
    if found.fields.get("from") != "told" or found.tense >= 0 or near is None or near.paragraph != found.paragraph:
        return False
    step = "shift" in found.fields and "weekday" not in found.fields
    return not step or state.dct is None or near.first < state.dct - SOME_TIME


def year_of(found: Found, state: State) -> int | None:
    """The year, where the expression gives it: in digits, two digits, or by a step from this year."""
    fields = found.fields
    if "year" in fields:
        year = (numbers(fields["year"]) or [1])[0]
        if fields.get("era") == "BC":
            return 1 - year
        return century_of_two_digits(year, state.dct) if year < 100 and "era" not in fields else year
    if "twoyears" in fields:
        return numbers(fields["twoyears"])[0]
    if "yy" in fields:
        return century_of_two_digits(int(fields["yy"]), state.dct)
    if fields.get("unit") == "Y" and "shift" in fields:
        base = base_of(found, state)
        return None if base is None else civil_day(base)[0] + int(fields["shift"])
    return None


def year_beside(found: Found, state: State) -> int | None:
    """The year that stands just before: two years ago, in May; this year, in the fourth quarter."""
    near = state.last
    if "beside" not in found.fields or near is None or near.period.granularity != "year":
        return None
    return None if state.before(near) is None else civil_day(near.first)[0]


def tells_on(found: Found, state: State, near: Mark) -> bool:
    """Whether news, for a moment, tells a story of its own: of days of years ago, or of the year named just before.

    A season or quarter of long ago ("the plant, bought in spring 2016, …") opens a story only at a sentence's head.
    """
    apart = found.span.start - near.span.end
    if near.paragraph != found.paragraph or not 0 <= apart < NEARBY or "dir" in found.fields:
        return False
    year = near.period.granularity == "year"
    beside = near.sentence == found.sentence and apart < BESIDE
    if state.dct is None or (year and beside):
        return True
    glance = near.period.granularity in FRAMES and (year or near is not state.frame)
    return not glance and found.tense <= 0 and near.first < state.dct - LONG_AGO


def running(found: Found, state: State) -> int | None:
    """The day on which a story of its own stands, from which a season or a feast is the next one; else None."""
    near = state.thread
    if near is None or "dir" in found.fields or found.tense > 0 or near.period.granularity == "year":
        return None
    return state.before(near) if state.narrative or tells_on(found, state, near) else None


def unknown(value: str, granularity: str | None) -> Period:
    """A period whose days aren't known, since its anchor isn't."""
    return Period(value, None, granularity)
