"""What a sentence is about, in no language: concepts, amounts, names and deeds. Likeness is measured on these."""

from __future__ import annotations

from regesta.extraction.amounts import amounts
from regesta.extraction.sentence import Sentence
from regesta.extraction.triggers import Telling
from regesta.languages.keys import key

_LONG, _KEY = 5, 6
"""Letters of a long word and of its key at least; letters of the key that count."""


def topics(telling: Telling) -> frozenset[str]:
    """What a sentence is about: concepts, numbers, and the keys of its names."""
    sentence = telling.sentence
    numbers = set(amounts(sentence))
    deeds = {"~" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("verb")}
    names = {"@" + actor.use.key for actor in telling.actors}
    deeds |= {"^" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("noun")}
    return sentence.concepts | numbers | names | deeds


def wording(sentence: Sentence) -> frozenset[str]:
    """Keys of the long words: laboratory, laboratorio and лаборатория are alike."""
    keys = (key(word.text) for word in sentence.words if len(word.text) >= _LONG and word.text[0].isalpha())
    return frozenset("=" + found[:_KEY] for found in keys if len(found) >= _LONG)
