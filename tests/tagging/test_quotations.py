"""Where quotations stand, whatever marks a language has for them."""

from __future__ import annotations

import pytest

from regesta.tagging.quotations import Quotations


def inside(text: str) -> str:
    """The letters that stand in quotations."""
    found = Quotations(list(text))
    return "".join(letter for place, letter in enumerate(text) if letter.isalpha() and found.hold(place))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('a "b" c "d"', "bd"),
        ("a “b” c", "b"),
        ("a „b“ c „d“ e", "bd"),
        ("a «b» c »d« e", "bd"),
        ("a “b c\nd” e", ""),
        ("a “b 'c' d” e", "bcd"),
        ("a", ""),
    ],
)
def test_what_stands_between_marks_is_quoted(text: str, quoted: str) -> None:
    assert inside(text) == quoted
