"""Clues added up say for each day what they say one by one, whatever days they were made for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.linking.dating.clue import Clue, Says, summed

SAYS = Says("a test", lambda _: "a test")


@st.composite
def clues(draw: st.DrawFn) -> Clue:
    starts = draw(st.lists(st.integers(0, 60), min_size=1, max_size=5, unique=True).map(sorted))
    values = draw(st.lists(st.integers(-9, 9).map(float), min_size=len(starts), max_size=len(starts)))
    return Clue(tuple(starts), tuple(values), SAYS)


@given(st.lists(clues(), max_size=4), st.integers(0, 60), st.integers(1, 40))
def test_the_sum_is_that_of_the_single_clues(found: list[Clue], first: int, length: int) -> None:
    days = range(first, first + length)
    assert summed(found, days) == [sum(one.value(day) for one in found) for day in days]
