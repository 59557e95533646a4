"""The dateline: "MOSCOW, November 12. /TASS/.", "РИГА, 30 мая —", "Paris, le 3 mars (AFP) -"; or a line of its own.

A dateline with its year dates the article; one without is the strongest clue that joint dating has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from regesta.ingest.dates import WrittenDate, day_first, find_date
from regesta.ingest.phrases import phrases
from regesta.model.article import Block, BlockKind
from regesta.model.span import Span

_REACH: Final = 90
"""Characters from the start of a paragraph within which a dateline's date begins."""
_AFTER: Final = re.compile(
    r"[.,]?\s*(?:[-–—:]|\.\s*[-–—/(]|/|\(|\[|\|)|\.(?=\s|$)|\s*(?:г\.|р\.|года|року)?\s*[-–—/(.]"
)
_LINE: Final = 110
"""Characters of a paragraph that is nothing but a dateline."""
_SIGNED: Final = 5
"""Words in it behind the date: "from our correspondent"."""
_WORD: Final = re.compile(r"\w+")
_PLACE_WORD: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_AGENCY: Final = re.compile(r"[(/\[][^()/\[\]]{2,40}[)/\]]")


def find_dateline(text: str, blocks: Sequence[Block], language: str) -> WrittenDate | None:
    """The date of the article's dateline, or None: of date lines first, then of the first paragraphs' openings.

    A date such as 03/04/2020 counts only where the language has the day first.
    """
    lines = [block for block in blocks if block.kind is BlockKind.BYLINE]
    dates = [date for block in lines if (date := find_date(text, block.span.start, block.span.end))]
    opening = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.LEAD)][:3]
    dates += [date for block in opening if (date := _opens(text, block.span))]
    sure = [date for date in dates if not date.ambiguous or day_first(language)]
    return next((date for date in sure if date.year), sure[0] if sure else None)


def _opens(text: str, block: Span) -> WrittenDate | None:
    """The date with which a paragraph opens after a place name and before a dash, an agency or a full stop."""
    date = find_date(text, block.start, min(block.end, block.start + _REACH + 30))
    if date is None or date.span.start - block.start > _REACH:
        return None
    before, after = text[block.start : date.span.start], text[date.span.end : block.end]
    if not _is_place(before):
        return None
    alone = bool(before.strip()) and len(_WORD.findall(after)) <= _SIGNED and block.end - block.start <= _LINE
    if not alone and not _AFTER.match(after):
        return None
    return date if before.strip() or _AGENCY.match(after.lstrip(" .,-–—")) else None


def _is_place(before: str) -> bool:
    """Whether only names stand here: capitalised words, agencies in brackets, and small words such as "le" or "den"."""
    words = _PLACE_WORD.findall(_AGENCY.sub(" ", before))
    if len(words) > 8 or re.search(r"[!?;«“\"]", before):
        return False
    lower = [word for word in words if word[:1].islower()]
    return all(word.casefold() in phrases().small for word in lower) and (not words or words[0][:1].isupper())
