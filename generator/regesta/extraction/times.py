"""Which time expression dates which happening of a sentence.

Nearness decides, and commas keep apart: in "An agreement, reached last week, comes into force on Monday" each verb has
its own. Expressions that say how long or how often date nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extraction.counting import counted_from, counts, follows
from regesta.extraction.publication import ahead
from regesta.extraction.sentence import Sentence
from regesta.languages.sentences import quotations
from regesta.model.interval import Interval, weekday_of
from regesta.model.timex import AnchorKind, TimeExpression, TimexType

_POSTPONE = "decision.postpone verb"
"""What puts something off."""
_RANGE, _RANGE_GAP = ".range", 4
"""What the rules of ranges are called; words between a range's ends."""
_SINCE = ".since_duration"
"""What the rules of what goes on since some time are called."""
_SLACK = {"M": 10, "Y": 182}
"""Days that "for a month", "for a year" may be off."""
_FARTHEST = 26
_SHARED = 14
_COMMA = 4
_OPENING = 12
_BEFORE_OPENING = 2
_ATTRIBUTE = 2
"""Words from a time to the noun that has it as an attribute: "Friday's talks"."""
_LITTLE = 3
"""Letters of a preposition or an article."""
_DESCRIBED = 2
"""Words and marks from a noun to the clause that describes it."""
_FEW = 3
"""Words within which the quotation marks of a name stand."""
_PHRASE = 2
"""Words from such a time to the noun that it goes with."""
_CLAUSE = 30
"""What a clause that opens between a verb and a later time costs: "revealed that she had in January …"."""


def dates(expression: TimeExpression) -> bool:
    """Whether an expression can date a happening, whatever the DCT."""
    if expression.type in (TimexType.DATE, TimexType.TIME):
        return not expression.value.endswith("_REF")
    return expression.type is TimexType.DURATION and expression.anchor.kind is not AnchorKind.NONE


def days_of(expression: TimeExpression | None, until: TimeExpression | None = None) -> Interval | None:
    """The days on which a happening lies: those of its expression, or from it to the other end of its range.

    What has been so "for two weeks" began in the week two weeks ago.
    """
    if expression is None or expression.interval is None:
        return None
    if expression.rule.endswith(_SINCE):
        return _onset(expression.interval, expression.value)
    if until is None or until.interval is None:
        return expression.interval
    return expression.interval.hull(until.interval)


def _onset(days: Interval, duration: str) -> Interval:
    """The days around the first of a duration (TIMEX3's value, "P2W"): its week, else as wide as its unit is vague."""
    if days.first is None:
        return days
    if duration.endswith("W"):
        monday = days.first - weekday_of(days.first) + 1
        return Interval(monday, monday + 6)
    slack = _SLACK.get(duration[-1:], 0)
    return Interval(days.first - slack, days.first + slack)


def assign(sentence: Sentence, triggers: Sequence[int], reporting: int | None = None) -> dict[int, tuple[int, bool]]:
    """Trigger (index of its word) -> (index into `sentence.times`, whether it is the trigger's own).

    An expression belongs to the nearest trigger; others of its clause may share it, but not a verb that only reports
    what another trigger tells. What stands in a quotation dates nothing outside.
    """
    usable = dating(sentence)
    pairs = sorted(
        (cost(sentence, trigger, n), trigger, n)
        for trigger in triggers
        for n in usable
        if sentence.quoted[sentence.times[n][2]] == sentence.quoted[trigger] and not _moved_to(sentence, trigger, n)
    )
    found: dict[int, tuple[int, bool]] = {}
    owners: dict[int, int] = {}
    for price, trigger, n in pairs:
        if price <= _FARTHEST and trigger not in found and n not in owners:
            found[trigger] = (n, True)
            owners[n] = trigger
    for price, trigger, n in pairs:
        if trigger in found or trigger == reporting:
            continue
        shares = price <= _SHARED and _share(sentence, n, owners.get(n, trigger), trigger)
        alone = len(triggers) == len(usable) == 1 and not _later(sentence, trigger, n)
        alone = alone and not _describes(sentence, n, trigger)
        if shares or alone or _dates_all(sentence, trigger, n, usable):
            found[trigger] = (n, False)
    return found


