"""Speech in a sentence: the verb that reports it and whose words they are.

Separate from triggers because nearly every sentence of news is somebody's words: reporting alone is no event, and who
speaks decides whether a statement is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.extraction.actors import as_state
from regesta.extraction.cast import Actor
from regesta.extraction.sentence import Sentence

_AFTER_QUOTE = frozenset(',”“"»—–-')
_REACH_LEFT, _REACH_RIGHT = 16, 7
_STATE_REACH = 2
"""A place that speaks ("Moscow has said") stands right before the verb."""
_PRONOUN_REACH = 3
"""A pronoun that speaks stands close before the verb."""
LONG_PASSIVE = 10
"""Words between a passive verb and the one who acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Reported words."""

    verb: int
    """Index of the reporting verb's first word."""
    speaker: Actor | None
    """Whose words; None where only "officials" or nobody is named."""
    quote: bool
    """Whether words stand between quotation marks."""
    trailing: bool
    """Whether the attribution follows what it attributes (", officials said")."""
    only_source: bool
    """Whether it only names the source of a report ("according to", "officials said")."""


def speech(sentence: Sentence, actors: Sequence[Actor]) -> Speech | None:
    """The sentence's reporting, or None."""
    quote = any(sentence.quoted)
    done = {
        i for h in sentence.triggers for i in h.indexes if len(h.indexes) > 1 and not h.label.startswith("statement")
    }
    hits = [
        h for h in sentence.cues.get("speech", ()) if not sentence.quoted[h.indexes[0]] and h.indexes[0] not in done
    ]
    reporting = [h for h in sentence.triggers if h.label.startswith("statement.") and h.label.endswith("verb")]
    hits += [h for h in reporting if not sentence.quoted[h.indexes[0]] and h not in hits]
    candidates = [(hit.indexes[0], _speaker(sentence, hit.indexes[0], actors)) for hit in hits]
    named = [c for c in candidates if c[1] is not None]
    if named or candidates:
        verb, speaker = (named or candidates)[0]
        trailing = _trails(sentence, verb, speaker)
        generic = speaker is None
        return Speech(verb=verb, speaker=speaker, quote=quote, trailing=trailing, only_source=generic)
    sources = [h for h in sentence.cues.get("according", ()) if not sentence.quoted[h.indexes[0]]]
    if sources:
        at = sources[0].indexes[-1]
        near = [a for a in actors if 0 < a.first - at < _REACH_RIGHT and a.use.kind != "place"]
        speaker = near[0] if near else None
        return Speech(verb=sources[0].indexes[0], speaker=speaker, quote=quote, trailing=False, only_source=True)
    return Speech(verb=0, speaker=None, quote=True, trailing=False, only_source=False) if quote else None


def _speaker(sentence: Sentence, verb: int, actors: Sequence[Actor]) -> Actor | None:
    """The subject of a reporting verb: to its right after a quotation, else the nearest to its left."""
    following = sentence.words[verb + 1].folded if verb + 1 < len(sentence.words) else ""
    if verb and sentence.words[verb - 1].text in _AFTER_QUOTE and following in sentence.lexicon.indefinite:
        return None
    speakers = [a for a in actors if a.use.kind != "place" or (0 < verb - a.last <= _STATE_REACH and as_state(a.use))]
    speakers = [a for a in speakers if not (a.pronoun and verb - a.last > _PRONOUN_REACH)]
    speakers = [
        a for a in speakers if not a.located and not a.dependent and not a.oblique and not sentence.quoted[a.first]
    ]
    before = sentence.words[verb - 1].text if verb else ""
    right = [a for a in speakers if verb < a.first <= verb + _REACH_RIGHT and _same_clause(sentence, verb, a.first)]
    beside = _apposed(sentence, verb, speakers) or (right if before in _AFTER_QUOTE else [])
    if beside:
        return beside[0]
    left = [a for a in speakers if verb - _REACH_LEFT <= a.last < verb]
    near = [a for a in left if sentence.segments[a.last] == sentence.segments[verb]]
    by = [a for a in _right_of(verb, speakers) if _passive(sentence, a)]
    if by and not any(a.use.kind in ("person", "organisation", "group") for a in near):
        return by[0]
    if near:
        return next((a for a in reversed(near) if a.use.kind in ("person", "group")), near[-1])
    enclosed = [a for a in left if sentence.segments[verb] - sentence.segments[a.last] <= 2]
    if enclosed and _no_subject_between(sentence, enclosed[-1].last, verb):
        return enclosed[-1]
    return right[0] if right else None


def _apposed(sentence: Sentence, verb: int, speakers: Sequence[Actor]) -> list[Actor]:
    """The name that commas set beside the subject, right before the verb: "the mayor, Ada Quill, urged"."""
    parts = sentence.words
    return [
        a for a in speakers if a.first and a.last == verb - 2 and parts[verb - 1].text == parts[a.first - 1].text == ","
    ]


def _no_subject_between(sentence: Sentence, last: int, verb: int) -> bool:
    """Whether the verb's own stretch begins with it, but for small words: "…, its director, was quoted"."""
    own = [
        w
        for i, w in enumerate(sentence.words[last + 1 : verb], last + 1)
        if sentence.segments[i] == sentence.segments[verb]
    ]
    return all(not w.is_word or w.folded in sentence.lexicon.function for w in own)


def _right_of(verb: int, speakers: Sequence[Actor]) -> list[Actor]:
    """Those who stand where a passive names who acts."""
    return [a for a in speakers if verb < a.first <= verb + LONG_PASSIVE]


def _passive(sentence: Sentence, actor: Actor) -> bool:
    """Whether "by" stands before an actor, with an article between at most."""
    before = [w.folded for w in sentence.words[max(0, actor.first - 2) : actor.first]]
    return any(word in sentence.lexicon.passive for word in before)


def _same_clause(sentence: Sentence, one: int, other: int) -> bool:
    return abs(sentence.segments[one] - sentence.segments[other]) <= 1


def _trails(sentence: Sentence, verb: int, speaker: Actor | None) -> bool:
    """Whether the attribution ends the sentence, behind what it attributes."""
    start = min(verb, speaker.first) if speaker else verb
    words_before = sum(w.is_word for w in sentence.words[:start])
    return words_before > 5 and sentence.segments[verb] >= max(sentence.segments) - 1
