"""What the matcher hands on: expressions that are found but not yet resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regesta.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One expression with what its words say, whatever the DCT."""

    span: Span
    """Its extent."""
    rule: str
    """The rule that found it."""
    kind: str
    """date, duration, set or ref."""
    fields: Mapping[str, str]
    """What the words say: month, day, unit, shift, …"""
    tense: int
    """The tense around it: -1 past, 1 future, 0 unknown."""
    sentence: int
    """Number of its sentence, to know what stands near."""
    paragraph: int
    """Number of its paragraph."""
    leads: bool = False
    """Whether it begins a line, as times do in a live ticker and dates in a chronology."""
    opens: bool = False
    """Whether it opens its sentence, so that what the sentence tells is of that time."""
    relative: bool = False
    """Whether it stands in a relative clause."""
    quoted: bool = False
    """Whether it is seen from the day of a quotation that it stands in: "today" is the speaker's."""
    limit: bool = False
    """Whether something is to happen before it."""
    since: bool = False
    """Whether something lasts from it on: of the story told it is no day."""
    prior: bool = False
    """Whether it is told as gone before what its sentence tells: "said on Friday that he had paid on Wednesday"."""
    event: Span | None = None
    """The words after it that name an event, where it hangs on one."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A text's expressions, ready to be resolved against any DCT."""

    text: str
    """The text."""
    language: str
    """Its language."""
    found: tuple[Found, ...]
    """In the order of the text, not overlapping."""
    numeric: str
    """How the language writes dates in numbers: dmy or mdy."""
