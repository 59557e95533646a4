"""Say in words how an expression came to its date: the rule, the anchor, the arithmetic."""

from __future__ import annotations

from functools import lru_cache

from regesta.model.edtf import Edtf
from regesta.model.interval import Interval
from regesta.model.timex import Anchor, AnchorKind, TimeExpression
from regesta.tagging.found import Found

_ANCHORS = {
    AnchorKind.NONE: "it says everything itself",
    AnchorKind.DCT: "the document creation time",
    AnchorKind.DATELINE: "the dateline",
    AnchorKind.DATE: "the date before",
    AnchorKind.EVENT: "an event that the text names",
    AnchorKind.UNKNOWN: "unknown: the document creation time isn't given",
}
_WAYS = {-1: "looking back", 1: "looking ahead"}
_SHOWN = (
    "holds",
    "same",
    "weekday",
    "weeks",
    "coming",
    "day",
    "month",
    "year",
    "season",
    "holiday",
    "n",
    "int",
    "unit",
    "shift",
    "sign",
    "part",
    "clock",
    "mod",
)


@lru_cache(maxsize=4096)
def days_text(days: Interval | None) -> str:
    """Days in EDTF, or a dash."""
    if days is None or (days.first is None and days.last is None):
        return "-"
    return Edtf.of(days).text


def arithmetic(value: str, anchor: Anchor, found: Found) -> str:
    """One line: what the words say, from where, which way; the value where they say nothing more."""
    said = " ".join(f"{name}={found.fields[name]}" for name in _SHOWN if name in found.fields)
    parts = [said or value]
    if anchor.days is not None:
        parts.append(f"from {days_text(anchor.days)}")
    if anchor.offset is not None:
        parts.append(f"{_days_apart(anchor.offset)} from the event")
    if (
        anchor.kind in (AnchorKind.DCT, AnchorKind.DATELINE)
        and found.tense
        and not {"shift", "sign", "year"} & found.fields.keys()
    ):
        parts.append(_WAYS[found.tense])
    if found.limit:
        parts.append("to happen before it")
    return ", ".join(parts)


def _days_apart(offset: Interval) -> str:
    first, last = offset.first, offset.last
    if first == last:
        return f"{first} day" if first in (1, -1) else f"{first} days"
    return f"{first} to {last} days"


def explain(expression: TimeExpression) -> str:
    """Some lines for people: the expression, its rule, its anchor, its arithmetic."""
    mods = "".join(f" {name}={value}" for name in ("mod", "quant", "freq") if (value := getattr(expression, name)))
    return "\n".join(
        (
            f"{expression.text}  [{expression.span.start}-{expression.span.end}]",
            f"  {expression.type.value} {expression.value}{mods}",
            f"  days:       {days_text(expression.interval)}",
            f"  rule:       {expression.rule}",
            f"  anchor:     {_anchor_text(expression.anchor)}",
            f"  arithmetic: {expression.explanation}",
        )
    )


def _anchor_text(anchor: Anchor) -> str:
    place = f" at {anchor.span.start}-{anchor.span.end}" if anchor.span else ""
    days = f", {days_text(anchor.days)}" if anchor.days else ""
    return f"{_ANCHORS[anchor.kind]}{place}{days}"
