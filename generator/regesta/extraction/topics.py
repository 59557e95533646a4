"""What a sentence is about, in no language: concepts, amounts, names and deeds. Likeness is measured on these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.extraction.amounts import amounts
from regesta.extraction.cast import Actor
from regesta.extraction.sentence import Sentence
from regesta.languages.keys import key

_LONG, _KEY = 5, 6
"""Letters of a long word and of its key at least; letters of the key that count."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a sentence is about, by which it is compared with others."""

    topics: frozenset[str]
    """Concepts, numbers, deeds, and the keys of its names."""
    named: frozenset[str]
    """The names among them."""
    wording: frozenset[str]
    """Keys of the long words: laboratory, laboratorio and лаборатория are alike."""


def matter(sentence: Sentence, actors: Sequence[Actor]) -> Matter:
    """What a sentence is about."""
    numbers = set(amounts(sentence))
    deeds = {"~" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("verb")}
    names = frozenset("@" + actor.use.key for actor in actors)
    deeds |= {"^" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("noun")}
    keys = (key(word.text) for word in sentence.words if len(word.text) >= _LONG and word.text[0].isalpha())
    wording = frozenset("=" + found[:_KEY] for found in keys if len(found) >= _LONG)
    return Matter(sentence.concepts | numbers | names | deeds, names, wording)
