"""What carries on what, and what answers what, within one article.

In news most sentences carry no date: a quotation goes on, a speaker adds something, a reaction follows what it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from regesta.extraction.carrying import carried, dated_before, made_known, same_time, undated, vague
from regesta.extraction.sentence import CLOSING, OPENING
from regesta.extraction.triggers import Telling
from regesta.model.article import BlockKind
from regesta.model.event import ANSWERED, EventType
from regesta.model.mention import Mention
from regesta.model.span import Span

_SOON = 6
_NEWS = 2
"""Days for which what was said is news, and needs no day."""
_NEAR, _BESIDE = 4, 2
"""Sentences within which a party to an event speaks about it; within which others do."""
_SAYING = ("statement.say", "statement.announce")
_WEAK = 0.3
"""Strength up to which nobody reacts to a mention."""
_MORE = 0.5
"""Strength of a sentence that only holds more of somebody's words."""
_OPENING = 5
"""Sentences after a headline that open the text."""


def connect(tellings: Sequence[tuple[Telling, list[Mention]]]) -> list[Mention]:
    """The article's mentions in order, each told what it continues and what it answers.

    Behind them stand the sentences that only hold more of what one of them quotes.
    """
    found: list[Mention] = []
    more: list[Mention] = []
    said: dict[str, int] = {}
    for telling, mentions in tellings:
        for mention in mentions:
            mention = dated_before(mention, found)  # noqa: PLW2901 (the same mention, with the day it takes over)
            continues = made_known(mention, found, telling)
            if continues is None:
                continues = (
                    carried(mention, found, telling)
                    if mention.speaker is None
                    else _continued(mention, found, said, telling)
                )
            answers = _answered(mention, found, telling) if continues is None else None
            found.append(replace(mention, continues=continues, answers=answers))
            if continues is not None and mention.interval and undated(found[continues]):
                strength = max(mention.strength, found[continues].strength)
                found[continues] = replace(found[continues].dated_as(mention), strength=strength)
            if mention.speaker is not None:
                _gather(found)
                root = continues if continues is not None else len(found) - 1
                said[mention.speaker.key] = root
        if not mentions and found:
            more += _more_words(telling, [*found, *more[-1:]])
    found += more
    _join_headlines(found)
    return found


def _more_words(telling: Telling, found: Sequence[Mention]) -> list[Mention]:
    """The sentence, if it is nothing but more of somebody's words, right behind what he says or does.

    Words are somebody's where quotation marks hold them, or a mood that only reports (German: "er sei, sie habe").
    """
    sentence = telling.sentence
    before = max(found, key=lambda mention: mention.number)
    if sentence.kind is not BlockKind.PARAGRAPH or before.headline or sentence.number != before.number + 1:
        return []
    speaks = before.speaker or next((use for use in before.actors if use.kind == "person"), None)
    quoted = sentence.text[0] in OPENING or sentence.text.rstrip(".!?…")[-1:] in CLOSING
    if speaks is None or not (quoted or (before.speaker and sentence.has("reported"))) or sentence.times:
        return []
    words = Mention(
        article=before.article,
        sentence=sentence.span,
        trigger=Span(sentence.words[0].start, sentence.words[0].end),
        type=EventType.STATEMENT,
        actors=(speaks,),
        speaker=speaks,
        continues=before.root(found.index(before)),
        concept="statement.say",
        strength=_MORE,
        topics=telling.matter.topics,
        named=telling.matter.named,
        wording=telling.matter.wording,
        number=sentence.number,
        block=sentence.block,
        quoted=quoted,
        reasons=("more of the same words",),
    )
    return [words]


def _join_headlines(found: list[Mention]) -> None:
    """A headline and the first sentences of the text tell one event where nothing stands against it."""
    for at, head in enumerate(found):
        if not head.headline or head.continues is not None or head.time is not None:
            continue
        for index in range(at + 1, len(found)):
            body = found[index]
            if body.number - head.number > _OPENING:
                break
            if not body.headline and _same_news(head, body):
                root = body.root(index)
                if root == at:
                    break
                found[at] = replace(head, continues=root)
                for other, mention in enumerate(found):
                    if mention.continues == at:
                        found[other] = replace(mention, continues=root)
                break


def _same_news(head: Mention, body: Mention) -> bool:
    """Whether a headline and a sentence of the opening have kind and people or matter in common."""
    if head.type is not body.type or body.status is not head.status:
        return False
    if head.speaker and body.speaker and head.speaker.kind == body.speaker.kind == "person":
        return head.speaker.key == body.speaker.key
    return bool(head.actor_keys & body.actor_keys) or head.concept == body.concept or len(head.topics & body.topics) > 1


