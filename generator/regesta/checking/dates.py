"""Dates that agree: a record's with its sources', a source's with its words and with its article's day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

from regesta.checking.articles import SavedArticle
from regesta.checking.findings import Doubt
from regesta.model.edtf import Edtf
from regesta.model.interval import Interval

Record = Mapping[str, Any]


def check_dates(record: Record, articles: Mapping[str, SavedArticle]) -> Iterator[Doubt]:
    """Doubts about the dates of one record."""
    yield from _check_support(record)
    yield from _check_told(record, articles)
    for index, source in enumerate(record["sources"]):
        language = _of(source, "language", articles)
        if source.get("date") and source.get("when") and language:
            for doubt in _check_weekday(source["when"], _edtf(source["date"]), language):
                yield Doubt(("sources", index, *doubt.keys), doubt.message, doubt.hint, doubt.level)


def _of(source: Record, key: str, articles: Mapping[str, SavedArticle]) -> str | None:
    """What a source, or its article's sidecar, says of its article."""
    saved = articles.get(source.get("article") or "")
    return source.get(key) or (saved.sidecar.get(key) if saved else None)


def _check_told(record: Record, articles: Mapping[str, SavedArticle]) -> Iterator[Doubt]:
    """What is said to have happened was told by one source at least that was published then or later."""
    published = [_of(source, "published", articles) for source in record["sources"]]
    if (record.get("status") or "happened") != "happened" or not record.get("date") or None in published:
        return
    first = _edtf(record["date"]).days.first
    last = [_edtf(text).days.last for text in published if text]
    if first is not None and all(day is not None and day < first for day in last):
        hint = "was it only planned? Then say status: planned"
        yield Doubt(
            ("date",), f'"{record["date"]}" lies after the days on which all sources were published', hint, "warning"
        )


def _check_support(record: Record) -> Iterator[Doubt]:
    """The record's date is what its sources say together: no more exact, no less."""
    stated = [_edtf(source["date"]) for source in record["sources"] if source.get("date")]
    if not stated or any(source.get("basis") == "editor" for source in record["sources"]):
        return
    together, agree = _together([found.days for found in stated])
    words = "say together" if agree else "disagree, and together span"
    says = _printed(together)
    if not record.get("date"):
        yield Doubt((), "the record has no date, but its sources have", f"date: {says}", "warning")
        return
    own = _edtf(record["date"])
    if own.days == together or own.approximate or own.uncertain or any(d.approximate or d.uncertain for d in stated):
        return
    if own.days.intersection(together) is None:
        yield Doubt(("date",), f'"{own}" is none of the days that the sources give', f"they {words} {says}")
    elif together.holds(own.days):
        hint = f"they {words} {says}; quote the source that says more, or widen the date"
        yield Doubt(("date",), f'"{own}" is more exact than the sources', hint)
    else:
        yield Doubt(("date",), f'"{own}" is less exact than the sources', f"they {words} {says}", "warning")


@cache
def _edtf(text: str) -> Edtf:
    """Of a text that is valid; one day stands in many records."""
    return Edtf.parse(text)


def _together(days: list[Interval]) -> tuple[Interval, bool]:
    """The days that all allow, and True; where they share none, the shortest interval that holds both sides, and False.

    A vague source that holds a sharper one doesn't disagree with it, and widens nothing.
    """
    shared: Interval | None = days[0]
    for other in days[1:]:
        shared = shared.intersection(other) if shared else None
    if shared is not None:
        return shared, True
    sharp = [one for one in days if not any(other != one and one.holds(other) for other in days)]
    whole = sharp[0]
    for other in sharp[1:]:
        whole = whole.hull(other)
    return whole, False


def _printed(days: Interval) -> str:
    return "any day" if days.first is None and days.last is None else str(Edtf.of(days))


def _check_weekday(when: str, own: Edtf, language: str) -> Iterator[Doubt]:
    """The one weekday that the words name is the date's."""
    if own.days.first is None or own.days.length != 1 or own.days.first < 1:
        return
    day = date.fromordinal(own.days.first)
    words = set(re.findall(r"\w+", when.casefold()))
    names = _weekdays(language)
    named = [number for number, name in names.items() if name.casefold() in words]
    if len(named) == 1 and named[0] != day.weekday():
        hint = f"{own} is a {names[day.weekday()]}"
        yield Doubt(("date",), f'"{own}" is no {names[named[0]]}, as "{when}" says', hint, "warning")


@cache
def _weekdays(language: str) -> dict[int, str]:
    """The weekdays' names, 0 is Monday; none where CLDR doesn't know the language."""
    try:
        found = Locale.parse(language, sep="-").days["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        return {}
    return dict(found)
