"""Temporal tagging: the time expressions of a text, after TIMEX3, each with the days that it denotes.

Two steps: `recognise` finds expressions and what their words say; `resolve` works out their dates against a document
creation time. The first is the costly one, so whoever tries many DCTs does it once. Languages are data
(languages/data/*.yml, section `time`); nothing in here knows one language from another.
"""

from __future__ import annotations

from datetime import date

from regesta.model.span import Span
from regesta.model.timex import TimeExpression
from regesta.tagging.explain import explain
from regesta.tagging.found import Recognised
from regesta.tagging.matcher import recognise
from regesta.tagging.resolver import resolve

__all__ = ["Recognised", "explain", "recognise", "resolve", "tag"]


def tag(text: str, *, language: str, dct: date | None, dateline: Span | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order, not overlapping.

    `language` is BCP 47, `dct` the day on which the text was written (None: what is relative stays unresolved),
    `dateline` the span of the words that give the DCT, if the text does.
    """
    return resolve(recognise(text, language=language), dct=dct, dateline=dateline)
