"""What stands around an expression: its sentence and paragraph, the tense, the event that it hangs on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from regesta.languages.sentences import quotations
from regesta.tagging.grammar import Grammar
from regesta.tagging.lexicon import BREAK, CAPITAL, MARK, OTHER

REACH = 40
"""How many tokens, white space included, a signal of tense may be away."""
CLAUSE = 12
"""A signal beyond a comma counts as this many tokens further away."""
NEAR = 24
"""Within so many tokens, about a dozen words, a signal counts that stands where the language puts its verbs."""
CLAUSE_BEGINS = 2
"""Words of a clause that may stand before the one that names what happened."""
BEFORE = 4
"""So many tokens before an expression a word such as "by" may stand: "by the", "no later than the"."""
EVENT_WORDS = 8
"""At most so many words name an event."""
BREAKS = frozenset(",()\u2013\u2014")
INSIDE_WORDS = frozenset("-'’")
APOSTROPHES = frozenset("'’")
FULL_STOP = "."
UNKNOWN = frozenset((OTHER, CAPITAL, MARK))
MARKS = frozenset(".!?;:\u2026")


@dataclass(frozen=True, slots=True)
class Signal:
    """The nearest word of tense on one side of an expression."""

    distance: int
    """In tokens; a comma counts as many."""
    tense: int
    """1, -1, `OPEN`, or 0 where there is none."""
    parted: bool
    """Whether a comma, or a word that begins a clause, stands between."""
    unknown: bool
    """Whether a word that no class knows stands between the expression and that comma."""


OPEN = 2
"""The tense of what was to be: on a day to come, or on one that is over by now."""
TENSES = (("past", -1), ("future", 1), ("intended", OPEN))
"""The classes of words that tell the tense, and what they tell."""
NOTHING = Signal(distance=1_000, tense=0, parted=False, unknown=False)


def _phrases(rules: Grammar, row: str, name: str) -> Iterator[int]:
    """The places of a class's entries of several words, "is to", "set to"; their last token stands for them."""
    if rules.lexicon.phrases(name):
        for match in rules.phrase_regex(name).finditer(row):
            yield match.end() - 1


