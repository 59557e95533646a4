"""Titles put together from what a record says, for events that no source tells in a line that stands alone.

Patterns are language data (`told`, `nouns`, `composed` in the section `titles`): "{person} resigns", or a noun for the
concept and the actors, "Fine: Kursa Oil". They need no inflection. They say nothing but what the trigger and the names
beside it say: the concept comes from the trigger, the actors from its sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from regesta.languages import section
from regesta.linking.titling.desk import Desk, base
from regesta.linking.titling.worth import LONGEST, Told
from regesta.model.body import is_body
from regesta.model.event import EventType, Status
from regesta.model.mention import Mention, NameUse

_LONE = 0.6
"""What it costs that the concept rests on a single trigger, which may have been misread."""
_ACCUSED = frozenset({"statement.reject", "statement.criticise"})
_SHOWN = 3
"""Actors that a title names."""
_OF_PERSONS = frozenset(
    {
        EventType.APPOINTMENT,
        EventType.RESIGNATION,
        EventType.ELECTION,
        EventType.VISIT,
    }
)
"""Types that are about persons, whoever else acts in them."""
_SUFFERED = frozenset({EventType.ARREST, "court.bail", "court.charge", "court.sentence"})
"""Types and concepts of what a court, prosecutors or police do to somebody."""
_DONE_BY = frozenset({"resignation.resign", "visit.visit"})
"""Concepts of what the person in their patterns does."""
_BESIDE = 2
"""Characters between a verb and the subject right behind it."""
_MUTUAL = frozenset({EventType.AGREEMENT, EventType.MEETING})
"""Types that take two."""
_VAGUE = frozenset(
    {EventType.STATEMENT, EventType.PUBLICATION, EventType.DECISION, EventType.ECONOMIC, EventType.OTHER}
)
"""Types whose word alone says little of what happened."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A line, and what speaks against it."""

    text: str
    cost: float


def composed(mentions: Sequence[Mention], told: Told, desk: Desk) -> Iterator[Composed]:
    """Titles in the chronology's language; none where its file has no patterns or nothing is known to say."""
    data = _data(base(desk.language))
    if not data:
        return
    grounds = [m for m in _grounds(mentions, told) if told.status is Status.DENIED or _asserted(m, desk)]
    if not grounds:
        return
    slots = _slots(mentions, grounds, told, desk)
    verbal = any(not m.noun for m in grounds)
    doubt = (0.0 if verbal else 0.5) + (0.0 if len(grounds) > 1 else _LONE)
    if told.status is Status.HAPPENED and verbal and _does(slots.get("person"), grounds, told, desk):
        for pattern in data["told"].get(told.concept, ()):
            if (line := _filled(pattern, slots)) is not None:
                yield Composed(line, 1.2 + doubt)
    noun, cost = _noun(told, desk, data)
    if noun:
        cost += doubt + _bare(slots, told)
        for pattern in data["composed"].get(told.status.value, ()):
            if (line := _filled(pattern, {**slots, "noun": noun})) is not None:
                yield Composed(line[:1].upper() + line[1:], cost)
                return


def _bare(slots: Mapping[str, str], told: Told) -> float:
    """What it costs that a noun has little beside it: "Agreement: Acme" is with somebody, "Statement: Acme" of what?"""
    if not slots.get("actors"):
        return 0.8 if slots.get("place") else 5.0 if told.type in _VAGUE else 3.1
    if "other" in slots or ", " in slots["actors"]:
        return 0.0
    return 1.5 if told.type in _MUTUAL else 0.7 if told.type in _VAGUE else 0.0


@cache
def _data(language: str) -> dict[str, Any]:
    data: Mapping[str, Any] = section(language, "titles")
    if "composed" not in data:
        return {}
    return {
        "told": {key: [p.strip() for p in str(line).split("|")] for key, line in (data.get("told") or {}).items()},
        "nouns": dict(data.get("nouns") or {}),
        "composed": {key: [p.strip() for p in str(line).split("|")] for key, line in data["composed"].items()},
    }


def _grounds(mentions: Sequence[Mention], told: Told) -> list[Mention]:
    """The mentions whose trigger carries the concept."""
    return [m for m in mentions if m.concept == told.concept] or list(mentions)


def _asserted(mention: Mention, desk: Desk) -> bool:
    """Whether the sentence tells it as a fact, and not as what somebody is accused of or denies."""
    return not any(m.concept in _ACCUSED for m in desk.beside(mention))


