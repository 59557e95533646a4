"""Which line is the headline.

Separate from clean-up because both ends of it hang on this choice: what stands before the headline is the site's, and
a line that repeats it is a page title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from regesta.ingest.draft import RawBlock, Tag
from regesta.ingest.lines import LineKind, words_in

_REACH: Final = 40
"""Lines from the top among which a headline is looked for."""
_SITE: Final = re.compile(r"\s+[-–—|•·:»]\s+[^-–—|•·»]{1,60}$")
"""" - Site name" at the end of a page title."""
_ASKS: Final = re.compile(r"[?!…][»”“\"'’)\s]*$")
"""The end marks that a headline may have."""
_CANDIDATES: Final = (LineKind.SHORT, LineKind.PROSE, LineKind.BYLINE, LineKind.TEASER, LineKind.JUNK)


def headline_of(
    blocks: Sequence[RawBlock], kinds: Sequence[LineKind], title: str | None, publisher: str | None
) -> int | None:
    """The number of the headline's block, or None where the text has none."""
    marked = [number for number, block in enumerate(blocks) if block.tag is Tag.TITLE]
    if marked:
        return marked[0]
    if title:
        named = [n for n, block in enumerate(blocks[:_REACH]) if near(block.text, title)]
        if named:
            return named[-1] if all(kinds[n] is not LineKind.PROSE for n in named) else named[0]
    return _best(blocks, kinds, publisher)


def near(one: str, other: str) -> bool:
    """Whether two lines are the same headline: letters and digits alike, but for a site's name at the end of either."""
    forms, others = _forms(one), _forms(other)
    return bool(forms & others)


def _forms(text: str) -> set[str]:
    return {_letters(text), _letters(_SITE.sub("", " ".join(text.split())))} - {""}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _best(blocks: Sequence[RawBlock], kinds: Sequence[LineKind], publisher: str | None) -> int | None:
    """The first line above the prose that shares about as many words with it as any does."""
    first = next(
        (n for n, block in enumerate(blocks) if kinds[n] is LineKind.PROSE and _is_body(block.text)), len(blocks)
    )
    candidates = [
        n for n in range(min(first, _REACH)) if kinds[n] in _CANDIDATES and _may_be(blocks[n].text, kinds[n], publisher)
    ]
    body = _stems(" ".join(block.text for block in blocks[first:]))
    scores = {n: _score(blocks, n, body) - (0.7 if kinds[n] is LineKind.BYLINE else 0.0) for n in candidates}
    good = [n for n in candidates if scores[n] >= 0.6 * max(scores.values()) or scores[n] == max(scores.values())]
    if not good:
        return None
    repeats = [n for n in candidates if n > good[0] and near(blocks[n].text, blocks[good[0]].text)]
    return repeats[-1] if repeats else good[0]


def _is_body(text: str) -> bool:
    """Whether prose is a paragraph, not a headline that asks or exclaims."""
    count = len(words_in(text))
    return count >= 18 or len(re.findall(r"[.!?…](?:\s|$)", text)) >= 2 or (count >= 8 and not _ASKS.search(text))


def _may_be(text: str, kind: LineKind, publisher: str | None) -> bool:
    count = len(words_in(text))
    if not 2 <= count <= 30 or (kind is LineKind.PROSE and not _ASKS.search(text)):
        return False
    return not (publisher and _letters(text).startswith(_letters(publisher)))


def _score(blocks: Sequence[RawBlock], number: int, body: set[str]) -> float:
    stems = _stems(blocks[number].text)
    shared = len(stems & body) / len(stems) if stems else 0.0
    repeated = any(near(blocks[number].text, other.text) for n, other in enumerate(blocks[: 3 * _REACH]) if n != number)
    length = len(words_in(blocks[number].text))
    return shared + 0.5 * repeated + (0.2 if length >= 4 else -0.5)


def _stems(text: str) -> set[str]:
    """The first five letters of each longer word: enough to see an inflected word again."""
    return {word.casefold()[:5] for word in words_in(text) if len(word) >= 4}
