"""What belongs to no name at the edges of a run of capitalised words: articles, nationalities, somebody else's name."""

from __future__ import annotations

from regesta.extraction.gender import is_given, of_given
from regesta.extraction.lexicon import Lexicon
from regesta.extraction.sentence import Sentence
from regesta.extraction.surroundings import is_role
from regesta.languages.territories import nation
from regesta.languages.words import Word


def trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """A run without the words before and after that are no names."""
    parts, data = sentence.words, sentence.lexicon
    if _adjective(sentence, start, end):
        return end, end
    while start < end and (
        _no_name(parts[start], data, first=start == 0 or not parts[start - 1].is_word)
        or _demonym(sentence, start, end)
        or _common_noun(sentence, start, end)
        or _citizen(sentence, start, end)
        or _before_given(sentence, start, end)
    ):
        start += 1
    while end > start and (parts[end - 1].folded in data.particles or parts[end - 1].folded in data.determiners):
        end -= 1
    return start, end


def _common_noun(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run begins with a common noun, where those have capitals: "der Hafen Liepaja", "Betreiber Alsavia"."""
    data, parts = sentence.lexicon, sentence.words
    if not data.capital_nouns or end - start < 2:
        return False
    if parts[start].folded in data.organisation or is_role(parts[start], data):
        return False
    determined = start > 0 and parts[start - 1].folded in data.determiners
    return determined or bool(data.kinds.find((parts[start],)))


def _citizen(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run begins with a nationality as a noun: "l'Espagnol Íñigo Sarasola", not "Deutsche Bank"."""
    parts, data = sentence.words, sentence.lexicon
    if end - start < 3 or any(w.folded in data.organisation for w in parts[start:end]):
        return False
    return nation(parts[start].text, data.language) is not None


def _no_name(word: Word, data: Lexicon, *, first: bool) -> bool:
    if word.folded in data.titles or word.text[0].isdigit():
        return True
    parts = word.folded.split("-")
    if len(parts) > 1 and not data.capital_nouns and word.text.rpartition("-")[2].islower() and len(parts[-1]) > 3:
        return True
    shouted = word.text.isupper() and len(word.text) > 1
    return word.folded in data.function and (first or not shouted)


def _demonym(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run begins with a nationality that isn't part of an organisation's name ("British Museum")."""
    data, parts = sentence.lexicon, sentence.words
    told = data.demonyms and all(part in data.demonyms for part in parts[start].folded.split("-"))
    return bool(told) and not any(w.folded in data.organisation for w in parts[start + 1 : end])


def _before_given(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a given name begins a run's second word, and the first is another's: "адвокат Алмейды Рубен Тейшейра".

    Only where a role, or a genitive behind one, stands before, or the sentence begins; where nouns have capitals, what
    stands before a given name is one: "Plagiatsprüfer Tobias Kröll".
    """
    parts, data = sentence.words, sentence.lexicon
    if end - start < 3 or of_given(parts[start].text) or not of_given(parts[start + 1].text):
        return False
    if parts[start].folded in data.given or any(w.folded in data.organisation for w in parts[start:end]):
        return False
    if data.capital_nouns and is_given(parts[start + 1].text):
        return True
    before = [w for w in parts[max(0, start - 3) : start] if w.folded not in data.determiners]
    while before and before[-1].folded in data.genitive:
        before.pop()
    while before and before[-1].text[0].islower() and not is_role(before[-1], data) and len(before) > 1:
        before.pop()  # "министр экономики Саксонии Мартина Кунерт"
    return not before or is_role(before[-1], data)


def _adjective(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a lone capitalised word is the adjective at the head of a longer name: "Европейского банка"."""
    parts, data = sentence.words, sentence.lexicon
    if not data.adjectival or end - start > 1 or end >= len(parts) or not parts[start].folded.endswith(data.adjectival):
        return False
    following = parts[end].folded
    return following in data.organisation or (
        following[-2:] == parts[start].folded[-2:] and parts[end].text[0].islower()
    )
