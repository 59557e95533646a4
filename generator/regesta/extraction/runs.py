"""Runs of capitalised words in a sentence, with the roles beside them: what may be names.

What the sentence alone tells (a role, an organisation word, a place that CLDR knows) is noted; the rest is decided by
agreement among all articles (see `lore`). Where every noun has a capital, as in German, a run needs more evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from regesta.extraction.bodies import bodies, cut, nameless, place_at, seated
from regesta.extraction.gender import is_given, of_given, of_title
from regesta.extraction.sentence import Sentence
from regesta.extraction.surroundings import after_genitive, attributed, is_role, role_nearby, where
from regesta.extraction.trimming import trimmed
from regesta.languages.keys import key
from regesta.languages.territories import Territory, nation, stem, territories
from regesta.languages.words import Word, elided, joined

_NAMED_AFTER = 3
"""Words of a portfolio with a first and a last name behind it."""
_FULL = 2
"""Words of a given name and a surname, behind which another given name is another person's: "Rosa Gil y Ana Sanz"."""
_TITLE = 5
"""Long words of a headline from which on capitals throughout are its style."""
_LONGEST = 6
"""Words; a longer run is a headline in capitals."""
_GREEK = "\u0370"
"""The first letter behind those of the Latin script."""
_AND = "&"
"""What stands between partners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of words that may be a name."""

    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    words: tuple[str, ...]
    """The name's words as written."""
    keys: tuple[str, ...]
    """Their transcription-neutral keys; none for an elided article, so that "L'Oréal" and "Oréal" are one."""
    role: str | None = None
    """The role beside it."""
    kind: str | None = None
    """person, organisation or place where the sentence alone tells; else None."""
    territory: Territory | None = None
    """The place that it names, where CLDR knows it."""
    city: Territory | None = None
    """The large city that it may name, where CLDR doesn't know it."""
    initial: bool = False
    """Whether it begins the sentence, where a capital says little."""
    determined: bool = False
    """Whether an article stands before it."""
    located: bool = False
    """Whether a preposition of place stands before it."""
    core: tuple[str, ...] = ()
    """The keys of its words without those for what it is ("Gewerkschaft SUT"); empty where there are none such."""
    given: bool = False
    """Whether it begins with a known given name."""
    gender: str | None = None
    """he or she by the title before it, as in "Mrs Quill"."""


def runs(sentence: Sentence) -> list[Run]:
    """The runs of a sentence, from left to right; none for a headline in capitals throughout."""
    if sentence.runs is None:
        sentence.runs = [] if _title_case(sentence) else _runs(sentence)
    return sentence.runs


def _runs(sentence: Sentence) -> list[Run]:
    found: list[Run] = []
    at = 0
    while at < len(sentence.words):
        end = _end(sentence, at)
        found += _pieces(sentence, at, end) if end > at else []
        at = max(end, at + 1)
    return found


def _title_case(sentence: Sentence) -> bool:
    """Whether a headline has capitals throughout, but for small words."""
    data, parts = sentence.lexicon, sentence.words
    long = [w for w in parts if w.is_word and len(w.text) > 3]
    if len(long) < _TITLE or data.capital_nouns or parts[-1].text == ".":
        return False
    return all(w.is_capital or w.folded in data.function for w in long)


def _end(sentence: Sentence, at: int) -> int:
    """The end of the run that begins at `at`; `at` itself where none does."""
    parts, timed = sentence.words, sentence.timed
    if at in timed or not parts[at].is_capital:
        return at
    end = at + 1
    while end < len(parts) and end not in timed and _in_one_script(parts[end - 1], parts[end]):
        following = end + 1 < len(parts) and end + 1 not in timed and parts[end + 1].is_capital
        if parts[end].is_capital:
            end += 1
        elif following and (_joins(sentence, at, end) or _is_for(sentence, at, end)):
            end += 2
        else:
            break
    return end


def _in_one_script(one: Word, other: Word) -> bool:
    """Whether two words may be of one name: in "Alsavia Корін Делятр" a firm and a person stand side by side."""
    letters = [word.text[0] for word in (one, other)]
    return not all(map(str.isalpha, letters)) or len({letter < _GREEK for letter in letters}) == 1


