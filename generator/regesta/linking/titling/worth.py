"""What speaks against a line as a title, in the unit of `clauses`: 1 is a fault that an editor would mend.

The weights are an editor's judgement, set by reading lines of composed and real stories side by side.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from regesta.linking.titling.desk import Desk
from regesta.linking.titling.title_words import Words, words_of
from regesta.model.authority import Authority
from regesta.model.event import EventType, Status
from regesta.model.mention import Mention, NameUse
from regesta.model.timex import AnchorKind, TimexType

SHORTEST, LONGEST = 14, 90
"""Characters of a title."""
_SUBJECT = 2
"""Words of a subject that a line breaks off behind."""
_APPOSED = 3
"""Parts between commas of a line that may end with a subject and its name."""
_SUBJECT_WORDS = 4
"""Words of such a subject, a conjunction before it included."""
_FEW = 3
"""Words that tell something only where one of them is a name."""
_MEAGRE, _SHORT, _FULL, _LONG = 22, 30, 75, 88
_SPEECH = "statement.say"
"""The concept of verbs that tell nothing without what was said."""
_AUDIENCE, _SCENE = 4, 8
"""Words after such a verb up to which they are but who was told, and those up to which also where."""
QUOTATION = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"")
"""What is quoted, marks included."""
FOREIGN = 2.4
"""What it costs that readers of the chronology may not understand the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a record says of an event, against which its lines are judged."""

    type: EventType
    status: Status
    concept: str
    actors: Collection[str] = ()
    """Keys, the main actor first."""


def against(mention: Mention, told: Told, strongest: float) -> float:
    """What speaks against a mention as the one to tell of the event."""
    cost = 0.3 * max(strongest - mention.strength, 0.0)
    if mention.type is not told.type:
        cost += 1.0 if mention.concept == "other." else 2.5
    elif mention.concept != told.concept:
        cost += 0.4
    if mention.status is not told.status:
        cost += 3.0
    if mention.noun:
        cost += 1.0
    if mention.continues is not None and not mention.headline:
        cost += 0.8
    return cost


def faults(line: str, mention: Mention, told: Told, desk: Desk) -> float:
    """What speaks against a line that is cut from a mention's sentence."""
    words = words_of(desk.articles[mention.article].language)
    plain = QUOTATION.sub("“”", line)
    named = _named(plain, mention, told, desk)
    dates = [time for time in _times(mention, desk) if time in plain]
    return (
        _length(line, sum(map(len, dates)), [use for use in named if use.surface[0].isupper()])
        + (0.5 if dates else 0.0)
        + (1.0 if any(line.casefold().startswith(time.casefold()) for time in _measures(mention, desk)) else 0.0)
        + _start(line, plain, words)
        + (1.2 if _breaks_off(plain, words) else 0.0)
        + (2.5 if _only_names(plain, words) else 0.0)
        + (1.5 if _ends_apposed(plain, mention, desk) else 0.0)
        + (2.0 if _ends_counting(plain, mention, desk) else 0.0)
        + pointers(plain, words, named)
        + _actors(named, mention, told)
        + _trigger(plain, mention, desk, words)
        + (2.0 if _says_nothing(plain, mention, desk, words) else 0.0)
        + beside(plain, mention, desk)
    )


def _times(mention: Mention, desk: Desk) -> list[str]:
    """The words of the sentence that date something; those that measure it don't."""
    times = desk.times.get(mention.article, (mention.time,) if mention.time else ())
    dates = [t for t in times if t.type in (TimexType.DATE, TimexType.TIME)]
    return [time.text for time in dates if mention.sentence.holds(time.span)]


def _measures(mention: Mention, desk: Desk) -> list[str]:
    """The sentence's times of any kind; a line that begins with one is about when rather than what."""
    return [time.text for time in desk.within(mention.article, mention.sentence)]


def _length(line: str, dates: int, named: Sequence[NameUse]) -> float:
    """Whether the line is as long as a title should be, and more than a few words beside its dates."""
    length, words = len(line) - dates, len(line.split())
    if length < SHORTEST or words < _FEW:
        return 2.5
    if length < _MEAGRE or words == _FEW:
        return 0.8 if named else 2.5
    cost = 0.4 if length < _SHORT else 0.2 if length > _LONG else 0.0
    return cost + 0.4 * (1 - min(length, _FULL) / _FULL)


def _start(line: str, plain: str, words: Words) -> float:
    if line[0] in '“„«"':
        return 1.5
    if words.weak.match(plain):
        return 4.0
    if words.adverbial.match(plain):
        return 0.5
    return 2.0 if line.endswith(("?", "!", ":")) else 0.0


def _breaks_off(plain: str, words: Words) -> bool:
    """Whether a line ends soon after a conjunction, before it says what: "The strike began when Ada Quill"."""
    last = max((found.end() for found in words.cuts.finditer(plain)), default=None)
    return last is not None and len(plain[last:].split()) <= _SUBJECT


def _only_names(plain: str, words: Words) -> bool:
    """Whether a line has nothing but capitals and small words: somebody, and not what he did."""
    parts = [part.strip("“”\"',.:;") for part in plain.split()]
    return all(not part or part[0].isupper() or part.casefold() in words.small for part in parts[1:])