def _moved_to(sentence: Sentence, trigger: int, number: int) -> bool:
    """Whether an expression is the day to come to which something is put off: that day dates no putting off."""
    _, expression, first, _ = sentence.times[number]
    postpones = any(hit.label.startswith(_POSTPONE) and hit.indexes[0] == trigger for hit in sentence.triggers)
    return postpones and first > trigger and ahead(sentence, expression.interval)


def dating(sentence: Sentence) -> list[int]:
    """Which of the sentence's expressions date its happenings; a bare time of day only where there is no other."""
    others = counted_from(sentence).union(follows(sentence), (count.distance for count in counts(sentence)))
    usable = [n for n, (_, expression, _, _) in enumerate(sentence.times) if dates(expression) and n not in others]
    usable = [n for n in usable if not _in_name(sentence, n) and not _in_quotes(sentence, n)]
    return [n for n in usable if not _bare_clock(sentence.times[n][1])] or usable


def _in_name(sentence: Sentence, number: int) -> bool:
    """Whether a year is part of a name: "the Developers Conference 2010", "the 2014 World Cup"."""
    _, expression, first, last = sentence.times[number]
    lexicon, words = sentence.lexicon, sentence.words
    if first != last or not expression.text.isdigit() or lexicon.capital_nouns or first == 0:
        return False
    before = words[first - 1]
    small = before.folded in lexicon.temporal or before.folded in lexicon.function
    if before.is_capital and before.is_word and not small and first > 1:
        return True
    owned = before.folded in lexicon.determiners or before.text.endswith(("'s", "’s"))
    return owned and last + 1 < len(words) and words[last + 1].is_capital


def _in_quotes(sentence: Sentence, number: int) -> bool:
    """Whether an expression is part of a few words between quotation marks, a name or irony: his "Sunday valley"."""
    _, expression, first, _ = sentence.times[number]
    span, begin = expression.span, sentence.span.start
    pairs = () if sentence.quoted[first] else quotations(sentence.text)
    held = next(((one + begin, other + begin) for one, other in pairs if one < span.start - begin < other), None)
    if held is None:
        return False
    before = sum(held[0] < word.start < span.start for word in sentence.words)
    return before < _FEW and sum(span.end <= word.start < held[1] for word in sentence.words) < _FEW


def other_end(sentence: Sentence, number: int) -> int | None:
    """The other end of a range ("from 18 to 21 July"), as an index into `sentence.times`; None where there is none."""
    _, expression, first, last = sentence.times[number]
    if _RANGE not in expression.rule:
        return None
    for other in (number + 1, number - 1):
        if 0 <= other < len(sentence.times):
            _, beside, start, end = sentence.times[other]
            if beside.rule == expression.rule and 0 < max(start - last, first - end) <= _RANGE_GAP:
                return other
    return None


def _bare_clock(expression: TimeExpression) -> bool:
    """Whether an expression is a time of day and no more: beside a date in its sentence it dates nothing."""
    return expression.type is TimexType.TIME and expression.rule.rpartition(".")[2].startswith("clock")


def _dates_all(sentence: Sentence, trigger: int, number: int, usable: Sequence[int]) -> bool:
    """Whether an expression is the only one and begins or ends its sentence, and so may date all of it."""
    if len(usable) > 1 or not _at_an_end(sentence, number):
        return False
    return _opens(sentence, number) or not _later(sentence, trigger, number)


def _opens(sentence: Sentence, number: int) -> bool:
    """Whether an expression opens its sentence, and so governs the main verb however far that is."""
    return sum(w.is_word for w in sentence.words[: sentence.times[number][2]]) < _BEFORE_OPENING


def _share(sentence: Sentence, number: int, owner: int, trigger: int) -> bool:
    """Whether a trigger may share its owner's expression: in one clause, or where the expression opens the sentence."""
    first = sentence.times[number][2]
    opening = _opens(sentence, number)
    apart = sentence.segments[owner] == sentence.segments[first] != sentence.segments[trigger]
    return opening or not apart


