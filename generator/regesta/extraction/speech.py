"""Speech in a sentence: the verb that reports it and whose words they are.

Separate from triggers because nearly every sentence of news is somebody's words: reporting alone is no event, and who
speaks decides whether a statement is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.extraction.actors import as_state
from regesta.extraction.cast import Actor, Company
from regesta.extraction.sentence import ENDS_QUOTATION, SETS_OFF, Sentence
from regesta.model.timex import AnchorKind

_AFTER_QUOTE = frozenset(',”“"»—–-')
_REACH_LEFT, _REACH_RIGHT = 16, 7
_STATE_REACH = 2
"""A place that speaks ("Moscow has said") stands right before the verb."""
_PRONOUN_REACH = 3
"""A pronoun that speaks stands close before the verb."""
_ASIDE_WORDS = 4
"""Words of an aside between a verb and its subject, and of the subject up to its name."""
_ASIDE = 6
"""Words of an aside before its verb."""
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


def speech(sentence: Sentence, actors: Sequence[Actor], company: Company) -> Speech | None:
    """The sentence's reporting, or None; `company` is who spoke before."""
    quote = any(sentence.quoted)
    done = {
        i for h in sentence.triggers for i in h.indexes if len(h.indexes) > 1 and not h.label.startswith("statement")
    }
    hits = [
        h for h in sentence.cues.get("speech", ()) if not sentence.quoted[h.indexes[0]] and h.indexes[0] not in done
    ]
    reporting = [h for h in sentence.triggers if h.label.startswith("statement.") and h.label.endswith("verb")]
    hits += [h for h in reporting if not sentence.quoted[h.indexes[0]] and h not in hits]
    hits = [h for h in hits if not _in_passing(sentence, h.indexes[0])]
    candidates = [(hit.indexes[0], _speaker(sentence, hit.indexes[0], actors)) for hit in hits]
    named = [c for c in candidates if c[1] is not None]
    attributed = _attributed(sentence, actors, company) if quote and not named else None
    if attributed is not None:
        verb, by = attributed
        return Speech(verb=verb, speaker=by, quote=True, trailing=True, only_source=by is None)
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


def _in_passing(sentence: Sentence, verb: int) -> bool:
    """Whether words are reported in an aside of what somebody did: "Orlov, whom Malta accuses of spying, left"."""
    stretch = sentence.segments[verb]
    opens = any(
        sentence.words[at].folded in sentence.lexicon.relative and sentence.segments[at] == stretch
        for at in range(max(0, verb - _ASIDE), verb)
    )
    deeds = (h for h in sentence.triggers if h.label.endswith("verb") and not h.label.startswith("statement"))
    return opens and any(sentence.segments[deed.indexes[0]] == stretch + 1 for deed in deeds)


def _attributed(sentence: Sentence, actors: Sequence[Actor], company: Company) -> tuple[int, Actor | None] | None:
    """Verb and speaker of the words behind a quotation, which need no verb of saying: "…", she joked.

    Where verbs need no subject, one that is known and stands there alone is said by whoever spoke or acted last. A
    known verb that nobody named goes with says at least no more than that somebody spoke.
    """
    behind = _behind_quotation(sentence)
    if not behind:
        return None
    apposed = behind.stop + 1  # "…", joked the mayor, Ada Quill
    aside = _behind_aside(sentence, behind.stop)
    able = [a for a in actors if a.first in behind or a.first == apposed or a.first in aside]
    able = [a for a in able if a.use.kind != "place" and not a.dependent and not a.located and not _led(sentence, a)]
    speaker = next((a for a in able if not a.oblique), None)
    named = {i for a in able for i in range(a.first, a.last + 1)}
    idle = sentence.lexicon.auxiliaries | sentence.lexicon.determiners
    verb = next((i for i in behind if i not in named and sentence.words[i].folded not in idle), None)
    if speaker is not None and speaker.first == behind.start + 1 and speaker.last == behind.stop - 1:
        return behind.start, speaker  # "…", so Weber
    if verb is None or sentence.words[verb].folded in sentence.lexicon.function:
        return None
    if speaker is not None:
        return verb, speaker
    known = {i for h in sentence.triggers if h.label.endswith("verb") for i in h.indexes}
    known |= {i for h in sentence.cues.get("speech", ()) for i in h.indexes}
    helped = verb > behind.start and sentence.words[verb - 1].folded in sentence.lexicon.auxiliaries
    if not sentence.lexicon.drops_subjects or not (verb in known or helped):
        return (verb, None) if verb in known else None
    use = company.speaker if company.speaks() else company.taken_up(lambda use: use.kind == "person")
    return verb, Actor(first=verb, last=verb, use=use, indirect=True, pronoun=True) if use else None


