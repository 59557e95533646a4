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
        value = self.untagged(event, keys)
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def untagged(self, event: Any, keys: KeyPath) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in NULLS else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(keys)
        return self.mapping(keys)

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
