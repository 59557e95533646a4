"""What became of a record over time: when it came in, what was changed in it, and by which commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class ChangeKind(StrEnum):
    """What a commit did to a record."""

    ADDED = "added"
    """It came in."""
    CHANGED = "changed"
    """Some of its fields say something else."""
    REMOVED = "removed"
    """It is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field, before and after, as the record states it; None where it was or is absent."""

    field: str
    """The record's key. For `sources`, `before` and `after` list only those that were changed."""
    before: Any
    """Text, list or mapping."""
    after: Any
    """Text, list or mapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one commit did to one record."""

    event: str
    """The record's id."""
    kind: ChangeKind
    """Came in, changed or went."""
    when: datetime
    """When it was committed, in UTC."""
    commit: str
    """The commit's whole name."""
    message: str
    """The first line of its message: why."""
    title: Any = None
    """The record's title after the change (before it, where the record is gone): a text, or one per language."""
    fields: tuple[FieldChange, ...] = ()
    """What says something else now, in the record's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """When a record came in, and when it last changed; both with their zone."""

    first: datetime
    """Its first version."""
    last: datetime
    """Its present version."""
