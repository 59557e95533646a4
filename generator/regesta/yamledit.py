"""Changes a YAML text where its value has changed, and nowhere else: comments, key order and quoting stay as they are.

The old text is parsed for the places of its values; the differences become replacements, insertions and deletions of
whole stretches. The result is read back: should it say anything but what was wanted (anchors, rare layouts), the
document is written afresh, and only the comments above it stay.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from regesta import yamlio, yamlout
from regesta.errors import ContentError
from regesta.yamlio import Node


def edit(text: str, value: Any, path: Path) -> str:
    """The text changed so that it says `value`; the same text where it says so already.

    `path` is for messages. Raises ContentError where the old text isn't YAML.
    """
    if yamlio.parse(text, path) == value:
        return text
    body = text.removeprefix("\ufeff")
    root = yamlio.parse_nodes(body, path)
    for attempt in (_edited, _rewritten):
        found = text[: len(text) - len(body)] + attempt(body, root, value)
        if _says(found, value, path):
            return found
    return _head(body) + yamlout.document(value)


def _says(text: str, value: Any, path: Path) -> bool:
    try:
        return bool(yamlio.parse(text, path) == value)
    except ContentError:
        return False


def _edited(text: str, root: Node | None, value: Any) -> str:
    if root is None or root.value is None:
        return _rewritten(text, None, value)
    edits = _Edits(text)
    edits.value(root, value, 0, None)
    return edits.applied()


def _rewritten(text: str, root: Node | None, value: Any) -> str:
    """Comments above the document stay; the rest is written afresh."""
    begin = text[: root.start] if root else text
    if begin and not begin.endswith("\n"):
        begin += "\n"
    return begin + yamlout.document(value)


def _head(text: str) -> str:
    """The comment lines at the top."""
    found = re.match(r"(?:[ \t]*#[^\n]*\n)*", text)
    return found.group() if found else ""


@dataclass(slots=True)
class _Edits:
    """The changes of one text, gathered from the inside out."""

    text: str
    found: list[tuple[int, int, str]] = field(default_factory=list)

    def applied(self) -> str:
        """The text with all changes made; its own kind of line ends kept."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        text = self.text
        order = sorted(range(len(self.found)), key=lambda index: (self.found[index][0], index), reverse=True)
        for index in order:
            start, end, new = self.found[index]
            text = text[:start] + new.replace("\n", newline) + text[end:]
        return text

    def value(self, node: Node, new: Any, column: int, key: str | None) -> None:
        """Change the value of `node` to `new`; its key stands at `column`, or its dash, where `key` is None."""
        if node.value == new:
            return
        alike = not node.flow and bool(node.value) and bool(new)
        if alike and isinstance(node.value, dict) and isinstance(new, dict) and self.keeps_first(node, new):
            self.mapping(node, new, key or "")
        elif alike and isinstance(node.value, list) and isinstance(new, list):
            self.sequence(node, new, key or "")
        else:
            self.replace(node, new, column, key)

    def keeps_first(self, node: Node, new: dict[str, Any]) -> bool:
        """Whether the mapping's first key stays, or has a line to itself (and not a dash before it)."""
        first = next(iter(node.keys))
        return first in new or not self.text[self.line_start(node.start) : node.start].strip()

    def replace(self, node: Node, new: Any, column: int, key: str | None) -> None:
        """Write the value afresh, after its colon or dash."""
        if isinstance(new, dict | list) and node.flow:
            lines = [f" {yamlout.flow(new, key or '')}"]
        elif key is None:
            lines = yamlout.member(new, column)
            lines[0] = lines[0][column + 1 :]
        else:
            lines = yamlout.pair(key, new, column)
            lines[0] = lines[0][column + len(yamlout.scalar(key)) + 1 :]
        start = node.start
        while start > 0 and self.text[start - 1] in " \t\r\n":
            start -= 1
        between = self.text[start : node.start]
        if len(lines) == 1 and between and "\n" not in between:
            start, lines = node.start, [lines[0].lstrip(" ")]
        self.found.append((start, max(node.end, start), "\n".join(lines)))

    def mapping(self, node: Node, new: dict[str, Any], key: str) -> None:
        column = self.column(node.start)
        for name, inner in node.children.items():
            if name not in new:
                self.delete(node.keys[str(name)][0], inner.end)
            else:
                self.value(inner, new[str(name)], column, str(name))
        before: str | None = None
        for name, inner in new.items():
            if name in node.children:
                before = name
                continue
            self.insert(yamlout.pair(name, inner, column, key), node, before)

    def sequence(self, node: Node, new: list[Any], key: str) -> None:
        column = self.column(node.start)
        old = [json.dumps(inner, ensure_ascii=False) for inner in node.value]
        wanted = [json.dumps(inner, ensure_ascii=False) for inner in new]
        for tag, first, last, begin, end in SequenceMatcher(None, old, wanted, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            paired = min(last - first, end - begin)
            for index in range(paired):
                self.value(node.children[first + index], new[begin + index], column, None)
            for index in range(first + paired, last):
                self.delete(self.dash(node.children[index].start), node.children[index].end)
            lines = [line for inner in new[begin + paired : end] for line in yamlout.member(inner, column, key)]
            if lines:
                self.insert(lines, node, first + paired - 1 if first + paired else None)

    def insert(self, lines: list[str], node: Node, before: str | int | None) -> None:
        """Put lines after the child `before`, or in front of all children."""
        start = self.line_start(node.start)
        if before is None and self.text[start : node.start].strip():
            before = next(iter(node.children))
        if before is None:
            self.found.append((start, start, "\n".join(lines) + "\n"))
            return
        end = max(node.children[before].end, node.keys[before][1] + 1 if isinstance(before, str) else 0)
        place = self.line_end(end)
        self.found.append((place, place, "\n" + "\n".join(lines)))

    def delete(self, start: int, end: int) -> None:
        """Take whole lines out, from the one of `start` to the one of `end`."""
        begin, after = self.line_start(start), self.line_end(end)
        while after < len(self.text) and self.text[after] in "\r\n":
            after += 1
            if self.text[after - 1] == "\n":
                break
        self.found.append((begin, after, ""))

    def dash(self, start: int) -> int:
        return self.text.rfind("-", 0, start)

    def column(self, start: int) -> int:
        return start - self.line_start(start)

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > offset and self.text[end - 1] == "\r" else end
