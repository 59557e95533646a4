"""A grammar for every language that CLDR knows: explicit dates, months, weekdays and simple relative words, through Babel.

Languages with a file of their own don't use this; it is what a new language has before anybody writes a line.
"""

from __future__ import annotations

from typing import Any


def section(language: str) -> dict[str, Any]:
    """A `time` section from CLDR's names; that of the root locale where the language is unknown."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only languages without a file pay for Babel

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    words = {"month": _names(locale.months), "weekday": _weekdays(locale.days), "relday": _relative(locale)}
    rules = {
        "iso": {"patterns": ["{iso}", "{ymd}"]},
        "numeric": {"patterns": ["{dmy}"]},
        "day_month_year": {"patterns": ["{day}(. | |.)?{linker}?{month} {linker}?{year4:year}"]},
        "month_day_year": {"patterns": ["{month} {day}(,|.)? {year4:year}"]},
        "year_month_day": {"patterns": ["{year4:year}{marker}? {month} {day}{marker}?", "{year4:year}{marker}{monthnum:month}{marker}{day}{marker}?"]},
        "day_month": {"patterns": ["{day}. {month}", "{day} {linker}?{month}", "{month} {day}{marker}?", "{monthnum:month}{marker}{day}{marker}"]},
        "month_year": {"patterns": ["{month} {linker}?{year4:year}"]},
        "weekday": {"patterns": ["{weekday}"]},
        "relative_day": {"patterns": ["{relday}"]},
    }  # fmt: skip
    words["linker"] = {"de|of|di|do|del": "0", "da|den|d'": "0"}
    words["marker"] = {"年|月|日|년|월|일": "0"}
    if not words["relday"]:
        words.pop("relday")
        rules.pop("relative_day")
    short = locale.date_formats["short"].pattern
    return {
        "settings": {"numeric": "mdy" if short.lower().startswith("m") else "dmy"},
        "words": words,
        "rules": rules,
    }


def _names(months: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context][width].items():
                if len(name) > 2 and not name.isdigit():
                    found.setdefault(name, str(number))
    return _plain(found)


def _weekdays(days: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for context in ("format", "stand-alone"):
        for number, name in days[context]["wide"].items():
            found.setdefault(name, str(number + 1))
    return _plain(found)


def _relative(locale: Any) -> dict[str, str]:
    """Yesterday, today, tomorrow, where CLDR's fields give them; Babel keeps only some of them."""
    fields = locale._data.get("date_fields", {}).get("day", {}) if "date_fields" in locale._data else {}  # noqa: SLF001
    return {name: f"shift={shift} unit=D" for shift, name in fields.items() if isinstance(name, str)}


def _plain(found: dict[str, str]) -> dict[str, str]:
    """Without names that hold marks of the lexicon's own notation."""
    return {name: value for name, value in found.items() if not set(name) & set("|()")}
