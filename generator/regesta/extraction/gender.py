"""Whether a person is he or she, from what all articles say about her; never from the name alone where they disagree.

Titles (Frau), articles and ends of roles (la ministre, Ministerin), the past tense beside a name in Slavic languages
(заявила) and given names each count as evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from regesta.extraction.sentence import Sentence
from regesta.languages import known, listed, section
from regesta.languages.keys import folded, is_cyrillic, key

_TITLE, _ROLE, _VERB, _GIVEN = 3.0, 1.5, 1.0, 2.0
"""What each kind of evidence weighs."""
_REACH = 2
"""Words between a name and a verb that agrees with it."""
_SURE = 1.5
"""Weight by which one must lead."""
_SHORTEST = 3
"""Letters before a verb's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What tells one gender in a language."""

    titles: frozenset[str]
    determiners: frozenset[str]
    roles: frozenset[str]
    endings: tuple[str, ...]
    verbs: tuple[str, ...]


@cache
def marks(language: str) -> Mapping[str, Marks]:
    """He and she -> what tells them, in a language."""
    lists = section(language.split("-", maxsplit=1)[0], "names").get("gender") or {}
    return {
        gender: Marks(
            titles=frozenset(_list(data, "titles")),
            determiners=frozenset(_list(data, "determiners")),
            roles=frozenset(_list(data, "roles")),
            endings=tuple(_list(data, "endings")),
            verbs=tuple(_list(data, "verbs")),
        )
        for gender, data in lists.items()
    }


@cache
def is_given(name: str) -> bool:
    """Whether some language lists a given name just so."""
    return folded(name) in _spelled()


@cache
def of_given(name: str) -> str | None:
    """He or she by a given name, over all languages and scripts; None for unknown names and those that are both."""
    known = _spelled().get(folded(name))
    return _keyed().get(key(name)) if known is None and is_cyrillic(name) else known


@cache
def _spelled() -> Mapping[str, str | None]:
    """Given names, folded -> he or she; None where they are both."""
    found: dict[str, str | None] = {}
    for gender, names in _given():
        for name in map(folded, names):
            found[name] = gender if found.get(name, gender) == gender else None
    return found


@cache
def _keyed() -> Mapping[str, str]:
    """Keys of Cyrillic given names, which are inflected -> he or she; those that are both are left out.

    Only of Cyrillic ones: elsewhere too many words share a key with a name.
    """
    found: dict[str, set[str]] = {}
    for gender, names in _given():
        for name in filter(is_cyrillic, names):
            found.setdefault(key(name), set()).add(gender)
    return {name: min(genders) for name, genders in found.items() if len(genders) == 1}


def _given() -> Iterator[tuple[str, list[str]]]:
    """He and she with the given names that each language lists for them."""
    for language in known():
        for gender, data in (section(language, "names").get("gender") or {}).items():
            yield gender, _list(data, "given")


def evidence(sentence: Sentence, first: int, last: int, role: str | None) -> Counter[str]:
    """What a sentence tells of the gender of the person whose name stands at some words: he or she -> weight."""
    found: Counter[str] = Counter()
    parts = sentence.words
    before = parts[first - 1].folded if first else ""
    head = role.split()[-1].casefold() if role else ""
    around = [w.folded for w in (*parts[max(0, first - _REACH) : first], *parts[last + 1 : last + 1 + _REACH])]
    for gender, told in marks(sentence.article.language).items():
        if before in told.titles:
            found[gender] += _TITLE  # type: ignore[assignment]
        if head:
            found[gender] += _ROLE * _tells(told, head)  # type: ignore[assignment]
        found[gender] += _VERB * any(_agrees(word, told.verbs) for word in around)  # type: ignore[assignment]
    for gender, told in marks(sentence.article.language).items():
        articled = role and told.determiners & {w.folded for w in parts[max(0, first - 3) : first]}
        if articled and not found[gender]:
            found[gender] += 1.0  # type: ignore[assignment]
    own = of_given(parts[first].text) if last > first else None
    if own:
        found[own] += _GIVEN  # type: ignore[assignment]
    return found


def of_title(word: str, language: str) -> str | None:
    """He or she where a word is a title that tells (Mrs, señor); None where it isn't, or is for both."""
    found = [gender for gender, told in marks(language).items() if word.casefold() in told.titles]
    return found[0] if len(found) == 1 else None


def of_role(role: str, language: str) -> str | None:
    """He or she where the word for a role tells (Ministerin, spokesman); None where it doesn't."""
    found = [gender for gender, told in marks(language).items() if _tells(told, role.casefold())]
    return found[0] if len(found) == 1 else None


def decided(found: Mapping[str, float]) -> str | None:
    """He or she where the evidence clearly leads there; None where it doesn't."""
    lead = found.get("she", 0) - found.get("he", 0)
    return None if abs(lead) < _SURE else "she" if lead > 0 else "he"


def _tells(told: Marks, word: str) -> bool:
    return word in told.roles or bool(told.endings and word.endswith(told.endings))


def _agrees(word: str, endings: Sequence[str]) -> bool:
    return any(word.endswith(end) and len(word) >= len(end) + _SHORTEST for end in endings)


def _list(data: Mapping[str, str], name: str) -> list[str]:
    return [word.casefold() for word in listed(data.get(name))]
