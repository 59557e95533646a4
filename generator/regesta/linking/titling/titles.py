"""A neutral line for an event: the best that its sources print, else one that is put together from its record.

Lines are cut from the sentences of its mentions (`clauses`), or are a speaker and the words said; each is judged as an
editor would (`worth`). Where none is good enough, or the good ones are in another language than the chronology's, a
composed line stands instead (`composing`). Words such as "on Tuesday" are left out, since they mean nothing away from
their article: the record says the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.linking.titling.clauses import clauses
from regesta.linking.titling.composing import composed
from regesta.linking.titling.desk import Desk
from regesta.linking.titling.sentences import sentence_of
from regesta.linking.titling.worth import FOREIGN, LONGEST, Told, against, faults, pointers
from regesta.model.event import EventType, Translated
from regesta.model.mention import Mention

_CANDIDATES = 10
"""Mentions of which lines are cut at most, the strongest."""
_QUOTED = re.compile(r"“([^”]{8,})”|„([^“”]{8,})[“”]|«\s?([^»]{8,}?)\s?»|\"([^\"]{8,})\"")
_SPOKEN = 1.4
"""What a speaker and his words cost: true, but seldom all that was said."""
_REPORTED = 0.7
"""What it costs that a colon stands for the verb of speech."""
_OPENS = 0.5
"""What it costs that what was said begins with a pronoun, which hardly means anybody but the speaker."""
_SAID = 12
"""Characters of speech from which on it says something."""


def title(mentions: Sequence[Mention], told: Told, desk: Desk) -> Translated:
    """One line of at most 90 characters; a mapping with the language where it isn't the chronology's."""
    ranked = [
        (cost, order, line, language) for order, (cost, line, language) in enumerate(_lines(mentions, told, desk))
    ]
    _, _, line, language = min(ranked)
    return {language: line} if language else line


def _lines(mentions: Sequence[Mention], told: Told, desk: Desk) -> Iterator[tuple[float, str, str]]:
    """Every line with what speaks against it, and its language where that isn't the chronology's."""
    for line in composed(mentions, told, desk):
        yield line.cost, line.text, ""
    strongest = max(m.strength for m in mentions)
    for order, mention in enumerate(mentions[:_CANDIDATES]):
        article = desk.articles[mention.article]
        foreign = desk.foreign(article)
        cost = against(mention, told, strongest) + (FOREIGN if foreign else 0.0) + 0.02 * order
        for clause in clauses(sentence_of(mention, desk), LONGEST):
            worth = cost + clause.cost + faults(clause.text, mention, told, desk) - (0.3 if mention.headline else 0.0)
            yield worth, clause.text, article.language if foreign else ""
        for late, reported in _reported(mention, told, desk):
            yield cost + late, reported, ""
        if spoken := _spoken(mention, desk):
            cost += (
                _SPOKEN
                + (0.6 if spoken.endswith("…”") else 0.0)
                + (0.5 if told.type is not EventType.STATEMENT else 0.0)
            )
            yield cost, spoken, article.language if foreign else ""


def _reported(mention: Mention, told: Told, desk: Desk) -> Iterator[tuple[float, str]]:
    """`Speaker: what was said`, with its cost: "The road is closed, Ada Quill said", "Ada Quill said that it is"."""
    if mention.type is not EventType.STATEMENT or told.type is not mention.type or mention.speaker is None:
        return
    article = desk.articles[mention.article]
    name = desk.named(mention.speaker.key)
    if desk.foreign(article) or not name:
        return
    sentence = sentence_of(mention, desk)
    if (said := sentence.before_tail()) and len(f"{name}: {said}") <= LONGEST:
        yield _REPORTED, f"{name}: {said}"
    if said := sentence.after_that(LONGEST - len(name) - 2):
        late = pointers(said, sentence.words) + (_OPENS if sentence.words.weak.match(said) else 0.0)
        yield _REPORTED + late, f"{name}: {said}"


def _spoken(mention: Mention, desk: Desk) -> str | None:
    """`Speaker: “words”`, where the sentence quotes somebody at some length, and not only a few of the words."""
    speaker = next((m.speaker for m in (mention, *desk.beside(mention)) if m.speaker is not None), None)
    article = desk.articles[mention.article]
    sentence = mention.sentence.of(article.text)
    quoted = _QUOTED.search(sentence)
    if speaker is None or not quoted or sentence[: quoted.start()].rstrip()[-1:] not in ("", ",", ":"):
        return None
    said = " ".join(next(group for group in quoted.groups() if group).split()).rstrip(",. ")
    if said[0].islower():
        return None  # a few of the words, not a sentence
    name = speaker.surface if desk.foreign(article) else desk.named(speaker.key)
    if not name or speaker.kind != "person" or not name[0].isupper() or " " not in name:
        return None
    room = LONGEST - len(name) - 4
    if len(said) > room:
        said = said[: room - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return f"{name}: “{said}”" if len(said) > _SAID else None
