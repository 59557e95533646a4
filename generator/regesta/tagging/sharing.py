"""What dates that stand together share: in "3 and 5 May 2021" the 3 takes month and year from the 5.

Within one pattern's extents, and between expressions that only a dash, a comma or a little word parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from regesta.tagging.found import Found

BORROWED = ("month", "year", "yy", "monthnum", "unit", "ampm", "season", "era")
"""What a date takes from the other end of its range or list."""
OF_YEARS = ("unit", "shift", "from", "dir")
"""What it takes from "last year" or "last May" at the other end."""
DASHES = "-\u2013\u2014"
OF_A_DAY = ("weekday", "day", "month", "year", *OF_YEARS)
"""What an hour takes from "9 a.m. yesterday" at the other end."""
YEARS = ("year", "yy")
HOURS = frozenset({"hour", "clock", "pclock", "cclock"})
_BETWEEN = re.compile(r"\s*[-\u2013\u2014,;/]?\s*([^\W\d_]{1,4}\s+){0,2}")
"""What may stand between two dates that share: a mark, and two words as short as "and in", "et en", "und im"."""

_BEHIND = re.compile(r"\s*\),?\s*([^\W\d_]{1,3}\s+)?")
"""What may stand between a time in brackets and its day: "(0735 GMT) on Friday"."""
_TO = re.compile(r"\s*([-\u2013\u2014]|[^\W\d_]{1,7})\s*")
"""What may stand within a range: a dash, or a word such as "to", "through" and "until"."""


def borrow(fields: list[dict[str, str]], number: int) -> dict[str, str]:
    """In "3 and 5 May 2021" the 3 takes month and year from the 5, in "May to July last year" the May its year."""
    own = dict(fields[number])
    if "yy" in own and number and not {"month", "year"} & own.keys():
        own = _in_century(own, fields[number - 1])
    if {"weekday", "hour"} & own.keys() and not {"day", "hour"} & own.keys():
        return own
    for place in (*range(number + 1, len(fields)), *range(number)):
        other = fields[place]
        names = BORROWED if place > number else ("year", "month")
        if "day" in own | other:
            own = _turned(own, other) if place > number else own
            own = (
                {name: other[name] for name in names if name in other}
                | _year_for(own, other, -1 if place > number else 1)
                | own
            )
        if "n" in own and "unit" in other and place > number:
            own = {"unit": other["unit"]} | own
        relative = {name: other[name] for name in OF_YEARS if name in other and place > number}
        if {"day", "month"} & own.keys() and "year" not in own and relative.get("unit", "Y") == "Y":
            own = relative | own
    return _ending(own, fields[number + 1]) if number + 1 < len(fields) else own


def _ending(own: dict[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The first of two months without a year, which takes it from the second: "between January and September".

    Not of two that follow each other, which are a list as likely as a range.
    """
    months = own.get("month", ""), after.get("month", "")
    if not all(map(str.isdigit, months)) or {*YEARS, "shift", "dir"} & (own.keys() | after.keys()):
        return own
    if abs(int(months[0]) - int(months[1])) <= 1:
        return own
    return {"endmonth": after["month"], **({"endday": after["day"]} if "day" in after else {}), **own}


