"""Which way a sentence looks around a time expression: back, ahead, or neither.

The nearest word that tells decides. Separate from the other surroundings because most of what a language's file says
about verbs ends here: what is no verb although it looks like one, and what looks ahead although it is a participle.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.tagging.grammar import Grammar
from regesta.tagging.lexicon import BREAK, CAPITAL, MARK, OTHER

REACH = 40
"""How many tokens, white space included, a signal of tense may be away."""
_CLAUSE = 12
"""A signal beyond a comma counts as this many tokens further away."""
NEAR = 24
"""Within so many tokens, about a dozen words, a signal counts that stands where the language puts its verbs."""
_LITTLE = 3
"""Letters of a preposition or an article, at most, between a participle and its time."""
_NOUN = 4
"""Tokens behind "Wednesday" within which the noun stands: "'s peace talks"."""
_BREAKS = frozenset(",()\u2013\u2014")
_APOSTROPHES = frozenset("'’")
MARKS = frozenset(".!?;:\u2026")
_UNKNOWN = frozenset((OTHER, CAPITAL, MARK))
OPEN = 2
"""The tense of what was to be: on a day to come, or on one that is over by now."""
_TENSES = (("past", -1), ("future", 1), ("intended", OPEN))
"""The classes of words that tell the tense, and what they tell."""
_CLASSES = (
    "past", "future", "intended", "clause", "modal", "attributive", "passive", "participle", "arranged", "finite",
    "auxiliary", "reports",
)  # fmt: skip
"""The classes of words that are asked about."""
_TIMES = ("weekday", "month", "relday")
"""Classes of words that date; a verb before one of them is that one's."""


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
    beyond: bool
    """Whether another time stands between."""


_NOTHING = Signal(distance=1_000, tense=0, parted=False, unknown=False, beyond=False)


def places_of(rules: Grammar, row: str, name: str) -> list[int]:
    """The places of a class's words and phrases, in order; of a phrase its last token."""
    return sorted({*rules.words_at(name, row), *_phrases(rules, row, name)})


def _phrases(rules: Grammar, row: str, name: str) -> Iterator[int]:
    """The places of a class's entries of several words, "is to", "set to"; their last token stands for them."""
    if rules.lexicon.phrases(name):
        for match in rules.phrase_regex(name).finditer(row):
            yield match.end() - 1


def unbroken(tokens: Sequence[str]) -> bool:
    """Whether tokens are of one clause: no mark stands between them."""
    return not any(token in MARKS or token in _BREAKS for token in tokens)


