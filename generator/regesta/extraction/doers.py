"""What a deed is by who does it: what a court stops is a ruling, what a parliament passes a vote.

Separate because the same verb tells a minister's decision and a judge's; no language has two for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from regesta.extraction.lore import concepts_of
from regesta.model.body import is_body, parsed
from regesta.model.mention import NameUse

_RULING: Final = "court.rule"
_OF_COURTS: Final = ("decision.", "arrest.", "other.release")
"""What is a ruling where a court takes part; what no word names is one where it is the doer."""
_COURT: Final = "court"
"""What a court is, as a body, and the concept of a judge's role."""
_NAMELESS: Final = "other."
_HEARING: Final = "meeting.hearing"
_TRIAL: Final = "court.trial"
"""What a hearing is where judges or prosecutors hold it, and not a committee."""
_CASE: Final = "court.charge"
_OF_PROSECUTORS: Final = ("decision.review", "other.open")
_VOTE: Final = "vote.vote"
_OF_PARLIAMENTS: Final = ("decision.", "agreement.")
_OF_VOTERS: Final = ("decision.", "agreement.", "appointment.")
"""What is a vote whoever does it, where votes are counted."""
_OF_COUNCILS: Final = ("decision.decide", "decision.refuse", "decision.clear")
"""What a council puts to the vote; a town hall, which goes by the same name, bans and closes."""


def as_done_by(concept: str, doers: Sequence[NameUse], language: str, *, tally: bool = False) -> str:
    """The concept of a deed, given those who take part in it, the subject first; their roles are in the language.

    `tally` is whether its sentence counts votes: "the clubs approved the contract by nine votes to seven".
    """
    bodies = [parsed(use.key)[0] if is_body(use.key) else "" for use in doers]
    first = bodies[0] if bodies else ""
    judged = any(_COURT in body for body in bodies) or any(
        use.role and _COURT in concepts_of(language, use.role) for use in doers
    )
    if judged and concept.startswith(_OF_COURTS):
        return _RULING
    if concept == _NAMELESS and _COURT in first:
        return _RULING
    if concept == _HEARING and (judged or "prosecutors" in bodies):
        return _TRIAL
    if concept in _OF_PROSECUTORS and "prosecutors" in bodies:
        return _CASE
    voted = (
        (first == "parliament" and concept.startswith(_OF_PARLIAMENTS))
        or (first == "city council" and concept in _OF_COUNCILS)
        or (tally and concept.startswith(_OF_VOTERS))
    )
    return _VOTE if voted else concept
