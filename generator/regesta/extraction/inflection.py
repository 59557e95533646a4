"""Further forms of listed verbs: what a language's file says of one ending gives the forms of a thousand verbs.

News tells plans in other forms than deeds: "suspenderá", "doit rencontrer". Lists of deeds hold the past; the rest
follows from endings (`inflection` in the language file). What only counts behind a plan is marked as an infinitive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from regesta.extraction.patterns import heads

INFINITIVE: Final = "infinitive"
"""What the labels of forms end with that tell nothing by themselves."""
_STEM: Final = "~"


def inflected(patterns: str, rules: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """Patterns, separated by commas, to their further forms by kind: "verb" and "infinitive".

    `rules` map an ending to `forms` and `infinitives`, lists in which ~ is the stem. The longest ending counts, and
    only the first word of a pattern is inflected. Forms that are listed anyway are given again; they do no harm.
    """
    found: dict[str, list[str]] = {"verb": [], INFINITIVE: []}
    for pattern in heads(patterns):
        first, _, rest = pattern.partition(" ")
        word = first.rstrip("*")
        ending = max((end for end in rules if word.endswith(end) and len(word) > len(end) + 1), key=len, default="")
        if not ending:
            continue
        stem = word.removesuffix(ending)
        for kind, key in (("verb", "forms"), (INFINITIVE, "infinitives")):
            found[kind] += [f"{form} {rest}".strip() for form in _forms(rules[ending].get(key, ""), stem)]
    return found


def _forms(templates: str, stem: str) -> Iterable[str]:
    return (template.strip().replace(_STEM, stem) for template in templates.split(",") if template.strip())
