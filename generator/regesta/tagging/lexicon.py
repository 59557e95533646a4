"""The words of a language by class, and one character for everything that a token can be.

The matcher doesn't read letters: each token becomes one character that stands for the set of classes to which the
token belongs ("Tuesday" is a weekday, "may" is nothing, "May" a month). Patterns are then short expressions over such
characters, cheap to compile and quick to search, and a text of unknown words is a row of ``w``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import product

from regesta.tagging.tokens import PARAGRAPH, SAMPLES, TOKEN, number_classes

OTHER, CAPITAL, MARK, GAP, BREAK = "w", "W", "m", " ", "\n"
BUILT_IN = {"other": OTHER, "capital": CAPITAL}
"""Classes of unknown words, small and with a capital; patterns name them only in what must not follow.

Marks that no pattern names are neither."""
JOINING = frozenset(
    """
    article definite of to number tens ones some about more less atleast atmost after before measure money future past
    asks until upto since relative reports perfect eventstop yearprep monthprep dayprep ordinal any linker
    """.split()  # noqa: SIM905 - names read better as a line of words
)
"""Classes whose words stand everywhere, so that they don't tell where to look for a time expression."""
ASKING = frozenset({"asks"})
"""Classes whose words may have a tense by their ending: "ordered"."""
_FIRST = 0xE000
_PLAIN = str.maketrans("\u2019\u02bc\u2010\u2011", "''--")
_GROUP = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")


def expand(key: str) -> list[str]:
    """All spellings of a key: ``Jan|Jan.`` and ``январ(ь|я)`` give two each."""
    found = []
    for part in _split(key):
        pieces = _GROUP.split(part)
        choices = [piece.split("|") if n % 2 else [piece] for n, piece in enumerate(pieces)]
        found += ["".join(choice) for choice in product(*choices)]
    return found


def _split(key: str) -> list[str]:
    """The parts between bars that stand outside parentheses."""
    parts, depth, start = [], 0, 0
    for n, character in enumerate(key):
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            parts.append(key[start:n])
            start = n + 1
    return [*parts, key[start:]]


def fold(text: str) -> str:
    """Text as the lexicon keys it: small letters, single spaces, straight apostrophes, hyphens that may break."""
    return " ".join(text.lower().translate(_PLAIN).split())


