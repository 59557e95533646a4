"""What a deed is by who does it: what a court stops is a ruling, what a council decides a vote.

Separate because the same verb tells a minister's decision and a judge's; no language has two for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from regesta.model.mention import NameUse

_BODY: Final = "body:"
_RULING: Final = "court.rule"
_PUT_TO_VOTE: Final = ("decision.decide", "decision.refuse", "decision.clear")
_OF_COURTS: Final = (*_PUT_TO_VOTE, "decision.ban", "decision.close", "other.release", "arrest.arrest", "other.")
"""Concepts that are rulings where a court is the doer; of `other.` only what no word names."""
_VOTE: Final = "vote.vote"
_VOTING: Final = ("parliament", "city council")
_CASE: Final = "court.charge"
_OF_PROSECUTORS: Final = ("decision.review", "other.open")


def as_done_by(concept: str, doers: Sequence[NameUse]) -> str:
    """The concept of a deed, given those who take part in it, the subject first."""
    key = doers[0].key if doers else ""
    if not key.startswith(_BODY):
        return concept
    body = key.removeprefix(_BODY).partition("@")[0]
    if body.endswith("court") and concept in _OF_COURTS:
        return _RULING
    if body in _VOTING and concept in _PUT_TO_VOTE:
        return _VOTE
    if body == "prosecutors" and concept in _OF_PROSECUTORS:
        return _CASE
    return concept
