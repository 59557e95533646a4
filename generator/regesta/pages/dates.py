"""Dates as people write them, in the site's language: patterns and templates are its data, names come from CLDR.

Years before 1 and after 9999, which Python's calendar lacks, are written by way of a year with the same calendar.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from babel.dates import DateTimeFormat, parse_pattern

from regesta.model.edtf import Edtf, Granularity
from regesta.model.interval import Interval, civil_day
from regesta.pages.certainty import Certainty, certainty
from regesta.pages.wording import Wording, wording

NARROW = "\u00a0"
"""The space between day and month, which no line may break at."""

_FORMS = {"day": "day_only", "short": "day_month_short", "mid": "day_month", "full": "day"}
"""What the ends of a range may be called in its template, and the patterns that these names stand for."""
_NAMED = re.compile(r"%\((\w+)\)s")
_FIRST = re.compile(r"(?<!\d)1(?!\d)")
_TIME = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?")


@lru_cache(maxsize=8192)
def pattern(locale: str, cldr: str, day: int) -> str:
    """A day by a CLDR pattern such as "d MMMM y"."""
    year, month, number = civil_day(day)
    proxy = year if 1000 <= year <= 9999 else 2000 + year % 400
    said = _applied(locale, cldr, date(proxy, month, number))
    if proxy != year:
        said = said.replace(str(proxy), _year(year), 1)
    return re.sub(r"(?<=\d)(\.?) (?=\w)", r"\1" + NARROW, said, count=1)


def _applied(locale: str, cldr: str, day: date) -> str:
    """The pattern applied; its fields are asked for once each, since Babel takes long over a date."""
    template, names = _parsed(cldr)
    alike = {"d": date(2000, 1, day.day), "M": date(2000, day.month, 1), "L": date(2000, day.month, 1)}
    alike |= {"y": date(day.year, 1, 1), "E": date(2001, 1, 1 + day.weekday())}
    return template % {name: _field(locale, name, alike.get(name[0], day)) for name in names}


@cache
def _parsed(cldr: str) -> tuple[str, tuple[str, ...]]:
    """A pattern as a template for `%`, and the names of its fields."""
    template = str(parse_pattern(cldr).format)
    return template, tuple(_NAMED.findall(template))


@lru_cache(maxsize=8192)
def _field(locale: str, name: str, day: date) -> str:
    """One field of a pattern, as "MMMM"; `day` is any day that has the same."""
    return str(DateTimeFormat(day, locale)[name])


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{year:05d}"


class Dates:
    """Everything that the site says about time, in one language."""

    def __init__(self, words: Wording) -> None:
        """`words` holds the patterns (`dates.…`) and the templates."""
        self.words = words
        self.locale = str(words.locale)
        self.first = words.get("dates.first")
        """How the first of a month is written, where it has a form of its own: "1er"."""
        self._days: dict[tuple[int, str], str] = {}
        self._said: dict[tuple[str, bool], str] = {}
        self._ranges: dict[tuple[int, int, str, str], str] = {}
        self._titles: dict[tuple[str, bool], str] = {}
        self._short: dict[str, str] = {}

    def day(self, number: int, form: str = "day") -> str:
        """A day by one of the language's patterns: day, weekday_day, day_month, month_year, …."""
        key = number, form
        said = self._days.get(key)
        if said is None:
            said = self._days[key] = self._day(number, form)
        return said

    def _day(self, number: int, form: str) -> str:
        year, _, day = civil_day(number)
        said = pattern(self.locale, self.words(f"dates.{form}"), number)
        if day == 1 and self.first:
            said = _FIRST.sub(self.first, said, count=1)
        if year <= 0 and f"{year:05d}" in said:
            said = said.replace(f"{year:05d}", self.words("dates.bc", year=1 - year))
        return said

    def range(self, days: Interval, template: str, kind: str = "") -> str:
        """A closed interval by a family of templates: between, lasting, span or rail.

        `kind` is the template of the family; without it, the one that the two ends ask for.
        """
        if days.first is None or days.last is None:
            raise ValueError("an open interval has no range")
        key = days.first, days.last, template, kind
        said = self._ranges.get(key)
        if said is None:
            said = self._ranges[key] = self._range(days.first, days.last, template, kind)
        return said

    def _range(self, begin: int, end: int, template: str, kind: str) -> str:
        first, last = civil_day(begin), civil_day(end)
        kind = kind or ("month" if first[:2] == last[:2] else "year" if first[0] == last[0] else "other")
        key = f"{template}.{kind}"
        fields = {
            f"{name}{place}": self.day(day, form)
            for name, form in _FORMS.items()
            for place, day in ((1, begin), (2, end))
            if f"{{{name}{place}}}" in self.words(key)
        }
        return self.words(key, **fields, year=self.year(last[0]))

    def year(self, year: int) -> str:
        """A year, with its era where it needs one."""
        return str(year) if year > 0 else self.words("dates.bc", year=1 - year)

    def say(self, when: Edtf | None, *, weekday: bool = False) -> str:
        """The date in words, as within a sentence: "between 1 and 5 November 2023"."""
        if when is None:
            return self.words("phrases.none")
        key = when.text, weekday
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = _say(self, when, weekday=weekday)
        return said

    def title(self, when: Edtf | None, *, weekday: bool = False) -> str:
        """The same, as at the head of a page."""
        key = "" if when is None else when.text, weekday
        said = self._titles.get(key)
        if said is None:
            said = self.say(when, weekday=weekday)
            said = self._titles[key] = said[:1].upper() + said[1:]
        return said

    def known(self, when: Edtf | None) -> str:
        """How well it is known, in words: "one of 5 days"."""
        kind = certainty(when)
        if kind is Certainty.SPAN and when is not None:
            return self.words("certainty.span", n=when.days.length)
        return self.words(f"certainty.{kind}")

    def short(self, when: Edtf | None) -> str:
        """A date for a narrow place: "1–5 November"."""
        if when is None:
            return self.words("phrases.none")
        said = self._short.get(when.text)
        if said is None:
            said = self._short[when.text] = self._shortly(when)
        return said

    def _shortly(self, when: Edtf) -> str:
        first, last = when.days.first, when.days.last
        if first is None and last is not None:
            return self.words("phrases.by_short", date=self.day(last, "day_month_short"))
        if last is None and first is not None:
            return self.words("phrases.from_short", date=self.day(first, "day_month_short"))
        if first == last and first is not None:
            return self.day(first, "day_month")
        return self.range(when.days, "span")

    def lasted(self, when: Edtf) -> str:
        """A duration: "from 18 to 21 July 2022"."""
        if when.days.first is None or when.days.last is None or when.days.first == when.days.last:
            return self.say(when)
        return self.range(when.days, "lasting")


