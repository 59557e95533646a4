"""From a draft's blocks to an article's: headline, standfirst, dateline and prose; all else is left out.

Structure decides: what stands before the headline is the site's, what follows the last prose is the site's, and in
between a line must look like prose or a heading. It never drops a sentence for its words alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from regesta.ingest.draft import RawBlock, Tag
from regesta.ingest.headlines import headline_of, near
from regesta.ingest.lines import LineKind, date_in, kind_of, script_of, words_in
from regesta.ingest.phrases import phrases
from regesta.ingest.teasers import without_teasers
from regesta.model.article import BlockKind

_DROPPED: Final = frozenset(
    {LineKind.MENU, LineKind.CREDIT, LineKind.TEASER, LineKind.SIGNOFF, LineKind.JUNK, LineKind.END}
)


@dataclass(frozen=True, slots=True)
class CleanBlock:
    """A block of the article, white space folded."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of a draft."""

    blocks: tuple[CleanBlock, ...]
    """In order."""
    author: str | None
    """The byline's names, where a line gives them."""


@dataclass(slots=True)
class _Line:
    """A block with its kind, while its place is being judged."""

    raw: RawBlock
    kind: LineKind
    dropped: bool = False
    is_lead: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.raw.text.split())

    @property
    def is_prose(self) -> bool:
        return self.kind is LineKind.PROSE and not self.dropped


def clean(blocks: tuple[RawBlock, ...], *, title: str | None, publisher: str | None) -> Cleaned:
    """The article's own blocks; `title` and `publisher`, as sidecar or file say them, help to find the headline."""
    lines = [_Line(block, _kind(block)) for block in blocks]
    _drop_repeated(lines)
    _drop_after_end(lines)
    headline = headline_of([line.raw for line in lines], [line.kind for line in lines], title, publisher)
    first = _first_prose(lines, headline)
    _mark_lead(lines, headline, first)
    _drop_head(lines, headline, first)
    _drop_teasers(lines)
    _drop_captions(lines)
    _drop_summaries(lines)
    _drop_tail(lines)
    _drop_strangers(lines)
    return Cleaned(blocks=tuple(_kept(lines, headline, first)), author=_author(lines))


def _kind(block: RawBlock) -> LineKind:
    """The line's kind; what the markup calls a paragraph or heading isn't a scrap or a menu for its shortness alone."""
    kind = kind_of(block.text)
    if block.tag in (Tag.TITLE, Tag.HEADING):
        return kind if kind in (LineKind.TEASER, LineKind.TEASER_LABEL, LineKind.END) else LineKind.SHORT
    if block.tag is Tag.PARAGRAPH and kind in (LineKind.SHORT, LineKind.BYLINE) and len(words_in(block.text)) > 12:
        return LineKind.PROSE
    return kind


def _drop_repeated(lines: list[_Line]) -> None:
    """A stretch that occurs twice as a line of its own is a widget's, but for its first place among the prose."""
    seen: set[str] = set()
    for line in lines:
        folded = line.text.casefold()
        if line.kind is LineKind.PROSE and folded in seen:
            line.dropped = True
        seen.add(folded)


def _drop_after_end(lines: list[_Line]) -> None:
    """Drop comments and forms: everything after a line such as "Comments" that comes after prose."""
    prose = 0
    for number, line in enumerate(lines):
        prose += line.is_prose
        if line.kind is LineKind.END and prose >= 2:
            for later in lines[number:]:
                later.dropped = True
            return


def _first_prose(lines: list[_Line], headline: int | None) -> int:
    """The first paragraph of the body: prose after the headline of some length, or else any prose."""
    start = 0 if headline is None else headline + 1
    after = range(start, len(lines))
    long_ones = (n for n in after if lines[n].is_prose and len(words_in(lines[n].text)) >= 8)
    return next(long_ones, next((n for n in after if lines[n].is_prose), len(lines)))


def _mark_lead(lines: list[_Line], headline: int | None, first: int) -> None:
    """The standfirst: by its markup, or a short first paragraph that a byline, date or credit parts from the rest."""
    for line in lines[: first + 2]:
        line.is_lead = line.raw.tag is Tag.LEAD and len(words_in(line.text)) >= 4
    if headline is None or first >= len(lines) or len(words_in(lines[first].text)) > 60:
        return
    heads = {LineKind.BYLINE, LineKind.DATE}
    marks = heads if heads & {line.kind for line in lines[headline:first]} else heads | {LineKind.CREDIT}
    for line in lines[first + 1 :]:
        if line.is_prose:
            return
        lines[first].is_lead |= line.kind in marks


def _drop_head(lines: list[_Line], headline: int | None, first: int) -> None:
    """Before the headline nothing is the article's but a date; without a headline, nothing before the first prose."""
    for line in lines[: first if headline is None else headline]:
        line.dropped = line.kind is not LineKind.DATE


