"""Which line is the headline.

Separate from clean-up because both ends of it hang on this choice: what stands before the headline is the site's, and
a line that repeats it is a page title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from regesta.ingest.draft import RawBlock, Tag
from regesta.ingest.lines import LineKind, words_in
from regesta.ingest.phrases import phrases

_REACH: Final = 40
"""Lines from the top among which a headline is looked for."""
_SITE: Final = re.compile(r"\s+[-–—|•·:»]\s+[^-–—|•·»]{1,60}$")
"""" - Site name" at the end of a page title."""
_ASKS: Final = re.compile(r"[?!…][»”“\"'’)\s]*$")
"""The end marks that a headline may have."""
_NAME_END: Final = re.compile(r"\s+[-–—|•·:»]\s+")
"""What stands behind a site's name, before its motto."""
_APART: Final = 6
"""Lines between the first two paragraphs at most; a lone sentence further up is the site's."""
_NEARLY: Final = 0.8
"""Share of the best score from which on the first line is the headline."""
_FEW, _SEVERAL, _ENOUGH, _TICKER = 4, 6, 4, 0.3
"""Words of a label, of a headline; words shared with the prose that say enough; share of figures in a ticker."""
_UNLIKELY: Final = {LineKind.BYLINE: -0.7, LineKind.JUNK: -0.2}
"""What speaks against a byline and against a label as the headline."""
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
    prose = [n for n, block in enumerate(blocks) if kinds[n] is LineKind.PROSE and _is_body(block.text)]
    first = next((n for n, after in pairwise(prose) if after - n <= _APART), next(iter(prose), len(blocks)))
    candidates = [
        n for n in range(min(first, _REACH)) if kinds[n] in _CANDIDATES and _may_be(blocks[n].text, kinds[n], publisher)
    ]
    body = _stems(" ".join(block.text for block in blocks[first:]))
    scores = {n: _score(blocks, n, body) + _UNLIKELY.get(kinds[n], 0.0) for n in candidates}
    good = [n for n in candidates if scores[n] >= _NEARLY * max(scores.values()) or scores[n] == max(scores.values())]
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
    shared = len(stems & body)
    repeated = any(near(blocks[number].text, other.text) for n, other in enumerate(blocks[: 3 * _REACH]) if n != number)
    words = words_in(blocks[number].text)
    figures = sum(word[0].isdigit() for word in words) / len(words)
    length = -0.5 if len(words) < _FEW else 0.1 if len(words) < _SEVERAL else 0.3
    return (
        (shared / len(stems) if stems else 0.0)
        + 0.1 * min(shared, _ENOUGH)
        + (0.5 if len(words) > _FEW else 0.2) * repeated
        + length
        - (1.0 if _is_site(blocks, number) or phrases().junk.search(blocks[number].text) else 0.0)
        - (figures if figures > _TICKER else 0.0)
    )


def _is_site(blocks: Sequence[RawBlock], number: int) -> bool:
    """Whether a line is the site's name, with or without its motto: in its appeals and its footer it stands again."""
    name = _NAME_END.split(blocks[number].text, 1)[0].strip()
    if len(words_in(name)) >= _FEW or not all(word[0].isupper() or len(word) < _FEW for word in words_in(name)):
        return False
    return sum(name in other.text for n, other in enumerate(blocks) if n != number) > 1


def _stems(text: str) -> set[str]:
    """The first five letters of each longer word: enough to see an inflected word again."""
    return {word.casefold()[:5] for word in words_in(text) if len(word) >= 4}