def _gather(found: list[Mention]) -> None:
    """A vague sentence about somebody on a day carries on what the same person says on that day, soon after."""
    index = len(found) - 1
    said = found[index]
    if said.speaker is None or said.time is None:
        return
    root = said.root(index)
    for at in range(index - 1, -1, -1):
        other = found[at]
        if said.number - other.number > _SOON:
            return
        about = any(use.key == said.speaker.key for use in other.actors)
        if vague(other) and other.continues is None and other.time and about and same_time(said, other) and at != root:
            found[at] = replace(other, continues=root)


def _continued(mention: Mention, found: Sequence[Mention], said: dict[str, int], telling: Telling) -> int | None:
    if mention.speaker is None:
        return None
    earlier = said.get(mention.speaker.key)
    if earlier is not None and same_time(mention, found[earlier]) and not _harks_back(mention, telling, found[earlier]):
        return None if _goes_far_back(mention, telling, found[earlier]) else earlier
    if mention.time is not None:
        return None if telling.speech and telling.speech.quote else _announces(mention, found, telling)
    return None if mention.headline else _beside(mention, found, telling)


def _beside(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """What undated words carry on that stands just before them: others' words that they voice, or a deed."""
    responds = telling.sentence.has("responds")
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if mention.number - other.number > _NEAR:
            break
        root = other.root(index)
        if mention.number - other.number <= _BESIDE and _voices(mention, other):
            return root
        together = other.block == mention.block
        if not responds and not other.earlier and _attends(mention, found[root], same_block=together):
            return root
    return None


def _announces(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """The undated deed of the sentence before, by the same person, that a dated announcement only makes known."""
    if not found or mention.concept not in _SAYING or telling.sentence.has("responds"):
        return None
    before, speaker = found[-1], mention.speaker
    told = before.interval is None and before.speaker is None and not before.noun and not before.earlier
    beside = mention.number - before.number == 1 and before.continues is None
    if told and beside and speaker is not None and any(use.key == speaker.key for use in before.actors):
        return len(found) - 1
    return None


def _attends(mention: Mention, event: Mention, *, same_block: bool) -> bool:
    """Whether undated words belong to a deed told just before: a party to it speaks, or the same paragraph goes on."""
    speaker = mention.speaker
    if speaker is None or mention.type is not EventType.STATEMENT or event.headline or event.noun:
        return False
    if event.type in (EventType.STATEMENT, EventType.PUBLICATION):
        return False
    party = any(use.key == speaker.key for use in event.actors)
    return event.time is not None and (party or (same_block and mention.number - event.number <= _BESIDE))


def _harks_back(mention: Mention, telling: Telling, other: Mention) -> bool:
    """Whether a pluperfect, without a time, goes back behind what its speaker was last quoted with."""
    return mention.time is None and other.time is not None and telling.sentence.has("earlier")


def _goes_far_back(mention: Mention, telling: Telling, other: Mention) -> bool:
    """Whether a day of some time ago is another occasion than undated words before: "it was he who said a week ago"."""
    published = telling.sentence.article.published
    days, last = mention.interval, published.days.first if published else None
    if other.interval is not None or days is None or days.last is None or last is None:
        return False
    return days.last < last - _NEWS


def _voices(mention: Mention, other: Mention) -> bool:
    """Whether a person speaks for the body or state that the sentence before quotes: "…, its director said"."""
    return (
        mention.speaker is not None
        and mention.speaker.kind == "person"
        and other.speaker is not None
        and other.speaker.kind != "person"
        and not other.headline
    )


def _asks(other: Mention, own: AbstractSet[str]) -> bool:
    """Whether somebody may react to a mention: told firmly, and not by himself; what is published may be about him."""
    if other.headline or other.strength <= _WEAK:
        return False
    return other.type is EventType.PUBLICATION or own.isdisjoint(other.actor_keys)


def _answered(mention: Mention, found: Sequence[Mention], telling: Telling) -> int | None:
    """The mention that a reaction reacts to: the latest before it, of a kind that is answered, by others."""
    if mention.type is not EventType.STATEMENT or not telling.sentence.has("responds"):
        return None
    own = mention.actor_keys
    for index in range(len(found) - 1, -1, -1):
        other = found[index]
        if mention.number - other.number > 4:
            return None
        if other.type in ANSWERED and _asks(other, own):
            root = other.root(index)
            first = found[root].answers
            if first is not None and own.isdisjoint(found[first].actor_keys):
                return first
            return root
    return None
