"""YAML in and out, for people's files: every scalar is text, and every value knows its line.

This is the only module that imports a YAML library. Reading goes through libyaml's events rather than PyYAML's
constructors: it is an order of magnitude faster, and no date or Norwegian `no` is turned into something else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml import CSafeLoader

from regesta.errors import ContentError, Location

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that mean "no value" (YAML 1.2 core schema)."""

Value = Any
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value or key stands; lines and columns count from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Located:
    """A parsed file that remembers where everything stood."""

    path: Path
    """The file."""
    value: Any
    """Plain dicts, lists, texts and None."""
    marks: dict[KeyPath, Mark] = field(default_factory=dict)
    """Place of every value, by its path of keys and indexes."""
    key_marks: dict[KeyPath, Mark] = field(default_factory=dict)
    """Place of every key, by the path of its value."""

    def location(self, keys: KeyPath = (), *, of_key: bool = False) -> Location:
        """The place of a value, or of its key; of its nearest parent where the value is absent."""
        marks = self.key_marks if of_key else self.marks
        while keys and keys not in marks:
            keys = keys[:-1]
        mark = marks.get(keys) or self.marks.get(keys)
        return Location(path=self.path, line=mark.line if mark else None, column=mark.column if mark else None)


def parse(text: str, path: Path) -> Any:
    """The first document of a YAML text as dicts, lists, texts and None.

    Raises ContentError at line and column for anything that isn't YAML, for a key that occurs twice, and for tags.
    """
    return _Reader(text, path, None).document()


def parse_located(text: str, path: Path) -> Located:
    """As `parse`, with the place of every key and value."""
    located = Located(path=path, value=None)
    located.value = _Reader(text, path, located).document()
    return located


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place in the text, for whoever edits the text; offsets count characters."""

    value: Any
    """The plain value."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; comments and white space after it are left out."""
    flow: bool
    """It stands in brackets or braces."""
    children: dict[str | int, Node]
    """The values of a mapping, or the members of a list."""
    keys: dict[str, tuple[int, int]]
    """Where each key of a mapping stands: offsets of its first character, and after its last."""


def parse_nodes(text: str, path: Path) -> Node | None:
    """The first document with the place of every value; None where there is no document, or where it uses anchors.

    The text has to be one that `parse` reads without a fault.
    """
    value = parse(text, path)
    loader: Any = CSafeLoader(text)
    try:
        root = loader.get_single_node() if "*" not in text else _without_anchors(loader)
    finally:
        loader.dispose()
    return None if root is None else _node(root, value, text)


def _without_anchors(loader: Any) -> Any:
    root = loader.get_single_node()
    seen: set[int] = set()

    def repeats(node: Any) -> bool:
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return any(repeats(inner) for _, inner in node.value)
        return isinstance(node, yaml.SequenceNode) and any(repeats(inner) for inner in node.value)

    return None if root is None or repeats(root) else root


def _node(node: Any, value: Any, text: str) -> Node:
    children: dict[str | int, Node] = {}
    keys: dict[str, tuple[int, int]] = {}
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.MappingNode):
        for key, inner in node.value:
            keys[key.value] = (key.start_mark.index, key.end_mark.index)
            children[key.value] = _node(inner, value[key.value], text)
    elif isinstance(node, yaml.SequenceNode):
        children.update({index: _node(inner, value[index], text) for index, inner in enumerate(node.value)})
    flow = bool(getattr(node, "flow_style", False))
    if children and not flow:
        last = list(children)[-1]
        end = max(children[last].end, keys[last][1] if isinstance(last, str) else start)
    elif getattr(node, "style", None) in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    return Node(value=value, start=start, end=end, flow=flow, children=children, keys=keys)


class _Reader:
    """Turns libyaml's events into plain values by recursive descent."""

    def __init__(self, text: str, path: Path, located: Located | None) -> None:
        self.path = path
        self.located = located
        self.anchors: dict[str, Any] = {}
        self.parser: Any = CSafeLoader(text.removeprefix("\ufeff"))

    def document(self) -> Any:
        try:
            while True:
                event = self.parser.get_event()
                if isinstance(event, yaml.StreamEndEvent):
                    return None
                if isinstance(event, yaml.DocumentStartEvent):
                    return self.value(self.parser.get_event(), ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise self.error(f"this isn't YAML: {error.problem or error.context}", mark) from error
        except yaml.YAMLError as error:
            reason = " ".join(str(error).split())
            raise ContentError(f"this isn't YAML: {reason}", location=Location(path=self.path)) from error
        finally:
            self.parser.dispose()

    def error(self, message: str, mark: Any, hint: str | None = None) -> ContentError:
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        return ContentError(message, location=Location(path=self.path, line=line, column=column), hint=hint)

    def value(self, event: Any, keys: KeyPath) -> Any:
        if self.located is not None:
            self.located.marks[keys] = _mark(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise self.error(f'the alias "*{event.anchor}" names no anchor', event.start_mark)
            return self.anchors[event.anchor]
        if event.tag is not None and event.tag != "!":
            raise self.error(f'the tag "{event.tag}" isn\'t allowed', event.start_mark, "write the value without a tag")
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = None if not event.style and event.value in NULLS else event.value
        else:
            value = self.sequence(keys) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(keys)
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def sequence(self, keys: KeyPath) -> list[Any]:
        found: list[Any] = []
        while True:
            event = self.parser.get_event()
            if isinstance(event, yaml.SequenceEndEvent):
                return found
            found.append(self.value(event, (*keys, len(found)) if self.located is not None else keys))

    def mapping(self, keys: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while True:
            event = self.parser.get_event()
            if isinstance(event, yaml.MappingEndEvent):
                return found
            if not isinstance(event, yaml.ScalarEvent):
                raise self.error("a key has to be a word", event.start_mark)
            key = event.value
            if key in found:
                raise self.error(f'the key "{key}" stands here twice', event.start_mark, "keep one of the two")
            inner = keys
            if self.located is not None:
                inner = (*keys, key)
                self.located.key_marks[inner] = _mark(event.start_mark)
            found[key] = self.value(self.parser.get_event(), inner)


def _mark(mark: Any) -> Mark:
    """A parser's mark, which counts from 0, as ours."""
    return Mark(mark.line + 1, mark.column + 1)
