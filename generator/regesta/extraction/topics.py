"""What a sentence is about, in no language: concepts, amounts, names and deeds. Likeness is measured on these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.extraction.sentence import Sentence
from regesta.extraction.triggers import Telling


def topics(telling: Telling) -> frozenset[str]:
    """What a sentence is about: concepts, numbers, and the keys of its names."""
    sentence = telling.sentence
    numbers = set(amounts(sentence))
    deeds = {"~" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("verb")}
    names = {"@" + actor.use.key for actor in telling.actors}
    deeds |= {"^" + hit.label.split(" ")[0] for hit in sentence.triggers if hit.label.endswith("noun")}
    return sentence.concepts | numbers | names | deeds


def amounts(sentence: Sentence) -> Iterator[str]:
    """The numbers of a sentence by their significant digits: 4.6 billion, 4,6 milliards and 4.600 millones are one."""
    parts = sentence.words
    for at, word in enumerate(parts):
        if at in sentence.timed or not word.text[0].isdigit() or (at and parts[at - 1].text[0].isdigit()):
            continue
        text = word.text
        for more in parts[at + 1 : at + 3]:
            if not (more.text.isdigit() and len(more.text) == 3 and len(text) <= 7):
                break
            text += more.text
        digits = re.sub(r"\D", "", text).strip("0")
        if len(digits) > 1:
            yield "#" + digits