class Surroundings:
    """Answers questions about the tokens near a place in a text."""

    def __init__(self, rules: Grammar, tokens: list[str], row: str) -> None:
        """`row` holds one character for each of the tokens."""
        self.tokens = tokens
        self.row = row
        self.verbs_last = rules.settings.get("verbs") == "last"
        self.capitals = bool(rules.settings.get("endings_small"))
        """Whether other words than names have capitals within a sentence."""
        self.dotted = rules.settings.get("ordinals") == "dotted"
        lexicon = rules.lexicon
        intended = dict.fromkeys(lexicon.characters("intended"), OPEN)
        self.ahead = intended | dict.fromkeys(lexicon.characters("future"), 1)
        """The words that look ahead, and how."""
        self.past = frozenset(lexicon.characters("past"))
        self.signals = {place: tense for name, tense in TENSES for place in _phrases(rules, row, name)}
        words = (place for name, _ in TENSES for place in rules.words_at(name, row))
        self.tensed = sorted({*self.signals, *words})
        self.until = self._places(rules, "until")
        """Where words stand that go before the end of a time that is given."""
        self.asking = self._places(rules, "asks") if self.until else []
        """Where somebody asks, orders, allows or promises."""
        self.upto = self._places(rules, "upto")
        """Where words stand behind which a time is a limit: "before" Monday."""
        self.relatives = self._places(rules, "relative")
        """Where words stand that begin a relative clause."""
        self.clauses = frozenset(lexicon.characters("clause"))
        self.months = frozenset(lexicon.characters("month") + lexicon.characters("monthabbr"))
        """Words that may be a month with a full stop."""
        self.modal = frozenset(lexicon.characters("modal"))
        self.attributive = frozenset(lexicon.characters("attributive"))
        """Words behind which a participle describes: "the released" men."""
        self.passive = frozenset(lexicon.characters("passive"))
        """Words that make a participle look ahead: to "be" held."""
        self.reports = frozenset(lexicon.characters("reports"))
        """Words that look ahead, but not before a perfect: who "soll" have done it is said to have done it."""
        self.perfects = self._places(rules, "perfect") if self.reports else []
        self.stops = frozenset(lexicon.characters("eventstop"))
        self.articles = frozenset(lexicon.characters("article"))
        self.breaks = rules.places(BREAK, row)
        marks = rules.places("".join(sorted({BREAK, *(rules.characters[mark] for mark in MARKS)})), row)
        self.ends = [n for n in marks if self._ends_sentence(n, tokens[n])]

    def _places(self, rules: Grammar, name: str) -> list[int]:
        """The places of a class's words and phrases, in order."""
        return sorted({*rules.words_at(name, self.row), *_phrases(rules, self.row, name)})

    def _ends_sentence(self, place: int, token: str) -> bool:
        """A full stop ends a sentence before white space and a capital, if the word before is no abbreviation.

        Nor may it be a day's number where the language writes "the 3rd" as "3." and nouns with capitals.
        """
        if self.row[place] == BREAK:
            return True
        if token not in MARKS:
            return False
        if place + 2 >= len(self.tokens) or not self.tokens[place + 1].isspace():
            return False
        following = self.tokens[place + 2]
        before = self.tokens[place - 1] if place else ""
        month = following[0].isdigit() and len(before) < 5 and self.row[place - 1] in self.months  # Nov. 3
        ordinal = self.dotted and before.isdigit() and len(before) < 3
        abbreviated = ordinal or (len(before) == 1 and before.isalpha()) or month
        return token != FULL_STOP or not (following[0].islower() or abbreviated)

    def sentence(self, place: int) -> int:
        """The number of the sentence."""
        return bisect_right(self.ends, place)

    def paragraph(self, place: int) -> int:
        """The number of the paragraph."""
        return bisect_right(self.breaks, place)

    def tense(self, first: int, last: int) -> int:
        """1 where the nearest signal of the sentence looks ahead, -1 where it looks back, 0 without one, `OPEN`.

        A signal in the same clause before the expression goes before any that follows; the other way round where the
        language puts its verbs last. An inserted clause whose verb nobody knows has no tense.
        """
        if not self._is_tensed(first - REACH, last + REACH):
            return 0
        sentence = self.sentence(first)
        left = self._nearest(range(first - 1, max(-1, first - REACH), -1), sentence)
        right = NOTHING
        if not (last < len(self.tokens) and self.tokens[last] in APOSTROPHES):
            right = self._nearest(range(last, min(len(self.tokens), last + REACH)), sentence)
        if left.parted and right.parted and (left.unknown or right.unknown):
            return 0
        preferred, other = (right, left) if self.verbs_last else (left, right)
        nearest = min(preferred, other, key=lambda one: one.distance)
        return (preferred if preferred.distance < NEAR and not preferred.parted else nearest).tense

    def due(self, first: int) -> bool:
        """Whether the expression is a time that was set: "by Monday", said by one who asks, orders or promises."""
        place = bisect_left(self.until, first) - 1
        if place < 0 or self.until[place] < first - BEFORE:
            return False
        before = bisect_right(self.asking, self.until[place])
        if before == 0 or self.asking[before - 1] < first - REACH:
            return False
        return self.sentence(self.asking[before - 1]) == self.sentence(first)

    def is_limit(self, first: int) -> bool:
        """Whether the expression stands right behind a "before", articles aside."""
        place = bisect_left(self.upto, first) - 1
        if place < 0 or self.upto[place] < first - BEFORE:
            return False
        between = range(self.upto[place] + 1, first)
        return all(self.tokens[n].isspace() or self.row[n] in self.articles for n in between)

    def is_quoted(self, start: int) -> bool:
        """Whether the expression that begins at a character stands in a quotation."""
        at = bisect_right(self._quotations, start, key=itemgetter(0)) - 1
        return at >= 0 and start < self._quotations[at][1]

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        """Found when somebody asks: few texts have what they matter for."""
        return quotations("".join(self.tokens))

    def is_relative(self, first: int) -> bool:
        """Whether a word that begins a relative clause stands before, in the same clause."""
        place = bisect_left(self.relatives, first) - 1
        if place < 0 or self.relatives[place] < first - NEAR:
            return False
        return not any(token in MARKS or token in BREAKS for token in self.tokens[self.relatives[place] : first])

    def _is_tensed(self, start: int, end: int) -> bool:
        """Whether any token between two places tells the tense."""
        following = bisect_left(self.tensed, start)
        return following < len(self.tensed) and self.tensed[following] < end

    def _nearest(self, places: range, sentence: int) -> Signal:
        distance, parted, unknown = 0, False, False
        ends = self.ends[max(0, sentence - 1) : sentence + 1]
        for place in places:
            character = self.row[place]
            if place in ends:
                break
            breaks = self.tokens[place] in BREAKS or character in self.clauses
            parted = parted or breaks
            unknown = unknown or (not parted and character in UNKNOWN)
            distance += CLAUSE if breaks else 1
            tense = self._tense_at(place, character)
            if tense:
                return Signal(distance, tense, parted, unknown)
        return Signal(NOTHING.distance, NOTHING.tense, parted, unknown)

    def _tense_at(self, place: int, character: str) -> int:
        """What a token says itself: 1, -1, `OPEN` or 0."""
        if place in self.signals or self._is_name(place):
            return self.signals.get(place, 0)
        if character in self.reports and self._is_perfect(place):
            return -1
        if character not in self.past:
            return self.ahead.get(character, 0)
        before = self.row[place - 2] if place > 1 else BREAK
        if character in self.ahead or before in self.attributive:
            return self.ahead.get(character, 0)
        return 1 if before in self.modal or before in self.passive else -1  # "will cut", to "be held"

    def _is_name(self, place: int) -> bool:
        """Whether a word with a capital, within a sentence, is a name: Irán is no verb.

        Not where a capital tells nothing: headlines in English, nouns in German.
        """
        if self.capitals or place < 2 or not self.tokens[place][0].isupper():
            return False
        return self.tokens[place - 2][-1].isalnum()

    def _is_perfect(self, place: int) -> bool:
        """Whether a perfect infinitive follows in the same clause."""
        following = bisect_left(self.perfects, place)
        if following == len(self.perfects) or self.perfects[following] > place + REACH:
            return False
        return not any(token in MARKS or token in BREAKS for token in self.tokens[place : self.perfects[following]])

    def event_after(self, place: int) -> tuple[int, int] | None:
        """The tokens of the noun phrase that begins at a place: up to a mark, a stop word, or eight words."""
        place = self._event_begins(place)
        end, words = place, 0
        while end < len(self.tokens) and words < EVENT_WORDS:
            token = self.tokens[end]
            if (
                not (token.isspace() or token[0].isalnum() or token in INSIDE_WORDS)
                or self.row[end] in self.stops
                or self.row[end] == BREAK
            ):
                break
            words += not token.isspace()
            end += 1
        while end > place and self.tokens[end - 1].isspace():
            end -= 1
        return (place, end) if end > place else None

    def _event_begins(self, place: int) -> int:
        """Behind articles, and behind the pronoun and auxiliary of a clause: "two days after he had spoken"."""
        stops = 0
        while place < len(self.tokens):
            stops += self.row[place] in self.stops
            if not self.tokens[place].isspace() and self.row[place] not in self.articles | self.stops:
                break
            if stops > CLAUSE_BEGINS:
                break
            place += 1
        return place

    def event_before(self, place: int) -> tuple[int, int] | None:
        """The tokens of the noun phrase that ends before a place, in languages that put the event first."""
        end = place
        while end > 0 and self.tokens[end - 1].isspace():
            end -= 1
        start, words = end, 0
        while start > 0 and words < EVENT_WORDS // 2 and not self._closes(start - 1):
            start -= 1
            words += not self.tokens[start].isspace()
        while start < end and self.tokens[start].isspace():
            start += 1
        return (start, end) if end > start else None

    def _closes(self, place: int) -> bool:
        """Whether a token can't be part of a noun phrase: a mark, a stop word, the end of a paragraph."""
        token = self.tokens[place]
        part = token.isspace() or token[0].isalnum() or token in INSIDE_WORDS
        return not part or self.row[place] in self.stops or self.row[place] == BREAK
