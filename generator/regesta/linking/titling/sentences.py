"""A mention's sentence, made ready for cutting: without its dateline, with what is left out or replaced in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regesta.linking.titling.desk import Desk
from regesta.linking.titling.naming import Renamed, name_edits
from regesta.linking.titling.pieces import Edit, Piece, closed, enclosed, outside
from regesta.linking.titling.time_edits import time_edits
from regesta.linking.titling.title_words import Words, words_of
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span

EDGE = re.compile(r"[,;:–—]\s+|\s[-–—:;]\s")
"""Marks at which a clause may begin or end."""
_AFTER_DATELINE = re.compile(r"[\s.,]*(?:\d{4})?[\s.,]*(?:\([^)]{1,30}\)|/[^/]{1,30}/)?[\s.,–—-]*")
_PLACED = re.compile(r"[^\W\d_][\w/.’' -]{1,30}?(?:\.-|(?:\s*\([^)]{2,20}\))?\s[–—-]|\.\s*\([^)]{2,20}\))\s+(?=\S)")
"""A dateline that names a place and no date, at the beginning of a paragraph."""
_AFTER_SUBJECT = re.compile(r"(,\s[^,;:“„«\"]{3,60},)?\s(?!und\s|oder\s)\w")
"""What follows a subject that ends there: an aside and more of the clause."""
_OPENING, _PHRASE = 2, 4
"""Words before a time, and words from there to the subject's name, that leave it clear what is what."""
_LEAST = 5
"""Words before it from which on something is said."""
_TAIL = 5
"""Words before and after the verb of a "…, she said" at most."""
_MARK = re.compile(r'[,;:“”„«»"]')
QUOTES = '“„«"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A mention's sentence, made ready for cutting."""

    mention: Mention
    desk: Desk
    text: str
    """The article's."""
    words: Words
    span: Span
    """The sentence without its dateline and its last mark."""
    edits: tuple[Edit, ...]
    """What is left out or replaced in whatever is cut from it."""
    renamed: tuple[Renamed, ...]
    """Names to put for pronouns and last names."""
    enclosures: tuple[Span, ...]
    """Quotations and brackets."""
    endings: tuple[str, ...]
    """The trigger and the times, with which a line may end though their last word is small: "the morning after"."""

    def whole(self) -> str:
        """The sentence with its edits, as one line."""
        return closed(self.line(Piece(self.span.start, self.span.end, self.edits)))

    def verbs(self) -> list[Span]:
        """The verbs of what else it tells."""
        return [m.trigger for m in self.desk.beside(self.mention) if not m.noun]

    def before_tail(self) -> str | None:
        """What stands before a last "…, she said", where that isn't a quotation."""
        commas = commas_of(self, self.span.start)
        tail = EDGE.search(self.text, self.mention.trigger.end, self.span.end)
        if not commas or tail or self.text[self.span.start] in QUOTES:
            return None
        if not self._speaks_last(commas[-1]):
            return None
        if self.words.adverbial.match(self.text, self.span.start) or self.words.weak.match(self.text, self.span.start):
            return None
        line = self.line(Piece(self.span.start, commas[-1], (*self.edits, *brackets(self))))
        return line if len(line.split()) > _LEAST else None

    def after_that(self, longest: int) -> str | None:
        """What stands behind "said that", as a sentence of its own; not where verbs come last behind it."""
        found = self.words.that.search(self.text, self.mention.trigger.end, self.span.end)
        if not found or self.words.verb_second or not outside(found.start(), self.enclosures):
            return None
        if _MARK.search(self.text, self.mention.trigger.end, found.start()):
            return None
        edges = [e.start() for e in EDGE.finditer(self.text, found.end(), self.span.end)]
        aside = self.words.relative.search(self.text[self.span.start : self.mention.trigger.start])
        for end in edges[:1] if edges and aside else [self.span.end, *reversed(edges)]:
            line = closed(self.line(Piece(found.end(), end, (*self.edits, *brackets(self)))).rstrip(" ."))
            if len(line) <= longest and outside(end, self.enclosures):
                return line if len(line.split()) > _LEAST else None
        return None

    def _speaks_last(self, comma: int) -> bool:
        """Whether what follows a comma is but a speaker and a verb of speech."""
        trigger, named = self.mention.trigger, [use.span for use in self.mention.actors if use.span]
        before, after = self.text[comma : trigger.start], self.text[trigger.end : self.span.end]
        few = len(before.split()) <= _TAIL and len(after.split()) <= _TAIL
        return few and any(comma < span.start for span in named)

    def line(self, piece: Piece) -> str:
        """A piece of it with names for pronouns, where the piece doesn't name them before."""
        names = [(r.span, r.name) for r in self.renamed if r.fits(piece.start)]
        return Piece(piece.start, piece.end, (*piece.edits, *names)).of(self.text)