class Lexicon:
    """Classes of words with their values, and the characters that stand for sets of classes."""

    def __init__(
        self,
        words: Mapping[str, Mapping[str, str]],
        compounds: Iterable[Mapping[str, str]] = (),
        endings: Mapping[str, Iterable[str]] | None = None,
        *,
        small: bool = False,
    ) -> None:
        """`words` is class -> (spellings -> value), `compounds` builds further words, `endings` mark the unlisted.

        `small`: no endings of words with a capital, so that "United" is no verb.
        """
        self.values: dict[str, dict[str, str]] = {}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        self._joined: dict[str, list[tuple[str, ...]]] = {}
        self._members: dict[str, list[tuple[str, bool]]] = {}
        self._characters: dict[frozenset[str], str] = {frozenset(): OTHER}
        self._of_class: dict[str, str] | None = None
        self._small = small
        self._endings = {name: tuple(found) for name, found in (endings or {}).items()}
        for name, entries in words.items():
            for key, value in entries.items():
                for spelling in expand(key):
                    self._add(name, spelling, value)
        for compound in compounds:
            self._compound(compound)

    def _add(self, name: str, spelling: str, value: str) -> None:
        tokens = TOKEN.findall(spelling)
        self.values.setdefault(name, {}).setdefault(fold(spelling), value)
        if len(tokens) == 1:
            self._join(name, spelling)
        else:
            phrase = tuple(GAP if token.isspace() else self.literal(token) for token in tokens)
            self._phrases.setdefault(name, []).append(phrase)

    def _join(self, name: str, token: str) -> None:
        members = self._members.setdefault(fold(token), [])
        member = (name, token != token.lower())
        if member not in members:
            members.append(member)

    def _compound(self, compound: Mapping[str, str]) -> None:
        """Words made of others: ``{weekday}{part}``; the value's slots are filled with the parts' values."""
        slots = _SLOT.findall(compound["form"])
        for choice in product(*(self.values[slot].items() for slot in slots)):
            form, value = compound["form"], compound["value"]
            for slot, (spelling, inner) in zip(slots, choice, strict=True):
                form, value = form.replace(f"{{{slot}}}", spelling, 1), value.replace(f"{{{slot}}}", inner)
            for spelling in expand(form):
                self._add(compound["into"], spelling.capitalize() if "capital" in compound else spelling, _sum(value))

    def literal(self, token: str) -> str:
        """The class of one word of a pattern, made where it isn't known yet."""
        name = f"={token}"
        self._join(name, token)
        return name

    def seal(self) -> None:
        """Give every set of classes that a token can have its character; patterns are compiled after this."""
        samples = {sample: number_classes(sample) for sample in SAMPLES}
        for token, members in self._members.items():
            numeric = number_classes(token) if token[0].isdigit() else frozenset[str]()
            for capital in (False, True):
                named = frozenset(name for name, needed in members if capital or not needed)
                self._intern(named | numeric | self._by_ending(token, named))
        for classes in (*samples.values(), *(frozenset({name}) for name in self._endings)):
            self._intern(classes)
        found: dict[str, list[str]] = {}
        for classes, character in self._characters.items():
            for name in classes:
                found.setdefault(name, []).append(character)
        self._of_class = {name: "".join(characters) for name, characters in found.items()}

    def _intern(self, classes: frozenset[str]) -> None:
        if classes not in self._characters:
            self._characters[classes] = chr(_FIRST + len(self._characters))

    def characters(self, name: str) -> str:
        """The characters of all tokens of a class; empty where the class has no single words."""
        return BUILT_IN.get(name) or (self._of_class or {}).get(name, "")

    @cached_property
    def meaningful(self) -> frozenset[str]:
        """The characters of words with a value in time: not numbers, and not the little words that only join."""
        return frozenset().union(*(self.characters(name) for name in self.values if name not in JOINING))

    def phrases(self, name: str) -> list[tuple[str, ...]]:
        """The class's entries of several tokens, longest first: for each token the characters that may stand there.

        Entries that differ in one place are joined, so that "twenty-one" to "ninety-nine" are a single one.
        """
        if name not in self._joined:
            rows = {
                tuple(GAP if part == GAP else self.characters(part) for part in row)
                for row in self._phrases.get(name, ())
            }
            for place in (0, -1):
                grouped: dict[tuple[str, ...], set[str]] = {}
                for row in rows:
                    rest = row[1:] if place == 0 else row[:-1]
                    grouped.setdefault(rest, set()).update(row[place])
                merged = {rest: "".join(sorted(found)) for rest, found in grouped.items()}
                rows = {(found, *rest) if place == 0 else (*rest, found) for rest, found in merged.items()}
            self._joined[name] = sorted(rows, key=lambda row: (-len(row), row))
        return self._joined[name]

    def has(self, name: str) -> bool:
        """Whether the class has words."""
        return name in self.values

    def character(self, token: str) -> str:
        """The character that stands for a token."""
        if token.isspace():
            return BREAK if PARAGRAPH.search(token) else GAP
        classes = number_classes(token) if token[0].isdigit() else frozenset[str]()
        members = self._members.get(fold(token))
        if members:
            capital = token[0] != token[0].lower()
            classes |= frozenset(name for name, needed in members if capital or not needed)
        classes |= self._by_ending(token, classes)
        unknown = CAPITAL if token[0].isupper() else OTHER if token[0].isalnum() else MARK
        return self._characters.get(classes, unknown) if classes else unknown

    def _by_ending(self, token: str, classes: frozenset[str]) -> frozenset[str]:
        """The classes that a token's ending tells, where no list knows more of it than that it asks for something.

        An ending of `plain` tells that it is none of them: Russian водители is no verb.
        """
        if len(token) < 5 or not classes <= ASKING or (self._small and token[0].isupper()):
            return frozenset()
        if token.endswith(self._endings.get("plain", ())):
            return frozenset()
        return frozenset(name for name, ends in self._endings.items() if token.endswith(ends))


class Characters(dict[str, str]):
    """Token -> character, worked out once per different token."""

    def __init__(self, lexicon: Lexicon) -> None:
        """An empty memory in front of `lexicon`."""
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, token: str) -> str:
        found = self._lexicon.character(token)
        if len(self) < 200_000 and len(token) < 40:
            self[token] = found
        return found


def _sum(value: str) -> str:
    """``20+4`` as ``24``; anything else unchanged."""
    parts = value.split("+")
    return str(sum(map(int, parts))) if len(parts) > 1 and all(part.isdigit() for part in parts) else value