def _ends_apposed(plain: str, mention: Mention, desk: Desk) -> bool:
    """Whether a line breaks off behind another subject and its name: "stood by him, and his deputy, Ada Quill"."""
    parts = plain.split(", ")
    if len(parts) < _APPOSED or not all(word[:1].isupper() for word in parts[-1].split()):
        return False
    told = mention.trigger.line(desk.articles[mention.article].text)
    return len(parts[-2].split()) <= _SUBJECT_WORDS and told not in ", ".join(parts[-2:])


def _ends_counting(plain: str, mention: Mention, desk: Desk) -> bool:
    """Whether a line breaks off behind a distance, before what it counts from: "stopped working hours"."""
    times = desk.within(mention.article, mention.sentence)
    return any(plain.endswith(time.text) for time in times if time.anchor.kind is AnchorKind.EVENT)


def pointers(plain: str, words: Words, named: Sequence[NameUse] = ()) -> float:
    """Pronouns that point out of the line, a writer's or speaker's own words, the pluperfect."""
    own = len(words.own.findall(plain))
    return (
        0.5 * min(len(words.anaphora.findall(plain)), 3)
        + (0.1 if named else 0.5) * min(own, 2)
        + (1.5 if words.speaker.search(plain) else 0.0)
        + (0.6 if words.pluperfect.search(plain) else 0.0)
        + (1.2 if words.unreal.search(plain) else 0.0)
        + (0.3 if "“”" in plain else 0.0)
    )


def _named(plain: str, mention: Mention, told: Told, desk: Desk) -> list[NameUse]:
    """The event's actors that the line names."""
    cast = {key.partition("@")[0] for key in told.actors}  # "the workers", of whichever place
    uses = [use for use in mention.actors if use.key.partition("@")[0] in cast]
    return [use for use in uses if _says(plain, use.surface, desk.names.get(use.key))]


def _actors(named: Sequence[NameUse], mention: Mention, told: Told) -> float:
    if told.actors and not named:
        return 1.0
    return 0.2 if named and mention.actors and named[0].key != next(iter(told.actors)) else 0.0


def _trigger(plain: str, mention: Mention, desk: Desk, words: Words) -> float:
    """Whether the line has what tells of the event, with a subject before it and not in passing."""
    if mention.concept == "other.":
        return 0.0
    at = _place(plain, mention.trigger.line(desk.articles[mention.article].text))
    if at < 0:
        return 1.2
    kicker = 0.5 if ":" in plain[:at] and mention.type is not EventType.STATEMENT else 0.0
    passing = 0.0
    if relative := words.relative.search(plain[:at]):
        passing = 0.8 if "," in plain[relative.end() :] else 2.0  # where nothing closes it, the line is a subject alone
    behind = plain[:at].endswith(", ") and plain[:at].count(",") % 2 and "," not in plain[at:]
    if words.reduced_relatives and behind and not mention.noun:
        passing += 2.0  # "The report, released in May": a subject and what was done to it
    headless = 1.5 if words.verb_first else 3.0
    return kicker + passing + (headless if at <= 1 and not mention.noun else 0.0)


def _place(plain: str, told: str) -> int:
    """Where a line has a trigger's words, which may have got a capital at its start; -1 where it hasn't."""
    return plain.lower().find(told.lower())


def _says_nothing(plain: str, mention: Mention, desk: Desk, words: Words) -> bool:
    """Whether a line tells that somebody spoke, perhaps to whom, and not what was said: "Ada Quill told reporters"."""
    if mention.type is not EventType.STATEMENT or mention.noun or "“”" in plain:
        return False
    told = mention.trigger.line(desk.articles[mention.article].text)
    at = _place(plain, told)
    if at < 0 or "," in plain[:at]:
        return False
    after = plain[at + len(told) :]
    speaker = mention.speaker.surface if mention.speaker else ""
    if at <= 1 and speaker and speaker in after and len(after.rpartition(speaker)[2].split()) <= _AUDIENCE:
        return True  # the verb and who speaks: "Заявив міністр Ада Квілл у Києві"
    if mention.concept != _SPEECH:
        return False
    heard = after.split(",", 1)[0].split()
    audience = words.adjuncts.split(after, 1)[0].split()
    if len(audience) > _AUDIENCE or len(heard) > _SCENE or ":" in after or words.complements.search(after):
        return False
    subjects = words.pronouns | words.things
    return not _is_clause(heard) and not any(word.casefold() in subjects for word in heard)


def _is_clause(heard: Sequence[str]) -> bool:
    """Whether words after a verb of speech may be what was said: "said Norway would pay"."""
    return len(heard) >= _FEW and heard[0][0].isupper()  # its subject


def beside(plain: str, mention: Mention, desk: Desk) -> float:
    """Other events that the line tells, above all where a verb tells one and a noun this."""
    text = desk.articles[mention.article].text
    others = [m for m in desk.beside(mention) if not m.noun and m.concept not in ("other.", "statement.say")]
    others = [m for m in others if m.concept != mention.concept or (mention.noun and m.time != mention.time)]
    told = sum(m.trigger.line(text) in plain for m in others)
    return min(told, 2) * (2.0 if mention.noun else 0.3)


def _says(plain: str, surface: str, known: Authority | None) -> bool:
    """Whether a line names somebody, and not by a pronoun alone."""
    return (len(surface) > _FEW and surface in plain) or (known is not None and known.name in plain)
