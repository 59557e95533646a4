"""Sentences end where a reader ends them."""

from __future__ import annotations

import pytest

from regesta.languages.sentences import split

CASES = [
    ("en", ["He met Mr. Smith on Nov. 3.", "They talked."]),
    ("en", ["“What next? Nothing,” she said.", "Then she left."]),
    ("en", ["The U.S. won.", "It rained."]),
    ("en", ["The Moscow. Kremlin. Putin program went on air.", "It was late."]),
    ("de", ["Am 9. November fiel die Mauer.", "Es war Nacht."]),
    ("de", ["„Nein“, sagte er.", "Dann ging er."]),
    ("ru", ["«Нет, — сказал он. — Никогда».", "Он ушёл."]),
    ("ru", ["Это было 9 нояб. 2023 г. в Москве.", "Шёл снег."]),
    ("fr", ["« Non », dit-il.", "M. Dupont est parti."]),
    ("es", ["El Sr. Gil llegó.", "¿Quién lo vio?"]),
]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_sentences_end_where_a_reader_ends_them(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in split(text, language)] == sentences