def sentence_of(mention: Mention, desk: Desk) -> Sentence:
    """The sentence of a mention, to be cut."""
    article = desk.articles[mention.article]
    words = words_of(article.language)
    span = Span(_after_dateline(mention, desk), mention.sentence.end)
    enclosures = tuple(enclosed(article.text, mention.sentence))
    times = [edit for edit in time_edits(mention, span, desk, words) if _free(edit[0], enclosures)]
    edits = [*times, *_subject_first(mention, desk, span, words)]
    if not words.verb_second and (opener := words.openers.match(article.text, span.start, span.end)):
        edits.append((Span(opener.start(), opener.end()), ""))
    return Sentence(
        mention=mention,
        desk=desk,
        text=article.text,
        words=words,
        span=span,
        edits=tuple(edits),
        renamed=tuple(name for name in name_edits(mention, desk) if _free(name.span, enclosures)),
        enclosures=enclosures,
        endings=(mention.trigger.line(article.text), *(t.text for t in desk.within(mention.article, span))),
    )


def _free(span: Span, enclosures: Sequence[Span]) -> bool:
    """Whether a stretch touches no quotation: what somebody said is printed as it was said."""
    return not any(span.overlaps(enclosure) for enclosure in enclosures)


def _after_dateline(mention: Mention, desk: Desk) -> int:
    article, sentence = desk.articles[mention.article], mention.sentence
    placed = _PLACED.match(article.text, sentence.start, sentence.end)
    if placed and not mention.headline and sentence.start == article.blocks[mention.block].span.start:
        return placed.end() if placed.end() <= mention.trigger.start else sentence.start
    if article.dateline is None or not sentence.holds(article.dateline):
        return sentence.start
    if mention.trigger.start < article.dateline.end:
        return sentence.start
    after = _AFTER_DATELINE.match(article.text, article.dateline.end, sentence.end)
    return after.end() if after else sentence.start


def _subject_first(mention: Mention, desk: Desk, span: Span, words: Words) -> list[Edit]:
    """Where a time stands first and the verb second: the subject first, then the verb; "Am Montag trat X zurück"."""
    text, time = desk.articles[mention.article].text, mention.time
    subject = _whole_name(mention.actors[0], desk, text) if mention.actors else None
    if not words.verb_second or time is None or subject is None or not span.holds(time.span):
        return []
    between = text[time.span.end : subject.start].split()
    if len(text[span.start : time.span.start].split()) > _OPENING or not 1 <= len(between) <= _PHRASE:
        return []
    if any(mark in "".join(between) for mark in ',;:“„«"(') or {w.casefold() for w in between[1:]} & words.oblique:
        return []
    after = _AFTER_SUBJECT.match(text, subject.end, span.end)
    if after is None:
        return []
    verb = text.index(between[0], time.span.end)
    end = after.end(1) if after.group(1) else subject.end
    return [(Span(span.start, verb + len(between[0])), ""), (Span(end, end), f" {between[0]}")]


def _whole_name(use: NameUse, desk: Desk, text: str) -> Span | None:
    """Where an actor stands; a role with the name after it."""
    if use.span is None or use.key not in desk.names:
        return use.span
    following = [form for form in desk.names[use.key].spellings if text.startswith(f" {form}", use.span.end)]
    return Span(use.span.start, use.span.end + max((len(form) + 1 for form in following), default=0))


def brackets(sentence: Sentence) -> list[Edit]:
    """Brackets to leave out."""
    return [(span, "") for span in sentence.enclosures if sentence.text[span.start] in "(["]


def commas_of(sentence: Sentence, start: int) -> list[int]:
    """The commas from there to the trigger, but for those of quotations."""
    found = re.finditer(r",\s", sentence.text[start : sentence.mention.trigger.start])
    return [start + comma.start() for comma in found if outside(start + comma.start(), sentence.enclosures)]
