"""Whether a parsed file fits its JSON Schema, without saying why not: the schema made into functions once.

Nearly all files fit. `validation` looks for the faults of the others; a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from regesta.model.edtf import Edtf, EdtfError
from regesta.store.validation import NUMBER, SCALARS, SCHEME, Schema, allows_null, alternatives, choices_of, types_of

Check = Callable[[Any], bool]


class Fitting:
    """A schema's checks, made when they are first asked for: a schema may refer to itself."""

    def __init__(self, schema: Schema) -> None:
        """`schema` is a whole file's, with its $defs."""
        self._root = schema
        self._defined: dict[str, Check] = {}
        self.holds: Check = self._check(schema)
        """Whether a value fits; texts stand for all scalars."""

    def _check(self, schema: Schema) -> Check:
        if "$ref" in schema:
            return self._referred(schema["$ref"].rsplit("/", 1)[1])
        null, types = allows_null(schema), types_of(schema)
        mapping = self._mapping(schema) if "object" in types else _never
        sequence = self._sequence(schema) if "array" in types else _never
        text = _text(schema)

        def check(value: Any) -> bool:
            kind = type(value)
            if kind is str:
                return text(value)
            if kind is dict:
                return mapping(value)
            return sequence(value) if kind is list else value is None and null

        return check

    def _referred(self, name: str) -> Check:
        def check(value: Any) -> bool:
            if name not in self._defined:
                self._defined[name] = self._check(self._root["$defs"][name])
            return self._defined[name](value)

        return check

    def _mapping(self, schema: Schema) -> Check:
        inner = {key: self._check(of) for key, of in schema.get("properties", {}).items()}
        other, pattern = schema.get("additionalProperties", True), schema.get("propertyNames", {}).get("pattern")
        further = self._check(other) if isinstance(other, dict) else _always if other else _never
        named = re.compile(pattern or "").search
        required = frozenset(schema.get("required", ()))
        least = schema.get("minProperties", 0)
        choices = frozenset(alternatives(schema))
        one = "oneOf" in schema

        def check(value: dict[str, Any]) -> bool:
            keys = value.keys()
            if not keys >= required or len(value) < least:
                return False
            if choices and not (len(choices & keys) == 1 if one else choices & keys):
                return False
            for key, held in value.items():  # a loop: this runs for every key of every record
                if not (inner[key](held) if key in inner else named(key) is not None and further(held)):
                    return False
            return True

        return check

    def _sequence(self, schema: Schema) -> Check:
        least, most = schema.get("minItems", 0), schema.get("maxItems")
        item = self._check(schema.get("items", {}))

        def check(value: list[Any]) -> bool:
            return least <= len(value) and (most is None or len(value) <= most) and all(map(item, value))

        return check


def _never(_: Any) -> bool:
    return False


def _always(_: Any) -> bool:
    return True


def _text(schema: Schema) -> Check:
    if "enum" in schema:
        return frozenset(choices_of(schema)).__contains__
    types = types_of(schema)
    if not SCALARS.intersection(types):
        return _never
    if "string" not in types:
        return lambda value: NUMBER.fullmatch(value) is not None
    least = schema.get("minLength", 0)
    wellformed: Callable[[str], object] = re.compile(schema["pattern"]).search if "pattern" in schema else _always
    formed: Callable[[str], object] = _FORMS.get(schema.get("format", ""), _always)
    return lambda value: bool(len(value.strip()) >= least and wellformed(value) and formed(value))


@cache
def _is_date(value: str) -> bool:
    try:
        Edtf.parse(value)
    except EdtfError:
        return False
    return True


_FORMS: dict[str, Callable[[str], object]] = {"edtf": _is_date, "uri": SCHEME.fullmatch}
