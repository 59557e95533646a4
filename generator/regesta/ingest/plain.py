"""Reads pasted text: lines, with hard-wrapped paragraphs joined again.

Separate from clean-up, which decides what the lines are worth.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from regesta.ingest.decoding import decode
from regesta.ingest.draft import Draft, RawBlock

_WRAP_WIDTHS: Final = range(40, 121)
"""Widths at which mail programs and terminals break lines."""
_BULLET: Final = re.compile(r"^\s*[•▪●◦‣∙✓➤►]\s+")
_END: Final = re.compile(r"[.!?…:;»”\"'’)]\s*$")


def read_plain(content: bytes) -> Draft:
    """Each line a block, or each group of lines where the file is hard-wrapped."""
    return Draft(blocks=tuple(blocks_of(decode(content))))


def blocks_of(text: str) -> list[RawBlock]:
    """The non-empty lines of a text; `gap` marks those after an empty line."""
    groups = [_lines(group) for group in re.split(r"\n[^\S\n]*\n", text)]
    width = _wrap_width([group for group in groups if len(group) > 1 and _END.search(group[-1])])
    found = []
    for group in groups:
        lines = _unwrapped(group, width) if width else group
        found += [RawBlock(line, gap=number == 0) for number, line in enumerate(lines)]
    return found


def _lines(group: str) -> list[str]:
    """The non-empty lines of a group, without the signs that open a list's entries."""
    return [line for raw in group.split("\n") if (line := _BULLET.sub("", raw).strip())]


def _wrap_width(groups: list[list[str]]) -> int | None:
    """The column at which lines were broken, or None.

    A text is hard-wrapped where nearly every line that another follows in its paragraph would have passed the longest
    line's width together with the next line's first word. Menus end as no sentence does, and don't count.
    """
    lines = [(line, after) for group in groups for line, after in itertools.pairwise(group)]
    if len(lines) < 4:
        return None
    width = max(len(line) for line, _ in lines)
    if width not in _WRAP_WIDTHS:
        return None
    broken = sum(len(line) + 1 + len(after.split()[0]) > width - 3 for line, after in lines)
    return width if broken >= 0.8 * len(lines) else None


def _unwrapped(group: list[str], width: int) -> list[str]:
    """Join lines that only the width parted; a short line that ends a sentence ends its paragraph."""
    joined: list[str] = []
    open_line = ""
    for line in group:
        joined = [*joined[:-1], f"{joined[-1]} {line}"] if open_line else [*joined, line]
        short = len(line) < 0.6 * width
        open_line = "" if short and (_END.search(line) or len(joined) == 1) else line
    return joined
