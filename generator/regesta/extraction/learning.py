"""Learns from all articles which runs of words are names, of what kind, and which of them are one.

A surname that one article gives with a role makes the same key a person in the others, whatever their alphabet; a word
that is only ever capitalised at a sentence's start is no name; where nouns have capitals, only agreement makes names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from regesta.extraction.bodies import Known, Told
from regesta.extraction.compounds import compounds
from regesta.extraction.gender import decided, evidence
from regesta.extraction.institutions import united
from regesta.extraction.kinds import Seen, Use, kind_of
from regesta.extraction.lore import Entity, Lore, concepts_of
from regesta.extraction.runs import Run, runs
from regesta.extraction.scripts import bridged
from regesta.extraction.sentence import Sentence
from regesta.languages.likeness import same_word
from regesta.languages.territories import nations
from regesta.languages.words import joined
from regesta.model.body import is_body


def learn(sentences: Iterable[Sentence]) -> Lore:
    """The lore of all articles, from all their sentences."""
    read = list(sentences)
    lore = Lore(own_keys=bridged(read) | _lookalikes(read), compounds=compounds(read))
    seen, found = _observed(read, lore)
    _without_cities(found, seen.lower)
    for name in sorted(found, key=lambda n: (-len(n), all(r.initial and not r.given for r, _ in found[n]), n)):
        uses = found[name]
        kind = kind_of(name, uses, seen)
        if kind is None and len(name) == 1:
            known = lore.entity(uses[0][0])
            kind = known.kind if known and known.kind == "person" else None
        if kind:
            _add(lore, name, kind, uses)
    for entity in {id(e): e for e in lore.entities.values()}.values():
        concepts = frozenset(concept for language, role in entity.roles for concept in concepts_of(language, role))
        if entity.kind == "person" and concepts:
            lore.roles[entity.key] = concepts | entity.nations
    _learn_bodies(lore, read)
    return lore


def _learn_bodies(lore: Lore, sentences: Iterable[Sentence]) -> None:
    """The bodies of all sentences, each with its spellings."""
    uses: list[tuple[str, str | None, str]] = []
    written: list[tuple[Told, Sentence]] = []
    institutions = lore.institutions
    spoken: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        names = known_names(sentence, lore)
        spoken[sentence.article.id] |= {name.key for name in names}
        for each in lore.bodies(sentence, names):
            if each.own_name is not None:
                institutions.types[each.own_name.key].add(each.body.kind)
                institutions.named[sentence.article.id].add(each.own_name.key)
            elif each.body.kind and not each.body.named:
                uses.append((each.body.kind, each.owner, sentence.article.id))
                written.append((each, sentence))
        for name in names:
            if name.key in institutions.types:
                institutions.named[sentence.article.id].add(name.key)
    lore.institutions = united(uses, institutions.types, institutions.named)
    lore.institutions.spoken = spoken
    for each, sentence in written:
        key = lore.institutions.key(each.body.kind, each.owner, sentence.article.id)
        if key is None or not is_body(key):
            continue
        entity = lore.entities.setdefault(key, Entity(key=key, kind="group"))
        entity.forms[sentence.article.language, _as_written(sentence, each)] += 1
        entity.articles.add(sentence.article.id)


def _as_written(sentence: Sentence, each: Told) -> str:
    """A body's words, with a capitalised adjective or place that makes them a proper name: "State Security Service"."""
    parts, first = sentence.words, each.body.first
    while first and parts[first].is_capital and parts[first - 1].is_capital and not sentence.lexicon.capital_nouns:
        if parts[first - 1].folded in sentence.lexicon.function:
            break
        first -= 1
    return joined(w.text for w in parts[first : each.body.last + 1])


def known_names(sentence: Sentence, lore: Lore) -> list[Known]:
    """The names of a sentence, as whose a body may be."""
    found = []
    for run in lore.runs(sentence):
        entity = lore.entity(run, sentence.article.id)
        if entity is not None:
            found.append(Known(first=run.first, last=run.last, key=entity.key, kind=entity.kind))
    return found


def _without_cities(found: dict[tuple[str, ...], list[Use]], lower: set[tuple[str, str]]) -> None:
    """Takes back what was noted as a large city and is none here: people and words bear the same names."""
    for name in [n for n, uses in found.items() if n[0].startswith("place:") and uses[0][0].territory is None]:
        if not _city(found[name], lower):
            for run, sentence in found.pop(name):
                found[run.keys].append((run, sentence))


