"""How a sentence tells of a happening: as a fact, a plan, cancelled, denied, or as nothing that happened at all.

The cues are language data; what they weigh is the same for all languages.
"""

from __future__ import annotations

from collections.abc import Iterable

from regesta.extraction.phrases import Hit
from regesta.extraction.sentence import Sentence
from regesta.model.event import Status
from regesta.model.interval import Interval

_NEAR = 12
_ARRANGED = (
    "visit.", "meeting.", "vote.", "protest.", "election.", "agreement.sign", "court.trial", "economic.sell",
    "economic.launch", "economic.bid", "other.open", "other.liftoff", "other.marry", "other.transfer", "other.win",
    "other.funeral",
)  # fmt: skip
"""Kinds of what is arranged beforehand, which a word far off may call off; the rest only a word beside it."""
_FAR, _BESIDE = 18, 3
_COMMA = {"planned": 7, "cancelled": 1}
"""Words for which a comma between a trigger and a cue counts, where not three."""
_REJECTS = "statement.reject"
_CLAIM = 18
"""Words from a verb that rejects a claim to the deed that is claimed."""
_GOVERNS = 5
"""Words from a verb of planning to the verb of saying that it governs."""
_INTENDED = 2
"""Words from "was to" to the verb that it governs, and from a verb at the end of its clause to that end."""


def status(sentence: Sentence, trigger: int, label: str, days: Interval | None) -> Status:
    """Whether the happening took place, as this sentence tells it; `label` is its kind, `days` are its own.

    A court that annuls is no cancelled ruling, and who denies makes a statement: there the cue is the deed itself.
    """
    reach = _FAR if label.startswith(_ARRANGED) else _BESIDE
    own = reach == _BESIDE and _is_cue(sentence, trigger, "cancelled")
    if not own and _near(sentence, trigger, ("cancelled",), reach):
        return Status.CANCELLED
    if not label.startswith("statement.") and (
        _near(sentence, trigger, ("denied",), 14) or _rejected(sentence, trigger)
    ):
        return Status.DENIED
    order = _order(sentence, days)
    if _intended(sentence, trigger) or _foretold(sentence, trigger):
        return Status.PLANNED
    if order > 0 or (order == 0 and _planned(sentence, trigger, label)):
        return Status.PLANNED
    return Status.HAPPENED


def _phrase(sentence: Sentence, trigger: int) -> tuple[int, ...]:
    """The words of the phrase that begins with a trigger."""
    return max((hit.indexes for hit in sentence.triggers if hit.indexes[0] == trigger), key=len, default=(trigger,))


def _is_cue(sentence: Sentence, trigger: int, cue: str) -> bool:
    return any(trigger in hit.indexes for hit in sentence.cues.get(cue, ()))


def _planned(sentence: Sentence, trigger: int, label: str) -> bool:
    """Whether a deed lies ahead; of what is said ("he wants to go, she said") only a word before the verb speaks."""
    if _is_future(sentence, trigger):
        return True
    if label.startswith("statement."):
        return planned_words(sentence, trigger)
    return _near(sentence, trigger, ("planned",), _NEAR)


def _is_future(sentence: Sentence, trigger: int) -> bool:
    """Whether the form of a verb looks ahead: Spanish reunirán."""
    ends = sentence.lexicon.future
    verb = (sentence.words[at] for at in _phrase(sentence, trigger))
    return bool(ends) and any(word.folded.endswith(ends) and not word.is_capital for word in verb)


def _foretold(sentence: Sentence, trigger: int) -> bool:
    """Whether a verb itself looks ahead, whatever day stands beside it: "said on Friday that they will meet"."""
    if sentence.quoted[trigger] or not any(
        h.indexes[0] == trigger and h.label.endswith("verb") for h in sentence.triggers
    ):
        return False
    phrase = _phrase(sentence, trigger)
    return _is_future(sentence, trigger) or any(
        hit.indexes[0] < phrase[-1] and phrase[0] <= hit.indexes[-1] + _INTENDED
        for hit in sentence.cues.get("planned", ())
        if hit.indexes[-1] < phrase[-1] and _beside(sentence, hit.indexes[0], phrase[-1])
    )


def _intended(sentence: Sentence, trigger: int) -> bool:
    """Whether a deed was to be done, on a day that may be over by now: who "was to speak on Monday" hasn't spoken yet.

    Where the language puts the verb at the end of the clause, its sign stands anywhere before.
    """
    said = min((hit.indexes[0] for hit in sentence.cues.get("speech", ())), default=len(sentence.words))
    reported = (hit for hit in sentence.cues.get("backshifted", ()) if hit.indexes[0] > said)
    hits = [*sentence.cues.get("intended", ()), *reported]
    found = [hit.indexes[0] for hit in hits if hit.indexes[0] < trigger <= hit.indexes[-1] + _INTENDED]
    if (
        trigger + _INTENDED >= len(sentence.words)
        or sentence.segments[trigger + _INTENDED] != sentence.segments[trigger]
    ):
        found += [at for hit in sentence.cues.get("intended_end", ()) if (at := hit.indexes[-1]) < trigger]
    return any(_beside(sentence, at, trigger) for at in found)


def _beside(sentence: Sentence, at: int, trigger: int) -> bool:
    """Whether a cue stands in a trigger's stretch, and in no quotation."""
    return not sentence.quoted[at] and sentence.segments[at] == sentence.segments[trigger]


