"""A grammar for every language that CLDR knows: dates, months, weekdays, "three days ago", all through Babel.

Languages with a file of their own don't use this; it is what a new language has before anybody writes a line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from regesta import yamlio

RELATIVE_DAYS = Path(__file__).with_name("relative_days.yml")
"""Words that CLDR has and Babel leaves out."""
STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}

UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
NOTATION = set("|()?<>!&{}@")
"""Marks of our own notation, which no word of CLDR may carry into it."""
DATES = {
    "iso": ["{iso}", "{ymd}"],
    "numeric": ["{dmy}", "{day}. {monthnum:month}. {year4:year}", "{year4:year}. {monthnum:month}. {day}"],
    "day_month_year": ["{day}.? {linker}? ?{month},? {linker}? ?{year4:year}"],
    "month_day_year": ["{month} {day},? {year4:year}"],
    "year_month_day": [
        "{year4:year}.?{marker}? {month} {day}{marker}?",
        "{year4:year}{marker} ?{monthnum:month}{marker} ?{day}{marker}",
    ],
    "day_month": ["{day}.? {linker}? ?{month}", "{month} {day}", "{monthnum:month}{marker} ?{day}{marker}"],
    "month_year": ["{month} {linker}? ?{year4:year}", "{year4:year}{marker} ?{monthnum:month}{marker}"],
    "weekday": ["{weekday}"],
    "day": ["{relday}"],
}


def section(language: str) -> dict[str, Any]:
    """A `time` section from CLDR's names; that of English where the language is unknown."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only languages without a file pay for Babel

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    words = {
        "month": _names(locale.months, first=1, shortest=3, before=_before_month(locale)),
        "weekday": _names(locale.days, first=0, shortest=2),
        "relday": _relative_days(locale.language),
        "linker": {"de|of|di|do|del|da|den|d": "0"},
        "marker": {"年|月|日|년|월|일": "0"},
    }
    rules: dict[str, Any] = {name: {"patterns": patterns} for name, patterns in DATES.items() if _has(patterns, words)}
    for way, sign in (("past", "-1"), ("future", "1")):
        patterns = _relative(locale, way, words)
        if patterns:
            rules[way] = {"set": {"sign": sign}, "patterns": patterns}
    short = locale.date_formats["short"].pattern.lower()
    return {"settings": {"numeric": "mdy" if short.startswith("m") else "dmy"}, "words": words, "rules": rules}


def _has(patterns: list[str], words: dict[str, dict[str, str]]) -> bool:
    """Whether CLDR gave the words that the patterns need."""
    return all(
        words[name] for name in ("month", "weekday", "relday") if any(f"{{{name}}}" in pattern for pattern in patterns)
    )


def _relative_days(language: str) -> dict[str, str]:
    """Yesterday, today and tomorrow as steps from the day of writing; empty where nobody has written them down."""
    table = yamlio.parse(RELATIVE_DAYS.read_text(encoding="utf-8"), RELATIVE_DAYS)
    found = table.get(language, {})
    return {found[name]: f"shift={step} unit=D from=dct" for name, step in STEPS.items() if name in found}


def _before_month(locale: Any) -> str:
    """Letters that the language writes before a month in a date, without a space: Hebrew "in"."""
    found = re.search(r"([^\W\d_M]+)M{3,}", re.sub(r"'[^']*'", " ", locale.date_formats["long"].pattern))
    return found[1] if found and not found[1].isascii() else ""


def _names(names: Any, *, first: int, shortest: int, before: str = "") -> dict[str, str]:
    """Names of months or weekdays with their numbers; abbreviations only where they are long enough to be safe.

    With letters that stand before them in a date, each name is known with and without these.
    """
    found: dict[str, str] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in names[context][width].items():
                plain = name.strip(".")
                if len(plain) >= shortest and not plain.isdigit() and not NOTATION & set(plain):
                    found.setdefault(f"{plain}|{before}{plain}" if before else plain, str(number + 1 - first))
    return found


def _relative(locale: Any, way: str, words: dict[str, dict[str, str]]) -> list[str]:
    """Patterns such as "{int:n} days ago"; each unit's word becomes a class of its own."""
    found: list[str] = []
    fields = getattr(locale, "_data", {}).get("date_fields", {})
    for unit, letter in UNITS.items():
        for text in fields.get(unit, {}).get(way, {}).values():
            if text.count("{0}") != 1 or NOTATION & set(text.replace("{0}", "")):
                continue
            inner = max(re.findall(r"[^\W\d_]+", text.replace("{0}", "")), key=len, default="")
            rest = text.replace("{0}", "{int:n}", 1)
            pattern = rest.replace(inner, f"{{cldr{letter}{len(words)}:unit}}", 1) if inner else ""
            if pattern and pattern not in found:
                words[f"cldr{letter}{len(words)}"] = {inner: letter}
                found.append(pattern)
    return found
