"""The words on the site, in one language, from the `site` section of its file; English where a word is missing.

A label is a text with fields, or a set of plural forms (CLDR's categories, through Babel), or a group of labels.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale

from regesta.languages import section

FALLBACK = "en"
"""The language whose words stand in where a label is absent."""

_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


class Wording:
    """Labels of one language, by dotted key: `wording("counts.events", n=3)`."""

    def __init__(self, language: str) -> None:
        """`language` is BCP 47; a region without words of its own takes those of its language."""
        primary = language.replace("_", "-").split("-")[0]
        self.language = language
        self.labels = _flat(section(FALLBACK, "site")) | _flat(section(primary, "site"))
        self.locale = Locale.parse(self.labels["locale"])
        self._locale = str(self.locale)
        self._made: dict[tuple[str, int], str] = {}

    def __call__(self, key: str, **fields: Any) -> str:
        """The label, filled. Where it has plural forms, field `n` chooses. Raises KeyError for an unknown key."""
        label = self.labels[key]
        if not fields and isinstance(label, str):
            return label
        if isinstance(label, dict) or isinstance(fields.get("n"), int):
            return self._counted(key, label, fields)
        return str(label).format(**fields)

    def _counted(self, key: str, label: Any, fields: dict[str, Any]) -> str:
        """A label with a count; CLDR's rules are slow to apply, and few counts are many labels."""
        alone = len(fields) == 1 and isinstance(fields["n"], int)
        if alone and (key, fields["n"]) in self._made:
            return self._made[key, fields["n"]]
        if isinstance(label, dict):
            form = self.locale.plural_form(fields["n"])
            label = label.get(form, label["other"])
        number = self.number(fields["n"]) if isinstance(fields["n"], int) else fields["n"]
        said = str(label).format(**fields | {"n": number})
        if alone:
            self._made[key, fields["n"]] = said
        return said

    def number(self, count: int) -> str:
        """A count as people write it: 10,000 or 10 000."""
        symbol = self.locale.number_symbols.get("latn", {}).get("group", ",")
        return f"{count:,}".replace(",", symbol) if abs(count) > 9999 else str(count)

    def get(self, key: str) -> str | None:
        """The label without fields, or None."""
        found = self.labels.get(key)
        return found if isinstance(found, str) else None

    def language_name(self, code: str | None) -> str:
        """What this language calls another: "German"; the code itself where CLDR has no name."""
        if not code:
            return ""
        return _language_name(self._locale, code)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.labels["direction"]  # type: ignore[no-any-return]  # a label may be a text or plural forms


def _flat(group: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Groups of labels as dotted keys; sets of plural forms stay dicts."""
    found: dict[str, Any] = {}
    for key, value in group.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and not (set(value) <= _PLURALS and "other" in value and "one" in value):
            found |= _flat(value, f"{name}.")
        elif value is not None:
            found[name] = value
    return found


@cache
def _language_name(locale: str, code: str) -> str:
    """CLDR's name of a language in a locale, with a capital where the locale writes it in running text."""
    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name(locale)
    except (ValueError, LookupError):
        name = None
    return name or code


@cache
def wording(language: str) -> Wording:
    """The words of a language, read once."""
    return Wording(language)
