"""What stands around a run of words and tells of what kind it is: roles, words for places, datelines, adjectives."""

from __future__ import annotations

from functools import lru_cache

from regesta.extraction.lexicon import Lexicon, lexicon
from regesta.extraction.sentence import Sentence
from regesta.languages.territories import nation
from regesta.languages.words import Word

_KINDS_OF_PLACE = frozenset({"port", "city", "mayor", "airport", "river", "sea", "dam", "forest", "border", "governor"})
"""Concepts of words that a place's name follows."""
_SHORTEST_ADJECTIVE = 4
_APPOSED = 5
"""Words between a role and the name that a comma sets beside it: "the mayor of San Marco, Lucia Neri"."""


def is_role(word: Word, data: Lexicon) -> bool:
    """Whether a word is a role: a listed one, or a compound that ends in one (Umweltministerin)."""
    return _is_role(word.folded, data.language, capital=word.is_capital)


@lru_cache(maxsize=65536)
def _is_role(folded: str, language: str, *, capital: bool) -> bool:
    """As `is_role`; words come back so often that the answer is kept."""
    data = lexicon(language)
    if data.role_endings and capital and folded.endswith(data.role_endings):
        return True
    return bool(data.roles.find((Word(folded, folded, 0, len(folded)),)))


def _of_a_place(sentence: Sentence, start: int) -> bool:
    """Whether a word for a kind of place stands before: "the port of Liepaja", "Hafen Liepaja"."""
    data, parts = sentence.lexicon, sentence.words
    at = start - 1
    if start and parts[at].folded in data.spots:
        return True
    while at > 0 and (parts[at].folded in data.genitive or parts[at].folded in data.determiners):
        at -= 1
    if at < 0 or (at == start - 1 and (not data.capital_nouns or is_role(parts[at], data))):
        return False
    return parts[at].folded in data.spots or any(
        hit.label in _KINDS_OF_PLACE for hit in data.concepts.find((parts[at],))
    )


def where(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what stands around a run makes it a place: a preposition, a word for a kind of place, a dateline."""
    before = sentence.words[start - 1].folded if start else ""
    return (
        before in sentence.lexicon.locative
        or _beside_spot(sentence, start, end)
        or _second_place(sentence, start)
        or _datelined(sentence, start)
    )


def _beside_spot(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word for a kind of place stands beside a name: "the port of Liepaja", "the Kaltenbach tunnel"."""
    following = sentence.words[end].folded if end < len(sentence.words) else ""
    return _of_a_place(sentence, start) or (following in sentence.lexicon.spots and not sentence.lexicon.capital_nouns)


def _second_place(sentence: Sentence, start: int) -> bool:
    """Whether a conjunction joins a run to one behind a preposition of place: "between Konstanz and Singen"."""
    parts, data, at = sentence.words, sentence.lexicon, start - 1
    if at < 2 or parts[at].folded not in data.joining:
        return False
    while at > 0 and parts[at - 1].is_capital:
        at -= 1
    return 0 < at < start - 1 and parts[at - 1].folded in data.locative


def _datelined(sentence: Sentence, start: int) -> bool:
    """Whether a run opens the sentence that holds the dateline: "LIEPAJA, May 11"."""
    dateline = sentence.article.dateline
    return start == 0 and dateline is not None and sentence.span.overlaps(dateline)


def attributed(sentence: Sentence, start: int) -> bool:
    """Whether an adjective stands before, where nouns have capitals: "den französischen Chiphersteller Alpicor"."""
    if not sentence.lexicon.capital_nouns or not start:
        return False
    before = sentence.words[start - 1]
    ending = before.folded.endswith(("en", "er", "es", "em", "e")) and len(before.text) > _SHORTEST_ADJECTIVE
    return ending and before.text[0].islower() and before.folded not in sentence.lexicon.function


def after_genitive(sentence: Sentence, start: int) -> bool:
    """Whether a capitalised word in -s stands before, where capitals say little: "Putins Hinterhof"."""
    if not sentence.lexicon.capital_nouns or not start:
        return False
    before = sentence.words[start - 1]
    return before.is_capital and before.folded.endswith("s")


def role_nearby(sentence: Sentence, start: int, end: int) -> str | None:
    """A role just before ("la directrice, Annelies Truttmann") or just after ("Abele, head of …")."""
    parts, data = sentence.words, sentence.lexicon
    at = start - 1
    while at > 0 and parts[at].text in ',«„"“':
        at -= 1
    whose = at == start - 1 and (parts[at].folded in data.genitive or parts[at].folded in data.determiners)
    for back in () if whose else range(at, max(-1, at - _APPOSED), -1):  # not so "le patron de la Ferrovia"
        word = parts[back]
        if (end - start > 1 or back == start - 1) and is_role(word, data):
            return word.text
        small = word.folded in data.genitive or word.folded in data.determiners
        if not (word.is_capital or small or data.concepts.find((word,)) or nation(word.text, data.language)):
            break
    if end + 1 < len(parts) and parts[end].text == ",":
        for at in range(end + 1, min(len(parts), end + 5)):
            if parts[at].text in ",.;":
                break
            if is_role(parts[at], data):
                return parts[at].text
    return None
