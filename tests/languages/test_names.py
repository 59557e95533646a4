"""Spellings of one name agree across scripts, transcriptions and cases; look-alikes mostly don't."""

from __future__ import annotations

import re
from pathlib import Path

from regesta.languages.keys import key
from regesta.languages.likeness import alike, same_word

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "name_pairs.tsv").read_text("utf-8").splitlines()]
"""`same` or `other`, and two names."""
RECALL, PRECISION = 0.98, 0.95
"""What the rules reach on the pairs."""


def one_name(first: str, second: str) -> bool:
    """Whether surnames agree, and given names where both have one."""
    one, other = (re.findall(r"\w+", name) for name in (first, second))
    if not same_word(one[-1], other[-1]):
        return False
    lone = min(len(one), len(other)) == 1
    return lone or same_word(one[0], other[0]) or alike(key(one[0]), key(other[0]))


def test_spellings_of_one_name_are_found() -> None:
    same = [pair for pair in PAIRS if pair[0] == "same"]
    missed = [pair[1:] for pair in same if not one_name(*pair[1:])]
    assert len(missed) <= (1 - RECALL) * len(same), missed


def test_lookalikes_stay_apart() -> None:
    taken = [pair for pair in PAIRS if one_name(*pair[1:])]
    wrong = [pair[1:] for pair in taken if pair[0] == "other"]
    assert len(wrong) <= (1 - PRECISION) * len(taken), wrong
