"""Countries and cities by the names that newspapers use, in the cases that sentences put them into."""

from __future__ import annotations

import pytest

from regesta.languages.territories import cities, country_of, stem, territories
from regesta.languages.words import words


@pytest.mark.parametrize(
    ("language", "name", "code"),
    [
        ("en", "US", "US"), ("en", "UK", "GB"), ("en", "Britain", "GB"), ("de", "USA", "US"),
        ("de", "Großbritanniens", "GB"), ("fr", "États-Unis", "US"), ("fr", "Royaume-Uni", "GB"),
        ("es", "Gran Bretaña", "GB"), ("it", "Stati Uniti", "US"), ("ru", "США", "US"), ("ru", "Молдавии", "MD"),
        ("uk", "Росії", "RU"), ("uk", "Грузії", "GE"), ("uk", "Великої Британії", "GB"), ("uk", "Італією", "IT"),
        ("pt", "EUA", "US"), ("nl", "Groot-Brittannië", "GB"), ("kk", "АҚШ", "US"),
    ],
)  # fmt: skip
def test_a_country_is_known_as_newspapers_write_it(language: str, name: str, code: str) -> None:
    found = territories(language).get(tuple(stem(word.text) for word in words(name)))
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Venice", "IT"), ("Zaragoza", "ES"), ("Siracusa", "IT"), ("Pokrovsk", "UA"), ("Florencia", "IT"),
        ("Londra", "GB"), ("Венеции", "IT"),
    ],
)  # fmt: skip
def test_what_a_city_in_europe_is_called_is_no_other_name_of_one_elsewhere(name: str, country: str) -> None:
    city = cities()[(stem(name),)]
    assert country_of(f"place:{city.code}") == f"place:{country}"
