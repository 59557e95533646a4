"""Countries and large cities in every language, found in inflected forms too.

Countries come from CLDR through Babel, in the nominative alone, and some cities as examples of its time zones; all
other cities from `cities.tsv`, which scripts/cities.py makes. A Slavic case ending is cut off on both sides before
comparing, and so is a German or English -s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError, get_global

from regesta.languages import section
from regesta.languages.keys import folded, is_cyrillic
from regesta.languages.words import Word

_ENDING = re.compile(
    r"(?:ией|иею|ами|ями|ой|ей|ою|ом|ем|ём|ам|ах|ям|ях|ии|ию|ия|ією|іею|ії|іі|ої|оі|ія|[аеиоуыюяьйіїє])$"
)
_CITIES = Path(__file__).parent / "cities.tsv"
_SHORTEST = 4
"""Letters of an adjective; shorter ones are abbreviations in capitals (US, UK)."""
_SKIP = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or city."""

    code: str
    """ISO 3166 for countries, the time zone's name for cities."""
    name: str
    """In English."""
    kind: str
    """country or city."""
    country: str | None = None
    """Of a capital, its country (ISO 3166), for which its name often stands."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word of a place name without its ending."""
    plain = folded(word)
    if is_cyrillic(plain):
        return _ENDING.sub("", plain) if len(plain) > 3 else plain
    return plain.removesuffix("'s") if len(plain) < 5 else plain.removesuffix("s")


@cache
def territories(language: str) -> dict[tuple[str, ...], Territory]:
    """Stems of a place's words -> the place, for one language; empty where CLDR doesn't know the language."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    english = Locale("en")
    found: dict[tuple[str, ...], Territory] = {}
    for code, name in locale.territories.items():
        if code.isalpha() and code not in _SKIP:
            _add(found, name, Territory(code, english.territories.get(code, name), "country"))
    for code, names in (section(language.split("-", maxsplit=1)[0], "names").get("countries") or {}).items():
        for name in names.split(", "):
            _add(found, name, Territory(code, english.territories.get(code, name), "country"))
    for zone in sorted(get_global("zone_territories")):
        city = zone.rpartition("/")[2].replace("_", " ")
        if "/" in zone and not zone.startswith(("Etc/", "SystemV/")):
            name = locale.time_zones.get(zone, {}).get("city", city)
            english_name = english.time_zones.get(zone, {}).get("city", city)
            _add(found, name, Territory(zone, english_name, "city"))
    return found


def _add(found: dict[tuple[str, ...], Territory], name: str, territory: Territory) -> None:
    plain = re.sub(r"\s*\(.*?\)", "", name)
    for pattern in (r"[\w’']+", r"[\w’'.-]+"):
        parts = re.findall(pattern, plain)
        if parts and (len(parts[0]) > 2 or len(parts) > 1 or parts[0].isupper()):
            found.setdefault(tuple(stem(part) for part in parts), territory)
            for adjective in _cases(parts):
                found.setdefault((adjective, *(stem(part) for part in parts[1:])), territory)


def _cases(parts: Sequence[str]) -> tuple[str, ...]:
    """What is left of a Russian adjective before a noun in its other cases: "Саудовской Аравии", "Южную Корею"."""
    first = folded(parts[0])
    if len(parts) < 2 or not first.endswith("ая"):
        return ()
    return first[:-2], f"{first[:-2]}у"


@cache
def _zones() -> dict[tuple[str, str], str]:
    """English name and country of a city after which a time zone is named -> the zone, which is its code."""
    english = Locale("en").time_zones
    return {
        (english.get(zone, {}).get("city", zone.rpartition("/")[2].replace("_", " ")), country): zone
        for zone, country in sorted(get_global("zone_territories").items())
        if "/" in zone
    }


@cache
def cities() -> dict[tuple[str, ...], Territory]:
    """Stems of a large city's name -> the city, in whatever language; a name here may also be a person's or a word."""
    found: dict[tuple[str, ...], Territory] = {}
    zones = _zones()
    for line in _CITIES.read_text(encoding="utf-8").splitlines()[1:]:
        name, country, capital, stems = line.split("\t")
        code = zones.get((name, country), f"{name}/{country}")
        city = Territory(code, name, "city", country if capital else None)
        for written in stems.split(","):
            found[tuple(written.split(" "))] = city
    return found


@cache
def capital_of(code: str) -> str | None:
    """The country whose capital a city is, by the city's code; None for other places."""
    name = code[:-3] if code[-3:-2] == "/" else code.rpartition("/")[2].replace("_", " ")
    city = cities().get(tuple(stem(part) for part in re.findall(r"[\w’']+", name)))
    return city.country if city and "/" in code else None


@cache
def country_of(key: str) -> str | None:
    """The key of the country in which a city lies, by the city's key (`place:` and its code); None for all else."""
    code = key.removeprefix("place:")
    if "/" not in code or code == key:
        return None
    country = code[-2:] if code[-3] == "/" and code[-2:].isupper() else get_global("zone_territories").get(code)
    return f"place:{country}" if country else None


@cache
def name_of(code: str, language: str) -> str | None:
    """What CLDR or the list of cities calls a place, by its code; None for unknown codes."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    if "/" not in code:
        return locale.territories.get(code)
    own = locale.time_zones.get(code, {}).get("city")
    if own or code[-3] != "/":
        return own or code.rpartition("/")[2].replace("_", " ")
    return code[:-3]


@cache
def _written_nations(language: str) -> dict[str, str]:
    """Words for nationalities as the language's file lists them; a final `*` stands for any ending."""
    lists = section(language, "names").get("nations") or {}
    return {folded(word): code for code, text in lists.items() for word in re.split(r",\s*", text)}


@cache
def nationality(code: str, language: str) -> str | None:
    """The first adjective of a country (ISO 3166) that a language's file spells out in full; None where none does."""
    listed = (section(language, "names").get("nations") or {}).get(code, "")
    word = next((w.strip() for w in listed.split(",") if w.strip() and not w.strip().endswith("*")), None)
    return word and (word.upper() if len(word) < _SHORTEST else word[0].upper() + word[1:])


@cache
def _nations(language: str) -> dict[str, str]:
    """Beginnings of a language's words for nationalities -> the country, by CLDR's names of languages."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    likely = get_global("likely_subtags")
    found: dict[str, str] = {}
    for code, name in locale.languages.items():
        plain = folded(name)
        country = likely.get(code, "").rpartition("_")[2]
        if "_" not in code and " " not in plain and len(plain) > 4 and len(country) == 2 and len(code) == 2:
            found.setdefault(plain[: max(4, len(plain) - 2)], country)
    return found


@cache
def nation(word: str, language: str) -> str | None:
    """The country (ISO 3166) of an adjective such as French, französische, французский; None for other words."""
    plain = folded(word)
    if len(plain) < _SHORTEST and not word.isupper():
        return None
    written = _written_nations(language)
    if written:
        ends = (f"{plain[:n]}*" for n in range(len(plain), 2, -1))
        return written.get(plain) or next((written[end] for end in ends if end in written), None)
    table = _nations(language)
    return next((table[plain[:n]] for n in range(min(len(plain), 14), 3, -1) if plain[:n] in table), None)


def nations(parts: Iterable[Word], language: str) -> frozenset[str]:
    """The countries that words name or are adjectives of, each as `=` and its code."""
    found = set()
    for word in parts:
        place = territories(language).get((stem(word.text),))
        code = place.code if place and place.kind == "country" else nation(word.text, language)
        if code:
            found.add(f"={code}")
    return frozenset(found)
