"""Where quotations stand, whatever marks a language has for them."""

from __future__ import annotations

import pytest

from regesta.languages.sentences import quotations


def inside(text: str) -> str:
    """The letters that stand in quotations."""
    found = quotations(text)
    return "".join(
        letter
        for place, letter in enumerate(text)
        if letter.isalpha() and any(first < place < last for first, last in found)
    )


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
