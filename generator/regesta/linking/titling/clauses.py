"""Clauses cut out of a mention's sentence, each with what speaks against its shape.

A clause begins where the sentence does, or after a boundary before the trigger, and ends where the sentence does, or at
a boundary after it; what stands between commas may be left out; nothing is cut within a quotation. Which of them is the
title, `worth` decides. Costs are in one unit throughout: 1 is a fault that an editor would mend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regesta.linking.titling.beginnings import RELATIVE, begun
from regesta.linking.titling.endings import adjuncts, ends
from regesta.linking.titling.pieces import Edit, Piece, closed, outside
from regesta.linking.titling.sentences import EDGE, Sentence, brackets, commas_of
from regesta.linking.titling.time_edits import with_prepositions
from regesta.linking.titling.title_words import Words
from regesta.model.span import Span

_UNPAIRED = 1.2
"""What it costs that a line begins or ends within an aside."""
_CLAUSE = 4
"""Words from which on a main clause tells something."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A line, and what speaks against its shape."""

    text: str
    cost: float


def clauses(sentence: Sentence, longest: int) -> Iterator[Clause]:
    """The lines of at most `longest` characters that a sentence offers; at least one."""
    bounds, found = list(ends(sentence)), False
    shortened = (*brackets(sentence), *_fillers(sentence))
    for start, edits, late in begun(sentence):
        broken = _broken_at(sentence, start)
        lines = [
            (_line(sentence, Piece(start, end, (*edits, *shortened, *out))), cost + (_UNPAIRED if broken(end) else 0.0))
            for end, out, cost in bounds
        ]
        fitting = [(line, early) for line, early in lines if 0 < len(line) <= longest]
        if len(fitting) < len(lines):
            fitting += _shortened(sentence, start, (*edits, *shortened), longest)
        for line, early in fitting:
            found = True
            yield Clause(line, late + early)
    if (main := _main_clause(sentence)) is not None and len(main) <= longest:
        found = True
        yield Clause(main, 1.0)
    if (about := _of_relative(sentence)) is not None and len(about) <= longest:
        yield Clause(about, 0.3)
    if not found:
        line = sentence.whole()
        yield Clause(closed(_trimmed(line[: longest - 1].rsplit(" ", 1)[0], sentence.words)) + "…", 3.0)


def _broken_at(sentence: Sentence, start: int) -> Callable[[int], bool]:
    """Tells of an end whether a line from `start` to there opens an aside and doesn't close it, or the other way round.

    "The paper printed in full, was addressed to Ada Quill" begins within an aside and goes on behind it; "The document,
    released in the evening" breaks off within one.
    """
    text, words = sentence.text, sentence.words
    within = commas_of(sentence, start)
    before = len(commas_of(sentence, sentence.span.start)) - len(within)
    kept = [comma for comma in within if not any(span.start <= comma < span.end for span, _ in sentence.edits)]
    opens = len(kept) % 2 and not words.adverbial.match(text, start) and not words.verb_second
    edge = EDGE.search(text, sentence.mention.trigger.end, sentence.span.end)
    closes = edge if before % 2 and not within and edge and edge.group()[0] == "," else None

    def broken(end: int) -> bool:
        if closes and closes.end() <= end:
            return True
        return bool(opens) and end < sentence.span.end and text[end] == ","

    return broken


def _main_clause(sentence: Sentence) -> str | None:
    """What stands before the subordinate clause that has the trigger: it tells what that is about."""
    text, words, begin = sentence.text, sentence.words, sentence.span.start
    found = words.cuts.finditer(text, begin, sentence.mention.trigger.start)
    cut = next((c for c in found if outside(c.start(), sentence.enclosures)), None)
    if cut is None or len(text[begin : cut.start()].split()) < _CLAUSE:
        return None
    if words.complements.match(text, cut.start()):
        return None  # "found that": what it found stands behind it
    described = words.relative.search(f"{cut.group()} ")
    if described and not any(begin <= verb.start < cut.start() for verb in sentence.verbs()):
        return None  # "Ada Quill, the minister, who …": what she did stands behind it
    return (
        _line(sentence, Piece(begin, cut.start(), (*sentence.edits, *brackets(sentence), *_fillers(sentence)))) or None
    )


