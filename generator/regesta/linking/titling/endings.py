"""Where a clause may end: at the sentence's end, or at a boundary after the trigger; not before what the verb needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from regesta.linking.titling.pieces import Edit, outside
from regesta.linking.titling.sentences import EDGE, Sentence, commas_of
from regesta.linking.titling.time_edits import with_prepositions
from regesta.model.event import EventType
from regesta.model.span import Span

_ENDS = 6
"""Boundaries that are tried, the nearest to the trigger."""
_NEEDED = 2
"""Words after a verb that it is likely to need."""
_SUBJECT = 3
"""Words of a subject at most."""
_NOUN_NEEDS = 5
"""Words after a noun up to which its sentence's verb has hardly come."""


def ends(sentence: Sentence) -> Iterator[tuple[int, tuple[Edit, ...], float]]:
    """Where a clause may end, what is left out after the trigger, and how much speaks against it."""
    yield sentence.span.end, (), 0.0
    after, text, words = sentence.mention.trigger.end, sentence.text, sentence.words
    commas = [e.start() for e in EDGE.finditer(text, after, sentence.span.end) if e.group()[0] == ","]
    commas = [comma for comma in commas if outside(comma, sentence.enclosures)]
    paired = len(commas_of(sentence, sentence.span.start)) % 2 == 0 and not sentence.mention.noun
    for one, other in pairwise(commas) if paired else ():
        clear = len(commas) % 2 == 0 or words.adverbial.match(text, one + 2)  # of three commas, which two are a pair?
        if clear and not words.complements.match(text, one, sentence.span.end):
            yield sentence.span.end, ((Span(one, other + 1), ""),), 0.2
    for end, cost in sorted(_boundaries(sentence))[:_ENDS]:
        if outside(end, sentence.enclosures) and not _wanted(sentence, end):
            yield (
                end if text[end] == "," else _before_time(sentence, end),
                (),
                cost + _cut_short(sentence, end) + (0.8 if end in commas[1::2] else 0.0),
            )


def _wanted(sentence: Sentence, end: int) -> bool:
    """Whether what follows completes the verb: "said | that", not "signed the paper | that had been agreed"."""
    if not sentence.words.complements.match(sentence.text, end, sentence.span.end):
        return False
    if not sentence.words.restrictive.match(sentence.text, end, sentence.span.end):
        return True
    told = sentence.text[sentence.mention.trigger.end : end].rpartition(", ")[2].casefold().split()
    return sentence.mention.type is EventType.STATEMENT or not sentence.words.determiners & set(told[:-1])


def _boundaries(sentence: Sentence) -> Iterator[tuple[int, float]]:
    """Conjunctions and marks after the trigger; where the verb may come last, hardly a comma without a conjunction."""
    after, text, words = sentence.mention.trigger.end, sentence.text, sentence.words
    for conjunction in words.cuts.finditer(text, after, sentence.span.end):
        yield conjunction.start(), 0.1
    for trailing in words.trailing.finditer(text, after, sentence.span.end):
        yield trailing.start(), 0.1
    for relative in words.restrictive.finditer(text, after, sentence.span.end):
        if not words.cuts.search(text, after, relative.start()):
            yield relative.start(), 0.4
    for edge in EDGE.finditer(text, after, sentence.span.end):
        if edge.group().strip() != ":":
            yield edge.start(), 1.0 if words.verb_second and edge.group()[0] == "," else 0.15
        elif sentence.mention.type is not EventType.STATEMENT:
            yield edge.start(), 0.3


def _cut_short(sentence: Sentence, end: int) -> float:
    """What speaks against an end: a clause begun and not ended, or a noun whose verb is still to come."""
    told = sentence.text[sentence.mention.trigger.end : end]
    that = None if sentence.mention.noun else sentence.words.complements.search(told)
    begun = that is not None and (sentence.text[end] != "," or _only_subjects(told[that.end() :]))
    verbless = sentence.mention.noun and len(told.split()) < _NOUN_NEEDS
    colon = max(told.rfind(":"), told.rfind(";"))
    cut_off = colon >= 0 and len(told[colon:].split()) <= _NOUN_NEEDS
    return (1.5 if begun else 0.0) + (0.8 if verbless else 0.0) + (0.8 if cut_off else 0.0)


def _only_subjects(told: str) -> bool:
    """Whether a clause has hardly more than its subject, and a name beside it: "that the driver, Ada Quill"."""
    return len(told.partition(",")[0].split()) <= _SUBJECT and told.count(",") <= 1


def _before_time(sentence: Sentence, end: int) -> int:
    """The end, or the beginning of a time that would stand there cut off: "two days | before"."""
    for time in sentence.desk.times.get(sentence.mention.article, ()):
        if time.span.end == end and time.span.start > sentence.mention.trigger.end:
            return with_prepositions(sentence.text, sentence.span, time.span, sentence.words)
    return end


def adjuncts(sentence: Sentence) -> Iterator[int]:
    """Where a sentence that is too long may end before a preposition, within the trigger's clause."""
    if sentence.mention.type is EventType.STATEMENT:
        return  # what was said would be cut
    after, text, words = sentence.mention.trigger.end, sentence.text, sentence.words
    own = len(sentence.mention.trigger.of(text).split())
    least = _NOUN_NEEDS if sentence.mention.noun else max(_NEEDED + 1 - own, 0)
    for place in words.adjuncts.finditer(text, after, sentence.span.end):
        told = text[after : place.start()]
        if words.cuts.search(told) or words.complements.search(told):
            return
        if outside(place.start(), sentence.enclosures) and len(told.split()) >= least:
            yield place.start()