class Tenses:
    """The words of a text that tell its tenses."""

    def __init__(self, rules: Grammar, tokens: Sequence[str], row: str) -> None:
        """`row` holds one character for each of the tokens."""
        self._tokens = tokens
        self._row = row
        self._verbs_last = rules.settings.get("verbs") == "last"
        self._capitals = bool(rules.settings.get("endings_small"))
        """Whether other words than names have capitals within a sentence."""
        classes = {name: frozenset(rules.lexicon.characters(name)) for name in _CLASSES}
        self._past = classes["past"]
        intended = dict.fromkeys(classes["intended"], OPEN)
        self._ahead = intended | dict.fromkeys(classes["future"], 1)
        """The words that look ahead, and how."""
        self._signals = {place: tense for name, tense in _TENSES for place in _phrases(rules, row, name)}
        words = (place for name in ("past", "future", "intended", "finite") for place in rules.words_at(name, row))
        self._tensed = sorted({*self._signals, *words})
        self._signals |= dict.fromkeys(self._counterfactual(rules), OPEN)
        self._clauses = classes["clause"]
        self._modal = classes["modal"]
        self._attributive = classes["attributive"]
        """Words behind which a participle describes: "the released" men."""
        self._passive = classes["passive"]
        """Words that make a participle look ahead: to "be" held."""
        self._participles = classes["participle"]
        """Words that describe a noun behind it: "the deal signed" on Monday."""
        self._arranged = classes["arranged"]
        """Nouns of what is arranged beforehand: "Wednesday's meeting" may lie ahead."""
        self._finite = classes["finite"]
        """Presents that look like participles or infinitives, where no auxiliary goes with them."""
        self._auxiliary = classes["auxiliary"]
        self._reports = classes["reports"]
        """Words that look ahead, but not before a perfect: who "soll" have done it is said to have done it."""
        self._perfects = places_of(rules, row, "perfect") if self._reports else []
        self._times = frozenset().union(*(rules.lexicon.characters(name) for name in _TIMES))

    def of(self, first: int, last: int, ends: Sequence[int]) -> int:
        """1 where the nearest signal of the sentence looks ahead, -1 where it looks back, 0 without one, `OPEN`.

        `first` and `last` bound the expression's tokens, `ends` are the marks that end its sentence and the one before.
        A signal in the same clause before the expression goes before any that follows; the other way round where the
        language puts its verbs last. An inserted clause whose verb nobody knows has no tense.
        """
        if not self._is_tensed(first - REACH, last + REACH):
            return 0
        left = self._nearest(range(first - 1, max(-1, first - REACH), -1), ends)
        if (left.parted or not left.tense) and self._describes(first):
            return -1
        right = _NOTHING
        if not self._is_possessive(last):
            right = self._nearest(range(last, min(len(self._tokens), last + REACH)), ends)
        if left.parted and right.parted and (left.unknown or right.unknown):
            return 0
        preferred, other = (right, left) if self._verbs_last else (left, right)
        if preferred.beyond and other.tense and not (other.parted or other.beyond or self._auxiliary):
            preferred, other = other, preferred  # where auxiliaries frame a clause, the first rules all of it
        nearest = min(preferred, other, key=lambda one: one.distance)
        return (preferred if preferred.distance < NEAR and not preferred.parted else nearest).tense

    def _counterfactual(self, rules: Grammar) -> Iterator[int]:
        """The places of both parts of "hätte … sollen": what was to be, and was not."""
        begins = rules.words_at("counterfactual", self._row)
        for end in rules.words_at("counterfactual_end", self._row) if begins else ():
            begin = begins[bisect_left(begins, end) - 1]
            if end - REACH < begin < end and MARKS.isdisjoint(self._tokens[begin:end]):
                yield from (begin, end)

    def _is_tensed(self, start: int, end: int) -> bool:
        """Whether any token between two places tells the tense."""
        following = bisect_left(self._tensed, start)
        return following < len(self._tensed) and self._tensed[following] < end

    def _is_possessive(self, last: int) -> bool:
        """Whether an expression owns a noun, whose time it is then: "Wednesday's ruling will cost millions"."""
        if last >= len(self._tokens) or self._tokens[last] not in _APOSTROPHES:
            return False
        return self._arranged.isdisjoint(self._row[last : last + 2 + _NOUN])

    def _describes(self, first: int) -> bool:
        """Whether a participle stands right before an expression and describes a noun, or opens its sentence."""
        place = first - 1
        while place > 0 and (self._tokens[place].isspace() or len(self._tokens[place]) <= _LITTLE):
            if self._tokens[place] in _BREAKS or self._tokens[place] in MARKS:
                return False
            place -= 1
        if place < 0 or self._row[place] not in self._participles or self._row[place] in self._ahead:
            return False
        before = self._row[place - 2] if place > 1 else MARK
        return before in _UNKNOWN and not self._is_name(place)

    def _nearest(self, places: range, ends: Sequence[int]) -> Signal:
        distance, parted, unknown, beyond = 0, False, False, False
        for place in places:
            character = self._row[place]
            if place in ends:
                break
            breaks = self._tokens[place] in _BREAKS or character in self._clauses
            parted = parted or breaks
            unknown = unknown or (not parted and character in _UNKNOWN)
            beyond = beyond or character in self._times
            distance += _CLAUSE if breaks else 1
            tense = self._tense_at(place, character)
            if tense:
                return Signal(distance, tense, parted, unknown, beyond)
        return Signal(_NOTHING.distance, _NOTHING.tense, parted, unknown, beyond)

    def _tense_at(self, place: int, character: str) -> int:
        """What a token says itself: 1, -1, `OPEN` or 0."""
        if place in self._signals or self._is_name(place):
            return self._signals.get(place, 0)
        if character in self._finite or character in self._ahead:
            return self._ahead_at(place, character)
        if character not in self._past:
            return 0
        if self._signals.get(place - 2) == OPEN:
            return OPEN  # "was to have" spoken
        before = self._row[place - 2] if place > 1 else BREAK
        if before in self._attributive:
            return 0
        return 1 if before in self._modal or before in self._passive else -1  # "will cut", to "be held"

    def _ahead_at(self, place: int, character: str) -> int:
        """What a word says that looks ahead, if no other word makes it look back."""
        if character in self._reports and self._is_perfect(place):
            return -1
        if character in self._finite:
            return 0 if self._is_helped(place) else 1
        return self._governed(place) or self._ahead[character]

    def _governed(self, place: int) -> int:
        """The tense of the auxiliary right behind a verb at the end of its clause: "beraten hatte"; 0 without one.

        The two may be listed as one phrase that tells another tense: "geplant war".
        """
        if place + 2 in self._signals:
            return self._signals[place + 2]
        following = self._row[place + 2] if place + 2 < len(self._row) else BREAK
        if following not in self._auxiliary:
            return 0
        return -1 if following in self._past else self._ahead.get(following, 0)

    def _is_helped(self, place: int) -> bool:
        """Whether an auxiliary stands before a verb in its sentence, or right behind it."""
        if place + 2 < len(self._row) and self._row[place + 2] in self._auxiliary:
            return True
        for at in range(place - 1, max(-1, place - REACH), -1):
            if self._tokens[at] in MARKS or self._row[at] == BREAK:
                return False
            if self._row[at] in self._auxiliary:
                return True
        return False

    def _is_name(self, place: int) -> bool:
        """Whether a word with a capital, within a sentence, is a name: Irán is no verb.

        Not where a capital tells nothing: headlines in English, nouns in German.
        """
        if self._capitals or place < 2 or not self._tokens[place][0].isupper():
            return False
        return self._tokens[place - 2][-1].isalnum()

    def _is_perfect(self, place: int) -> bool:
        """Whether a perfect infinitive follows in the same clause."""
        following = bisect_left(self._perfects, place)
        if following == len(self._perfects) or self._perfects[following] > place + REACH:
            return False
        return unbroken(self._tokens[place : self._perfects[following]])
