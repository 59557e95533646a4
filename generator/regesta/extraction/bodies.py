"""Bodies that act without a name: ministries, courts, boards, shareholders, with whose they are.

A body is known by what it is and whose: the economy ministry of France is one in every language, and another than
Germany's. What the words alone tell is found here; which of them are one is decided over all articles (institutions).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from regesta.extraction.lexicon import IDLE, Lexicon
from regesta.extraction.phrases import Hit, best
from regesta.extraction.sentence import Sentence
from regesta.languages.territories import Territory, cities, nation, stem, territories
from regesta.languages.words import Word

_PEOPLE = (
    "shareholders workers fishermen farmers students protesters residents teachers miners doctors drivers nurses "
    "voters rebels refugees creditors firefighters investigators opposition coalition"
)
PEOPLE = frozenset(_PEOPLE.split())
"""Bodies that are people rather than an office: where they are isn't whose they are."""
LOCAL = frozenset({"court", "civil court", "district court", "prosecutors", "police", "city council", "port authority"})
"""Bodies of a city."""
_HEAD = 5
"""Words at the head of a sentence that may say where what follows is."""
POSSESSIVE = ("'s", "’s", "'", "’")
_OPENING = frozenset('«„"“‘')
APPOSED = frozenset({"museum", "hospital", "university", "union", "citizens' initiative", "central bank"})
"""Bodies whose word stands before their own name; before other bodies' words stands whose they are."""
_AFTER = 4
"""Words between a body and whose it is, after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body in a sentence."""

    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    kind: str
    """What it is, in English; empty where it stands for a state (the Kremlin)."""
    state: str | None = None
    """The country (ISO 3166) whose body the words alone say it is."""
    owner: str | None = None
    """Whose it is, as written, where a hyphen joins the two (Alpicor-Aktionäre)."""
    named: bool = False
    """Whether it is only what a name may be ("the company"): somebody only where such a name is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name in a sentence that a body may belong to."""

    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    key: str
    """Who or what."""
    kind: str
    """organisation, place …"""


def bodies(sentence: Sentence) -> list[Body]:
    """The bodies of a sentence, from left to right."""
    if sentence.bodies is None:
        sentence.bodies = _found(sentence)
    return sentence.bodies


def _found(sentence: Sentence) -> list[Body]:
    data, parts = sentence.lexicon, sentence.words
    hits = data.institutions.find(parts)
    plain = [i for i, w in enumerate(parts) if not w.is_word or nation(w.text, data.language) is None]
    if len(plain) < len(parts):
        apart = data.institutions.find([parts[i] for i in plain])
        hits += [Hit(h.label, tuple(plain[i] for i in h.indexes), h.literal) for h in apart]
    found = [_body(hit) for hit in best(hits) if hit.label != IDLE]
    taken = {i for body in found for i in range(body.first, body.last + 1)}
    found += [
        body for at, word in enumerate(parts) if "-" in word.text and at not in taken for body in _joined(sentence, at)
    ]
    taken |= {body.first for body in found}
    if data.body_endings:
        found += [body for at, word in enumerate(parts) if at not in taken for body in _compound(word, at, data)]
        taken |= {body.first for body in found}
    for hit in best(data.kinds.find(parts)):
        if taken.isdisjoint(hit.indexes):
            found.append(Body(first=hit.indexes[0], last=hit.indexes[-1], kind=hit.label, named=True))
    return sorted(found, key=lambda b: b.first)


def _compound(word: Word, at: int, data: Lexicon) -> list[Body]:
    """A body at the end of a compound word: Sportgericht."""
    fitting = [label for label, ends in data.body_endings.items() if word.is_capital and word.folded.endswith(ends)]
    return [Body(first=at, last=at, kind=label) for label in fitting[:1]]


def _body(hit: Hit, owner: str | None = None) -> Body:
    kind, _, state = hit.label.partition("=")
    return Body(first=hit.indexes[0], last=hit.indexes[-1], kind=kind, state=state or None, owner=owner)