def _rejected(sentence: Sentence, trigger: int) -> bool:
    """Whether a deed stands in the clause of what somebody rejects: "dismissed a report that he had resigned"."""
    verbs = [h for h in sentence.triggers if h.label.startswith(_REJECTS) and h.label.endswith("verb")]
    return any(
        0 < trigger - hit.indexes[-1] <= _CLAIM
        and sentence.clauses[trigger] > sentence.clauses[hit.indexes[-1]]
        and not sentence.quoted[hit.indexes[0]]
        for hit in verbs
    )


def planned_words(sentence: Sentence, trigger: int) -> bool:
    """Whether somebody is yet to speak: "will comment", "will sich am Donnerstag äußern"."""
    return any(
        0 < trigger - at <= _GOVERNS and _beside(sentence, at, trigger)
        for at in (hit.indexes[-1] for hit in sentence.cues.get("planned", ()))
    )


def _means_other(sentence: Sentence, at: int) -> bool:
    """Whether a cue is part of a phrase for another deed: a strike during which they "cancelled 200 flights"."""
    return any(
        len(hit.indexes) > 1 and at in hit.indexes and not hit.label.startswith(_ARRANGED) for hit in sentence.triggers
    )


def _order(sentence: Sentence, days: Interval | None) -> int:
    """1 where the days lie after the publication, -1 where they lie before it, else 0."""
    published = sentence.article.published.days if sentence.article.published else None
    if days is None or published is None:
        return 0
    if days.first is not None and published.last is not None and days.first > published.last:
        return 1
    return -1 if days.last is not None and published.first is not None and days.last < published.first else 0


def against(sentence: Sentence, at: int, told_as: Status, *, said: bool) -> list[str]:
    """The cues that make a trigger unreal; what was said is said, and that what is cancelled won't be is the news."""
    kept = ("nocomment", "habitual")
    cues = [cue for cue in _unreal(sentence, at) if not said or cue in kept]
    return [cue for cue in cues if told_as is not Status.CANCELLED or cue != "negated"]


def _unreal(sentence: Sentence, trigger: int) -> list[str]:
    """The cues that speak against a happening: hypothetical, habitual, background, negated, no comment."""
    found = [
        cue
        for cue, reach in (("hypothetical", 9), ("habitual", 9), ("background", 60), ("negated", 4), ("nocomment", 60))
        if _near(sentence, trigger, (cue,), reach)
    ]
    if sentence.words[-1].text == "?" or sentence.text.rstrip('”»"“').endswith("?"):
        found.append("question")
    return found


def _near(sentence: Sentence, trigger: int, cues: Iterable[str], reach: int) -> bool:
    """Whether a cue stands within reach of the trigger; a comma between counts as several words."""
    return any(_bears(sentence, trigger, cue, hit, reach) for cue in cues for hit in sentence.cues.get(cue, ()))


def _bears(sentence: Sentence, trigger: int, cue: str, hit: Hit, reach: int) -> bool:
    """Whether one cue speaks of the trigger."""
    if cue == "cancelled" and _means_other(sentence, hit.indexes[0]):
        return False
    if trigger in hit.indexes:
        begins = hit.indexes[0] < trigger or _phrase(sentence, trigger) != hit.indexes
        within = cue == "planned" and begins  # "would be" before "be challenged in court", "will" in "will meet"
        return within or cue in ("cancelled", "denied", "nocomment")
    at = min(hit.indexes, key=lambda i: abs(i - trigger))
    if cue == "negated" and any(trigger in h.indexes and at in h.indexes for h in sentence.triggers):
        return False  # "was left without power" says what happened
    commas = abs(sentence.segments[at] - sentence.segments[trigger])
    if sentence.quoted[at] or (commas and _elsewhere(sentence, trigger, cue, at, hit)):
        return False
    if cue == "denied" and any(word.folded in sentence.lexicon.joining for word in sentence.words[trigger:at]):
        return False  # "met reporters and denied having resigned"
    return abs(at - trigger) + _COMMA.get(cue, 3) * commas <= reach


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether a verb of denying says what is denied: more follows, and no "which" before it takes up what was told."""
    stretch = sentence.segments[at]
    beside = [i for i, word in enumerate(sentence.words) if word.is_word and sentence.segments[i] == stretch]
    taken_up = any(sentence.words[i].folded in sentence.lexicon.relative for i in beside if i < at)
    return not taken_up and beside[-1] > at


def _elsewhere(sentence: Sentence, trigger: int, cue: str, at: int, hit: Hit) -> bool:
    """Whether a cue behind a comma speaks of something else.

    A plan that follows is another deed's; a denial that precedes has its own clause ("the company, which had denied
    any fault, paid the fine"), one that follows its own object ("arrested on Monday, he denies the theft"); what is
    called off is the nearest that can be.
    """
    if cue == "planned":
        return at > trigger
    if cue == "denied":
        if at > trigger:
            return _has_object(sentence, at)
        if sentence.clauses[at] != sentence.clauses[trigger]:
            return False
        opens = sentence.segments[at] < sentence.segments[at + 1] == sentence.segments[trigger]
        return not opens  # it opens what is denied: "bestritt, ihn getroffen zu haben"
    if cue == "cancelled":
        others = (h for h in sentence.triggers if h.label.startswith(_ARRANGED))
        arranged = (h.indexes[0] for h in others if set(hit.indexes).isdisjoint(h.indexes))  # "will not take place"
        return any(abs(other - at) < abs(trigger - at) for other in arranged)
    return False
