"""What the resolver knows while it reads: the DCT, the date before, the day on which the narrative stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.interval import Interval
from regesta.model.span import Span
from regesta.model.timex import Anchor, AnchorKind
from regesta.tagging.amounts import away_from
from regesta.tagging.calendar import Period
from regesta.tagging.found import Found

PARTS_OF_YEAR = frozenset({"month", "quarter", "half", "season", "interval"})
SOME_DAY = "some day"
"""The granularity of a day that is only known to be one of several."""
SHORT = frozenset({"time", "night", "day", "week", "weekend", "month", SOME_DAY})
STRETCHES = frozenset({"week", "month", SOME_DAY})
FRAMES = frozenset({"year", "season", "half", "quarter"})
LONG = frozenset({"decade", "century", "millennium"})


@dataclass(slots=True)
class Mark:
    """A date that was mentioned."""

    period: Period
    span: Span
    sentence: int
    paragraph: int
    rule: str
    chained: bool = False
    """Whether it was itself counted from the date before: "the next day"."""
    named: bool = True
    """Whether it names a day; else it is an hour or a part of the day on which the story stands."""

    @property
    def first(self) -> int:
        """Its first day."""
        days = self.period.days
        return days.first if days and days.first is not None else 0


@dataclass(frozen=True, slots=True)
class Chain:
    """An event that the text names, and how far from it the story has come."""

    event: Span
    offset: Interval
    sentence: int

    def moved(self, step: Interval) -> Interval:
        """Days from the event after another step."""
        return away_from(self.offset, step)


@dataclass(slots=True)
class State:
    """Moves along the text, one expression at a time."""

    dct: int | None
    """Day number of the document creation time."""
    numeric: str
    """dmy or mdy."""
    hour: int | None = None
    """The hour of the DCT, where it is known."""
    narrative: bool = False
    """The text tells of another time than its own: dates hang on the dates before them."""
    dateline: Span | None = None
    """Where the dateline's date stands, if it is the DCT."""
    last: Mark | None = None
    """The last date of any size."""
    last_short: Mark | None = None
    """The last date of a month at most: nobody counts two weeks from a year."""
    last_day: Mark | None = None
    """The last date that is a single day."""
    settled: Mark | None = None
    """The last such date that isn't still to come."""
    thread: Mark | None = None
    """The last date of the story itself: a year that the text only glances at, "not known until 2005", is left out."""
    heading: Mark | None = None
    """The last day that began a line: the lines under it tell of that day."""
    frame: Mark | None = None
    """The last year, season or the like that opened a sentence: what follows there is of it."""
    chain: Chain | None = None
    """The last expression that hangs on an event, unless a date has come since."""
    last_quarter: Mark | None = None
    """The last quarter or part of a year."""
    last_part: Mark | None = None
    """The last month, quarter, half or the like, to which "the same period of 2021" goes back."""
    anchor: Anchor = field(default=Anchor(kind=AnchorKind.NONE))
    """What the expression at hand was resolved against."""

    def now(self) -> int | None:
        """The DCT, noted as the anchor; None where it isn't known."""
        if self.dct is None:
            self.anchor = Anchor(kind=AnchorKind.UNKNOWN)
            return None
        kind = AnchorKind.DATELINE if self.dateline else AnchorKind.DCT
        self.anchor = Anchor(kind=kind, span=self.dateline, days=Interval(self.dct, self.dct))
        return self.dct

    def before(self, mark: Mark | None) -> int | None:
        """The first day of a date mentioned before, noted as the anchor; else the DCT."""
        if mark is None or mark.period.days is None:
            return self.now()
        self.anchor = Anchor(kind=AnchorKind.DATE, span=mark.span, days=mark.period.days)
        return mark.first

    def stretch_before(self, found: Found) -> Mark | None:
        """The week or month that was named last, after any day, in this sentence or the one before."""
        near, day = self.last_short, self.last_day
        if near is None or near.period.granularity not in STRETCHES or near.paragraph != found.paragraph:
            return None
        late = day is None or day.span < near.span
        return near if late and near.sentence >= found.sentence - 1 else None

    def hang(self, found: Found, offset: Interval, weekday: int | None = None) -> None:
        """Note an event as the anchor, so many days away; what follows may be counted on from there."""
        self.anchor = Anchor(kind=AnchorKind.EVENT, span=found.event, offset=offset, weekday=weekday)
        if found.event is not None:
            self.chain = Chain(found.event, offset, found.sentence)

    def note(self, found: Found, period: Period, *, named: bool = True) -> None:
        """Remember a date for those that follow; `named` where the words themselves name it."""
        if period.days is None or period.days.first is None:
            return
        if self._looks_aside(found) or self._lasts(found, period) or found.quoted:
            return
        chained = self.anchor.kind is AnchorKind.DATE
        mark = Mark(period, found.span, found.sentence, found.paragraph, found.rule, chained, named)
        self.last = mark
        self.chain = None
        if found.opens and period.granularity in FRAMES:
            self.frame = mark
        if period.granularity in SHORT:
            self.last_short = mark
        if not self._glances(mark):
            self.thread = mark
        if period.granularity in PARTS_OF_YEAR:
            self.last_part = mark
        if period.granularity in ("day", "time", "night"):
            self.last_day = mark
            self.settled = self.settled if self.dct is not None and mark.first > self.dct else mark
            self.heading = mark if found.leads and period.granularity == "day" else self.heading
        compared = found.fields.get("from") == "comparison" or "same" in found.fields
        if period.granularity == "quarter" and "dir" not in found.fields and not compared:
            self.last_quarter = mark

    def _looks_aside(self, found: Found) -> bool:
        """Whether a relative clause looks back for a moment: "the tape that a paper had put online a day earlier"."""
        back = found.fields.get("sign") == "-1" and found.fields.get("from") == "date"
        return back and found.relative and self.anchor.kind == AnchorKind.DATE

    def _lasts(self, found: Found, period: Period) -> bool:
        """Whether it only tells since when: "protested on Friday at the plant, which has been closed since Monday"."""
        near = self.last_day
        return found.since and near is not None and near.sentence == found.sentence and near.first > period.first

    def _glances(self, mark: Mark) -> bool:
        """Whether a bare year lies off the story's way: before its last date, or years after it, in one paragraph."""
        if mark.period.granularity in LONG:
            return True
        if self.thread is None or mark.period.granularity != "year" or mark.paragraph != self.thread.paragraph:
            return False
        return not -370 < mark.first - self.thread.first < 370
