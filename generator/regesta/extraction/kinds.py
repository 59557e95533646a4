"""What a run of words is by all its uses together: a person, an organisation, a place, or no name.

Roles and titles tell persons, words such as "bank" organisations, prepositions places. Each use may mislead: in
"director of Alsavia" and "Alsavia, a candidate" the firm is neither. So uses are weighed against each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from regesta import languages
from regesta.extraction.runs import Run
from regesta.extraction.sentence import Sentence
from regesta.languages.keys import is_cyrillic
from regesta.languages.territories import nation

Name = tuple[str, ...]
"""The keys of a name's words."""
Use = tuple[Run, Sentence]
"""A run and the sentence in which it stands."""

_LONG = 4
"""Words from which on a name is hardly a person's."""
_RARELY = 5
"""Beside whom a role stands in fewer than one of so many uses is no person: "Alsavia, a candidate"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What all articles show of single words."""

    lower: set[tuple[str, str]]
    """Words in lower case, each with its language."""
    single: Counter[str]
    """Key -> how often it is a run by itself."""
    surnames: set[str]
    """Keys that are a run by themselves beside a role or title."""


def kind_of(name: Name, uses: Sequence[Use], seen: Seen) -> str | None:
    """person, organisation, place, or None where the run is no name; by its keys and wherever it stands."""
    told: Counter[str] = Counter(run.kind for run, _ in uses if run.kind)
    if name[0].startswith("place:"):
        return "place"
    usual = any(
        (s.article.language, w.casefold()) in seen.lower for run, s in uses for w in run.words if w[0].isupper()
    )
    if len(name) > 1 and any(len(run.words) > 1 for run, _ in uses):
        sure = not usual or told or any(r.given for r, _ in uses)
        kind = _kind_of_many(name, uses, told, seen) if sure else None
    else:
        kind = _kind_of_one(uses, told, usual=usual)
    if kind == "organisation" and not told and all(_governed(run, sentence) for run, sentence in uses):
        return "place" if any(run.located for run, _ in uses) else None
    return kind


def _governed(run: Run, sentence: Sentence) -> bool:
    """Whether a preposition stands before a name: what is never a subject does nothing."""
    parts, data, at = sentence.words, sentence.lexicon, run.first - 1
    small = (data.locative | data.genitive | data.to | data.purpose) - data.passive
    while at > 0 and parts[at].folded in data.determiners and parts[at].folded not in small:
        at -= 1
    return at >= 0 and parts[at].folded in small


def _kind_of_many(name: Name, uses: Sequence[Use], told: Counter[str], seen: Seen) -> str | None:
    if any(run.given for run, _ in uses) and not told["organisation"]:
        return "person"
    articles = sum(run.determined and not s.lexicon.capital_nouns for run, s in uses)
    most = told.most_common(1)[0][0] if told else None
    if most and (most != "person" or articles <= told["person"]):
        return most
    nouns = all(s.lexicon.capital_nouns for _, s in uses)
    apposed = all(run.determined for run, _ in uses)
    if nouns and apposed and seen.single[name[-1]] and not seen.single[name[0]]:
        return None
    if nouns and (len(uses) < 2 or any(run.determined for run, _ in uses)) and not seen.single[name[-1]]:
        return None
    if all(run.initial or run.determined for run, _ in uses) and len(uses) == 1:
        return None
    return _kind_by_use(name, uses, seen)


def _kind_by_use(name: Name, uses: Sequence[Use], seen: Seen) -> str:
    """What several words are that nothing explains: by articles and prepositions before them, by which stands alone."""
    if any(run.determined and not s.lexicon.capital_nouns for run, s in uses):
        return "organisation"
    if any(nation(word, language) for word in {run.words[0] for run, _ in uses} for language in languages.known()):
        return "organisation"
    if sum(run.located for run, _ in uses) * 2 > len(uses):
        return "place"
    cyrillic = any(is_cyrillic(run.words[0]) for run, _ in uses)  # there firms' foreign names stand in quotation marks
    usual = seen.single[name[-1]] >= seen.single[name[0]] and len(name) < _LONG
    return "person" if usual and (cyrillic or name[-1] in seen.surnames) else "organisation"


def _kind_of_one(uses: Sequence[Use], told: Counter[str], *, usual: bool) -> str | None:
    if usual or (any(run.determined for run, _ in uses) and all(s.lexicon.capital_nouns for _, s in uses)):
        return None
    located = sum(run.located for run, _ in uses)
    person = told["person"] > located and told["person"] * _RARELY >= len(uses) and not _acronym(uses)
    return "person" if person else _untold(uses)


def _acronym(uses: Sequence[Use]) -> bool:
    """Whether a single word is written in capitals where nothing else is."""
    return any(len(run.words[0]) > 1 and run.words[0].isupper() and s.kind.value != "headline" for run, s in uses)


def _untold(uses: Sequence[Use]) -> str | None:
    """What a single word is that no role or title explains: by the prepositions before it, and how often it is met."""
    located = sum(run.located for run, _ in uses)
    nouns = all(s.lexicon.capital_nouns for _, s in uses)
    if located * 2 > len(uses) and not nouns and not any(run.determined for run, _ in uses):
        return "place"
    if nouns:
        return "organisation" if len(uses) > 2 and any(run.initial for run, _ in uses) else None
    sure = [
        (run, s) for run, s in uses if not run.initial and not s.lexicon.capital_nouns and s.kind.value != "headline"
    ]
    acronym = any(len(run.words[0]) > 1 and run.words[0].isupper() for run, _ in sure)
    if not sure and not any(run.located and not run.determined for run, _ in uses):
        return None
    if located * 3 >= len(uses) and not acronym:
        return "place"
    return "organisation" if sure and (len(uses) > 1 or acronym) else None
