"""Where a clause may begin: at the sentence's beginning, or after a boundary before the trigger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from regesta.linking.titling.pieces import Edit, Piece, outside
from regesta.linking.titling.sentences import EDGE, QUOTES, Sentence, commas_of
from regesta.model.event import EventType
from regesta.model.span import Span

_STARTS = 4
"""Boundaries that are tried, the nearest to the trigger."""
_ASIDE = 14
"""Words of an aside at most."""
_ASIDE_NAMED = 1.5
"""What it costs that a name follows an aside that began as a relative clause: it goes on there."""
RELATIVE = 3
"""Words before a name up to which they are a determiner and a role."""


def begun(sentence: Sentence) -> Iterator[tuple[int, tuple[Edit, ...], float]]:
    """Where a clause may begin, with what is left out before the trigger, and how much speaks against it."""
    for start, late in _starts(sentence):
        for edits, left_out in _asides(sentence, start):
            yield start, edits, late + left_out
    commas = commas_of(sentence, sentence.span.start)
    opened = next((n for n, comma in enumerate(commas) if sentence.words.cuts.match(sentence.text, comma)), len(commas))
    for one, other in pairwise(commas[: opened + 1]):
        if any(use.span and _apposed(sentence, one, use.span.start, other) for use in sentence.mention.actors):
            speech = 1.0 if sentence.text[sentence.span.start] in QUOTES else 0.0
            yield one + 1, (*sentence.edits, (Span(other, other + 1), "")), 0.5 + speech


def _left_out(sentence: Sentence, aside: Span) -> bool:
    """Whether what stands between two commas may go: a few words or a relative clause, no verb but that one's."""
    said, words = aside.of(sentence.text), sentence.words
    if words.cuts.match(sentence.text, aside.start) or words.relative.match(said):
        return True
    relative = words.restrictive.search(said)  # "the firm that agreed to buy it"
    own = Span(aside.start, aside.start + relative.start()) if relative else aside
    return len(said.split()) <= _ASIDE and not any(map(own.holds, sentence.verbs()))


def _apposed(sentence: Sentence, comma: int, name: int, other: int) -> bool:
    """Whether an aside is a name, with a determiner or a role: ", Vadim Orlov,", not ", led by Vadim Orlov,"."""
    before = sentence.text[comma + 1 : name].casefold().split()
    if sentence.words.cuts.match(sentence.text, other) or sentence.words.relative.match(sentence.text[other:]):
        return False
    if sentence.words.verb_second and (sentence.edits or len(sentence.text[sentence.span.start : comma].split()) > 2):
        return False  # the verb may stand before it
    if any(use.span and sentence.span.start <= use.span.start < comma for use in sentence.mention.actors):
        return False  # who acts stands before it
    return (
        not _behind_name(sentence, comma)
        and comma < name < other
        and len(before) <= RELATIVE
        and not sentence.words.passive & set(before)
    )


def _behind_name(sentence: Sentence, comma: int) -> bool:
    """Whether a comma opens what somebody is, behind his name: "Ada Quill, the head of Valm, has signed"."""
    text = sentence.text
    before, behind = text[sentence.span.start : comma].split()[-1:], text[comma + 1 : sentence.span.end].lstrip()
    return bool(before) and before[0][0].isupper() and behind[:1].islower()