def _joined(sentence: Sentence, at: int) -> list[Body]:
    """A body at the end of a hyphenated word, and whose it is at its beginning."""
    word = sentence.words[at]
    head, _, tail = word.text.rpartition("-")
    if not head or not tail[:1].isalpha():
        return []
    cut = Word(tail, tail.casefold(), word.end - len(tail), word.end)
    hits = best(sentence.lexicon.institutions.find((cut,)))
    return [_body(Hit(hits[0].label, (at,), hits[0].literal), head)] if hits else []


def place_at(sentence: Sentence, start: int, end: int) -> tuple[Territory | None, int]:
    """The longest place that is known to begin at a word, large cities included, and where it ends."""
    parts = sentence.words
    for stop in range(min(end, start + 4), start, -1):
        stems = tuple(stem(w.text) for w in parts[start:stop])
        found = territories(sentence.article.language).get(stems) or cities().get(stems)
        if found and parts[start].is_capital:
            return found, stop
    return None, start


def cut(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """A run without the body before or after a name: "МИД Пётр Лысенко", "Kursa Oil Board"."""
    if _bear_a_name(sentence, start, end):
        return start, end
    for body in bodies(sentence):
        if body.named or body.kind in APPOSED:
            continue
        if body.first == start and body.last < end - 1:
            return body.last + 1, end
        if body.last == end - 1 and body.first > start and body.first == body.last:
            return start, body.first
    return start, end


def nameless(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a run of capitalised words is a body and no name: nothing in it but the body, places and small words."""
    data, parts = sentence.lexicon, sentence.words
    held = {i for b in _within(sentence, start, end) for i in range(b.first, b.last + 1)}
    if not held or _bear_a_name(sentence, start, end):
        return False
    held |= {i + start for hit in data.levels.find(parts[start:end]) for i in hit.indexes}
    at = start
    while at < end:
        small = parts[at].folded in data.particles or parts[at].folded in data.function or not parts[at].is_word
        if at in held or small or nation(parts[at].text, data.language):
            at += 1
            continue
        place, stop = place_at(sentence, at, end)
        if place is None:
            return False
        at = stop
    return True


def _within(sentence: Sentence, start: int, end: int) -> list[Body]:
    return [body for body in bodies(sentence) if not body.named and start <= body.last and body.first < end]


def _bear_a_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether of several bodies the first is named by the others: "National Union of Miners"."""
    own = _within(sentence, start, end)
    return len(own) > 1 and own[0].kind in APPOSED and not sentence.lexicon.capital_nouns


def owner_of(sentence: Sentence, body: Body, names: Sequence[Known]) -> tuple[str | None, Known | None]:
    """The key of whom a body belongs to, and the name that says so; None where the sentence doesn't tell."""
    if body.state:
        return f"place:{body.state}", None
    inside = [nation(w.text, sentence.lexicon.language) for w in sentence.words[body.first : body.last + 1]]
    if any(inside):
        return f"place:{next(filter(None, inside))}", None
    before = _owner_before(sentence, body, names)
    found = before if before[0] else _owner_after(sentence, body, names)
    return found if found[0] or body.kind not in LOCAL else (_place_before(sentence, body, names), None)


def _place_before(sentence: Sentence, body: Body, names: Sequence[Known]) -> str | None:
    """The city at the head of the sentence in which a local body sits: "À Ajaccio, le parquet …"."""
    if body.first > _HEAD or not names or names[0].kind != "place" or names[0].last >= body.first:
        return None
    locative = any(w.folded in sentence.lexicon.locative for w in sentence.words[: names[0].first])
    return names[0].key if locative and "/" in names[0].key else None


def seated(sentence: Sentence, start: int) -> bool:
    """Whether what begins at a word is where a local body sits: "le tribunal correctionnel de Bayonne"."""
    parts, data, at = sentence.words, sentence.lexicon, start - 1
    while at > 0 and parts[at].folded in data.genitive:
        at -= 1
    return 0 <= at < start - 1 and any(body.last == at and body.kind in LOCAL for body in bodies(sentence))


def _owner_before(sentence: Sentence, body: Body, names: Sequence[Known]) -> tuple[str | None, Known | None]:
    """Right before it, with a possessive and an adjective between at most: "Northgate's own shareholders"."""
    data, parts = sentence.lexicon, sentence.words
    at = body.first - 1
    if at > 0 and parts[at].text[0].islower() and parts[at - 1].folded in POSSESSIVE:
        at -= 1
    while at > 0 and (parts[at].folded in POSSESSIVE or data.levels.find((parts[at],))):
        at -= 1
    if at < 0:
        return None, None
    own = next((n for n in names if n.last == at and n.kind in ("organisation", "place")), None)
    possessive = at + 1 < body.first and parts[at + 1].folded in POSSESSIVE
    if own and (possessive or parts[own.first - 1].folded not in data.locative):
        return own.key, own
    country = nation(parts[at].text, data.language)
    return (f"place:{country}" if country else None), None


def _owner_after(sentence: Sentence, body: Body, names: Sequence[Known]) -> tuple[str | None, Known | None]:
    data, parts = sentence.lexicon, sentence.words
    at = body.last + 1
    joined = False
    while at < min(len(parts), body.last + 1 + _AFTER):
        own = next((n for n in names if n.first == at and n.kind in ("organisation", "place")), None)
        where = own is not None and body.kind in PEOPLE and parts[own.first - 1].folded in data.locative
        if own and not where and (own.kind == "place" or joined or not data.indefinite):
            return own.key, own
        word = parts[at].folded
        country = nation(parts[at].text, data.language) if at == body.last + 1 else None
        if country:
            return f"place:{country}", None
        if word not in data.genitive and word not in data.determiners and word not in data.locative:
            break
        joined = joined or word in data.genitive or word in data.locative
        at += 1
    return None, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells of a body."""

    body: Body
    """The body's words."""
    owner: str | None = None
    """The key of whose it is."""
    own_name: Known | None = None
    """The name whose kind the words only say ("the museum Rheinhof")."""
    owned_by: Known | None = None
    """The name that says whose it is."""


def told(sentence: Sentence, names: Sequence[Known], find: Callable[[str], str | None]) -> list[Told]:
    """The bodies of a sentence with whose they are; `find` gives the key of a name inside a hyphenated word."""
    found = []
    for body in bodies(sentence):
        over = next((n for n in names if n.first <= body.last and body.first <= n.last), None)
        own = over or _apposed(sentence, body, names)
        if own is not None:
            found.append(Told(body=body, own_name=own))
        elif any(n.first == body.last + 1 and n.kind == "person" for n in names):
            continue
        elif body.owner:
            country = nation(body.owner, sentence.lexicon.language)
            found.append(Told(body=body, owner=f"place:{country}" if country else find(body.owner)))
        elif body.named:
            found.append(Told(body=body))
        else:
            owner, known = owner_of(sentence, body, names)
            if known and any(n.first == known.last + 1 and n.kind == "person" for n in names):
                continue  # "глава МИД Экваториальной Гвинеи Ада Квилл": her title
            found.append(Told(body=body, owner=owner, owned_by=known))
    return found


def _apposed(sentence: Sentence, body: Body, names: Sequence[Known]) -> Known | None:
    """The organisation's name right beside a word for what it is: "the museum Rheinhof", "the SUT union"."""
    if not body.named and body.kind not in APPOSED:
        return None
    at = body.last + 1
    while at < len(sentence.words) and sentence.words[at].text in _OPENING:
        at += 1
    ends = (n for n in names if n.kind == "organisation" and (n.first == at or n.last == body.first - 1))
    return next(ends, None)
