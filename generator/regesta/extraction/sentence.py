"""A sentence with all that the language data finds in it, before anything is decided.

Separate from the decisions, so that every later step (names, status, speech, mentions) reads the same findings and the
sentence is searched once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Any

from regesta.extraction.described import described
from regesta.extraction.inflection import INFINITIVE
from regesta.extraction.lexicon import IDLE, Lexicon, lexicon
from regesta.extraction.phrases import Hit, best
from regesta.extraction.stretches import openers, segments
from regesta.languages import sentences as splitter
from regesta.languages.words import Word, words
from regesta.model.article import Article, BlockKind
from regesta.model.span import Span
from regesta.model.timex import TimeExpression

_QUOTES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‹": "›"}
_NAME = 4
"""Words and marks up to which what stands between quotation marks may be a name."""
_TITLE = 7
"""Words of a work's title at most."""
_BEHIND_COMMA = 2
"""Words behind a comma with which a phrase still goes on."""
_GOVERNS = 4
"""Words from a verb of planning to the infinitive that it governs."""
SETS_OFF = frozenset(",—–-")
"""Marks between a quotation and whose it is."""
ENDS_QUOTATION = frozenset(",?!…")
"""Marks at a quotation's end that do the same."""
OPENING, CLOSING = frozenset(_QUOTES), frozenset("".join(_QUOTES.values()))
"""Quotation marks."""


@dataclass(slots=True)
class Sentence:
    """One sentence and what was found in it. Indexes count its words."""

    article: Article
    """The article that it stands in."""
    span: Span
    """Where."""
    number: int
    """Its place among the article's sentences."""
    block: int
    """Index of its block."""
    kind: BlockKind
    """Headline, lead, paragraph …"""
    words: tuple[Word, ...]
    """Its words and marks."""
    lexicon: Lexicon
    """The language's words."""
    quoted: tuple[bool, ...]
    """For each word, whether it stands in a quotation."""
    segments: tuple[int, ...]
    """For each word, the number of the stretch between commas and the like that it belongs to."""
    clauses: tuple[int, ...] = ()
    """For each word, how many clauses with a conjunction have begun up to it."""
    triggers: list[Hit] = field(default_factory=list)
    """Words that name happenings."""
    cues: dict[str, list[Hit]] = field(default_factory=dict)
    """Speech, status and other cues, by list."""
    concepts: frozenset[str] = frozenset()
    """What it is about."""
    bodies: list[Any] | None = None
    """Bodies without a name, once they have been looked for."""
    runs: list[Any] | None = None
    """Runs of words that may be names, once they have been looked for."""
    times: list[tuple[int, TimeExpression, int, int]] = field(default_factory=list)
    """Time expressions: index in the article's tuple, the expression, first and last word."""
    timed: frozenset[int] = frozenset()
    """Indexes of the words that time expressions hold."""

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.span.of(self.article.text)

    def index(self, trigger: Span) -> int:
        """The number of the word with which a mention's trigger begins."""
        return next(i for i, word in enumerate(self.words) if word.start == trigger.start)

    def has(self, cue: str, *, quoted: bool = False) -> bool:
        """Whether a cue occurs, by default outside quotations."""
        return any(quoted or not self.quoted[hit.indexes[0]] for hit in self.cues.get(cue, ()))


def sentences_of(article: Article, expressions: Sequence[TimeExpression]) -> list[Sentence]:
    """The article's sentences, block by block; date lines tell nothing and are left out."""
    found: list[Sentence] = []
    data = lexicon(article.language)
    dateline = article.dateline
    pending = [(n, e) for n, e in enumerate(expressions) if not (dateline and dateline.overlaps(e.span))]
    for number, block in enumerate(article.blocks):
        if block.kind.value == "byline":
            continue
        for piece in splitter.split(block.span.of(article.text), article.language):
            span = Span(block.span.start + piece.start, block.span.start + piece.end)
            while pending and pending[0][1].span.start < span.start:
                pending.pop(0)
            within = []
            while pending and pending[0][1].span.start < span.end:
                within.append(pending.pop(0))
            found.append(_analyse(article, span, (len(found), number, block.kind), data, within))
    return found


