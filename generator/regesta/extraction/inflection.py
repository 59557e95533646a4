"""Further forms of listed verbs: what a language's file says of one ending gives the forms of a thousand verbs.

News tells plans in other forms than deeds: "suspenderá", "doit rencontrer". Lists of deeds hold the past; the rest
follows from endings (`inflection` in the language file). What only counts behind a plan is marked as an infinitive.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from regesta.extraction.patterns import heads
from regesta.languages import listed

INFINITIVE: Final = "infinitive"
"""What the labels of forms end with that tell nothing by themselves."""
_STEM: Final = "~"


def inflected(patterns: str, rules: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """Patterns, separated by commas, to their further forms by kind: "verb" and "infinitive".

    `rules` map an ending to `forms` and `infinitives`, lists in which ~ is the stem. The longest ending counts, and
    only the first word of a pattern is inflected. Forms that are listed anyway are given again; they do no harm.
    """
    found: dict[str, list[str]] = {"verb": [], INFINITIVE: []}
    lengths = sorted({len(ending) for ending in rules}, reverse=True)
    templates = {ending: (listed(rule.get("forms")), listed(rule.get("infinitives"))) for ending, rule in rules.items()}
    for pattern in heads(patterns):
        first, blank, rest = pattern.partition(" ")
        word = first.rstrip("*")
        length = next((n for n in lengths if len(word) > n + 1 and word[-n:] in rules), 0)
        if not length:
            continue
        stem = word[:-length]
        for kind, forms in zip(found, templates[word[-length:]], strict=True):
            found[kind] += [f"{form.replace(_STEM, stem)}{blank}{rest}" for form in forms]
    return found
