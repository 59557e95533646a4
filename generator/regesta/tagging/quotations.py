"""Where quotations stand: what is "today" within one is the speaker's day, and no day of the story around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

CLOSING = {"„": '“”"', "“": '”"', "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"'}
"""Marks that open a quotation, and those that close what they opened."""
_MARKS = frozenset("".join((*CLOSING, *CLOSING.values())))


class Quotations:
    """The quotations of a text, as places of its tokens; one that its paragraph doesn't close is none."""

    def __init__(self, tokens: Sequence[str]) -> None:
        """Cost is linear in the tokens."""
        self.begins: list[int] = []
        self.ends: list[int] = []
        opened: tuple[int, str] | None = None
        for place, token in enumerate(tokens):
            if "\n" in token:
                opened = None
            elif token in _MARKS:
                if opened is not None and token in CLOSING[opened[1]]:
                    self.begins.append(opened[0])
                    self.ends.append(place)
                    opened = None
                elif opened is None and token in CLOSING:
                    opened = place, token

    def hold(self, place: int) -> bool:
        """Whether a token stands in a quotation."""
        at = bisect_right(self.begins, place) - 1
        return at >= 0 and place < self.ends[at]