def _behind_aside(sentence: Sentence, comma: int) -> range:
    """The first words behind an aside of place or time that a comma opens: "…", thundered, from Kyiv, Ada Quill."""
    parts, data = sentence.words, sentence.lexicon
    small = data.locative | data.temporal
    opens = comma + 1 < len(parts) and parts[comma].text == "," and parts[comma + 1].folded in small
    ends = range(comma + 2, min(len(parts), comma + 2 + _ASIDE_WORDS)) if opens else ()
    closed = next((i for i in ends if parts[i].text == ","), None)
    return range(0) if closed is None else range(closed + 1, closed + 1 + _ASIDE_WORDS)


def _led(sentence: Sentence, actor: Actor) -> bool:
    """Whether a preposition leads to a name, which is then no subject: "he wrote on Instagram"."""
    data, at = sentence.lexicon, actor.first - 1
    while at > 0 and sentence.words[at].folded in data.determiners:
        at -= 1
    if at in sentence.timed:
        return False  # "…", thundered on Wednesday Ada Quill: weekdays are small words too
    before = sentence.words[at].folded if at >= 0 else ""
    return before in data.function and before not in data.auxiliaries and before not in data.pronouns


def _behind_quotation(sentence: Sentence) -> range:
    """The words from a quotation that a comma, a dash or its own last mark sets off, to the next mark."""
    parts, quoted = sentence.words, sentence.quoted
    close = next((i for i in range(len(parts) - 1) if quoted[i] and not quoted[i + 1]), None)
    if close is None:
        return range(0)
    start = close + 1
    while start < len(parts) and parts[start].text in SETS_OFF:
        start += 1
    if start == close + 1 and parts[close - 1].text not in ENDS_QUOTATION:
        return range(0)
    stop = next((i for i in range(start, len(parts)) if quoted[i] or not parts[i].is_word), len(parts))
    return range(start, stop)


def _speaker(sentence: Sentence, verb: int, actors: Sequence[Actor]) -> Actor | None:
    """The subject of a reporting verb: to its right after a quotation, else the nearest to its left."""
    first = _joined_to(sentence, verb)
    if first is not None:
        subject = _speaker(sentence, first, actors)
        return subject if subject and subject.first <= first + 1 else None  # further behind it stands its object
    following = sentence.words[verb + 1].folded if verb + 1 < len(sentence.words) else ""
    if verb and sentence.words[verb - 1].text in _AFTER_QUOTE and following in sentence.lexicon.indefinite:
        return None
    speakers = [a for a in actors if a.use.kind != "place" or (as_state(a.use) and _does(sentence, verb, a))]
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
    governing = next((a for a in reversed(left) if governs(sentence, verb, a)), None)
    return governing or _nearest(sentence, verb, speakers, left) or next(iter(right), None)


