"""Phrases: what patterns with choices, heads of compounds, gaps and dates in between find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.extraction.phrases import Phrases
from regesta.languages.words import words


def found(patterns: str, text: str, aside: frozenset[int] = frozenset()) -> set[tuple[int, ...]]:
    """The places of the words that each hit holds."""
    return {hit.indexes for hit in Phrases([("x", patterns)]).find(words(text), aside)}


WORD = st.sampled_from(["a", "ab", "abc", "abcd", "abd", "x", "xyz"])
CHOICE = st.lists(WORD, min_size=1, max_size=3, unique=True)


@given(CHOICE, CHOICE, CHOICE, st.lists(WORD, min_size=1, max_size=9))
def test_a_choice_finds_what_its_words_find_each_for_itself(
    one: list[str], two: list[str], three: list[str], text: list[str]
) -> None:
    chosen = " ".join(f"({'|'.join(words)})" for words in (one, two, three))
    each = ", ".join(f"{a} {b} {c}" for a in one for b in two for c in three)
    assert found(chosen, " ".join(text)) == found(each, " ".join(text))


@given(st.lists(WORD, min_size=2, max_size=3), st.lists(WORD, min_size=2, max_size=9))
def test_a_phrase_is_found_wherever_its_words_stand_in_a_row(phrase: list[str], text: list[str]) -> None:
    size = len(phrase)
    rows = {tuple(range(n, n + size)) for n in range(len(text) - size + 1) if text[n : n + size] == phrase}
    assert found(" ".join(phrase), " ".join(text)) == rows


def test_a_choice_may_hold_several_words_and_gaps() -> None:
    pattern = "(court|judge) … (threw out|sent … to prison)"
    assert found(pattern, "The court threw out the suit") == {(1, 2, 3)}
    assert found(pattern, "A judge sent both men to prison") == {(1, 2, 5, 6)}
    assert found(pattern, "A judge sent both men home") == set()


def test_the_head_of_a_compound_is_a_noun_with_something_before_it() -> None:
    assert found("*verbot", "Das Nachtwanderverbot gilt, ein Verbot nicht, nachtwanderverbot auch nicht") == {(1,)}


def test_a_date_may_stand_inside_a_phrase() -> None:
    assert found("condenó el ataque", "Ana condenó el lunes el ataque", frozenset({2, 3})) == {(1, 4, 5)}


def test_a_phrase_may_end_with_an_article_without_its_vowel() -> None:
    assert found("rejette (le|la|l')", "La cour rejette l’appel") == {(2, 3)}
    assert found("revoca l'", "Il comune revoca l'appalto, anzi un po' di più") == {(2, 3)}
    assert found("un po' di", "anzi un po' di più") == {(1, 2, 3, 4)}