def _joins(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a particle joins two parts of a name: "of" only in an organisation's or after a given name.

    Ortega y Gasset was one man, but Barbastro y Zaragoza are two cities.
    """
    data, parts = sentence.lexicon, sentence.words
    if parts[at].folded not in data.particles:
        return False
    if parts[at].folded in data.joining and place_at(sentence, at + 1, len(parts))[0]:
        return False
    if parts[at].folded not in data.genitive:
        return at - start < _FULL or not (is_given(parts[start].text) and is_given(parts[at + 1].text))
    if parts[at - 1].folded in data.given:
        return True
    head = next((w for w in reversed(parts[start:at]) if not data.levels.find((w,))), parts[start])  # Banco Central de
    return head.folded in data.organisation


def _is_for(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a word goes on a body's name with what it is for: "the Court of Arbitration for Sport"."""
    parts, data = sentence.words, sentence.lexicon
    return parts[at].folded in data.purpose and any(w.folded in data.organisation for w in parts[start:at])


def _pieces(sentence: Sentence, start: int, end: int) -> list[Run]:
    """A run without what is no name, cut at roles and at places."""
    if nameless(sentence, start, end):
        return _places_in(sentence, start, end)
    place, behind = _place(sentence, start, end)
    named = any(word.folded in sentence.lexicon.organisation for word in sentence.words[behind:end])
    if place and start + 1 < behind < end and not named:  # the adjective in "Саудовской Аравии" is no demonym
        return [run_at(sentence, start, behind, None, place), *_pieces(sentence, behind, end)]
    start, end = trimmed(sentence, *cut(sentence, start, end))
    return _cut_at_roles(sentence, start, end) if start < end <= start + _LONGEST else []


def _cut_at_roles(sentence: Sentence, start: int, end: int) -> list[Run]:
    """A run of nothing but names, roles and places."""
    minister = _minister(sentence, start, end)
    if minister is not None:
        return _after_role(sentence, minister, start + 1, end)
    role_end = _role_end(sentence, start, end)
    if role_end > start:
        return _after_role(sentence, start, role_end, end)
    firm = any(word.text == _AND for word in sentence.words[start:end])  # partners, whatever they are alone
    halves = [] if firm else _german_halves(sentence, start, end)
    if halves:
        return [piece for half in halves for piece in _pieces(sentence, *half)]
    return [run_at(sentence, start, end, None)] if firm else _at_places(sentence, start, end)


def _minister(sentence: Sentence, start: int, end: int) -> int | None:
    """The role whose portfolio begins a run with a name behind it: "il ministro della Cultura Ada Neri"; or None."""
    parts, data = sentence.words, sentence.lexicon
    if end - start < _NAMED_AFTER or start < 2 or data.capital_nouns or not data.concepts.find((parts[start],)):
        return None
    if parts[start - 1].folded not in data.genitive and parts[start - 1].folded not in data.determiners:
        return None
    return next((back for back in (start - 2, start - 3) if back >= 0 and is_role(parts[back], data)), None)


def _at_places(sentence: Sentence, start: int, end: int) -> list[Run]:
    """A run as it is, or cut behind the place that it begins with."""
    parts, data = sentence.words, sentence.lexicon
    place, place_end = _place(sentence, start, end)
    if place is None and end - start > 2 and start and is_role(parts[start - 1], data):
        city, city_end = place_at(sentence, start, end)
        if city and city_end < end - 1:
            return [run_at(sentence, start, city_end, None), run_at(sentence, city_end, end, parts[start - 1].text)]
    if place is None:
        return [run_at(sentence, start, end, role_nearby(sentence, start, end))]
    if place_end < end and any(w.folded in data.organisation for w in parts[start:end]):
        return [run_at(sentence, start, end, None)]
    found = [run_at(sentence, start, place_end, None, place)]
    return found + (_pieces(sentence, place_end, end) if place_end < end else [])


def _places_in(sentence: Sentence, start: int, end: int) -> list[Run]:
    """The places within a body's words: they say whose it is or where, and don't act."""
    found, at = [], start
    while at < end:
        _, stop = place_at(sentence, at, end)
        if stop > at:
            place, whole = _place(sentence, at, stop)
            run = run_at(sentence, at, stop, None, place if whole == stop else None)
            found.append(replace(run, located=True))
        at = max(stop, at + 1)
    return found


def _after_role(sentence: Sentence, start: int, role_end: int, end: int) -> list[Run]:
    """The name that follows a role, if one does and it isn't a place."""
    if role_end == end:
        return []
    if _place(sentence, role_end, end)[0]:
        return _pieces(sentence, role_end, end)
    begin, end = trimmed(sentence, role_end, end)
    if begin >= end:
        return []
    return [run_at(sentence, begin, end, joined(w.text for w in sentence.words[start:role_end]))]


def _german_halves(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """Where capitals say little, a run ends at a genitive ("Putins Hinterhof") and before a place."""
    parts = sentence.words
    first = parts[start]
    if not sentence.lexicon.capital_nouns or end - start < 2:
        return []
    if first.folded.endswith("s") and len(first.text) > 4 and first.folded not in sentence.lexicon.given:
        return [(start, start + 1), (start + 1, end)] if _place(sentence, start, start + 1)[0] is None else []
    for at in range(start + 1, end):
        if _place(sentence, at, end)[0]:
            return [(start, at), (at, end)]
    return []


def _role_end(sentence: Sentence, start: int, end: int) -> int:
    """Where the role at the head of a run ends: after the last role word that leaves a name; else `start`."""
    parts = sentence.words[start:end]
    roles = [start + i for i, word in enumerate(parts) if is_role(word, sentence.lexicon)]
    roles += [start + hit.indexes[-1] for hit in sentence.lexicon.roles.find(parts)]
    return max(roles) + 1 if roles else start


def _place(sentence: Sentence, start: int, end: int) -> tuple[Territory | None, int]:
    """The longest known place at the head of a run, and where it ends."""
    table = territories(sentence.article.language)
    for stop in range(end, start, -1):
        found = table.get(tuple(stem(w.text) for w in sentence.words[start:stop]))
        if found:
            return found, stop
    return None, start


def run_at(sentence: Sentence, start: int, end: int, role: str | None, place: Territory | None = None) -> Run:
    """The run from one word up to another, with what the sentence tells of it."""
    parts, data = sentence.words[start:end], sentence.lexicon
    before = sentence.words[start - 1].folded if start else ""
    kind = None
    city = None if place else place_at(sentence, start, end)
    if place:
        kind = "place"
    elif any(w.folded in data.organisation or w.text == _AND for w in parts) or _kind_before(sentence, start, end):
        kind = "organisation"
    elif role or before in data.titles:
        kind = "person"
    return Run(
        first=start,
        last=end - 1,
        words=tuple(w.text for w in parts),
        keys=tuple(key(w.text) for w in parts if not elided(w.text) or len(parts) == 1),
        role=role,
        kind=kind,
        territory=place,
        city=city[0] if city and city[1] == end else None,
        initial=start == 0 or sentence.words[start - 1].text in '“„«"‹([—',
        determined=before in data.determiners or after_genitive(sentence, start) or attributed(sentence, start),
        located=where(sentence, start, end) or seated(sentence, start),
        core=_core(sentence, start, end),
        given=len(parts) > 1 and (parts[0].folded in data.given or is_given(parts[0].text)),
        gender=of_title(before, data.language) if before in data.titles else None,
    )


def _kind_before(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word for what an organisation may be stands right before a name without a given name."""
    if not start or of_given(sentence.words[start].text) or is_role(sentence.words[start - 1], sentence.lexicon):
        return False
    return any(body.named and body.last == start - 1 for body in bodies(sentence)) and end > start


def _core(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The keys of a name's words without the words for what it is, where what remains tells it from others."""
    parts, data = sentence.words[start:end], sentence.lexicon
    kinds = {i for hit in (*data.institutions.find(parts), *data.kinds.find(parts)) for i in hit.indexes}
    rest = [w for i, w in enumerate(parts) if i not in kinds and w.folded not in data.particles]
    if not kinds or not rest:
        return ()
    vague = all(w.folded in data.function or data.levels.find((w,)) or nation(w.text, data.language) for w in rest)
    return () if vague or place_at(sentence, start, end)[0] else tuple(key(w.text) for w in rest)