def _starts(sentence: Sentence) -> Iterator[tuple[int, float]]:
    """The beginnings: the sentence's, and those after a boundary before the trigger."""
    yield sentence.span.start, 0.0
    trigger, words, text = sentence.mention.trigger.start, sentence.words, sentence.text
    statement = sentence.mention.type is EventType.STATEMENT
    edges = [e for e in EDGE.finditer(text, sentence.span.start, trigger) if outside(e.start(), sentence.enclosures)]
    shared = 1.5 if _coordinated(sentence) else 0.0
    for edge in [e for e in edges if not _hyphen(text, e.start(), e.end())][-_STARTS:]:
        before = _kept(sentence, edge.start())
        adverbial = not before or words.adverbial.match(before)
        if edge.group().strip() in (":", ";", "–", "—", "-"):
            yield edge.end(), 0.2
        elif not words.verb_second and not _listed(sentence, edge.end()) and not _aside(sentence, edge.start()):
            speech = statement or text[sentence.span.start] in QUOTES
            yield edge.end(), shared + (0.3 if adverbial else 3.5 if speech else 1.0)
    if not words.verb_second:
        found = words.cuts.finditer(text, sentence.span.start, trigger)
        dated = [span for span, _ in sentence.edits]
        for conjunction in [c for c in found if outside(c.start(), sentence.enclosures)][-_STARTS:]:
            if not any(span.start <= conjunction.end() + 1 <= span.end for span in dated):  # "after midnight"
                yield conjunction.end(), 0.5


def _aside(sentence: Sentence, comma: int) -> bool:
    """Whether a comma opens what somebody is, and another one closes it before the trigger."""
    if sentence.text[comma] != "," or sentence.text.find(",", comma + 1, sentence.mention.trigger.start) < 0:
        return False
    before = _kept(sentence, comma)
    adverbial = "," not in before and sentence.words.adverbial.match(before)  # "In a hotel in Bern, …"
    return not adverbial and _behind_name(sentence, comma)


def _coordinated(sentence: Sentence) -> bool:
    """Whether the trigger shares the subject of a verb before it: "makes a player, the iPod, and launched a store"."""
    before = sentence.text[sentence.span.start : sentence.mention.trigger.start].split()[-1:]
    return bool(before and before[0].islower() and sentence.words.openers.fullmatch(f"{before[0]} "))


def _hyphen(text: str, start: int, end: int) -> bool:
    """Whether a mark is the hyphen of a name: "Wal - Mart"."""
    word = text[:start].rsplit(maxsplit=1)[-1:]
    return text[start:end].strip() == "-" and bool(word) and word[0][0].isupper() and text[end : end + 1].isupper()


def _listed(sentence: Sentence, start: int) -> bool:
    """Whether a beginning is within a list, whose last member follows: "…, a nurse, and the pilot were"."""
    return any(sentence.words.openers.match(sentence.text, comma + 2) for comma in commas_of(sentence, start))


def _kept(sentence: Sentence, end: int) -> str:
    """What the edits leave of the sentence up to there, without the comma of what they took from its head."""
    return Piece(sentence.span.start, end, sentence.edits).of(sentence.text).lstrip(", ")


def _asides(sentence: Sentence, start: int) -> Iterator[tuple[tuple[Edit, ...], float]]:
    """The edits, and the same with a pair of commas before the trigger left out; commas that don't pair cost."""
    commas = [c for c in commas_of(sentence, start) if not any(s.start <= c < s.end for s, _ in sentence.edits)]
    odd = 0.8 * (len(commas) % 2)
    yield sentence.edits, odd + 0.15 * (len(commas) // 2)
    if odd and sentence.words.adverbial.match(_kept(sentence, sentence.span.end)):
        commas = commas[1:]  # "In a hotel in Bern, …": that one opens no aside
    opened = [comma for comma in commas if sentence.words.cuts.match(sentence.text, comma)]
    whole = [(opened[0], commas[-1])] if opened and opened[0] in commas[:-2] else []
    within = {comma for comma in commas if opened and comma > opened[0]}  # ", whose firm, Kolstav, was paid"
    for one, other in (*(pair for pair in pairwise(commas) if pair[0] not in within), *whole):
        aside = Span(one, other + 1)
        if not _left_out(sentence, aside):
            continue
        names = any(use.span and aside.holds(use.span) for use in sentence.mention.actors)
        kept = tuple(edit for edit in sentence.edits if not aside.overlaps(edit[0]))
        named = _ASIDE_NAMED if sentence.text[other + 1 :].lstrip()[:1].isupper() and one in opened else 0.0
        yield (*kept, (aside, "")), (0.4 if names else 0.1) + odd + named
