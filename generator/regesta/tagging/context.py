"""What stands around an expression: its sentence and paragraph, the tense, the event that it hangs on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter

from regesta.languages.sentences import quotations
from regesta.tagging.grammar import Grammar
from regesta.tagging.lexicon import BREAK
from regesta.tagging.tense import MARKS, NEAR, REACH, Tenses, places_of, unbroken

CLAUSE_BEGINS = 2
"""Words of a clause that may stand before the one that names what happened."""
OPENING, SMALL = 6, 2
"""Tokens, and words among them, that may stand before an expression that opens its sentence."""
BEFORE = 4
"""So many tokens before an expression a word such as "by" may stand: "by the", "no later than the"."""
EVENT_WORDS = 8
"""At most so many words name an event."""
INSIDE_WORDS = frozenset("-'’")
FULL_STOP = "."


class Surroundings:
    """Answers questions about the tokens near a place in a text."""

    def __init__(self, rules: Grammar, tokens: list[str], row: str) -> None:
        """`row` holds one character for each of the tokens."""
        self.tokens = tokens
        self.row = row
        self.dotted = rules.settings.get("ordinals") == "dotted"
        lexicon = rules.lexicon
        self.tenses = Tenses(rules, tokens, row)
        self.until = places_of(rules, row, "until")
        """Where words stand that go before the end of a time that is given."""
        self.asking = places_of(rules, row, "asks") if self.until else []
        """Where somebody asks, orders, allows or promises."""
        self.upto = places_of(rules, row, "upto")
        """Where words stand behind which a time is a limit: "before" Monday."""
        self.sinces = places_of(rules, row, "since")
        """Where words stand behind which something begins that lasts: "since" Monday."""
        self.priors = places_of(rules, row, "prior")
        """Where words stand that put their clause before the one that holds it: the auxiliaries of a pluperfect."""
        self.relatives = places_of(rules, row, "relative")
        """Where words stand that begin a relative clause."""
        self.months = frozenset(lexicon.characters("month") + lexicon.characters("monthabbr"))
        """Words that may be a month with a full stop."""
        self.stops = frozenset(lexicon.characters("eventstop"))
        self.articles = frozenset(lexicon.characters("article"))
        self.ofs = frozenset(lexicon.characters("ofday"))
        """Words between an event and its day, where they end the name of others: the vote "vom" 3 May."""
        self.breaks = rules.places(BREAK, row)
        marks = rules.places("".join(sorted({BREAK, *(rules.characters[mark] for mark in MARKS)})), row)
        self.ends = [n for n in marks if self._ends_sentence(n, tokens[n])]

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

    def opens(self, place: int) -> bool:
        """Whether at most a preposition and an article stand before it in its sentence."""
        sentence = self.sentence(place)
        begin = self.ends[sentence - 1] + 1 if sentence else 0
        return place - begin <= OPENING and sum(not token.isspace() for token in self.tokens[begin:place]) <= SMALL

    def paragraph(self, place: int) -> int:
        """The number of the paragraph."""
        return bisect_right(self.breaks, place)

    def tense(self, first: int, last: int) -> int:
        """1 where the sentence looks ahead around an expression, -1 where it looks back, else 0 or `OPEN`."""
        sentence = self.sentence(first)
        return self.tenses.of(first, last, self.ends[max(0, sentence - 1) : sentence + 1])

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
        return self._right_behind(self.upto, first)

    def is_since(self, first: int) -> bool:
        """Whether the expression stands right behind a "since", articles aside."""
        return self._right_behind(self.sinces, first)

    def _right_behind(self, places: list[int], first: int) -> bool:
        place = bisect_left(places, first) - 1
        if place < 0 or places[place] < first - BEFORE:
            return False
        between = range(places[place] + 1, first)
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
        return self._in_clause(self.relatives, first, NEAR)

    def _in_clause(self, places: list[int], first: int, reach: int) -> bool:
        """Whether the last of some places before an expression is in its clause, at most so many tokens away."""
        place = bisect_left(places, first) - 1
        if place < 0 or places[place] < first - reach:
            return False
        return unbroken(self.tokens[places[place] : first])

    def is_prior(self, first: int, last: int) -> bool:
        """Whether a word that puts its clause before another's stands in the same clause, on either side."""
        if self._in_clause(self.priors, first, NEAR - 1):
            return True
        place = bisect_left(self.priors, first)
        after = place < len(self.priors) and self.priors[place] < last + NEAR
        return after and unbroken(self.tokens[last : self.priors[place]])

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
        if end < len(self.tokens) and self.row[end] in self.ofs:
            end += 1  # "the race of" 15 April
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
