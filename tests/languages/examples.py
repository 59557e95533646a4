"""Reads the time examples of language files: ``Er kam <am Dienstag|2023-11-07|2023-11-07|DATE>.`` and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from regesta import languages
from regesta.tagging import Recognised, recognise, resolve
from regesta.tagging.explain import days_text

MARKED = re.compile(r"<([^<>|]+)\|([^<>|]+)(?:\|([^<>|]*))?(?:\|([^<>|]*))?>")


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    value: str
    days: str | None
    type: str | None


@dataclass(frozen=True)
class Example:
    language: str
    number: int
    text: str
    dct: date | None
    expected: tuple[Expected, ...]


def read(language: str) -> list[Example]:
    """The examples of a language's file."""
    section: Any = languages.section(language, "time_examples") or []
    return [_example(language, number, entry) for number, entry in enumerate(section)]


def _example(language: str, number: int, entry: dict[str, str]) -> Example:
    plain, expected, last = "", [], 0
    for mark in MARKED.finditer(entry["text"]):
        plain += entry["text"][last : mark.start()]
        start = len(plain)
        plain += mark[1]
        expected.append(Expected(start, len(plain), mark[2], mark[3] or None, mark[4] or None))
        last = mark.end()
    plain += entry["text"][last:]
    dct = entry.get("dct")
    return Example(language, number, plain, date.fromisoformat(dct) if dct else None, tuple(expected))


def differences(example: Example) -> list[str]:
    """What the tagger finds otherwise than the example says, in words."""
    found = {
        (e.span.start, e.span.end): e
        for e in resolve(recognise(example.text, language=example.language), dct=example.dct)
    }
    wrong = []
    for one in example.expected:
        got = found.pop((one.start, one.end), None)
        words = example.text[one.start : one.end]
        if got is None:
            wrong.append(f'"{words}" is not found')
            continue
        for name, want, have in (
            ("value", one.value, got.value),
            ("days", one.days, days_text(got.interval)),
            ("type", one.type, got.type.value),
        ):
            if want is not None and want != have:
                wrong.append(f'"{words}": {name} {have}, not {want} ({got.rule}: {got.explanation})')
    wrong += [f'"{got.text}" is found ({got.rule}: {got.value})' for got in found.values()]
    return wrong


def recognised(example: Example) -> Recognised:
    return recognise(example.text, language=example.language)
