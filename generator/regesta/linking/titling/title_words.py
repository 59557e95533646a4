"""What a language's `titles` section says, made ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from regesta.languages import section
from regesta.linking.titling.desk import base

Phrases = re.Pattern[str]
"""Any of some phrases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A language's words for cutting lines and for judging them."""

    before_time: Phrases
    """Prepositions that go with a time expression, at the end of the text before it."""
    whole_time: Phrases
    """How a time expression begins that is no adverbial unless a preposition stands before it: "the last days"."""
    ties: Phrases
    """Words after a time expression that tie it to what follows: "the night of the fire"."""
    tied: Phrases
    """Conjunctions that do so behind an article: "the same evening that", not "told her on Monday that"."""
    dating: Phrases
    """Verbs that need a time, at the end of the text before it: "dates back to"."""
    genitive: Phrases
    """A mark after a time expression that makes it an attribute: "last month's"."""
    openers: Phrases
    """Connectives at the start of a sentence."""
    fillers: Phrases
    """Adverbs that point to what was told before, wherever they stand."""
    cuts: Phrases
    """Conjunctions before which a clause may end and after which one may begin."""
    trailing: Phrases
    """Participles and prepositions before which a clause may end too."""
    complements: Phrases
    """Conjunctions that bring what a verb needs, before which nothing may end."""
    that: Phrases
    """The first of them, which brings what was said."""
    relative: Phrases
    """Relative pronouns in the nominative, at the end of the text before a verb or its auxiliaries."""
    following: Phrases
    """A comma and a relative pronoun, with a clause about what stands before."""
    restrictive: Phrases
    """Those that may also bring a relative clause."""
    weak: Phrases
    """Words with which no line that stands alone begins: pronouns, conjunctions, relatives."""
    adverbial: Phrases
    """Prepositions, with which a line begins less well than with who acts."""
    adjuncts: Phrases
    """The same within a line: what follows may be left out where it is too long."""
    anaphora: Phrases
    """Pronouns that point out of the line."""
    own: Phrases
    """Possessives, which a name before them explains."""
    unreal: Phrases
    """Verbs of what might have been."""
    speaker: Phrases
    """Words of a speaker about himself and of a writer to the reader: we, you."""
    pluperfect: Phrases
    """Auxiliaries that set an event behind another."""
    small: frozenset[str]
    """Words that no title ends with."""
    pronouns: frozenset[str]
    """Subjects that a person's name may replace."""
    things: frozenset[str]
    """Subjects that any name of the same sentence may replace: it, they."""
    passive: frozenset[str]
    """Prepositions before who does it, in the passive."""
    determiners: frozenset[str]
    """Words with which a noun phrase begins: the, a, his."""
    indefinite: frozenset[str]
    """Articles that need a noun behind them: a, an."""
    coordinating: frozenset[str]
    """Conjunctions that bring another main clause, where its verb stands second: "und"."""
    oblique: frozenset[str]
    """Determiners that no subject has, where nouns are declined."""
    idle: frozenset[str]
    """Words that say nothing in a record's name: small ones, determiners, pronouns."""
    reduced_relatives: bool
    """Whether a participle after a noun may look like the past of its verb: "a report published"."""
    verb_second: bool
    """Whether the verb stands second, so that the subject follows it after an adverbial."""
    verb_first: bool
    """Whether a verb may stand first, its subject behind it or left out."""


@cache
def words_of(language: str) -> Words:
    """The words of a language's `titles` section; none where it has no such section."""
    data: Mapping[str, Any] = section(base(language), "titles")
    own = [word for key in ("own", "pronouns", "things") for word in data.get(key) or ()]

    small, pronouns, things = (frozenset(data.get(key) or ()) for key in ("small", "pronouns", "things"))
    determiners = _names(language, "determiners")
    between = any_of(sorted(small - determiners))
    both = set(data.get("complements") or ()) & set(data.get("relative") or ())

    def phrases(key: str) -> str:
        return any_of(data.get(key))

    return Words(
        before_time=re.compile(rf"(?:^|[\s,(]){phrases('before_time')}\s*$", re.IGNORECASE),
        whole_time=re.compile(rf"{phrases('whole_time')}\b", re.IGNORECASE),
        ties=re.compile(rf"\s+{phrases('ties')}\s", re.IGNORECASE),
        tied=re.compile(rf"\s+{phrases('tied')}\s", re.IGNORECASE),
        dating=re.compile(rf"(?<!\w){phrases('dating')}\s*$", re.IGNORECASE),
        genitive=re.compile(any_of(data.get("genitive")), re.IGNORECASE),
        openers=re.compile(rf"{phrases('openers')}(?:,\s*|\s+)", re.IGNORECASE),
        fillers=re.compile(rf"(?:,\s)?(?<=\s){phrases('fillers')}(?:,(?=\s))?(?=\s)", re.IGNORECASE),
        cuts=re.compile(rf",?\s+{phrases('cuts')}(?=\s)", re.IGNORECASE),
        trailing=re.compile(rf",?\s+{phrases('trailing')}(?=\s)", re.IGNORECASE),
        complements=re.compile(rf",?\s+{phrases('complements')}\b", re.IGNORECASE),
        that=re.compile(rf",?\s+{any_of((data.get('complements') or [])[:1])}\s+", re.IGNORECASE),
        relative=re.compile(rf",?\s{phrases('relative')}(?=(?:\s{between})*\s$)", re.IGNORECASE),
        following=re.compile(rf",\s{phrases('relative')}(?=\s)", re.IGNORECASE),
        restrictive=re.compile(rf",?\s+{any_of(sorted(both))}(?=\s)", re.IGNORECASE),
        weak=re.compile(rf"[\W_]*{phrases('weak')}\b", re.IGNORECASE),
        adverbial=re.compile(rf"{phrases('adverbial')}\b", re.IGNORECASE),
        adjuncts=re.compile(rf"\s{phrases('adverbial')}(?=\s)"),
        anaphora=re.compile(rf"(?<![\w'’]){phrases('anaphora')}(?!\w)", re.IGNORECASE),
        own=re.compile(rf"(?<![\w'’]){any_of(own)}(?!\w)", re.IGNORECASE),
        unreal=re.compile(rf"(?<!\w){phrases('unreal')}(?!\w)", re.IGNORECASE),
        speaker=re.compile(rf"(?<![\w'’]){phrases('speaker')}(?!\w)", re.IGNORECASE),
        pluperfect=re.compile(rf"(?<!\w){phrases('pluperfect')}(?!\w)", re.IGNORECASE),
        small=small,
        pronouns=pronouns,
        things=things,
        passive=_names(language, "passive"),
        determiners=determiners,
        idle=small | pronouns | things | determiners,
        indefinite=_names(language, "indefinite"),
        coordinating=frozenset(data.get("coordinating") or ()),
        oblique=frozenset(data.get("oblique") or ()),
        reduced_relatives=data.get("reduced_relatives") == "yes",
        verb_second=data.get("verb_second") == "yes",
        verb_first=data.get("verb_first") == "yes",
    )


def _names(language: str, key: str) -> frozenset[str]:
    """The words of a list in a language's `names` section."""
    return frozenset(str(section(base(language), "names").get(key, "")).split(", "))


def any_of(found: Sequence[str] | None) -> str:
    """A pattern for any of these phrases, the longest first; where there are none, one that never matches."""
    ordered = sorted(found or (), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")" if ordered else r"(?!)"
