"""A language's words for events, speech, status, roles and institutions, ready to search with.

One place that knows the keys of the `events` and `names` sections; the rest of the room asks here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from regesta.extraction.inflection import inflected
from regesta.extraction.phrases import Phrases
from regesta.languages import listed, section

CUES = (
    "speech", "according", "planned", "cancelled", "denied", "negated", "hypothetical", "habitual", "background",
    "nocomment", "responds", "continuation", "earlier", "comes", "remark", "recent", "reported", "hearsay", "intended",
    "intended_end", "backshifted", "takes_up", "tally",
)  # fmt: skip
"""The lists of the `events` section that say how something is told."""
IDLE = "idle"
"""What words are labelled that look like a trigger or a body and are none: période, no form of périr; "on board"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What a language's file says, for one language."""

    language: str
    """BCP 47."""
    triggers: Phrases
    """Labels are `<type>.<concept>` and `verb` or `noun`, separated by a blank; or IDLE."""
    concepts: Phrases
    """What events are about; labels are concepts shared by all languages."""
    cues: Phrases
    """Labels are those of CUES."""
    roles: Phrases
    """Words for what a person is."""
    institutions: Phrases
    """Bodies and groups that act without a name; labels are English, after `=` the country whose body it is."""
    kinds: Phrases
    """What a named organisation may be: company, newspaper …"""
    written: dict[str, str]
    """Label of a body -> how records write it in this language."""
    owned: dict[str, str]
    """state, city or organisation -> how records write a body that is its."""
    spots: frozenset[str]
    """Words for kinds of places, beside which a name is a place's."""
    offices: dict[str, str]
    """Concepts of an office, joined by + -> how records write it where nobody with a name holds it."""
    levels: Phrases
    """Adjectives of bodies (state, federal) that make no name."""
    function: frozenset[str]
    """Words that are no names, even with a capital."""
    determiners: frozenset[str]
    """Articles and the like."""
    particles: frozenset[str]
    """Words inside names that have no capital."""
    titles: frozenset[str]
    """Mr, Mme, Herr."""
    organisation: frozenset[str]
    """Words that make a name an organisation's."""
    role_endings: tuple[str, ...]
    """Ends of compound words for roles (German)."""
    given: frozenset[str]
    """Given names."""
    demonyms: frozenset[str]
    """Adjectives of countries that are written with a capital."""
    locative: frozenset[str]
    """Prepositions of place."""
    to: frozenset[str]
    """Prepositions before whoever is given something."""
    passive: frozenset[str]
    """Prepositions before the one who acts, in passives."""
    genitive: frozenset[str]
    """Prepositions that say whose: of, de, von."""
    purpose: frozenset[str]
    """Prepositions that say what a body is for, within its name: "Court of Arbitration for Sport"."""
    indefinite: frozenset[str]
    """Indefinite articles: what follows is nobody known."""
    temporal: frozenset[str]
    """Prepositions and the like before a date."""
    relative: frozenset[str]
    """Relative pronouns."""
    clauses: frozenset[str]
    """Conjunctions that begin a clause of its own even where no comma stands."""
    compelling: frozenset[str]
    """Verbs right behind which such a conjunction begins none: "tuvo que dimitir"."""
    joining: frozenset[str]
    """Conjunctions that join a second verb to the first, with the same subject."""
    auxiliaries: frozenset[str]
    """Words that may stand between a subject and the verb that tells: has, also."""
    describing: tuple[tuple[str, ...], frozenset[str]]
    """Ends of participles that describe rather than tell ("the arrested man"), and the words right behind which they
    do; none where their ends alone tell."""
    future: tuple[str, ...]
    """Ends of verbs that tell what is to come."""
    drops_subjects: bool
    """Whether a verb alone says who: Spanish dijo."""
    objects: frozenset[str]
    """Pronouns that are never a subject: him, ihm."""
    pronouns: dict[str, str]
    """Pronoun -> he, she, they or it; what may be she or they is she."""
    plural_verbs: tuple[str, ...]
    """Ends of verbs beside a pronoun that show that it is they."""
    people: dict[str, str]
    """Noun that takes up somebody named ("the official") -> he, she or any."""
    body_endings: dict[str, tuple[str, ...]]
    """Label of a body -> the ends of compound words for it."""
    adjectival: tuple[str, ...]
    """Ends of adjectives, in languages that write only the first word of an organisation's name with a capital."""
    oblique: tuple[str, ...]
    """Ends of nouns that are no subject."""
    nominative: frozenset[str]
    """Roles that are subjects although they end like that."""
    two: Phrases
    """Words for the two who were named last."""
    capital_nouns: bool
    """Whether every noun has a capital."""

    @property
    def neuter(self) -> bool:
        """Whether things have a pronoun of their own, so that he and she are persons."""
        return "it" in self.pronouns.values()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47); an empty one where there is no file."""
    return _lexicon(language.split("-", maxsplit=1)[0])


@cache
def _lexicon(language: str) -> Lexicon:
    names, events = section(language, "names"), section(language, "events")
    particles, closing = _words(events, "particles"), _words(events, "closing")
    return Lexicon(
        language=language,
        triggers=Phrases(_triggers(events), particles, closing, same=_same(events)),
        concepts=Phrases((events.get("words") or {}).items()),
        cues=Phrases(((cue, events.get(cue) or "") for cue in CUES), particles, closing),
        roles=Phrases([("role", names.get("roles") or "")]),
        institutions=Phrases((names.get("institutions") or {}).items()),
        kinds=Phrases((names.get("kinds") or {}).items()),
        written={label: text.split(",")[0].strip() for label, text in (names.get("institutions") or {}).items()},
        owned=names.get("bodies") or {},
        spots=_words(names, "spots"),
        offices=names.get("offices") or {},
        levels=Phrases([("level", names.get("levels") or "")]),
        function=_words(names, "function"),
        determiners=_words(names, "determiners"),
        particles=_words(names, "particles"),
        titles=_words(names, "titles"),
        organisation=_words(names, "organisation"),
        role_endings=tuple(sorted(_words(names, "role_endings"))),
        given=_words(names, "given").union(*(_words(told, "given") for told in (names.get("gender") or {}).values())),
        demonyms=_words(names, "demonyms"),
        locative=_words(names, "in"),
        to=_words(names, "to"),
        passive=_words(names, "passive"),
        genitive=_words(names, "genitive"),
        purpose=_words(names, "purpose"),
        indefinite=_words(names, "indefinite"),
        temporal=_words(events, "temporal"),
        relative=_words(events, "relative"),
        clauses=_words(events, "clauses"),
        compelling=_words(events, "compelling"),
        joining=_words(events, "joining"),
        auxiliaries=_words(events, "auxiliaries"),
        describing=(tuple(sorted(_words(events, "describing"))), _words(events, "articles")),
        future=tuple(sorted(_words(events, "future"))),
        drops_subjects=names.get("subjects") == "dropped",
        objects=_words(names, "objects"),
        pronouns=_kinds(names, "pronouns"),
        plural_verbs=tuple(sorted(_words(names, "plural_verbs"))),
        people=_kinds(names, "people"),
        body_endings=_endings(names, "body_endings"),
        adjectival=tuple(sorted(_words(names, "adjectival"))),
        oblique=tuple(sorted(_words(names, "oblique"))),
        nominative=_words(names, "nominative"),
        two=Phrases([("two", names.get("two") or "")]),
        capital_nouns=names.get("nouns") == "capital",
    )


def _endings(names: dict[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {label: tuple(w.strip() for w in text.split(",")) for label, text in (names.get(key) or {}).items()}


def _words(names: dict[str, Any], key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in listed(names.get(key)))


def _kinds(names: dict[str, Any], key: str) -> dict[str, str]:
    """Word -> the kind under which it is listed, the first where it is listed twice."""
    found: dict[str, str] = {}
    for kind, text in (names.get(key) or {}).items():
        for word in text.split(","):
            found.setdefault(word.strip(), kind)
    return found


def _triggers(events: dict[str, Any]) -> list[tuple[str, str]]:
    rules = events.get("inflection") or {}
    found = [(IDLE, events.get(IDLE) or "")]
    for concept, lists in (events.get("triggers") or {}).items():
        found += [(f"{concept} {kind.rstrip('s')}", text) for kind, text in lists.items()]
        further = inflected(lists.get("verbs", ""), rules)
        found += [(f"{concept} {kind}", ", ".join(forms)) for kind, forms in further.items()]
    return found


def _same(events: dict[str, Any]) -> dict[str, str]:
    """Word -> the word in whose place it may stand at the head of a pattern."""
    return {word.strip(): head for head, text in (events.get("same") or {}).items() for word in text.split(",")}
