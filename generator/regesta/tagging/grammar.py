"""A language's grammar: its lexicon and its rules, read from the `time` section of its file.

A language without a file, or without that section, gets the grammar that CLDR's names of months, weekdays and relative
days make (see cldr.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from regesta import languages
from regesta.errors import ContentError, Location
from regesta.tagging import cldr
from regesta.tagging.lexicon import Characters, Lexicon
from regesta.tagging.patterns import Pattern, build, literals, phrase_regex

MARKERS = ("future", "past", "negative")
"""Classes of words that no pattern needs to name: they tell the tense around an expression."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule with its patterns."""

    name: str
    """`<language>.<rule>`."""
    kind: str
    """date, duration, set, ref, or nothing (finds what is no time expression)."""
    fields: Mapping[str, str]
    """Fields that hold for every match."""
    patterns: tuple[Pattern, ...]
    """What it matches."""
    texts: tuple[str, ...]
    """The patterns as the file writes them."""


@dataclass(slots=True)
class Grammar:
    """All that the matcher needs of a language."""

    language: str
    """BCP 47."""
    lexicon: Lexicon
    """Words, classes, characters."""
    rules: tuple[Rule, ...]
    """In the file's order; the earlier wins between matches of one length."""
    settings: Mapping[str, Any]
    """`numeric` (dmy or mdy), `past_endings`, …"""
    characters: Characters
    """Token -> character."""
    compiled: dict[str, re.Pattern[str]] = field(default_factory=dict)
    """Regular expressions that a text has needed so far."""
    keys: dict[str, list[int]] = field(default_factory=dict)
    """Telling character -> numbers of the patterns that can't match without it or one of its kind."""
    numbered: list[tuple[int, Pattern]] = field(default_factory=list)
    """All patterns with the number of their rule."""
    telling: frozenset[str] = frozenset()
    """The characters of `keys`."""
    chosen: dict[frozenset[str], list[tuple[int, Pattern, re.Pattern[str]]]] = field(default_factory=dict)
    """Which patterns a set of telling characters calls for, as far as texts have asked."""

    def phrase_regex(self, name: str) -> re.Pattern[str]:
        """The regular expression of a class's entries of several words."""
        source = "|".join(map(phrase_regex, self.lexicon.phrases(name)))
        if source not in self.compiled:
            self.compiled[source] = re.compile(source)
        return self.compiled[source]

    def words_at(self, name: str, row: str) -> list[int]:
        """Where a class's single words stand in a row of characters."""
        return self.places(self.lexicon.characters(name), row)

    def places(self, characters: str, row: str) -> list[int]:
        """Where any of these characters stand in a row of them."""
        if not characters:
            return []
        source = f"[{characters}]"
        if source not in self.compiled:
            self.compiled[source] = re.compile(source)
        return [match.start() for match in self.compiled[source].finditer(row)]

    def index(self) -> None:
        """Note under each pattern's rarest need, the set of fewest characters, that it is to be tried."""
        self.numbered = [(order, pattern) for order, rule in enumerate(self.rules) for pattern in rule.patterns]
        for number, (_, pattern) in enumerate(self.numbered):
            for character in min(pattern.needs, key=self._weight, default=frozenset()):
                self.keys.setdefault(character, []).append(number)
        self.telling = frozenset(self.keys)

    def _weight(self, need: frozenset[str]) -> tuple[bool, int]:
        """Words that only patterns name, mostly "in" and "the", tell less than words with a meaning in time."""
        plain = need.isdisjoint(self.lexicon.meaningful)
        return plain, len(need)

    def patterns_for(self, characters: frozenset[str]) -> list[tuple[int, Pattern, re.Pattern[str]]]:
        """The patterns to try where these telling characters stand, with the numbers of their rules, ready to use."""
        found = self.chosen.get(characters)
        if found is None:
            numbers = sorted({number for character in characters for number in self.keys[character]})
            chosen = (self.numbered[number] for number in numbers)
            found = [(order, one, self.regex(one)) for order, one in chosen if self._possible(one, characters)]
            if len(self.chosen) < 50_000:
                self.chosen[characters] = found
        return found

    def _possible(self, pattern: Pattern, characters: frozenset[str]) -> bool:
        """Whether a pattern can match where no other telling characters stand: each of its needs that they can tell."""
        return not any(need <= self.telling and need.isdisjoint(characters) for need in pattern.needs)

    def regex(self, pattern: Pattern) -> re.Pattern[str]:
        """The pattern's regular expression, made at first use."""
        found = self.compiled.get(pattern.source)
        if found is None:
            found = self.compiled[pattern.source] = re.compile(pattern.source)
        return found


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises ContentError where its file is wrong."""
    code = language.replace("_", "-")
    section = languages.section(code, "time") or languages.section(code.split("-")[0], "time")
    return assemble(code.split("-")[0], section or cldr.section(code))


def assemble(language: str, section: Mapping[str, Any]) -> Grammar:
    """The grammar that a `time` section describes."""
    settings = section.get("settings") or {}
    rules = section.get("rules") or {}
    lexicon = Lexicon(
        section.get("words") or {},
        section.get("compounds") or [],
        settings.get("endings") or {},
        small=bool(settings.get("endings_small")),
    )
    macros = section.get("macros") or {}
    texts = {name: [_fill(text, macros) for text in rule["patterns"]] for name, rule in rules.items()}
    for patterns in texts.values():
        for text in patterns:
            for word in literals(text):
                lexicon.literal(word)
    lexicon.seal()
    built = tuple(_rule(language, name, rule, texts[name], lexicon) for name, rule in rules.items())
    made = Grammar(language, lexicon, built, settings, Characters(lexicon))
    made.index()
    return made


def _fill(text: str, macros: Mapping[str, str]) -> str:
    """A pattern with its macros ``@name`` replaced; macros may use macros that stand before them."""
    for name in reversed(list(macros)):
        text = re.sub(rf"@{name}\b", f"({macros[name]})".replace("\\", r"\\"), text)
    return text


def _rule(language: str, name: str, rule: Mapping[str, Any], texts: list[str], lexicon: Lexicon) -> Rule:
    patterns = []
    for text in texts:
        try:
            patterns.append(build(text, lexicon))
        except ValueError as error:
            place = Location(path=languages.DATA / f"{language}.yml")
            raise ContentError(f'time: rules: {name}: "{text}": {error}', location=place) from error
        if not patterns[-1].needs:
            message = f'time: rules: {name}: "{text}" may match nothing at all'
            raise ContentError(message, location=Location(path=languages.DATA / f"{language}.yml"))
    return Rule(
        f"{language}.{name}", rule.get("as", "date"), rule.get("set") or {}, tuple(patterns), tuple(rule["patterns"])
    )