def _analyse(
    article: Article,
    span: Span,
    place: tuple[int, int, BlockKind],
    data: Lexicon,
    within: list[tuple[int, TimeExpression]],
) -> Sentence:
    parts = words(span.of(article.text), span.start)
    times = []
    for index, expression in within:
        inside = [i for i, w in enumerate(parts) if w.start < expression.span.end and expression.span.start < w.end]
        if inside:
            times.append((index, expression, inside[0], inside[-1]))
    opening = openers(parts, data.clauses, data.compelling, times)
    sentence = Sentence(
        article=article,
        span=span,
        number=place[0],
        block=place[1],
        kind=place[2],
        words=parts,
        lexicon=data,
        quoted=_quoted(parts, data.function),
        segments=segments(parts, opening),
        clauses=tuple(accumulate(i in opening for i in range(len(parts)))),
        times=times,
        timed=frozenset(i for _, _, first, last in times for i in range(first, last + 1)),
    )
    found = data.concepts.find(parts)
    sentence.concepts = frozenset(hit.label for hit in found if not sentence.timed.issuperset(hit.indexes))
    for hit in data.cues.find(parts):
        if hit.indexes[0] not in sentence.timed or len(hit.indexes) > 1:
            sentence.cues.setdefault(hit.label, []).append(hit)
    if "hearsay" in sentence.cues:
        sentence.cues["planned"] = [hit for hit in sentence.cues.get("planned", ()) if not _is_hearsay(sentence, hit)]
    hits = (_governed(sentence, h) for h in data.triggers.find(parts, _aside(sentence)) if not _crosses(sentence, h))
    told = (described(hit, parts, sentence.timed, data) for hit in best(h for h in hits if h) if hit.label != IDLE)
    sentence.triggers = [hit for hit in told if not sentence.timed.issuperset(hit.indexes)]
    _rejoin(sentence)
    _resume(sentence)
    return sentence


def _rejoin(sentence: Sentence) -> None:
    """Take back clauses that a preposition seemed to begin, since no verb follows: "boarded before dawn on Tuesday"."""
    both = sentence.lexicon.clauses & sentence.lexicon.temporal
    for at in [i for i, word in enumerate(sentence.words[:-1]) if i and word.folded in both]:
        ends = next((first for _, _, first, _ in sentence.times if first > at), 0)
        opens = sentence.clauses[at] > sentence.clauses[at - 1]
        if opens and ends and not _has_verb(sentence, range(at + 1, ends)):
            parted = sentence.segments[at] > sentence.segments[at - 1]
            sentence.segments = tuple(n - (parted and i >= at) for i, n in enumerate(sentence.segments))
            sentence.clauses = tuple(n - (i >= at) for i, n in enumerate(sentence.clauses))


def _has_verb(sentence: Sentence, inside: range) -> bool:
    """Whether words may be a clause: a mark, a pronoun, or behind the first of them what is or looks like a verb."""
    data, parts = sentence.lexicon, sentence.words
    told = {i for hit in sentence.triggers if hit.label.endswith("verb") for i in hit.indexes}
    told.update(i for hit in sentence.cues.get("speech", ()) for i in hit.indexes)
    if any(not parts[i].is_word or parts[i].folded in data.pronouns for i in inside):
        return True
    ends, _ = data.describing
    verbs = (i in told or parts[i].folded in data.auxiliaries or parts[i].folded.endswith(ends) for i in inside[1:])
    return any(verbs)


def _resume(sentence: Sentence) -> None:
    """Begin a stretch of its own where a clause goes on behind a relative one without commas: "who fled was held".

    Where nouns have capitals (German), such clauses stand between commas, and their pronouns are articles elsewhere.
    """
    verbs = sorted(hit.indexes for hit in sentence.triggers if hit.label.endswith("verb"))
    if sentence.lexicon.capital_nouns or len(verbs) <= 1:
        return
    for at, word in enumerate(sentence.words[1:-1], 1):
        if word.folded in sentence.lexicon.relative and sentence.words[at - 1].is_word:
            begins = _main_verb(sentence, at, verbs)
            if begins:
                deeper = sentence.clauses[at] - sentence.clauses[at - 1]
                sentence.segments = tuple(n + (i >= begins) for i, n in enumerate(sentence.segments))
                sentence.clauses = tuple(n - deeper * (i >= begins) for i, n in enumerate(sentence.clauses))


