"""The numbers in a piece of text, as every reader of dates in digits needs them."""

from __future__ import annotations

import re

_NUMBERS = re.compile(r"\d+")


def numbers(text: str) -> list[int]:
    """All runs of digits, as numbers: `9.11.2023` gives 9, 11 and 2023."""
    return [int(digits) for digits in _NUMBERS.findall(text)]
