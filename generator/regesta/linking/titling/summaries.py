"""What an event's sources say of it, in one or two of their sentences that can be read away from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.linking.titling.desk import Desk
from regesta.linking.titling.sentences import sentence_of
from regesta.linking.titling.title_words import words_of
from regesta.linking.titling.worth import FOREIGN, QUOTATION, Told, against, beside
from regesta.model.article import BlockKind
from regesta.model.event import Translated
from regesta.model.mention import Mention

_LONGEST = 420
"""Characters of a summary, unless one sentence is longer."""
_SHORT = 40
_BAD = 1.6
"""Faults up to which a second sentence adds something."""
_REPEATS = 0.5
"""Share of the shorter sentence's words from which on the two say the same."""
_END = (".", "!", "?", "…", "”", '"', "»", "“")
_WORD = re.compile(r"\w{4,}|\d+")


def summary(mentions: Sequence[Mention], told: Told, desk: Desk) -> Translated:
    """One or two sentences, in one language; a mapping where that isn't the chronology's."""
    strongest = max(m.strength for m in mentions)
    ranked = sorted(
        (_cost(mention, told, desk, strongest), order, mention) for order, mention in enumerate(_once(mentions))
    )
    _, _, chosen = ranked[0]
    article = desk.articles[chosen.article]
    first = _told(chosen, desk)
    text = first
    for cost, _, mention in ranked[1:]:
        second = _told(mention, desk)
        teller = desk.articles[mention.article]
        if mention.noun or teller.blocks[mention.block].kind is BlockKind.HEADLINE:
            continue
        same = teller.language == article.language
        foreign = FOREIGN if desk.foreign(article) else 0.0
        if same and cost - foreign <= _BAD and len(first) + len(second) < _LONGEST and not _repeats(second, first):
            text = f"{first} {second}"
            break
    return {article.language: text} if desk.foreign(article) else text


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention of each sentence, the first."""
    found: dict[tuple[str, int], Mention] = {}
    for mention in mentions:
        found.setdefault((mention.article, mention.sentence.start), mention)
    return list(found.values())


def _told(mention: Mention, desk: Desk) -> str:
    """The sentence without dateline and dates, with names where pronouns stood and it is certain for whom."""
    text = sentence_of(mention, desk).whole()
    return text if text.endswith(_END) else f"{text.rstrip(',;: ')}."


def _cost(mention: Mention, told: Told, desk: Desk, strongest: float) -> float:
    """What speaks against a sentence as a summary."""
    article = desk.articles[mention.article]
    line, words = _told(mention, desk), words_of(article.language)
    plain = QUOTATION.sub("“”", line)
    cost = against(mention, told, strongest) + (FOREIGN if desk.foreign(article) else 0.0)
    if article.blocks[mention.block].kind is BlockKind.HEADLINE:
        cost += 1.5
    if words.weak.match(line if line[0] not in '“„«"' else plain.lstrip("“”, ")):
        cost += 3.5
    if mention.quoted and mention.speaker is None:
        cost += 0.8
    if words.relative.search(article.text[mention.sentence.start : mention.trigger.start]):
        cost += 0.8  # told in passing
    cost += beside(line, mention, desk)
    cost += (0.3 if words.pluperfect.search(plain) else 0.0) + (2.0 if words.speaker.search(plain) else 0.0)
    return cost + (0.8 if len(line) < _SHORT else 0.0) + (1.0 if line.endswith("?") else 0.0)


def _repeats(one: str, other: str) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    left, right = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(left & right) >= _REPEATS * max(min(len(left), len(right)), 1)