def _slots(mentions: Sequence[Mention], grounds: Sequence[Mention], told: Told, desk: Desk) -> dict[str, str]:
    """What patterns may name: `person`, `actor`, `other`, `actors`, `place`."""
    uses = _cast(mentions, grounds, told, desk)
    suffered = bool({told.type, told.concept} & _SUFFERED)
    able = [key for key in uses if not (suffered and key in desk.officers)]
    cast = {key: name for key in able if (name := desk.named(key)) and desk.readable(name)}
    names = [n for n in dict.fromkeys(cast.values()) if not any(_within(n, o) for o in cast.values())]
    persons = [cast[key] for key in cast if uses[key].kind == "person" and cast[key] in names]
    if (told.type in _OF_PERSONS or suffered) and persons:
        names = persons
    if told.type is EventType.DISASTER:
        names = [name for name in names if name not in persons]  # they visit its place, or speak of it
    found = {
        # Of two, who resigned and who asked for it? And a lone word may be a company after all.
        "person": persons[0] if len(persons) == 1 and " " in persons[0] else "",
        "actor": names[0] if names else "",
        "other": names[1] if len(names) == 2 else "",
        "actors": ", ".join(names[:_SHOWN]),
        "place": next((place for place in _places(grounds, desk) if place not in names), ""),
    }
    return {slot: value for slot, value in found.items() if value}


def _does(person: str | None, grounds: Sequence[Mention], told: Told, desk: Desk) -> bool:
    """Whether a mention has somebody before the verb of what he does, or right behind it: where he stands as a subject.

    In "handed his resignation to the commissioner, Ada Quill" it isn't she who resigns.
    """
    if person is None or told.concept not in _DONE_BY:
        return True
    uses = [(m, use.span) for m in grounds if not m.noun for use in m.actors if desk.named(use.key) == person]
    return any(span and (span < m.trigger or span.start - m.trigger.end <= _BESIDE) for m, span in uses)


def _within(name: str, other: str) -> bool:
    """Whether a name is part of a longer one: "Shareholders" of "Acme shareholders"."""
    return name != other and name.casefold() in other.casefold()


def _cast(mentions: Sequence[Mention], grounds: Sequence[Mention], told: Told, desk: Desk) -> dict[str, NameUse]:
    """Whom the mentions name with the event, by key: who is named by more than half as many as the one whom most name.

    A pronoun counts where another mention names whom it stands for; alone it is a guess.
    """
    spelled = {u.key: u for m in reversed(mentions) for u in m.actors if _spelled(u, desk)}
    votes = Counter(key for m in grounds for key in dict.fromkeys(use.key for use in m.actors) if key in spelled)
    most = max(votes.values(), default=0)
    order = [*told.actors, *(key for key in votes if key not in told.actors)]
    return {key: spelled[key] for key in order if key in votes and 2 * votes[key] > most}


def _spelled(use: NameUse, desk: Desk) -> bool:
    """Whether the words are a name, or an institution's, and not a pronoun or a role that a name was put for."""
    known = desk.names.get(use.key)
    if is_body(use.key) or known is None:
        return True
    words = {word for form in known.spellings for word in form.casefold().split()}
    return bool(words & set(use.surface.casefold().split()))


def _places(grounds: Sequence[Mention], desk: Desk) -> list[str]:
    """Known places that the mentions name, the commonest first; not those of a dateline."""
    votes: Counter[str] = Counter()
    for mention in grounds:
        text = desk.articles[mention.article].text
        spoken = [u for u in mention.places if u.key.startswith("place:") and not u.surface.isupper()]
        after = [u for u in spoken if u.span is None or text[u.span.end : u.span.end + 1] not in ("/", ".")]
        votes.update({name for u in after if (name := desk.named(u.key))})
    return sorted(votes, key=lambda name: (-votes[name], name))


def _noun(told: Told, desk: Desk, data: Mapping[str, Any]) -> tuple[str, float]:
    """The word for the concept, else for the type, and what speaks against it."""
    if noun := data["nouns"].get(told.concept):
        return noun, 3.0 if told.type in _VAGUE else 1.9
    if told.type is EventType.OTHER:
        return "", 0.0
    language = base(desk.language)
    word = str((section(language, "site").get("types") or {}).get(told.type.value, ""))
    capital = section(language, "names").get("nouns") == "capital"
    return word if capital else word[:1].lower() + word[1:], 3.4


def _filled(pattern: str, slots: Mapping[str, str]) -> str | None:
    """The pattern with its slots filled; None where one is empty or the line grows too long."""
    try:
        line = pattern.format_map(slots)
    except KeyError:
        return None
    return line if len(line) <= LONGEST else None
