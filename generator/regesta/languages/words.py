"""Words of a text with their places: the smallest units that sentences, names and triggers are made of.

Separate from the splitter and the name keys because all of them, and the stages above, must count the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[-\u2010\u2011.'’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a single mark of punctuation."""

    text: str
    """As written."""
    folded: str
    """Case-folded, with plain apostrophes."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[0].isupper()


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words and marks of a text; `offset` is added to their places.

    An English possessive ('s) is cut off, and so are a French or Italian elided article (l', d', dell') and a French
    pronoun behind its verb (a-t-il).
    """
    found: list[Word] = []
    for match in _WORD.finditer(text):
        for start, piece in _pieces(match.group()):
            at = offset + match.start() + start
            found.append(Word(piece, piece.casefold().replace("’", "'"), at, at + len(piece)))
    return tuple(found)


def joined(parts: Iterable[str]) -> str:
    """Words as they stand together: a space between them, but none behind an elided article ("L'Aquila")."""
    text = ""
    for part in parts:
        text += part if not text or elided(text) else f" {part}"
    return text


def elided(text: str) -> bool:
    """Whether an article or preposition without its vowel ends a text: "l'", "dell’"."""
    return text.endswith(("'", "’"))


_ELIDED = re.compile(r"(?i)((?:[ldcnsmtj]|qu|dell|all|nell|dall|sull|un|jusqu|lorsqu|puisqu|quest|quell)['’])(?=\w)")
_INVERTED = re.compile(r"(\w*[^\W\d_])-t-(ils?|elles?|on)|([^\W\d_A-Z]+)-(ils?|elles?)")
"""A verb and the pronoun behind it; a stem with a capital is a name (Jong-il), unless -t- joins them."""
_POSSESSIVE = re.compile(r"(?i)['’]s?$")


def _pieces(text: str) -> list[tuple[int, str]]:
    """A match as its words: article and noun, noun and possessive, verb and pronoun."""
    inverted = _INVERTED.fullmatch(text) if "-" in text else None
    if inverted:
        verb, pronoun = (1, 2) if inverted[1] else (3, 4)
        return [(0, inverted[verb]), (inverted.start(pronoun), inverted[pronoun])]
    if "'" not in text and "’" not in text:
        return [(0, text)]
    article = _ELIDED.match(text)
    if article:
        rest = ((article.end() + start, piece) for start, piece in _pieces(text[article.end() :]))
        return [(0, article.group()), *rest]
    possessive = re.search(r"(?i)['’]s$", text)
    if possessive:
        return [(0, text[: possessive.start()]), (possessive.start(), possessive.group())]
    return [(0, text)]
