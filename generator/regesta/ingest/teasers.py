"""Teasers within a paragraph: "… Mehr zum Thema - Ein Titel", "… state. READ ALSO: A headline The minister said …".

Where a page's teasers were pasted into its prose, a quote must never run across one, and no real sentence may go with
it.
"""

from __future__ import annotations

import re
from typing import Final

from regesta.ingest.lines import ends_sentence, words_in
from regesta.ingest.phrases import phrases

_TOKEN: Final = re.compile(r"\S+")
_LONGEST: Final = 25
"""Words of the longest headline that a teaser is believed to have."""


def without_teasers(text: str) -> list[str]:
    """The paragraph's own stretches, in order; the paragraph itself where it holds no teaser."""
    found = phrases().inline.search(text)
    if not found:
        return [text] if text else []
    before, after = text[: found.start()].rstrip(), text[found.end() :]
    start = _next_sentence(after)
    if start is None:
        if found["label"] and not ends_sentence(after) and len(words_in(after)) <= _LONGEST:
            return [before]
        keep = text[found.start() :].lstrip() if found["kicker"] else after
        return [before, keep]
    return [before, *without_teasers(after[start:])]


def _next_sentence(text: str) -> int | None:
    """Where, after a headline without an end mark, the paragraph's own prose goes on; None where that can't be told.

    A headline is followed by a sentence's subject: a run of capitalised words that a small word opens ("Der Minister
    sagte"), or that follows a word in lower case which isn't an article or preposition ("zu finden Kremlsprecher
    Dmitri Peskow hat").
    """
    tokens = list(_TOKEN.finditer(text))
    for number in range(2, min(len(tokens) - 2, _LONGEST)):
        token, before, after = tokens[number], tokens[number - 1], tokens[number + 1]
        if re.search(r"[.!?…]$", before[0]):
            return token.start() if number > 2 else None
        if not token[0][:1].isupper() or re.search(r"[,:;–—-]$", before[0]):
            continue
        if _opens_sentence(token[0], before[0], after[0]) or (_is_plain(before[0]) and _goes_on(tokens, number)):
            return token.start()
    return None


def _opens_sentence(token: str, before: str, after: str) -> bool:
    """A capitalised article or preposition after a plain word: no headline goes on so."""
    return token.casefold() in phrases().small and not token.isupper() and _is_plain(before) and not after.isupper()


def _is_plain(word: str) -> bool:
    """A word in lower case that can end a headline."""
    return word[:1].islower() and word.casefold() not in phrases().small


def _goes_on(tokens: list[re.Match[str]], number: int) -> bool:
    """Whether the capitalised run from this token on is followed by a word in lower case without a mark between."""
    run = number
    while run < len(tokens) and tokens[run][0][:1].isupper():
        if re.search(r"[.,:;!?]$", tokens[run][0]):
            return False
        run += 1
    return run - number >= 2 and run < len(tokens)
