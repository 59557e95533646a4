"""What the writer writes, the reader reads; what an edit doesn't concern stays byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta import yamledit, yamlio, yamlout

HERE = Path("x.yml")
WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "“b”",
            "c:",
            "#d",
            "e's",
            '"f"',
            "- g",
            "null",
            "no",
            "2023",
            "Ж",
            "😀",
            "…",
            "h" * 50,
            "[i]",
            "{",
            "%",
            "é",
        ]
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
TEXTS = st.one_of(WORDS, st.text(max_size=20), st.none())
KEYS = st.one_of(
    st.sampled_from(["title", "quote", "variants", "roles", "sources", "date"]), st.text(min_size=1, max_size=5)
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
FILES = st.one_of(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), st.lists(VALUES, min_size=1, max_size=5))


class Texts(yaml.SafeLoader):
    """PyYAML's own reader, with every scalar as text."""


Texts.yaml_implicit_resolvers = {}


@given(FILES)
def test_what_is_written_is_read_back(value: Any) -> None:
    text = yamlout.document(value)
    assert yamlio.parse(text, HERE) == value


@given(FILES, FILES)
def test_an_edit_says_what_was_wanted(old: Any, new: Any) -> None:
    assert yamlio.parse(yamledit.edit(yamlout.document(old), new, HERE), HERE) == new


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), st.data())
def test_one_changed_key_changes_no_other_line(old: dict[str, Any], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(old)))
    text = "# above\n" + yamlout.document(old) + "# below\n"
    found = yamledit.edit(text, old | {key: "changed"}, HERE)
    for name, value in old.items():
        if name != key:
            assert "\n".join(yamlout.pair(name, value, 0)) in found
    assert found.startswith("# above\n")
    assert found.endswith("# below\n")