def _at_an_end(sentence: Sentence, number: int) -> bool:
    """Whether an expression begins or ends its sentence, and so may date all of it."""
    last = sentence.times[number][3]
    return not any(w.is_word for w in sentence.words[last + 1 :]) or _opens(sentence, number)


def cost(sentence: Sentence, trigger: int, number: int) -> int:
    """How far an expression is from a trigger: words between, a comma as four; a bare clock time as two more.

    What stands before a noun and not right before it belongs to a verb: "was fined on Monday for the accident in May".
    """
    _, expression, first, last = sentence.times[number]
    trigger = _nearest_word(sentence, trigger, first, last)
    gap = first - trigger if first > trigger else trigger - last
    at = first if first > trigger else last
    commas = abs(sentence.segments[at] - sentence.segments[trigger])
    later = first > trigger and _later(sentence, trigger, number)
    apart = (later and not _described(sentence, trigger, first)) or _describes(sentence, number, trigger)
    clause = _CLAUSE if apart else 0
    clock = 2 if expression.type is TimexType.TIME and len(sentence.times) > 1 else 0
    before = _COMMA if at == last and gap > _ATTRIBUTE and _is_noun(sentence, trigger) else 0
    price = max(gap, 0) + _COMMA * commas + clause + clock + before
    return min(price, _OPENING) if _opens(sentence, number) and not clause else price


def _describes(sentence: Sentence, number: int, trigger: int) -> bool:
    """Whether an expression goes with a participle that describes something else than what a trigger tells.

    "Police caught den seit 2011 gesuchten Betrüger": the year is that of the search.
    """
    _, _, first, last = sentence.times[number]
    parts, data = sentence.words, sentence.lexicon
    ends, articles = data.describing
    if not articles or last + 1 >= len(parts) or 0 < trigger - last <= _PHRASE:
        return False
    if first > 1 and parts[first - 1].folded in (data.temporal | data.function) - articles:
        first -= 1  # its preposition
    behind = first > 0 and parts[first - 1].folded in articles
    return behind and parts[last + 1].folded.endswith(ends) and parts[last + 1].text[0].islower()


def _nearest_word(sentence: Sentence, trigger: int, first: int, last: int) -> int:
    """The word of a trigger's phrase that is nearest to an expression: "the trial …, was put off until Monday".

    Little words aside, which may belong to what stands behind them, and those that open a clause ("revealed that").
    """
    phrases = (h.indexes for h in sentence.triggers if h.indexes[0] == trigger and h.label.endswith("verb"))
    words = ((i, sentence.words[i].folded) for phrase in phrases for i in phrase)
    clauses, relative = sentence.lexicon.clauses, sentence.lexicon.relative
    able = (i for i, word in words if len(word) > _LITTLE and word not in clauses and word not in relative)
    return min(able, key=lambda i: max(first - i, i - last), default=trigger)


def _later(sentence: Sentence, trigger: int, number: int) -> bool:
    """Whether an expression stands in a clause that opens after a trigger: "revealed that she had in January …"."""
    first = sentence.times[number][2]
    return sentence.clauses[first] > sentence.clauses[trigger] and not _set_off(sentence, number)


def _set_off(sentence: Sentence, number: int) -> bool:
    """Whether an expression stands between commas alone, and so in no clause: "the man who fled, eight days ago"."""
    _, _, first, last = sentence.times[number]
    at = sentence.segments[first]
    beside = [i for i, word in enumerate(sentence.words) if word.is_word and sentence.segments[i] == at]
    before = (sentence.words[i].folded for i in beside if i < first)
    return at > 0 and beside[-1] <= last and all(word in sentence.lexicon.temporal for word in before)


def _described(sentence: Sentence, trigger: int, first: int) -> bool:
    """Whether a word stands in a clause that describes a noun: "the meeting that it was to hold on Tuesday"."""
    opens = next(i for i in range(trigger + 1, first + 1) if sentence.clauses[i] > sentence.clauses[trigger])
    return (
        _is_noun(sentence, trigger)
        and opens - trigger <= _DESCRIBED
        and sentence.clauses[first] == sentence.clauses[opens]
    )


def _is_noun(sentence: Sentence, trigger: int) -> bool:
    return any(hit.label.endswith("noun") and trigger in hit.indexes for hit in sentence.triggers)
