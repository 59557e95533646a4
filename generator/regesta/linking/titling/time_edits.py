"""Leaving the words out that date an event: away from its article "on Tuesday" means nothing; the record says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.linking.titling.desk import Desk
from regesta.linking.titling.pieces import Edit
from regesta.linking.titling.title_words import Words
from regesta.model.mention import Mention
from regesta.model.span import Span
from regesta.model.timex import AnchorKind, TimeExpression, TimexType

_DANGLING = re.compile(r",\s\w+\s*$")
_LAST_WORD = re.compile(r"(\w+)\s*$")
_NEAR = 6
"""Characters between a time and the event that it counts from, where that follows it: "the day after the vote"."""
_APOSTROPHE = re.compile("['’]")
_CLAUSE = re.compile(r"[,:;–—]\s")
"""Marks that part clauses."""
_OPENING = 2
"""Words with which a clause opens before its first phrase: "und noch"."""
_MAIN = re.compile(r"[:;–—]\s")
"""Marks after which a main clause begins."""


def time_edits(mention: Mention, within: Span, desk: Desk, words: Words) -> list[Edit]:
    """What to leave out of a sentence: its times with their prepositions, where it can do without.

    Its times are the one that dates what it tells, and all others that only its article understands.
    """
    text = desk.articles[mention.article].text
    own = [mention.time] if mention.time is not None else []
    told = [*own, *(t for t in desk.times.get(mention.article, ()) if _relative(t))]
    lasted = mention.when if mention.end_index is not None else None
    spans = {t.span: t for t in told if within.holds(t.span) and not (lasted and lasted.holds(t.span))}
    triggers = [m.trigger for m in (mention, *desk.beside(mention)) if not m.noun or m is mention]
    edits = [edit for span in sorted(spans) if (edit := _edit(text, within, spans[span], triggers, words))]
    return sorted([*edits, (lasted, "")]) if lasted and within.holds(lasted) else edits


def _relative(time: TimeExpression) -> bool:
    if time.type not in (TimexType.DATE, TimexType.TIME):
        return False
    return time.anchor.kind not in (AnchorKind.NONE, AnchorKind.EVENT)


def _edit(text: str, within: Span, time: TimeExpression, triggers: Sequence[Span], words: Words) -> Edit | None:
    start, end = with_prepositions(text, within, time.span, words), time.span.end
    ends = (_verb_ends(text, trigger, start) for trigger in triggers)
    verbs = [verb_end for verb_end in ends if start < verb_end <= time.span.start]
    if verbs:  # "took over in January": the particle is the verb's
        start = max(verbs) + (text[max(verbs)].isspace())
    before, after = text[within.start : start], text[end : within.end]
    kept = Span(within.start, start)
    particle = any(trigger.end == within.start + len(before.rstrip()) for trigger in triggers)
    if _needed(time, start, before, after, words) or (not particle and _hangs(before, text[start:end], after, words)):
        return None
    if any(_stands_alone(text, kept, after, trigger, words) for trigger in triggers):
        return None
    alone = _DANGLING.search(before)
    if alone and after.startswith((",", ".")) and before.count(",") % 2:
        return _aside(text, within, Span(within.start + alone.start(), end), triggers)
    if after.startswith(",") and before.rstrip().endswith(","):
        return Span(within.start + before.rindex(","), end + 1), ""
    first = not before.strip()
    clear = not any(trigger.start > end for trigger in triggers) and not before.count(",") % 2
    between = after.startswith(", ") and words.adverbial.match(after, 2) and clear
    return Span(start, end + (after.startswith(",") and bool(first or between))), ""


def _verb_ends(text: str, trigger: Span, time: int) -> int:
    """Where a verb's words end: the last of several may be the preposition before its time: "bowed out on"."""
    verb = text[trigger.start : time].rstrip()
    return trigger.start + len(verb) if trigger.start < time < trigger.end and " " in verb else trigger.end


def _needed(time: TimeExpression, start: int, before: str, after: str, words: Words) -> bool:
    """Whether the words around a time need it: "spent the last days of January", "the night of the fire"."""
    event = time.anchor.span
    follows = event is not None and 0 <= event.start - time.span.end <= _NEAR
    bare = start == time.span.start and bool(before.strip())
    return bool(
        follows
        or (" " in time.text and words.ties.match(after))
        or (time.text.split()[0].casefold() in words.determiners and words.tied.match(after))
        or words.genitive.match(after)
        or (" " in time.text and words.following.match(after))
        or (bare and (words.whole_time.match(time.text) or time.type is TimexType.DURATION))
        or words.dating.search(before)
        or (words.verb_second and _opens(before, after, words))
        or (not words.verb_second and _parts(before, after, words))
    )


