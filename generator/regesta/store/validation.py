"""Checks a parsed file against its JSON Schema; every fault knows its place in the file and, where it can, its cure.

The words of JSON Schema that our five schemas use are read here, rather than by a library: ours says where, offers the
nearest key or value, and knows EDTF. `fitting` says, much sooner, whether there is a fault at all; a test holds both
against a library.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from regesta.model.edtf import Edtf, EdtfError
from regesta.yamlio import KeyPath

Schema = dict[str, Any]
SCALARS = frozenset({"string", "integer", "number", "boolean"})
"""Types that a text stands for."""
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Violation:
    """One fault of a file against its schema."""

    keys: KeyPath
    """Where: the path of keys and indexes."""
    message: str
    """What is wrong, the value quoted."""
    hint: str | None = None
    """What would cure it."""
    of_key: bool = False
    """The key itself is wrong, not its value."""


def violations(value: Any, schema: Schema) -> Iterator[Violation]:
    """Every fault of the value, in the order of the file; texts stand for all scalars."""
    yield from _check(value, schema, schema, ())


def _check(value: Any, schema: Schema, root: Schema, keys: KeyPath) -> Iterator[Violation]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if value is None:
        if not allows_null(schema):
            yield Violation(keys, f"{_name(keys)} has no value", "give one, or leave the key out")
    elif isinstance(value, dict):
        yield from _check_mapping(value, schema, root, keys)
    elif isinstance(value, list):
        yield from _check_list(value, schema, root, keys)
    else:
        yield from _check_text(value, schema, keys)


def types_of(schema: Schema) -> tuple[str, ...]:
    """The types that a schema names."""
    found = schema.get("type", ())
    return (found,) if isinstance(found, str) else tuple(found)


def choices_of(schema: Schema) -> list[str]:
    """The values that a text may have, of a schema that lists them."""
    return [str(choice) for choice in schema["enum"] if choice is not None]


def alternatives(schema: Schema) -> list[str]:
    """The keys of which one at least has to stand there, or one alone."""
    return [choice["required"][0] for choice in schema.get("anyOf") or schema.get("oneOf") or ()]


def allows_null(schema: Schema) -> bool:
    """Whether a key may stand without a value."""
    return "null" in types_of(schema) or None in schema.get("enum", ())


def _check_mapping(value: dict[str, Any], schema: Schema, root: Schema, keys: KeyPath) -> Iterator[Violation]:
    if "object" not in types_of(schema):
        yield Violation(keys, f"{_name(keys)} can't be a mapping", _expected(schema))
        return
    properties: Schema = schema.get("properties", {})
    other = schema.get("additionalProperties", True)
    pattern = schema.get("propertyNames", {}).get("pattern")
    meant: set[str] = set()
    for key, inner in value.items():
        if key in properties:
            yield from _check(inner, properties[key], root, (*keys, key))
        elif other is False:
            near = _nearest(key, [known for known in properties if known not in value]) or _nearest(key, properties)
            hint = f"did you mean {near}?" if near else f"the keys are: {', '.join(properties)}"
            yield Violation((*keys, key), f'there is no key "{key}"', hint, of_key=True)
            meant.add(near or "")
        else:
            if pattern and not re.search(pattern, key):
                yield Violation((*keys, key), f'"{key}" is no language tag', "BCP 47, e.g. en, de, kk", of_key=True)
            if isinstance(other, dict):
                yield from _check(inner, other, root, (*keys, key))
    yield from _check_required(value, schema, keys, meant)


def _check_required(value: dict[str, Any], schema: Schema, keys: KeyPath, meant: set[str]) -> Iterator[Violation]:
    """`meant` are keys that a typo stands for: they aren't told to be missing as well."""
    for key in schema.get("required", ()):
        if key not in value and key not in meant:
            yield Violation(keys, f'the key "{key}" is missing', _described(schema, key))
    if len(value) < schema.get("minProperties", 0):
        yield Violation(keys, f"{_name(keys)} is empty", _expected(schema))
    choices = alternatives(schema)
    found = [key for key in choices if key in value]
    if choices and not found and not meant.intersection(choices):
        yield Violation(
            keys, f"{_name(keys)} has none of the keys {', '.join(choices)}", f"give {' or '.join(choices)}"
        )
    if "oneOf" in schema and len(found) > 1:
        yield Violation((*keys, found[1]), f"{' and '.join(found)} can't stand together", "make two of it", of_key=True)


