"""A name for a pronoun, and a whole name for a last name, where it is certain who is meant.

Pronouns are resolved by whoever stands nearest, which is good enough to compare events and not good enough to print. A
name is put for "she" only where the paragraph up to there, or else the one before, names one person and no other; for
"it" only where the sentence itself names what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from regesta.languages import section
from regesta.linking.titling.desk import Desk, base
from regesta.linking.titling.title_words import Words, words_of
from regesta.model.authority import Authority
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span

_HONORIFIC = re.compile(r"(?<!\w)([^\W\d_]+)\.?\s+\Z")
_LONGEST_HONORIFIC = 14


@dataclass(frozen=True, slots=True)
class Renamed:
    """A pronoun or last name, and the name to put for it."""

    span: Span
    name: str
    heard: int = -1
    """Where the sentence itself named the one meant before; -1 where it didn't."""
    first: bool = False
    """Whether the name may only stand at the beginning of a line."""

    def fits(self, start: int) -> bool:
        """Whether a line that begins there needs the name."""
        return self.heard < start and (not self.first or self.span.start - start <= 1)


def name_edits(mention: Mention, desk: Desk) -> list[Renamed]:
    """Names to put where the sentence has a pronoun or a last name."""
    article, words = desk.articles[mention.article], words_of(desk.articles[mention.article].language)
    found: list[Renamed] = []
    for use in mention.actors:
        known = desk.names.get(use.key)
        span = use.span or _first_word(mention, use, words, article.text)
        if known is None or span is None or not mention.sentence.holds(span):
            continue
        said = span.of(article.text)
        if said.casefold() in _pronouns(words):
            span = _foremost(said, mention.sentence, article.text)
            if _certain(mention, use, span, desk):
                before = Span(mention.sentence.start, span.start)
                found.append(
                    Renamed(span, known.name, _last(known, before, article.text), said.casefold() in words.things)
                )
        elif not desk.foreign(article) and _last_name(said, known) and _bare(article.text, span, known):
            found.append(Renamed(_with_honorific(article.text, span, article.language), known.name))
    return found


def _with_honorific(text: str, span: Span, language: str) -> Span:
    """A last name with the Mr, Mme or Herr before it, which a whole name does without."""
    before = _HONORIFIC.search(text, max(0, span.start - _LONGEST_HONORIFIC), span.start)
    return Span(before.start(1), span.end) if before and before[1].casefold() in _titles(base(language)) else span


@cache
def _titles(language: str) -> frozenset[str]:
    """Mr, Mme, Herr: what a language's file lists as titles."""
    listed = str(section(language, "names").get("titles") or "")
    return frozenset(word.strip().casefold() for word in listed.split(","))


def _foremost(pronoun: str, within: Span, text: str) -> Span:
    """The first place of a pronoun in its sentence: the name stands there, and the pronoun may follow."""
    found = re.compile(rf"(?<![\w'’]){pronoun}(?!\w)", re.IGNORECASE).search(text, within.start, within.end)
    return Span(*found.span()) if found else within


def _last(known: Authority, within: Span, text: str) -> int:
    """Where a stretch names somebody last; -1 where it doesn't."""
    at = max(text.rfind(form, within.start, within.end) for form in _forms(known))
    return max(at, -1)


def _pronouns(words: Words) -> frozenset[str]:
    return words.pronouns | words.things


def _first_word(mention: Mention, use: NameUse, words: Words, text: str) -> Span | None:
    """The pronoun before the trigger that an actor without a place of its own stands for."""
    if mention.actors[0] is not use:
        return None
    begin = mention.sentence.start
    for word in re.finditer(r"\w+", text[begin : mention.trigger.start]):
        if word.group().casefold() in _pronouns(words):
            return Span(begin + word.start(), begin + word.end())
    return None


def _last_name(said: str, known: Authority) -> bool:
    return known.kind == "person" and known.name.endswith(f" {said}")


def _bare(text: str, span: Span, known: Authority) -> bool:
    """Whether the first name doesn't already stand before it."""
    before = text[: span.start].rstrip().rsplit(" ", 1)[-1].strip(",.")
    return before.casefold() not in known.name.casefold().split()


def _certain(mention: Mention, use: NameUse, span: Span, desk: Desk) -> bool:
    """Whether nobody else can be meant."""
    article, known = desk.articles[mention.article], desk.names[use.key]
    before = article.text[mention.sentence.start : span.start]
    if span.of(article.text).casefold() in words_of(article.language).things:
        return _named(known, before)
    block = article.blocks[mention.block].span
    heard = _heard(mention, desk, Span(block.start, span.start))
    if not heard and mention.block:
        heard = _heard(mention, desk, article.blocks[mention.block - 1].span)
    return known.kind == "person" and heard == {use.key}


def _heard(mention: Mention, desk: Desk, within: Span) -> set[str]:
    """Keys of the persons named in a stretch of the article."""
    text = within.of(desk.articles[mention.article].text)
    return {key for key, known in _persons(mention, desk) if _named(known, text)}


def _persons(mention: Mention, desk: Desk) -> Iterator[tuple[str, Authority]]:
    """Whom the article names as acting, speaking or acted upon."""
    told = desk.mentions.get(mention.article, (mention,))
    uses = {use.key for m in told for use in (*m.actors, *((m.speaker,) if m.speaker else ()))}
    for key in sorted(uses):
        known = desk.names.get(key)
        if known is not None and known.kind == "person":
            yield key, known


def _named(known: Authority, text: str) -> bool:
    return any(form in text for form in _forms(known))


def _forms(known: Authority) -> set[str]:
    """The last words of all its spellings."""
    return {form.rsplit(" ", 1)[-1] if known.kind == "person" else form for form in known.spellings}
