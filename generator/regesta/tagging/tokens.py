"""Text to tokens, and what a number can be by its shape.

A token is a number (with inner points, colons and the like), a run of letters, white space, or one other character.
The tokens of a text join to the text again, so that a token's offset is the sum of the lengths before it.
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|\s+|."
)
"""One token; every branch is a run of one kind of character, so that no text makes it step back twice."""

PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FULL = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"\d{4}[./]\d{1,2}[./]\d{1,2}")
_DAY_MONTH = re.compile(r"\d{1,2}[./]\d{1,2}")
_COLON = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_POINT = re.compile(r"([01]?\d|2[0-4])[.][0-5]\d")
_COMMA = re.compile(r"([01]?\d|2[0-4]),[0-5]\d")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_TWO_YEARS = re.compile(r"(1[5-9]|20)\d\d/(\d\d|\d{4})")
_FRACTION = re.compile(r"\d/\d")

_SHAPES = (
    (_ISO, "iso"),
    (_FULL, "dmy"),
    (_YEAR_FIRST, "ymd"),
    (_DAY_MONTH, "dm"),
    (_COLON, "clock"),
    (_POINT, "pclock"),
    (_COMMA, "cclock"),
    (_DECIMAL, "decimal"),
    (_THOUSANDS, "int"),
    (_TWO_YEARS, "twoyears"),
    (_FRACTION, "fraction"),
)

_SHAPED = """
    031 0100 0060 0735 0770 2350 2360 2410 99999 2023-11-09 12-11-2023 09.11.2023 31.31.2023 9/11/23 2023/11/09
    3.11 3.71 9.45 31/12 12/13 25/45 99/99 1/2 12:30 7:05 12:30:15 20.30 24.00 12.00 12.13 1.30 45.99 61.5 1.5 1.2.3.4
    21,30 30,4 1,30 12,5 12,50 61,75 1,000 1.000 2007/08 2007/2008 1900/01 1499/50 1/99 0/0
"""
SAMPLES = (*map(str, range(100)), *(f"0{n}" for n in range(10)), *map(str, range(100, 2500, 5)), *_SHAPED.split())
"""Numbers of every shape: whatever a number can be, one of these is too."""


def number_classes(token: str) -> frozenset[str]:
    """The word classes of a token that begins with a digit: int, day, hour, year4, clock, dmy and so on."""
    if token.isdecimal() and token.isascii():
        return _of_integer(token)
    return frozenset(name for shape, name in _SHAPES if shape.fullmatch(token))


def _of_integer(token: str) -> frozenset[str]:
    if len(token) > 9:
        return frozenset({"digits"})
    value = int(token)
    found = {"int"} if token[0] != "0" or value == 0 else set()
    if len(token) <= 2:
        found |= {
            name for name, low, high in (("day", 1, 31), ("hour", 0, 24), ("monthnum", 1, 12)) if low <= value <= high
        }
        found |= {"yy"} if len(token) == 2 else set()
        found |= {"minute"} if len(token) == 2 and value < 60 else set()
    if len(token) == 3 and value > 99:
        found.add("year3")
    if len(token) == 4 and 1000 <= value <= 2100:
        found.add("year4")
        found |= {"modernyear"} if 1900 <= value < 2040 else set()
        if value % 10 == 0:
            found.add("decadeyear")
    if len(token) == 4 and value < 2400 and value % 100 < 60:
        found.add("hhmm")
    if len(token) == 2 and value % 10 == 0:
        found.add("decadeshort")
    return frozenset(found)