def _drop_teasers(lines: list[_Line]) -> None:
    """After a teaser's label, the headlines that it announces go too: short lines, until prose follows."""
    announced = False
    for line in lines:
        if line.kind is LineKind.TEASER_LABEL:
            announced = True
        elif line.is_prose and (len(words_in(line.text)) >= 12 or line.raw.gap):
            announced = False
        line.dropped |= announced or line.kind is LineKind.TEASER_LABEL


def _drop_captions(lines: list[_Line]) -> None:
    """A short line right before its credit, or one that a credit line repeats, is a caption."""
    credits_ = [line.text.casefold() for line in lines if line.kind is LineKind.CREDIT]
    for line, after in zip_longest(lines, lines[1:]):
        if line.kind is not LineKind.SHORT or line.raw.tag in (Tag.TITLE, Tag.HEADING):
            continue
        bare = after is not None and after.kind is LineKind.CREDIT and len(words_in(after.text)) <= 6
        before_credit = bare and after is not None and not after.raw.gap
        line.dropped |= before_credit or any(near(line.text, credit[: len(line.text) + 3]) for credit in credits_)


def _drop_summaries(lines: list[_Line]) -> None:
    """Teasers with summaries at the end: headline and sentence in turn, closer than paragraphs stand."""
    if not any(line.raw.gap for line in lines if line.is_prose):
        return
    start, pairs = len(lines), 0
    while start >= 2 and _is_summary(lines[start - 2], lines[start - 1]):
        start, pairs = start - 2, pairs + 1
    if pairs >= 2 and any(line.is_prose for line in lines[:start]):
        for line in lines[start:]:
            line.dropped = True


def _is_summary(title: _Line, summary: _Line) -> bool:
    """Whether two lines are another article's headline and its first sentence."""
    headed = title.kind is LineKind.SHORT and title.raw.tag is Tag.LINE and len(words_in(title.text)) >= 4
    return headed and summary.raw.tag is Tag.LINE and not summary.raw.gap and len(words_in(summary.text)) >= 6


def _drop_tail(lines: list[_Line]) -> None:
    """Short lines after the last prose are the site's."""
    last = max((number for number, line in enumerate(lines) if line.is_prose), default=-1)
    for line in lines[last + 1 :]:
        line.dropped |= line.kind is not LineKind.DATE and line.raw.tag is not Tag.TITLE


def _drop_strangers(lines: list[_Line]) -> None:
    """Short lines in a script that the article isn't written in are buttons and forms."""
    main = script_of("".join(line.text[:200] for line in lines if line.is_prose)[:4000])
    for line in lines:
        short = line.kind is not LineKind.PROSE or len(words_in(line.text)) <= 8
        line.dropped |= short and script_of(line.text) not in (main, None)


def _kept(lines: list[_Line], headline: int | None, first: int) -> list[CleanBlock]:
    """The blocks that are left, each with what it is to the article."""
    found: list[CleanBlock] = []
    title = None if headline is None else lines[headline].text
    body = next((number for number in range(first + 1, len(lines)) if lines[number].is_prose), len(lines))
    for number, line in enumerate(lines):
        if number == headline:
            found.append(CleanBlock(BlockKind.HEADLINE, line.text))
        elif line.kind in (LineKind.DATE, LineKind.BYLINE) and not _is_change(line.text):
            found += _date_block(line, before_body=number < body)
        elif not (line.dropped or line.kind in _DROPPED or line.kind is LineKind.DATE):
            repeats = title is not None and headline is not None and number > headline and near(title, line.text)
            is_lead = line.is_lead or (headline is not None and number < first)
            found += [] if repeats else _body_blocks(line, is_lead=is_lead)
    return found


def _date_block(line: _Line, *, before_body: bool) -> list[CleanBlock]:
    """The words of the date alone: what stands beside them is the site's."""
    date = date_in(line.raw.text)
    if date is None or not before_body:
        return []
    return [CleanBlock(BlockKind.BYLINE, date.span.line(line.raw.text))]


def _is_change(text: str) -> bool:
    """Whether a date line gives the date of a later change only."""
    known = phrases()
    return bool(known.updated.match(text)) and not known.published.search(text)


def _body_blocks(line: _Line, *, is_lead: bool) -> list[CleanBlock]:
    if is_lead:
        return [CleanBlock(BlockKind.LEAD, line.text)]
    if line.kind is LineKind.SHORT:
        return [CleanBlock(BlockKind.HEADING, line.text)]
    return [CleanBlock(BlockKind.PARAGRAPH, part) for part in without_teasers(line.text)]


def _author(lines: list[_Line]) -> str | None:
    """The names of the first byline: what follows its opening word, up to a comma or a small word."""
    for line in lines:
        match = phrases().byline.match(line.text) if line.kind in (LineKind.BYLINE, LineKind.DATE) else None
        if match:
            names = re.split(r"[,|•·\d]|\s[-–—]\s|\s(?:in|à|en|a|em)\s", line.text[match.end() :])[0].strip()
            return names if names[:1].isupper() else None
    return None
