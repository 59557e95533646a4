"""How much speaks for a happening: a sum of about fifteen plain signs, each with its reason.

A date, a verb, somebody named; against it hypothetical, habitual and background words, and a date long ago. Linking
decides what is too weak.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extraction.phrases import Hit
from regesta.extraction.publication import published_days
from regesta.extraction.triggers import CALLED_OFF, VAGUE, Telling
from regesta.model.article import BlockKind
from regesta.model.interval import Interval
from regesta.model.mention import NameUse
from regesta.model.timex import TimeExpression

_AGAINST = {"hypothetical": 1.5, "habitual": 1.5, "background": 2.0, "negated": 1.0, "nocomment": 2.5, "question": 1.5}
"""What each cue takes away; less where the happening has a day."""
_UNDONE = 2.0
_WILLED = ("statement.", "decision.")
"""Kinds that are done by saying no, too: "did not agree"."""
_LONG_AGO = 400
"""Days before publication from which on a date is background rather than news."""


def strength_of(
    telling: Telling, hit: Hit, expression: TimeExpression | None, involved: Sequence[NameUse], against: Sequence[str]
) -> tuple[float, list[str]]:
    """The sum, and each sign with its share; `against` are the cues that make it unreal."""
    published = published_days(telling.sentence)
    signs: list[tuple[str, float]] = [("verb", 1.0) if hit.label.endswith("verb") else ("noun", 0.5)]
    if hit.label.endswith("noun") and hit.label.startswith(CALLED_OFF) and telling.sentence.has("cancelled"):
        signs.append(("called off", 0.5))
    if hit.label.startswith(VAGUE):
        signs.append(("vague kind", -0.3))
    if expression is not None:
        signs.append((f'dated "{expression.text}"', _precision(expression)))
        if _old(expression.interval, published):
            signs.append(("long ago", -2.0))
    if involved:
        signs.append(("actor", 0.6 if any(u.kind in ("person", "organisation", "state") for u in involved) else 0.4))
    if telling.sentence.kind is not BlockKind.PARAGRAPH:
        signs.append(("headline or lead", 0.3))
    if telling.speech and telling.speech.quote:
        signs.append(("quotation", 0.2))
    if expression is None and _remarks(telling, hit):
        signs.append(("remark in the present", -0.5))
    signs += [(cue, -_taken(cue, hit, expression)) for cue in against]
    return round(sum(value for _, value in signs), 2), [f"{name} {value:+.1f}" for name, value in signs]


def _taken(cue: str, hit: Hit, expression: TimeExpression | None) -> float:
    """What a cue takes away: less where the happening has a day, but for a deed that was not done on it."""
    undone = cue == "negated" and hit.label.endswith("verb") and not hit.label.startswith(_WILLED)
    if undone:
        return _UNDONE
    dated = expression is not None and _fine(expression) and cue != "nocomment"
    return _AGAINST[cue] * (0.4 if dated else 1.0)


def _remarks(telling: Telling, hit: Hit) -> bool:
    """Whether a statement is told in the present, outside a headline: a comment, seldom an event."""
    sentence, at = telling.sentence, hit.indexes[0]
    spoken = hit.label.startswith("statement.") and sentence.kind is BlockKind.PARAGRAPH
    return spoken and any(at in cue.indexes for cue in sentence.cues.get("remark", ()))


def _fine(expression: TimeExpression) -> bool:
    return expression.granularity in ("time", "day", "night", "weekend", "week")


def _precision(expression: TimeExpression) -> float:
    if _fine(expression):
        return 1.5
    return {"month": 1.0, "quarter": 0.6, "season": 0.6, "year": 0.3}.get(expression.granularity or "", 0.5)


def _old(days: Interval | None, published: Interval | None) -> bool:
    return bool(
        days
        and published
        and days.last is not None
        and published.first is not None
        and days.last < published.first - _LONG_AGO
    )
