"""From what an expression says to the period that it means: years, months, days, weeks, seasons, holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regesta.model.interval import Interval, civil_day, day_number, month_length
from regesta.tagging import calendar
from regesta.tagging.amounts import amount, away
from regesta.tagging.anchoring import century_of_two_digits, nearest_year, weekday_near
from regesta.tagging.calendar import Period
from regesta.tagging.found import Found
from regesta.tagging.holidays import holiday
from regesta.tagging.state import State

_NUMBERS = re.compile(r"\d+")
UNKNOWN_YEAR = "XXXX"


def period_of(found: Found, state: State) -> Period | None:
    """The period that a date expression means; its days are None where the anchor isn't known."""
    fields = found.fields
    for name, read in _READERS:
        if name in fields:
            return read(found, state)
    return _running_day(found, state)


def direction(found: Found) -> int:
    """Which way the words point: last, next, or the tense around them."""
    return int(found.fields["dir"]) if "dir" in found.fields else found.tense


def _base(found: Found, state: State) -> int | None:
    """The day from which steps are counted."""
    if found.fields.get("from") == "date":
        return state.before(state.last_day if found.fields.get("unit") == "D" else state.last)
    if found.fields.get("from") == "quarter" and state.last_quarter:
        return state.before(state.last_quarter)
    if state.narrative and found.fields.get("from") != "dct" and state.last is not None:
        return state.before(state.last_day if found.fields.get("unit") == "D" and state.last_day else state.last)
    return state.now()


def _year(found: Found, state: State) -> int | None:
    """The year, where the expression gives it: in digits, two digits, or by a step from this year."""
    fields = found.fields
    if "year" in fields:
        digits = _NUMBERS.findall(fields["year"])
        year = int(digits[0]) if digits else 1
        if fields.get("era") == "BC":
            return 1 - year
        return century_of_two_digits(year, state.dct) if len(digits[0]) == 2 and "era" not in fields else year
    if "yy" in fields:
        return century_of_two_digits(int(fields["yy"]), state.dct)
    if fields.get("unit") == "Y" and "shift" in fields:
        base = _base(found, state)
        return None if base is None else civil_day(base)[0] + int(fields["shift"])
    return None


def _iso(found: Found, state: State) -> Period | None:
    numbers = [int(n) for n in _NUMBERS.findall(found.fields.get("iso") or found.fields["ymd"])]
    return _civil(numbers[0], numbers[1], numbers[2])


def _dmy(found: Found, state: State) -> Period | None:
    one, two, year = (int(n) for n in _NUMBERS.findall(found.fields["dmy"])[:3])
    day, month = (one, two) if state.numeric == "dmy" or "." in found.fields["dmy"] else (two, one)
    if month > 12:
        day, month = month, day
    return _civil(century_of_two_digits(year, state.dct) if year < 100 else year, month, day)


def _civil(year: int, month: int, day: int) -> Period | None:
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return calendar.day(day_number(year, month, day))


def _dm(found: Found, state: State) -> Period | None:
    one, two = (int(n) for n in _NUMBERS.findall(found.fields["dm"])[:2])
    day, month = (one, two) if state.numeric == "dmy" else (two, one)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _month_day(found, state, month, day)


def _month(found: Found, state: State) -> Period | None:
    fields = found.fields
    month = int(fields["month"])
    day = int(fields["day"]) if "day" in fields else None
    return _month_day(found, state, month, day)


def _month_day(found: Found, state: State, month: int, day: int | None) -> Period | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    year = _year(found, state)
    if year is None:
        year = _missing_year(found, state, month, day)
    if year is None:
        return Period(f"{UNKNOWN_YEAR}-{month:02d}" + (f"-{day:02d}" if day else ""), None, "day" if day else "month")
    return _civil(year, month, day) if day else calendar.months(year, month, "M")


def _missing_year(found: Found, state: State, month: int, day: int | None) -> int | None:
    way = int(found.fields.get("dir", "0"))
    near = state.last
    if state.narrative and near is not None:
        base = state.before(near)
        if base is not None and near.period.granularity == "year":
            return civil_day(base)[0]
        return None if base is None else nearest_year(month, day, base, way)
    base = state.now()
    return None if base is None else nearest_year(month, day, base, way, found.tense)


