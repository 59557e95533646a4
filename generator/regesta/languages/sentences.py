"""Sentences of a text. A quotation stays one unit with the words that say whose it is.

Own rules, since splitters for one language know neither guillemets nor Russian dashes, and cut "Nov. 3" or "9. Mai".
What differs between languages is data: abbreviations, and whether an ordinal number is written with a full stop.
"""

from __future__ import annotations

import re
from functools import cache

from regesta.languages import section
from regesta.model.span import Span

_BREAK = re.compile(r"\n\s*\n|\n")
_END = re.compile(r"[.!?…]+[\"”“’'»)\]]*(?=\s+|$)")
_OPENING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›"}
_QUOTES = re.compile("[" + "".join(sorted({'"', *_OPENING, *"".join(_OPENING.values())})) + "]")
_NEXT = re.compile(r"\s+[\"“„«‹(\[¿¡—–-]*\s*([^\W_])")
_LONGEST_WORD = 40
"""Letters of an abbreviation at most; nothing farther back is looked at."""
_LAST_WORD = re.compile(r"([^\W_][\w.]*)$")
_LONE = re.compile(r"\s+[^\W\d_]+\.")
_LONGEST_QUOTE = 600
"""Characters; what claims to be a longer quotation is a lost closing mark, and sentences end in it as elsewhere."""


@cache
def _abbreviations(language: str) -> frozenset[str]:
    text = section(language, "names").get("abbreviations") or ""
    return frozenset(word.strip().casefold().rstrip(".") for word in text.split(","))


@cache
def _dotted_ordinals(language: str) -> bool:
    return section(language, "names").get("ordinals") == "dotted"


def split(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the white space around them; no sentence crosses a line's end."""
    found: list[Span] = []
    start = 0
    for gap in _BREAK.finditer(text):
        found += _split_block(text, start, gap.start(), language)
        start = gap.end()
    return tuple(found + _split_block(text, start, len(text), language))


def _split_block(text: str, start: int, end: int, language: str) -> list[Span]:
    block = text[start:end]
    quoted = _quotations(block)
    cuts = _without_names(block, [m.end() for m in _END.finditer(block) if _ends_sentence(block, m, quoted, language)])
    found, begin = [], 0
    for cut in [*cuts, len(block)]:
        piece = block[begin:cut]
        if piece.strip():
            left = begin + len(piece) - len(piece.lstrip())
            found.append(Span(start + left, start + begin + len(piece.rstrip())))
        begin = cut
    return found


def _without_names(block: str, cuts: list[int]) -> list[int]:
    """The cuts but for those around a single capitalised word, as in the title "Moscow. Kremlin. Putin"."""
    lone = {n for n, cut in enumerate(cuts) if n and _LONE.fullmatch(block[cuts[n - 1] : cut])}
    return [cut for n, cut in enumerate(cuts) if n not in lone and n + 1 not in lone]


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quotations begin and end in a text, by their marks, in order; none crosses a line's end."""
    found, start = [], 0
    for line in text.split("\n"):
        found += [(start + first, start + last) for first, last in _quotations(line)]
        start += len(line) + 1
    return found


def _quotations(block: str) -> list[tuple[int, int]]:
    """Where quotations begin and end in a block; straight marks are taken in pairs."""
    found, open_at, closing = [], -1, ""
    for mark in _QUOTES.finditer(block):
        at, char = mark.start(), mark[0]
        if open_at >= 0:
            if char in closing:
                if at - open_at <= _LONGEST_QUOTE:
                    found.append((open_at, at))
                open_at = -1
        elif char == '"':
            open_at, closing = at, '"'
        elif char in _OPENING and (char != "»" or (at + 1 < len(block) and block[at + 1].isalnum())):
            open_at, closing = at, _OPENING[char]
    return found


def _ends_sentence(block: str, match: re.Match[str], quoted: list[tuple[int, int]], language: str) -> bool:
    following = _NEXT.match(block, match.end())
    if match.end() < len(block):
        if following is None:
            return False
        char = following.group(1)
        if char.islower():
            return False
    if any(first < match.start() and match.end() <= last for first, last in quoted):
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    return not _abbreviated(block[max(0, match.start() - _LONGEST_WORD) : match.start()], following, language)


def _abbreviated(before: str, following: re.Match[str] | None, language: str) -> bool:
    """Whether the full stop after `before` belongs to an abbreviation, an initial or an ordinal."""
    last = _LAST_WORD.search(before)
    if last is None or following is None:
        return False
    word = last.group(1)
    if len(word) == 1 and word.isupper():
        return True
    if word.isdigit() and len(word) <= 2 and _dotted_ordinals(language):
        return following.group(1).isalpha()
    return word.casefold() in _abbreviations(language)
