"""What is known of each language: one file in data/, read section by section.

A language file holds several YAML documents, each with one top-level key, its section. Only the sections that a stage
asks for are parsed, so that the tagger doesn't pay for the site's labels, nor the site for the tagger's patterns.

    time:      words and patterns of time expressions        time_examples:   texts, and what is found in them
    articles:  junk lines, captions, bylines, abbreviations
    names:     role words, titles, particles, given names
    events:    triggers by type, speech verbs, status words  event_examples:  sentences, and what they tell
    titles:    words for cutting titles out of sentences, judging and composing them
    site:      the words on the site, in this language
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from regesta import yamlio
from regesta.errors import ContentError, Location

DATA = Path(__file__).parent / "data"
"""Where the language files are."""


@cache
def known() -> tuple[str, ...]:
    """The languages that have a file, as BCP 47 codes in alphabetical order."""
    return tuple(sorted(path.stem for path in DATA.glob("*.yml")))


@cache
def section(language: str, name: str) -> dict[str, Any]:
    """One section of a language's file; empty where the language or the section is absent.

    Raises ContentError where the file is wrong, at its own line numbers.
    """
    path = DATA / f"{language}.yml"
    if language not in known():
        return {}
    for document in _documents(path):
        if document.lstrip("\n").startswith(f"{name}:") or f"\n{name}:" in document:
            found = yamlio.parse(document, path)
            if not isinstance(found, dict) or list(found) != [name]:
                raise ContentError(f'the document of "{name}" holds other keys too', location=Location(path=path))
            return found[name] or {}
    return {}


def listed(words: str | None) -> list[str]:
    """The words or phrases of a list, which language files write with commas; none where there is no list."""
    return [word.strip() for word in (words or "").split(",") if word.strip()]


def _documents(path: Path) -> list[str]:
    """The file's documents, each preceded by as many newlines as stand before it, so that line numbers hold."""
    documents, before = [], 0
    for text in path.read_text(encoding="utf-8").split("\n---\n"):
        documents.append("\n" * before + text)
        before += text.count("\n") + 2
    return documents
