"""Dates as datelines, bylines and labels write them: with or without a year, in every known language.

The names of months and weekdays come from CLDR through Babel. Separate from the tagger, which reads dates in prose:
here a date stands at a known place, and what counts is that nothing else is taken for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

from regesta import languages
from regesta.model.interval import month_length
from regesta.model.span import Span

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_ISO: Final = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_DOTTED: Final = re.compile(
    rf"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./]\s?(?P<month>0?[1-9]|1[0-2])\s?[./]\s?{_YEAR}(?!\d)"
)
_SHORT: Final = re.compile(
    r"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>[0-3]\d)(?![\d.])"
)
_SLASHED: Final = re.compile(rf"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/{_YEAR}(?!\d)")

_WORD: Final = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_MONTH: Final = r"(?P<name>[^\W\d_]+)(?!\w)(?:\.(?=\s*[\d(–—-]))?"
"""Any word: whether it is a month is looked up, since a pattern of all names takes long to make and to search with."""
_WEEKDAY: Final = rf"(?:(?<!\w)(?P<week>{_WORD})(?!\w)\.?,?\s+(?:(?:den|the|le|el|dem)\s+)?)?"
_AND_YEAR: Final = rf"(?:,?\s*(?:de\s+|del\s+)?{_YEAR}(?!\d(?!\d?:\d\d)))?"
_DAY_MONTH: Final = re.compile(
    rf"{_WEEKDAY}(?P<day_or_more>(?<!\d)(?<!\d[.:]){_DAY}(?:er|st|nd|rd|th|º|°|-го|-е)?\.?"
    rf"(?:\s+(?:(?:de|of)(?!\w)|d['’]))?\s*{_MONTH}{_AND_YEAR})",
    re.IGNORECASE,
)
_MONTH_DAY: Final = re.compile(
    rf"{_WEEKDAY}(?P<day_or_more>(?<!\w){_MONTH}\s+{_DAY}(?!\d|[.:]\d)(?:st|nd|rd|th)?{_AND_YEAR})", re.IGNORECASE
)
_PATTERNS: Final = (_DAY_MONTH, _MONTH_DAY, _ISO, _DOTTED, _SHORT, _SLASHED)
_ENDINGS: Final = re.compile(r"\([^()]*\)")
"""The endings of a word in a language file: "Jänner(s|)"."""
_FIGURE: Final = re.compile(r"[0-9]")
_IN_URL: Final = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<joint>[/-])(?P<month>0[1-9]|1[0-2])(?P=joint)(?P<day>0[1-9]|[12]\d|3[01])(?=[/-]|$)"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day as written, perhaps without its year."""

    span: Span
    """Where it stands, the weekday included."""
    month: int
    """1 to 12."""
    day: int
    """1 to 31."""
    year: int | None
    """None where it isn't written."""
    weekday: int | None = None
    """0 (Monday) to 6, where it is written too."""
    ambiguous: bool = False
    """Whether it may be month/day as well as day/month."""

    def day_of_year(self) -> date | None:
        """The civil day, or None where the year is absent or the day doesn't exist."""
        if self.year is None or self.day > month_length(self.year, self.month):
            return None
        return date(self.year, self.month, self.day)


def find_date(text: str, start: int = 0, end: int | None = None) -> WrittenDate | None:
    """The first date in `text[start:end]`, the one with a year preferred where two start at one place."""
    stop = len(text) if end is None else end
    if not _FIGURE.search(text, start, stop):  # every date has one; most lines have none, and the patterns are long
        return None
    found = [match for pattern in _PATTERNS if (match := _search(pattern, text, start, stop))]
    if not found:
        return None
    best = min(
        found,
        key=lambda match: (
            (match.start("day_or_more"), -match.end()) if _named(match) else (match.start(), -match.end())
        ),
    )
    return _written(best)


def _search(pattern: re.Pattern[str], text: str, start: int, stop: int) -> re.Match[str] | None:
    """The first match whose word for a month is one."""
    match = pattern.search(text, start, stop)
    while match and _named(match) and _bare(match["name"]) not in _months():
        match = pattern.search(text, match.start("day_or_more") + 1, stop)
    return match


def day_first(language: str) -> bool:
    """Whether a language writes the day before the month in figures, so that 03/04/2020 is 3 April."""
    try:
        return str(Locale.parse(language, sep="-").date_formats["short"].pattern).startswith("d")
    except (UnknownLocaleError, ValueError):
        return False


def date_in_url(url: str) -> date | None:
    """The day that an address names as `/2023/11/07/` or `/2023-11-07-`; None where it names none."""
    found = _IN_URL.search(url)
    if not found:
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    return date(year, month, day) if day <= month_length(year, month) else None


def _named(match: re.Match[str]) -> bool:
    return "day_or_more" in match.re.groupindex


def _ambiguous(match: re.Match[str]) -> bool:
    """Whether a date with slashes may mean month/day as well as day/month."""
    return "/" in match[0] and int(match["day"]) <= 12 and match["day"] != match["month"]


def _written(match: re.Match[str]) -> WrittenDate:
    groups = match.groupdict()
    name = groups.get("name")
    month = _months()[_bare(name)] if name else int(groups["month"])
    year = groups.get("year")
    weekday = _weekdays().get(_bare(groups.get("week") or ""))
    begins = match.start() if weekday is not None or not name else match.start("day_or_more")
    return WrittenDate(
        span=Span(begins, match.end()),
        month=month,
        day=int(groups["day"]),
        year=_full_year(year) if year else None,
        ambiguous=match.re is _DOTTED and _ambiguous(match),
        weekday=weekday,
    )


def _bare(word: str) -> str:
    """A month's or weekday's name as it is looked up."""
    return word.casefold().rstrip(".")


def _full_year(written: str) -> int:
    """A year as written; two figures mean this century, since nobody saves a page from an older one."""
    return int(written) if len(written) == 4 else 2000 + int(written)


@cache
def _months() -> dict[str, int]:
    """Every name and abbreviation of a month, case folded, without its final point."""
    found: dict[str, int] = {}
    for locale in _locales():
        for kind in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[kind][width].items():
                    _add(found, name, number)
    for language in languages.known():  # what CLDR has in no language's main form: setiembre, Jänner
        words = (languages.section(language, "time") or {}).get("words", {}).get("month", {})
        for written, number in words.items():
            for name in _ENDINGS.sub("", str(written)).split("|"):
                if name.isalpha() and str(number).isdigit():
                    _add(found, name, int(number))
    return _clipped(found) | found


def _add(found: dict[str, int], name: str, number: int) -> None:
    """Note a name as CLDR has it; numbers stand for months in some languages' abbreviations and are left out."""
    bare = name.casefold().rstrip(".")
    if not bare.isdigit():
        found.setdefault(bare, number)


def _clipped(names: dict[str, int]) -> dict[str, int]:
    """The first three letters of each name, as agencies write them ("12 ноя"), where only one month has them."""
    meant: dict[str, set[int]] = {}
    for name, number in names.items():
        if len(name) > 3 and name[:3].isalpha():
            meant.setdefault(name[:3], set()).add(number)
    return {short: numbers.pop() for short, numbers in meant.items() if len(numbers) == 1}


@cache
def _weekdays() -> dict[str, int]:
    """Every name and abbreviation of a weekday, case folded, without its final point."""
    return {
        name.casefold().rstrip("."): number
        for locale in _locales()
        for kind in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.days[kind][width].items()
    }


@cache
def _locales() -> tuple[Locale, ...]:
    found = []
    for language in languages.known():
        try:
            found.append(Locale.parse(language, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return tuple(found)