def _day_number(found: Found, state: State) -> Period | None:
    """A bare day of the month: "on the 14th", in the month of the text."""
    day = int(found.fields["day"])
    near = state.last if state.last and (state.narrative or state.last.paragraph == found.paragraph) else None
    base = state.before(near) if near else state.now()
    if base is None:
        return Period(f"XXXX-XX-{day:02d}", None, "day")
    year, month, today = civil_day(base)
    way = direction(found)
    steps = (0, 1, -1)
    if near is None and way > 0 and day < today:
        steps = (1, 2, 0)
    elif near is None and way <= 0 and day > today + (0 if way < 0 else 20):
        steps = (-1, -2, 0)
    for step in steps:
        new_year, new_month = divmod(year * 12 + month - 1 + step, 12)
        if day <= month_length(new_year, new_month + 1):
            return calendar.day(day_number(new_year, new_month + 1, day))
    return None


def _weekday(found: Found, state: State) -> Period | None:
    fields = found.fields
    weekday = int(fields["weekday"])
    if fields.get("unit") == "W" and "shift" in fields:
        base = _base(found, state)
        return (
            _unknown(f"XXXX-WXX-{weekday}", "day")
            if base is None
            else calendar.day(calendar.shifted("W", base, int(fields["shift"])).days.first + weekday - 1)
        )  # type: ignore[union-attr,operator]
    if (fields.get("from") == "date" and state.last_day) or (state.narrative and state.last_day):
        base, way = state.before(state.last_day), direction(found) or 1
    else:
        base, way = state.now(), direction(found)
        way = way if "dir" in fields or way else -1
    if base is None:
        return _unknown(f"XXXX-WXX-{weekday}", "day")
    way = found.tense if fields.get("dir") == "0" else way
    return calendar.day(weekday_near(weekday, base, way, strictly=fields.get("dir") in ("-1", "1")))


def _unknown(value: str, granularity: str | None) -> Period:
    return Period(value, None, granularity)


def _season(found: Found, state: State) -> Period | None:
    name = found.fields["season"]
    year = _year(found, state)
    if year is not None:
        return calendar.season(year, name)
    base = _base(found, state)
    if base is None:
        return _unknown(f"{UNKNOWN_YEAR}-{name}", "season")
    now_year, now_month, _ = civil_day(base)
    way = direction(found)
    candidates = [calendar.season(y, name) for y in (now_year - 1, now_year, now_year + 1)]
    if way < 0 and "dir" in found.fields:
        past = [one for one in candidates if one.days.last < base]  # type: ignore[union-attr,operator]
        return past[-1] if past else candidates[0]
    if way > 0:
        ahead = [one for one in candidates if one.days.last >= base]  # type: ignore[union-attr,operator]
        return ahead[0]
    if name == "WI" and now_month < 6:
        return calendar.season(now_year, name, winter_before=True)
    return calendar.season(now_year, name)


def _part_of_year(found: Found, state: State) -> Period | None:
    """The n-th quarter, half or the like of a year."""
    unit, number = found.fields["nth_unit"], found.fields["nth"]
    size = calendar.MONTHS[unit]
    year = _year(found, state)
    if year is None:
        base = _base(found, state)
        if base is None:
            return _unknown(f"{UNKNOWN_YEAR}-{unit}{number}", "quarter")
        year = civil_day(base)[0]
        if number == "-1":
            return calendar.months(year, 12, unit)
        this = calendar.months(year, (int(number) - 1) * size + 1, unit)
        if found.fields.get("from") != "date" and direction(found) <= 0 and this.days and this.days.first > base:  # type: ignore[operator]
            year -= 1
    last = 12 // size
    return calendar.months(year, ((last if number == "-1" else int(number)) - 1) * size + 1, unit)


def _century(found: Found, state: State) -> Period | None:
    number = int(found.fields["century"])
    if found.fields.get("era") == "BC":
        return Period(
            f"BC{number:02d}",
            Interval(day_number(1 - number * 100, 1, 1), day_number(-(number - 1) * 100, 12, 31)),
            "century",
        )
    return calendar.years((number - 1) * 100, "CE")