def _parts(before: str, after: str, words: Words) -> bool:
    """Whether a time alone parts a clause from the phrase before it: "in a report released on Monday | it said"."""
    last, following = before.split()[-1:], after.split(maxsplit=1)[:1]
    if not last or not following or last[0].casefold() in words.small:
        return False
    phrase = words.adverbial.match(_CLAUSE.split(before)[-1])
    return bool(phrase) and following[0] in words.pronouns | words.things


def _opens(before: str, after: str, words: Words) -> bool:
    """Whether a time opens a clause whose verb follows: "…, und noch am Montag war …"."""
    if not _MAIN.split(before)[-1].strip(" ,"):
        return True
    clause = _CLAUSE.split(before)
    begun = clause[-1].split()
    return (
        len(clause) > 1
        and after[:1] == " "
        and len(begun) <= _OPENING
        and all(w.islower() for w in begun)
        and (not begun or begun[0] in words.coordinating)
    )


def _hangs(before: str, removed: str, after: str, words: Words) -> bool:
    """Whether the word before would stand there for nothing, or wrong: "le perdant d'hier", "an April report"."""
    last = before.split()[-1:]
    if not last:
        return False
    word = _APOSTROPHE.split(last[0].casefold())[-1]
    if not word or words.adverbial.fullmatch(word) or (after[:1] in ",.;" and word in words.small):
        return True
    following = after.split(maxsplit=1)[:1]
    if word not in words.indefinite:
        return False
    return not following or following[0].casefold() in words.small or _vowel(following[0]) != _vowel(removed)


def _vowel(text: str) -> bool:
    """Whether a word begins with a vowel, on which the article before it hangs: a, an; un, uno, un'."""
    return text[:1].casefold() in "aeiou"


def _stands_alone(text: str, kept: Span, after: str, trigger: Span, words: Words) -> bool:
    """Whether a relative clause would be left with nothing but its verb, and perhaps be read as the main clause.

    "The judges, who ruled on Friday, had"; "a report published last week found".
    """
    if trigger.end > kept.end or text[trigger.end : kept.end].strip():
        return False
    before = text[kept.start : trigger.start]
    if after[:1] in (",", ".", "") and words.relative.search(before):
        return True
    follows = after.split(maxsplit=1)[:1]
    known = words.idle | words.things
    verb = bool(follows) and follows[0].isalpha() and follows[0].islower() and follows[0] not in known
    noun = before.split()[-1:] and before.split()[-1].casefold() not in words.small
    return words.reduced_relatives and verb and bool(noun) and not words.adverbial.match(follows[0])


def _aside(text: str, within: Span, aside: Span, triggers: Sequence[Span]) -> Edit | None:
    """Commas with nothing but one word and a time between them: ", arranged for Sunday,"; not where that tells it."""
    if aside.overlaps(triggers[0]):
        return None
    return Span(aside.start, aside.end + (text[aside.end : within.end].startswith(","))), ""


def with_prepositions(text: str, within: Span, time: Span, words: Words) -> int:
    """Where a time begins with the prepositions before it, and with an article between: "in the early hours"."""
    start = time.start
    article = _LAST_WORD.search(text[within.start : start])
    if article and article[1].casefold() in words.determiners:
        behind = within.start + article.start(1)
        start = behind if words.before_time.search(text[within.start : behind]) else start
    while (start == time.start or _article(text[start : time.start], words)) and (
        found := words.before_time.search(text[within.start : start])
    ):
        first = within.start + found.start()
        first = first if text[first].isalnum() else first + 1
        if start < time.start and all(words.adverbial.match(text, at) for at in (first, start)):
            break  # of two prepositions the first is the verb's: "was brought in on Monday"
        start = first
    return start


def _article(removed: str, words: Words) -> bool:
    """Whether what was left out before a time is an article, before which a preposition may stand: "in der"."""
    return removed.split(maxsplit=1)[0].casefold() in words.small | words.determiners