def _turned(own: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """In "from 28 to 3 May" the 28th is of April: the month before, where the later date has the smaller day."""
    days, month = (own.get("day", ""), other.get("day", "")), other.get("month", "")
    turns = all(text.isdigit() for text in (*days, month)) and int(days[0]) > int(days[1])
    if not turns or {"month", *YEARS, "weekday"} & own.keys():
        return {**own}
    return {**own, "month": str((int(month) - 2) % 12 + 1)}


def _in_century(own: dict[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """In 1681-82 the 82 is of the first year's century."""
    first = before.get("year", "")
    if not first.isdigit() or len(first) != 4:
        return own
    return {name: own[name] for name in own if name != "yy"} | {"year": first[:2] + own["yy"]}


def share(found: Sequence[Found], text: str) -> tuple[Found, ...]:
    """The expressions, where days have taken their month, and months and seasons their year, from a date close by.

    A list is read from its end, "May, June and July 2021", then from its beginning, "from November 2021 to May".
    """
    shared = list(found)
    close = [place for place in range(len(shared) - 1) if _close(shared[place], shared[place + 1], text)]
    for place in reversed(close):
        one, after = shared[place], shared[place + 1]
        if _lacks_year(one.fields) and _gives_year(after.fields):
            shared[place] = replace(one, fields={**one.fields, **_year_for(one.fields, after.fields, -1)})
        ranged = _TO.fullmatch(text, one.span.end, after.span.start)
        if ranged and _is_hour(one.fields) and HOURS & after.fields.keys() and not _is_hour(after.fields):
            given = {name: after.fields[name] for name in OF_A_DAY if name in after.fields}
            shared[place] = replace(one, fields={**given, **one.fields})
        if _lacks_month(one.fields) and {"day", "month"} <= after.fields.keys():
            given = {name: after.fields[name] for name in ("month", *OF_YEARS) if name in after.fields}
            own = given | _turned(one.fields, after.fields)
            shared[place] = replace(one, fields=_year_for(own, after.fields, -1) | own)
    for place in close:
        one, after = shared[place], shared[place + 1]
        if _lacks_year(after.fields) and _gives_year(one.fields) and "month" in one.fields:
            shared[place + 1] = replace(after, fields={**after.fields, **_year_for(after.fields, one.fields, 1)})
        if _lacks_year(after.fields) and _is_year(one) and "dir" not in after.fields:
            shared[place + 1] = replace(shared[place + 1], fields={**shared[place + 1].fields, "beside": "1"})
        if _is_weekday(after.fields) and _is_day(one.fields) and _joined(one, after, text):
            shared[place + 1] = replace(after, fields={**after.fields, "follows": "1"})
    _share_day(shared, text)
    _name_same_day(shared, close, text)
    for place in _range_ends(found, text):
        shared[place] = replace(shared[place], fields={**shared[place].fields, "follows": "1"})
    return tuple(shared)


def _name_same_day(shared: list[Found], close: Sequence[int], text: str) -> None:
    """Give "the same day" the date that stands right behind it: "the same day, 30 October"."""
    for place in close:
        one, after = shared[place], shared[place + 1]
        if _is_same_day(one.fields) and _names_day(after.fields) and not _joined(one, after, text):
            told = {name: one.fields[name] for name in one.fields if name not in OF_YEARS}
            shared[place] = replace(one, fields={**after.fields, **told})


def _share_day(shared: list[Found], text: str) -> None:
    """Give a time and its repetition in brackets the day behind them."""
    for place, (one, again, after) in enumerate(zip(shared, shared[1:], shared[2:], strict=False)):
        if _same_hour(one, again, text) and _BEHIND.fullmatch(text, again.span.end, after.span.start):
            given = {name: after.fields[name] for name in OF_A_DAY if name in after.fields}
            shared[place : place + 2] = (replace(time, fields={**given, **time.fields}) for time in (one, again))


def _same_hour(one: Found, after: Found, text: str) -> bool:
    """Whether a time is given twice, "10:35 a.m. (0735 GMT) Friday": the day stands behind the second."""
    between = text[one.span.end : after.span.start].strip()
    return between == "(" and _is_hour(one.fields) and _is_hour(after.fields)


def _range_ends(found: Sequence[Found], text: str) -> Iterator[int]:
    """The numbers of months and days that end a range which begins without a year, and don't look back."""
    for place, (one, after) in enumerate(pairwise(found), 1):
        ranged = _TO.fullmatch(text, one.span.end, after.span.start)
        if ranged and min(one.tense, after.tense) >= 0 and _runs_on(one, after):
            yield place


def _runs_on(one: Found, after: Found) -> bool:
    """Whether two months without a year can be a range, its end the next such month: from November to mid-March."""
    months = one.fields.get("month", ""), after.fields.get("month", "")
    if not all(month.isdigit() for month in months) or one.sentence != after.sentence:
        return False
    return _lacks_year(one.fields) and _lacks_year(after.fields) and int(months[0]) != int(months[1])


def _close(one: Found, after: Found, text: str) -> bool:
    between = text[one.span.end : after.span.start]
    return one.sentence == after.sentence and len(between) < 16 and bool(_BETWEEN.fullmatch(between))


def _lacks_year(fields: Mapping[str, str]) -> bool:
    names = fields.keys()
    return bool({"month", "season", "nth_unit"} & names) and not {*YEARS, *OF_YEARS, "week", "which"} & names


def _lacks_month(fields: Mapping[str, str]) -> bool:
    """Whether it is a bare day number, as the 18 in "il 18, il 21 e il 25 novembre"."""
    return "day" in fields and not {"month", "weekday", "hour", *OF_YEARS} & fields.keys()


def _is_hour(fields: Mapping[str, str]) -> bool:
    """Whether it is a time without its day, as the 1 in "from 1 a.m. to 5 a.m. on 7 November"."""
    return bool(HOURS & fields.keys()) and not {"day", "weekday", "shift", "holiday"} & fields.keys()


def _joined(one: Found, after: Found, text: str) -> bool:
    """Whether a word or dash joins the two; "tomorrow, Sunday" is one day."""
    return any(mark.isalpha() or mark in DASHES for mark in text[one.span.end : after.span.start])


def _is_day(fields: Mapping[str, str]) -> bool:
    return "weekday" in fields or (fields.get("unit") == "D" and "shift" in fields and "mod" not in fields)


def _is_weekday(fields: Mapping[str, str]) -> bool:
    return "weekday" in fields and not {"day", "month", "which", *OF_YEARS} & fields.keys()


def _is_same_day(fields: Mapping[str, str]) -> bool:
    """Whether it points to a day that is named elsewhere: "the same day", "that evening"."""
    return fields.get("from") == "date" and fields.get("shift") == "0" and fields.get("unit") == "D"


def _names_day(fields: Mapping[str, str]) -> bool:
    """Whether it is a day of a month, and so names the day that words right before it pointed to: "that day, 3 May"."""
    return {"day", "month"} <= fields.keys()


def _is_year(one: Found) -> bool:
    """Whether it is a year and no more: 2021, two years ago, next year."""
    year = "year" in one.fields or one.fields.get("unit") == "Y"
    return one.kind == "date" and year and not {"day", "month", "season", "nth_unit"} & one.fields.keys()


def _gives_year(fields: Mapping[str, str]) -> bool:
    return bool(set(YEARS) & fields.keys()) and bool({"month", "season", "mod"} & fields.keys())


def _year_for(own: Mapping[str, str], other: Mapping[str, str], step: int) -> dict[str, str]:
    """The other date's year, if it has one; the one before it (step -1) or after (1) where the months say so."""
    name = next((name for name in YEARS if name in other), None)
    if name is None:
        return {}
    months = own.get("month", ""), other.get("month", "")
    year = other[name]
    if all(month.isdigit() for month in (*months, year)) and (int(months[0]) - int(months[1])) * step < 0:
        year = f"{int(year) + step:0{len(year)}d}"
    return {name: year}