def _decade(found: Found, state: State) -> Period | None:
    digits = _NUMBERS.findall(found.fields["decade"])[0]
    year = int(digits)
    if len(digits) <= 2:
        base = state.dct or day_number(2000, 1, 1)
        year = century_of_two_digits(year, base - 3652)
    return calendar.years(year, "DE")


def _holiday(found: Found, state: State) -> Period | None:
    rule = found.fields["holiday"]
    year = _year(found, state)
    if year is None:
        base = _base(found, state)
        if base is None:
            fixed = re.fullmatch(r"(\d\d-\d\d)", rule)
            return _unknown(f"{UNKNOWN_YEAR}-{rule if fixed else 'XX-XX'}", "day")
        this = civil_day(base)[0]
        days = [holiday(rule, y) for y in (this - 1, this, this + 1)]
        way = direction(found)
        pool = [n for n in days if (n <= base if way < 0 else n >= base)] if way else days
        return calendar.day(min(pool or days, key=lambda n: abs(n - base) * (1 if n <= base else 1.5)))
    return calendar.day(holiday(rule, year))


def _away(found: Found, state: State) -> Period | None:
    """So many units before or after the DCT, a date, or an event."""
    fields = found.fields
    unit, number, sign = fields.get("unit", "D"), amount(fields) or "1", int(fields["sign"])
    base = _base(found, state)
    if fields.get("from") == "comparison" and (quarter := _compared_quarter(found, state)) is not None:
        return quarter
    if base is None:
        return _unknown("XXXX-XX-XX" if unit in ("D", "W") else UNKNOWN_YEAR, calendar.GRANULARITY.get(unit))
    return away(unit, number, sign, base)


def _compared_quarter(found: Found, state: State) -> Period | None:
    """ "A year earlier" beside a quarter's figures is that quarter of the year before."""
    near = state.last_quarter
    if near is None or near.sentence < found.sentence - 2 or near.period.granularity != "quarter":
        return None
    state.before(near)
    return calendar.shifted("Q", near.first, -4)


def _step(found: Found, state: State) -> Period | None:
    """This, last, next week, month, year and so on."""
    unit, shift = found.fields.get("unit", "D"), int(found.fields["shift"])
    base = _base(found, state)
    if base is None:
        value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, UNKNOWN_YEAR)
        return _unknown(value, calendar.GRANULARITY.get(unit))
    if unit == "WE" and shift == 0 and "deictic" not in found.fields:
        return _bare_weekend(found, base)
    return calendar.shifted(unit, base, shift)


def _bare_weekend(found: Found, base: int) -> Period:
    """ "At the weekend" in news: this one from Saturday on, else the last one, unless the sentence looks ahead."""
    at_weekend = calendar.weekday_of(base) >= 6
    return calendar.shifted("WE", base, 0 if at_weekend or found.tense > 0 else -1)


def _only_year(found: Found, state: State) -> Period | None:
    year = _year(found, state)
    return None if year is None else calendar.years(year, "Y")


def _weekend(found: Found, state: State) -> Period | None:
    return _step(found, state)


def _running_day(found: Found, state: State) -> Period | None:
    """The day on which the text stands, for bare times and parts of the day."""
    near = state.last_day
    close = near is not None and (
        state.narrative or near.paragraph == found.paragraph or found.paragraph - near.paragraph <= 1
    )
    base = state.before(near) if close else state.now()
    return _unknown("XXXX-XX-XX", "day") if base is None else calendar.day(base)


_READERS = (
    ("iso", _iso), ("ymd", _iso), ("dmy", _dmy), ("dm", _dm), ("holiday", _holiday), ("season", _season), ("nth_unit", _part_of_year),
    ("century", _century), ("decade", _decade), ("month", _month), ("weekday", _weekday), ("day", _day_number), ("sign", _away),
    ("shift", _step), ("year", _only_year), ("yy", _only_year),
)  # fmt: skip


def year_span(fields: Mapping[str, str]) -> Interval | None:
    """The days of a two-part year such as 2007/08."""
    numbers = [int(n) for n in _NUMBERS.findall(fields["twoyears"])]
    last = numbers[1] if numbers[1] > 99 else numbers[0] // 100 * 100 + numbers[1]
    return Interval(day_number(numbers[0], 1, 1), day_number(last, 12, 31)) if last >= numbers[0] else None