def _shortened(sentence: Sentence, start: int, edits: tuple[Edit, ...], longest: int) -> Iterator[tuple[str, float]]:
    """The two longest lines that end before a preposition."""
    lines = [_line(sentence, Piece(start, end, edits)) for end in adjuncts(sentence)]
    for line in [line for line in lines if 0 < len(line) <= longest][-2:]:
        yield line, 0.5


def _line(sentence: Sentence, piece: Piece) -> str:
    text = sentence.line(piece).rstrip(" .")
    last = sentence.span.end - 1
    cut = piece.end < sentence.span.end or any(not new and span.end >= last for span, new in piece.edits)
    return closed(_trimmed(text, sentence.words, sentence.endings) if cut else text)


def _trimmed(text: str, words: Words, whole: tuple[str, ...] = ()) -> str:
    """Without small words and marks at the end, which promise more; "took over", "the morning after" may be `whole`."""
    text = text.rstrip("… ,;:–—-")
    while " " in text and _idle(text.rsplit(" ", 1)[1].casefold(), words) and not text.endswith(whole):
        text = text.rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return text


def _idle(word: str, words: Words) -> bool:
    return word in words.small or bool(words.adverbial.fullmatch(word) or words.cuts.match(f" {word} "))


def _fillers(sentence: Sentence) -> list[Edit]:
    found = sentence.words.fillers.finditer(sentence.text, sentence.span.start, sentence.span.end)
    return [(Span(f.start(), f.end()), "") for f in found if outside(f.start(), sentence.enclosures)]


def _of_relative(sentence: Sentence) -> str | None:
    """A relative clause with the name before it as its subject: "the judges, who ruled"; not where verbs come last."""
    text, begin, trigger = sentence.text, sentence.span.start, sentence.mention.trigger
    at = trigger.start
    for span, instead in sentence.edits:  # "who [on Friday] demanded"
        at = span.start if not instead and begin < span.end <= at and not text[span.end : at].strip() else at
    found = None if sentence.words.verb_second else sentence.words.relative.search(text[begin:at])
    if not found:
        return None
    pronoun = Span(begin + found.start(), begin + found.end())
    about = [use.span for use in sentence.mention.actors if use.span and use.span.end == pronoun.start]
    if not about:
        return None
    start, left_out = begin, pronoun
    if len(text[begin : about[0].start].split()) > RELATIVE:
        start = about[0].start
    if text[start].islower():
        named = _named_before(sentence, about[0].start)
        if named is None:
            return None  # a role, without the article or the name before it
        start, left_out = named.start, Span(named.end, pronoun.end)
    return _line(sentence, Piece(start, _end_of_relative(sentence), (*sentence.edits, (left_out, "")))) or None


def _named_before(sentence: Sentence, role: int) -> Span | None:
    """The name to which a comma sets a role: "Ada Quill, the finance minister"."""
    text, begin = sentence.text, sentence.span.start
    named = [use.span for use in sentence.mention.actors if use.span and begin <= use.span.start < role]
    near = [n for n in named if text[n.end] == "," and len(text[n.end : role].split()) <= RELATIVE + 1]
    return near[-1] if near else None


def _end_of_relative(sentence: Sentence) -> int:
    """At the next mark, or before its time; an open end is the sentence's."""
    trigger, time = sentence.mention.trigger, sentence.mention.time
    edge = EDGE.search(sentence.text, trigger.end, sentence.span.end)
    ends = [edge.start()] if edge else []
    if time is not None and trigger.end <= time.span.start < sentence.span.end:
        ends.append(max(trigger.end, with_prepositions(sentence.text, sentence.span, time.span, sentence.words)))
    return min(ends, default=sentence.span.end)
