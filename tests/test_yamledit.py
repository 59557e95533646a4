"""Editing a person's YAML: each case is the old text, the change, and the whole new text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from regesta import yamledit, yamlio

HERE = Path("x.yml")
OLD = """\
# yaml-language-server: $schema=../.schemas/event.schema.json
---
# The title was discussed in March.
title:   'A title'   # neutral
"date": 2023-11-07
summary: >-  # short
    One sentence,
    folded by hand.

# Who
actors: [Ada, Bo] # main actor first
places:
- Astana      # the capital
# (not Almaty)
- Kostanay

sources:
    -   article: a   # TASS
        quote: |-
            Two
            lines.
        when: on Tuesday
    # the second
    -   {article: b, quote: "x"}
    -   article: c
        quote: y
# the end
"""
Change = Callable[[dict[str, Any]], None]


def put(*keys: Any) -> Change:
    *path, last, value = keys

    def change(record: Any) -> None:
        for key in path:
            record = record[key]
        record[last] = value

    return change


def drop(*keys: Any) -> Change:
    *path, last = keys

    def change(record: Any) -> None:
        for key in path:
            record = record[key]
        del record[last]

    return change


CASES: list[tuple[Change, str, str]] = [
    (put("title", "Another"), "title:   'A title'   # neutral", "title:   Another   # neutral"),
    (put("date", "2023-11-01/2023-11-05"), '"date": 2023-11-07', '"date": 2023-11-01/2023-11-05'),
    (put("summary", "Short."), "summary: >-  # short\n    One sentence,\n    folded by hand.", "summary: Short."),
    (drop("date"), '"date": 2023-11-07\n', ""),
    (drop("title"), "title:   'A title'   # neutral\n", ""),
    (drop("places"), "places:\n- Astana      # the capital\n# (not Almaty)\n- Kostanay\n", ""),
    (put("places", 0, "Almaty"), "- Astana      #", "- Almaty      #"),
    (drop("places", 0), "- Astana      # the capital\n", ""),
    (put("places", ["Astana", "Kostanay", "Almaty"]), "- Kostanay\n", "- Kostanay\n- Almaty\n"),
    (put("places", ["Almaty", "Astana", "Kostanay"]), "- Astana      #", "- Almaty\n- Astana      #"),
    (put("actors", ["Ada", "Bo, Jr."]), "[Ada, Bo] #", '[Ada, "Bo, Jr."] #'),
    (put("actors", []), "[Ada, Bo] #", "[] #"),
    (put("sources", 0, "when", "on 7 November"), "when: on Tuesday", "when: on 7 November"),
    (put("sources", 0, "quote", "One line."), "quote: |-\n            Two\n            lines.", "quote: One line."),
    (drop("sources", 0, "when"), "        when: on Tuesday\n", ""),
    (put("sources", 0, "basis", "derived"), "on Tuesday\n", "on Tuesday\n        basis: derived\n"),
    (drop("sources", 1), '    -   {article: b, quote: "x"}\n', ""),
    (put("sources", 1, "quote", "z"), '{article: b, quote: "x"}', "{article: b, quote: z}"),
    (drop("sources", 2), "    -   article: c\n        quote: y\n", ""),
    (put("sources", 2, "date", "2023"), "        quote: y\n", '        quote: y\n        date: "2023"\n'),
    (put("review", "draft"), "        quote: y\n", "        quote: y\nreview: draft\n"),
]


def changed(text: str, change: Change) -> str:
    record = yamlio.parse(text, HERE)
    change(record)
    found = yamledit.edit(text, record, HERE)
    assert yamlio.parse(found, HERE) == record
    return found


@pytest.mark.parametrize(("change", "old", "new"), CASES)
def test_only_what_changed_is_touched(change: Change, old: str, new: str) -> None:
    assert OLD.count(old) == 1
    assert changed(OLD, change) == OLD.replace(old, new)


@pytest.mark.parametrize(("change", "old", "new"), CASES)
def test_line_ends_of_windows_stay(change: Change, old: str, new: str) -> None:
    text = changed("\ufeff" + OLD.replace("\n", "\r\n"), change)
    assert text == "\ufeff" + OLD.replace(old, new).replace("\n", "\r\n")


def test_nothing_changes_where_nothing_changed() -> None:
    assert changed(OLD, lambda _record: None) == OLD


def test_a_file_without_a_last_line_end() -> None:
    assert changed("title: a\ntype: visit", put("date", "2023-11")) == "title: a\ntype: visit\ndate: 2023-11"


def test_a_new_key_goes_where_its_order_says() -> None:
    text = yamledit.edit("title: a\ntype: visit\n", {"title": "a", "date": "2023-11", "type": "visit"}, HERE)
    assert text == "title: a\ndate: 2023-11\ntype: visit\n"


def test_an_empty_file_gets_a_document() -> None:
    assert yamledit.edit("# mine\n", {"title": "a"}, HERE) == "# mine\ntitle: a\n"
    assert yamledit.edit("", [{"name": "a"}], HERE) == "- name: a\n"


def test_anchors_are_written_out_below_the_comments() -> None:
    text = "# mine\ntitle: &t a\nsummary: *t\n"
    assert yamledit.edit(text, {"title": "b", "summary": "a"}, HERE) == "# mine\ntitle: b\nsummary: a\n"


def test_long_texts_are_folded_and_odd_ones_quoted() -> None:
    long = "word " * 30 + "end: # no comment"
    text = yamledit.edit(
        "title: a\n", {"title": "a", "summary": long, "note": "two\nlines", "x": " no ", "z": "no"}, HERE
    )
    assert text.startswith("title: a\nsummary: >-\n  word word")
    assert text.endswith('end: # no comment\nnote: "two\\nlines"\nx: " no "\nz: "no"\n')
    assert max(map(len, text.splitlines())) <= 110
