"""Which time expression dates which happening of a sentence.

Nearness decides, and commas keep apart: in "An agreement, reached last week, comes into force on Monday" each verb has
its own. Expressions that say how long or how often date nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extraction.sentence import Sentence
from regesta.model.timex import AnchorKind, TimeExpression, TimexType

_FARTHEST = 26
_SHARED = 14
_COMMA = 4


def dates(expression: TimeExpression) -> bool:
    """Whether an expression can date a happening, whatever the DCT."""
    if expression.type in (TimexType.DATE, TimexType.TIME):
        return not expression.value.endswith("_REF")
    return expression.type is TimexType.DURATION and expression.anchor.kind is not AnchorKind.NONE


def assign(sentence: Sentence, triggers: Sequence[int]) -> dict[int, tuple[int, bool]]:
    """Trigger (index of its word) -> (index into `sentence.times`, whether it is the trigger's own).

    An expression belongs to the nearest trigger; others that stand close may share it.
    """
    usable = [n for n, (_, expression, _, _) in enumerate(sentence.times) if dates(expression)]
    best: dict[int, tuple[int, int]] = {}
    for trigger in triggers:
        costs = sorted((cost(sentence, trigger, n), n) for n in usable)
        if costs and costs[0][0] <= _FARTHEST:
            best[trigger] = costs[0]
    found: dict[int, tuple[int, bool]] = {}
    for n in usable:
        owners = sorted((value[0], trigger) for trigger, value in best.items() if value[1] == n)
        for rank, (price, trigger) in enumerate(owners):
            if rank == 0 or price <= _SHARED:
                found[trigger] = (n, rank == 0)
    if len(usable) == 1 and _at_an_end(sentence, usable[0]):
        for trigger in triggers:
            found.setdefault(trigger, (usable[0], False))
    return found


def _at_an_end(sentence: Sentence, number: int) -> bool:
    """Whether an expression begins or ends its sentence, and so may date all of it."""
    _, _, first, last = sentence.times[number]
    return not any(w.is_word for w in sentence.words[last + 1 :]) or sum(w.is_word for w in sentence.words[:first]) < 2


def cost(sentence: Sentence, trigger: int, number: int) -> int:
    """How far an expression is from a trigger: words between, a comma as four; a bare clock time as two more."""
    _, expression, first, last = sentence.times[number]
    gap = first - trigger if first > trigger else trigger - last
    at = first if first > trigger else last
    commas = abs(sentence.segments[at] - sentence.segments[trigger])
    clock = 2 if expression.type is TimexType.TIME and len(sentence.times) > 1 else 0
    return max(gap, 0) + _COMMA * commas + clock