def _main_verb(sentence: Sentence, relative: int, verbs: Sequence[tuple[int, ...]]) -> int | None:
    """Where the verb begins that follows a relative clause and has none but its own words before it."""
    data = sentence.lexicon
    said = {i for hit in sentence.cues.get("speech", ()) for i in hit.indexes}
    if relative - 1 in said.union(*verbs):
        return None  # it says what was said
    inside = [at for at in verbs if at[0] > relative and sentence.segments[at[0]] == sentence.segments[relative]]
    for before, verb in pairwise(inside):
        begins = verb[0]
        while sentence.words[begins - 1].folded in data.auxiliaries:
            begins -= 1
        passive = begins < verb[0] or sentence.words[begins].folded in data.auxiliaries
        last = sentence.words[begins - 1].folded
        apart = begins - 1 > before[-1] or len(before) > 1  # no "helped rescue"
        if apart and last not in data.joining and (passive or last not in data.function):
            return begins
    return None


def _is_hearsay(sentence: Sentence, plan: Hit) -> bool:
    """Whether a word of planning says what somebody is said to have done: "soll getroffen haben"."""
    return any(
        plan.indexes[0] in hit.indexes and sentence.segments[hit.indexes[0]] == sentence.segments[hit.indexes[-1]]
        for hit in sentence.cues["hearsay"]
    )


def _aside(sentence: Sentence) -> frozenset[int]:
    """Words that say when, with the preposition before them: "retiró el jueves el premio"."""
    before = {first - 1 for _, _, first, _ in sentence.times if first}
    return sentence.timed | {i for i in before if sentence.words[i].folded in sentence.lexicon.temporal}


def _crosses(sentence: Sentence, hit: Hit) -> bool:
    """Whether one comma parts a phrase, and so two clauses: "the court dismissed it, and the firm announced".

    Not where the phrase goes on right behind the comma ("a report, released on Monday"), nor in a number.
    """
    for one, other in pairwise(hit.indexes):
        commas = [i for i in range(one, other) if sentence.words[i].text == "," and not _in_number(sentence.words, i)]
        if len(commas) == 1 and other - commas[0] > _BEHIND_COMMA:
            return True
    return False


def _in_number(parts: Sequence[Word], comma: int) -> bool:
    return parts[comma - 1].text.isdigit() and parts[comma + 1].text.isdigit()


def _governed(sentence: Sentence, hit: Hit) -> Hit | None:
    """The hit; an infinitive as a verb where a plan or "just" stands close before it, else nothing."""
    if not hit.label.endswith(INFINITIVE):
        return hit
    heads = [cue.indexes[-1] for name in ("planned", "recent") for cue in sentence.cues.get(name, ())]
    if not any(0 < hit.indexes[0] - at <= _GOVERNS for at in heads):
        return None
    return replace(hit, label=hit.label.replace(INFINITIVE, "verb"))


def _quoted(parts: Sequence[Word], function: frozenset[str]) -> tuple[bool, ...]:
    """Which words stand between quotation marks; a few words (names, irony) don't count unless they are set off.

    Nor does the title of a work, behind a preposition or an article: "won the prize for “The Salt Ledger of the Sea”".
    """
    flags = [False] * len(parts)
    start, closing = -1, ""
    for at, word in enumerate(parts):
        if start >= 0 and word.text in closing:
            titled = start > 0 and parts[start - 1].folded in function and _is_title(parts[start + 1 : at])
            if (at - start > _NAME and not titled) or (start == 0 and _set_off(parts, at)):
                flags[start : at + 1] = [True] * (at + 1 - start)
            start = -1
        elif start < 0 and word.text in _QUOTES:
            start, closing = at, _QUOTES[word.text]
    return tuple(flags)


def _is_title(inside: Sequence[Word]) -> bool:
    """Whether what is quoted may be a work's title: a capital first, no mark within, and not long."""
    return 0 < len(inside) <= _TITLE and inside[0].is_capital and all(word.is_word for word in inside)


def _set_off(parts: Sequence[Word], closing: int) -> bool:
    """Whether a mark parts the quotation that ends here from the words behind it, as no name is parted."""
    behind = parts[closing + 1].text if closing + 1 < len(parts) else ""
    return behind in SETS_OFF or parts[closing - 1].text in ENDS_QUOTATION