def _joined_to(sentence: Sentence, verb: int) -> int | None:
    """The verb before, of which a conjunction makes the subject this one's too: "summoned the envoy and demanded"."""
    parts, at = sentence.words, verb - 1
    while at > 0 and (at in sentence.timed or parts[at].folded in sentence.lexicon.temporal):
        at -= 1
    if at < 1 or parts[at].folded not in sentence.lexicon.joining:
        return None
    heads = [*sentence.triggers, *sentence.cues.get("speech", ())]
    before = [h.indexes[0] for h in heads if h.indexes[0] < at and not h.label.endswith("noun")]
    able = [i for i in before if not sentence.quoted[i] and sentence.clauses[i] == sentence.clauses[verb]]
    return max(able, default=None)


def _does(sentence: Sentence, verb: int, place: Actor) -> bool:
    """Whether a place stands where a subject does: right before the verb, or before its auxiliary."""
    before = 0 < verb - place.last <= _STATE_REACH
    return before or governs(sentence, verb, place) or inverted(sentence, verb, place)


def governs(sentence: Sentence, verb: int, actor: Actor) -> bool:
    """Whether somebody stands right before the auxiliary of a later verb: "Weber hat dem Verband … vorgeworfen"."""
    parts, after = sentence.words, actor.last + 1
    if after >= verb:
        return False
    at = after + (parts[after].text == "," and after + 1 < verb)
    return parts[at].folded in sentence.lexicon.auxiliaries and sentence.segments[at] == sentence.segments[verb]


def inverted(sentence: Sentence, verb: int, actor: Actor) -> bool:
    """Whether somebody stands right behind a verb that a time goes before, in languages whose verb comes second."""
    opens = any(last == verb - 1 for _, _, _, last in sentence.times)
    return sentence.lexicon.capital_nouns and opens and actor.first == verb + 1


def _nearest(sentence: Sentence, verb: int, speakers: Sequence[Actor], left: Sequence[Actor]) -> Actor | None:
    """The nearest on the verb's left, a person before others; behind a passive whoever acts."""
    near = [a for a in left if sentence.segments[a.last] == sentence.segments[verb]]
    by = [a for a in _right_of(verb, speakers) if _passive(sentence, a)]
    if by and not any(a.use.kind in ("person", "organisation", "group") for a in near):
        return by[0]
    if near:
        return next((a for a in reversed(near) if a.use.kind in ("person", "group")), near[-1])
    enclosed = [a for a in left if sentence.segments[verb] - sentence.segments[a.last] <= 2]
    return enclosed[-1] if enclosed and _no_subject_between(sentence, enclosed[-1].last, verb) else None


def _apposed(sentence: Sentence, verb: int, speakers: Sequence[Actor]) -> list[Actor]:
    """The name that commas set beside the subject, right before the verb: "the mayor, Ada Quill, has urged"."""
    parts = sentence.words
    comma = verb - 1
    while comma > 0 and parts[comma].folded in sentence.lexicon.auxiliaries:
        comma -= 1
    if parts[comma].text != ",":
        return []
    return [a for a in speakers if a.first and a.last == comma - 1 and parts[a.first - 1].text == ","]


def _no_subject_between(sentence: Sentence, last: int, verb: int) -> bool:
    """Whether the verb's own stretch begins with it, but for small words and dates: "…, its head, on Friday said"."""
    small = sentence.lexicon.function | sentence.lexicon.auxiliaries
    return all(
        not word.is_word or word.folded in small
        for i, word in enumerate(sentence.words[last + 1 : verb], last + 1)
        if sentence.segments[i] == sentence.segments[verb] and i not in sentence.timed
    )


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
    """Whether the attribution ends the sentence, behind what it attributes; a time before it isn't that."""
    start = min(verb, speaker.first) if speaker else verb
    events = [e.anchor.span for _, e, _, _ in sentence.times if e.anchor.kind is AnchorKind.EVENT and e.anchor.span]
    words_before = sum(
        word.is_word and i not in sentence.timed and not any(span.start <= word.start < span.end for span in events)
        for i, word in enumerate(sentence.words[:start])
    )
    return words_before > 5 and sentence.segments[verb] >= max(sentence.segments) - 1