def _check_list(value: list[Any], schema: Schema, root: Schema, keys: KeyPath) -> Iterator[Violation]:
    if "array" not in types_of(schema):
        yield Violation(keys, f"{_name(keys)} can't be a list", _expected(schema))
        return
    if len(value) < schema.get("minItems", 0):
        wanted = schema["minItems"]
        yield Violation(keys, f"{_name(keys)} holds {len(value)}, and has to hold {wanted} at least", None)
    if len(value) > schema.get("maxItems", len(value)):
        yield Violation(keys, f"{_name(keys)} holds {len(value)}, and may hold {schema['maxItems']}", None)
    for index, inner in enumerate(value):
        yield from _check(inner, schema.get("items", {}), root, (*keys, index))


def _check_text(value: str, schema: Schema, keys: KeyPath) -> Iterator[Violation]:
    if "enum" in schema:
        yield from _check_choice(value, schema, keys)
        return
    types = types_of(schema)
    if not SCALARS.intersection(types):
        yield Violation(keys, f'{_name(keys)}: "{value}" is a text', _expected(schema))
        return
    if len(value.strip()) < schema.get("minLength", 0):
        yield Violation(keys, f"{_name(keys)} is an empty text", "give one, or leave the key out")
    elif "string" not in types and not NUMBER.fullmatch(value):
        yield Violation(keys, f'{_name(keys)}: "{value}" is no number', None)
    elif "pattern" in schema and not re.search(schema["pattern"], value):
        yield Violation(keys, f'{_name(keys)}: "{value}" is malformed', schema.get("description"))
    else:
        yield from _check_format(value, schema.get("format"), keys)


def _check_format(value: str, form: str | None, keys: KeyPath) -> Iterator[Violation]:
    if form == "edtf":
        try:
            Edtf.parse(value)
        except EdtfError as error:
            hint = (
                f"did you mean {error.suggestion}?"
                if error.suggestion
                else "e.g. 2023-11-07, 2023-11, 2023-11-01/2023-11-05"
            )
            yield Violation(keys, f"{_name(keys)}: {error}", hint)
    elif form == "uri" and not SCHEME.fullmatch(value):
        yield Violation(keys, f'{_name(keys)}: "{value}" is no address', f"https://{value}?" if "." in value else None)


def _check_choice(value: str, schema: Schema, keys: KeyPath) -> Iterator[Violation]:
    choices = choices_of(schema)
    if value not in choices:
        near = _nearest(value, choices)
        hint = f"did you mean {near}?" if near else f"one of: {', '.join(choices)}"
        yield Violation(keys, f'{_name(keys)}: "{value}" isn\'t one of the choices', hint)


def _nearest(word: str, choices: Iterable[str]) -> str | None:
    found = difflib.get_close_matches(word.lower(), list(choices), n=1)
    return found[0] if found else None


def _name(keys: KeyPath) -> str:
    """How a message calls a place: its nearest key, or the file."""
    named = [key for key in keys if isinstance(key, str)]
    if not keys:
        return "the file"
    return named[-1] if named and keys[-1] == named[-1] else f"an entry of {named[-1]}" if named else "this entry"


def _described(schema: Schema, key: str) -> str | None:
    found = schema.get("properties", {}).get(key, {}).get("description")
    return f"{key}: {found}" if found else None


def _expected(schema: Schema) -> str:
    words = {
        "object": "KEY: VALUE lines",
        "array": "a list",
        "string": "a text",
        "integer": "a number",
        "number": "a number",
    }
    found = list(dict.fromkeys(words[name] for name in types_of(schema) if name in words))
    return f"it has to be {' or '.join(found)}" if found else "it has to be one of the choices"