def _say(dates: Dates, when: Edtf, *, weekday: bool) -> str:
    words = dates.words
    first, last = when.days.first, when.days.last
    if first is None and last is not None:
        return words("phrases.before", date=dates.day(last))
    if last is None and first is not None:
        return words("phrases.after", date=dates.day(first))
    if first is None or last is None:
        return words("phrases.none")
    if first == last:
        said = dates.day(first, "weekday_day" if weekday else "day")
        said = _timed(dates, when, said)
    else:
        said = _period(dates, when, first, last) or dates.range(when.days, "between")
    if when.uncertain:
        said = words("phrases.perhaps", date=said)
    return words("phrases.about", date=said) if when.approximate else said


def _period(dates: Dates, when: Edtf, first: int, last: int) -> str | None:
    """A whole year, season or month by its name."""
    words, year = dates.words, civil_day(first)[0]
    plain = when.approximate or when.uncertain
    if when.granularity is Granularity.MONTH:
        period = dates.day(first, "month_year")
    elif when.granularity is Granularity.YEAR and civil_day(last)[0] == year:
        period = dates.year(year)
    elif when.granularity is Granularity.SEASON:
        season = words(f"seasons.{when.text.rstrip('?~%')[-2:]}")
        return words("phrases.season", season=season, year=dates.year(year))
    else:
        return None
    return period if plain else words("phrases.in", period=period)


def _timed(dates: Dates, when: Edtf, said: str) -> str:
    found = _TIME.search(when.text) if when.granularity is Granularity.TIME else None
    if not found:
        return said
    zone = {None: "", "Z": " UTC"}.get(found[2], f" UTC{found[2]}")
    return dates.words("phrases.time", date=said, time=f"{found[1]}{zone}")


@cache
def dates(language: str) -> Dates:
    """The dates of a language, prepared once."""
    return Dates(wording(language))
