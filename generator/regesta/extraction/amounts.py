"""The numbers of a sentence by their significant digits, in figures or in words: what sentences in any language share.

4.6 billion, 4,6 milliards and 4.600 millones are one; so are 43, forty-three, dreiundvierzig and сорок три. The number
words are those of the language's time expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from regesta.extraction.sentence import Sentence
from regesta.languages import section
from regesta.languages.words import Word, words

_TEN, _HUNDRED = 10, 100
_BETWEEN = 3
"""Letters, and words or hyphens, that may join two numbers: vierundfünfzig, treinta y tres."""


def amounts(sentence: Sentence) -> Iterator[str]:
    """The significant digits of each number that has more than one, and is no date: "#46"."""
    parts, at = sentence.words, 0
    while at < len(parts):
        word = parts[at]
        if at in sentence.timed:
            at += 1
            continue
        if word.text[0].isdigit():
            text, at = _figures(parts, at)
        else:
            value, at = _spelled(parts, at, sentence.lexicon.language)
            text = str(value)
        digits = re.sub(r"\D", "", text).strip("0")
        if len(digits) > 1:
            yield "#" + digits


def _figures(parts: Sequence[Word], at: int) -> tuple[str, int]:
    """A number in figures, with the groups of three that follow, and the word after it."""
    text, at = parts[at].text, at + 1
    while at < len(parts) and parts[at].text.isdigit():
        if len(parts[at].text) == 3 and len(text) <= 7:
            text += parts[at].text
        at += 1
    return text, at


def _spelled(parts: Sequence[Word], at: int, language: str) -> tuple[int, int]:
    """The value of a number in words, and the word after it; 0 where the word is none."""
    value = _value(parts[at].folded, language)
    at += 1
    last = value
    while value and at < len(parts):
        skip = at + 1 < len(parts) and _joins(parts[at], language)
        following = at + 1 if skip else at
        more = _value(parts[following].folded, language)
        if not more:
            break
        if more == _HUNDRED and last < _TEN and not skip:
            value *= more
        elif last >= 2 * _TEN and more < (last if last >= _HUNDRED else _TEN):
            value += more
        else:
            break
        last, at = more, following + 1
    return value, at


def _joins(word: Word, language: str) -> bool:
    return (
        word.folded not in _number_words(language) and len(word.text) <= _BETWEEN and (word.is_word or word.text == "-")
    )


@cache
def _value(word: str, language: str) -> int:
    """The value of one word, be it put together from two; 0 where it is no number."""
    spelled = _number_words(language)
    known = spelled.get(word)
    if known is not None:
        return known
    for start in range(len(word) - 2, 2, -1):
        first = spelled.get(word[:start])
        if first is None:
            continue
        for end in range(start, min(start + _BETWEEN, len(word) - 3) + 1):
            second = spelled.get(word[end:])
            if second is not None and _joined(first, second):
                return first * second if second == _HUNDRED else first + second
    return 0


def _joined(first: int, second: int) -> bool:
    """Whether two numbers make one: dreiundvierzig, quarantatré, zweihundert, hundertvierzig."""
    if second == _HUNDRED:
        return first < _TEN
    if first == _HUNDRED:
        return second < _HUNDRED
    one, ten = sorted((first, second))
    return one < _TEN and 2 * _TEN <= ten < _HUNDRED and ten % _TEN == 0


@cache
def _number_words(language: str) -> dict[str, int]:
    """Every single word for a number from 2 on, folded, with its value; empty where there is no file."""
    classes = section(language, "time").get("words") or {}
    found: dict[str, int] = {}
    for name in ("number", "tens", "ones"):
        for spellings, value in (classes.get(name) or {}).items():
            for spelling in str(spellings).split("|"):
                parts = words(spelling)
                if len(parts) == 1 and str(value).isdigit() and int(value) > 1:
                    found.setdefault(parts[0].folded, int(value))
    return found