def _city(uses: Sequence[Use], lower: set[tuple[str, str]]) -> bool:
    """Whether somebody stands in it or comes from it often enough, or it is a capital."""
    if any(run.kind for run, _ in uses):
        return False
    if any((s.article.language, w.casefold()) in lower for run, s in uses for w in run.words):
        return False
    located = sum(run.located and not run.determined for run, _ in uses)
    return located * 4 >= len(uses) or any(run.city and run.city.country for run, _ in uses)


def _lookalikes(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Words with the same key that spell other names: word -> a key of its own; the commonest keeps its key."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for run in runs(sentence):
            if len(run.words) == len(run.keys):
                for word, own in zip(run.words, run.keys, strict=True):
                    spelled[own][word.casefold()] += 1
    found: dict[str, str] = {}
    for own, words in spelled.items():
        kinds: list[str] = []
        for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0])) if len(words) > 1 else ():
            at = next((n for n, kind in enumerate(kinds) if same_word(kind, word)), len(kinds))
            if at == len(kinds):
                kinds.append(word)
            if at:
                found[word] = f"{own}~{at}"
    return found


def _observed(sentences: Iterable[Sentence], lore: Lore) -> tuple[Seen, dict[tuple[str, ...], list[Use]]]:
    """What is seen of single words, and all runs by their keys."""
    seen = Seen(lower=set(), single=Counter(), surnames=set())
    found: dict[tuple[str, ...], list[Use]] = defaultdict(list)
    for sentence in sentences:
        language = sentence.article.language
        seen.lower.update((language, w.folded) for w in sentence.words if w.text[0].islower())
        for run in lore.runs(sentence):
            place = run.territory or (run.city if run.kind is None else None)
            name = (f"place:{place.code}",) if place else run.keys
            found[name].append((run, sentence))
            if len(run.keys) == 1:
                seen.single[run.keys[0]] += 1
                if run.kind == "person":
                    seen.surnames.add(run.keys[0])
    return seen, found


def _add(lore: Lore, name: tuple[str, ...], kind: str, uses: Sequence[Use]) -> None:
    if len(name) == 1 and len(lore.surnames.get(name[0], ())) > 1:
        for run, sentence in uses:
            entity = lore.entity(run, sentence.article.id)
            if entity is not None:
                _note(entity, run, sentence)
        return
    first = next((run for run, _ in uses if not run.gender), uses[0][0])
    entity = lore.entity(first)
    if entity is None or (entity.kind == "place") != (kind == "place"):
        entity = _new(lore, name, kind, first)
    else:
        lore.entities["-".join(name)] = entity
        if entity.kind == "person" and len(name) > 1 and entity.key not in lore.surnames.setdefault(name[-1], []):
            lore.surnames[name[-1]].append(entity.key)
    core = "-".join(uses[0][0].core)
    if core and entity.kind == "organisation":
        lore.cores.setdefault(core, entity)
    gender = decided(entity.genders)
    for run, sentence in uses:
        if None in (gender, run.gender) or run.gender == gender:
            _note(entity, run, sentence)


def _new(lore: Lore, name: tuple[str, ...], kind: str, run: Run) -> Entity:
    whole = name[0] if name[0].startswith("place:") else "-".join(name)
    territory = (run.territory or run.city) if name[0].startswith("place:") else None
    entity = Entity(
        key=whole,
        kind=kind,
        name=territory.name if territory else None,
        place_kind=territory.kind if territory else "city" if kind == "place" else None,
    )
    entity = lore.entities.setdefault(whole, entity)
    if kind == "person":
        lore.surnames.setdefault(name[-1], []).append(whole)
        for word in name[1:] if len(name) > 2 else ():
            lore.fuller.setdefault((name[0], word), set()).add(whole)
    elif kind == "organisation":
        lore.heads.setdefault(name[0], whole)
    return entity


def _note(entity: Entity, run: Run, sentence: Sentence) -> None:
    """What one use of a name adds to what is known of its bearer."""
    language = sentence.article.language
    entity.forms[language, joined(run.words)] += 1
    entity.articles.add(sentence.article.id)
    if entity.kind == "person":
        entity.genders += evidence(sentence, run.first, run.last, run.role)
    if run.role:
        entity.roles[language, run.role] += 1
        around = sentence.words[max(0, run.first - len(run.role.split()) - 2) : run.first]
        entity.nations |= nations(around, language)
