"""Clauses cut out of a mention's sentence, for titles and summaries.

A clause begins at the boundary before its subject and ends before a conjunction or at a comma; the words that date it,
a dateline, and openers such as "meanwhile" are left out. A pronoun gives way to the name that it stands for. What the
words are is language data (the section `titles`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from regesta.languages import section
from regesta.model.article import Article
from regesta.model.authority import Authority
from regesta.model.mention import Mention
from regesta.model.span import Span

_EDGE = re.compile(r"[,;:–—]\s+|\s-\s")
_AFTER_DATELINE = re.compile(r"[\s.,]*(?:\d{4})?[\s.,]*(?:\([^)]{1,30}\)|/[^/]{1,30}/)?[\s.,–—-]*")
_QUOTED = re.compile(r"“([^”]{8,})”|„([^“”]{8,})[“”]|«\s?([^»]{8,}?)\s?»|\"([^\"]{8,})\"")
_PAIRS = {"“": "”", "„": "“", "«": "»", "(": ")", "[": "]"}
_STRAY = re.compile(r"\s+([,.;:!?])")


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words for cutting."""

    before_time: re.Pattern[str]
    """Prepositions that go with a time expression, at the end of the text before it."""
    openers: re.Pattern[str]
    """Connectives at the start of a sentence."""
    cuts: re.Pattern[str]
    """Conjunctions before which a clause may end."""
    small: frozenset[str]
    """Words that no title ends with."""
    pronouns: frozenset[str]
    """Subjects that a name may replace."""
    relative: re.Pattern[str]
    """Relative pronouns in the nominative, with an auxiliary or two, at the end of the text before a verb."""
    verb_second: bool
    """Whether the verb stands second, so that the subject follows it after an adverbial."""


@cache
def words_of(language: str) -> Words:
    """The words of a language's `titles` section; none where it has no such section."""
    data: Mapping[str, Any] = section(language.split("-", maxsplit=1)[0], "titles")
    return Words(
        before_time=re.compile(rf"(?:^|[\s,(]){_any(data.get('before_time'))}\s*$", re.IGNORECASE),
        openers=re.compile(rf"{_any(data.get('openers'))}(?:,\s*|\s+)", re.IGNORECASE),
        cuts=re.compile(rf",?\s+{_any(data.get('cuts'))}(?=\s)", re.IGNORECASE),
        small=frozenset(data.get("small") or ()),
        pronouns=frozenset(data.get("pronouns") or ()),
        relative=re.compile(rf",?\s{_any(data.get('relative'))}\s$", re.IGNORECASE),
        verb_second=data.get("verb_second") == "yes",
    )


def _any(found: list[str] | None) -> str:
    """Any of these phrases; where there are none, what never matches."""
    ordered = sorted(found or (), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")" if ordered else r"(?!)"


def clauses_of(mention: Mention, article: Article, names: Mapping[str, Authority]) -> Clauses:
    """The cutter for a mention's sentence."""
    return Clauses(mention=mention, article=article, names=names, words=words_of(article.language))


@dataclass(frozen=True, slots=True)
class Clauses:
    """A mention's sentence, to be cut."""

    mention: Mention
    article: Article
    names: Mapping[str, Authority]
    words: Words

    @property
    def _subject(self) -> Span | None:
        """The first name before the trigger."""
        before = [a.span for a in self.mention.actors if a.span and a.span.start < self.mention.trigger.start]
        return min(before) if before else None

    @property
    def has_subject(self) -> bool:
        """Whether somebody is named as acting, or a pronoun that a name can replace."""
        if self._subject is not None:
            return True
        return self.mention.sentence.of(self.article.text).split(" ", 1)[0].casefold() in self.words.pronouns and (
            self._name() is not None
        )

    @property
    def relative(self) -> bool:
        """Whether the trigger stands in a relative clause, whose subject is what it is about."""
        return self._relative() is not None

    def whole(self) -> str:
        """The sentence as it stands, on one line."""
        return _tidy(self.mention.sentence.of(self.article.text))

    def sentence(self) -> str:
        """The sentence without dateline and without the words that date it, where it can do without."""
        text = self._from(self._after_dateline())
        return text if text.endswith((".", "!", "?", "”", '"', "»", "“")) else f"{text}."

    def clause(self, longest: int) -> str:
        """The clause of the trigger, at most `longest` characters; a relative clause with what it is about."""
        relative = self._relative()
        if relative is None:
            return self._shorten(self._from(self._start()), longest)
        before = self.article.text[self._start() : relative.start].rstrip(" ,")
        told = self._from(relative.end, self._end_of_relative())
        return self._shorten(_tidy(f"{before} {told[:1].lower()}{told[1:]}"), longest)

    def _end_of_relative(self) -> int:
        """Where a relative clause ends: at the next comma, or after its time; an open end is the sentence's."""
        trigger, end, time = self.mention.trigger, self.mention.sentence.end, self.mention.time
        edge = _EDGE.search(self.article.text, trigger.end, end)
        ends = [edge.start()] if edge else []
        if time is not None and trigger.end <= time.span.start and time.span.end <= end:
            ends.append(time.span.end)
        return min(ends, default=end)

    def cut(self, longest: int) -> str:
        """The sentence from its beginning, cut where it grows too long."""
        return self._shorten(self._from(self._after_dateline()), longest)

    def spoken(self, longest: int) -> str | None:
        """`Speaker: “words”`, where the sentence quotes its speaker at some length."""
        quoted = _QUOTED.search(self.mention.sentence.of(self.article.text))
        name = self.names.get(self.mention.speaker.key) if self.mention.speaker else None
        if not quoted or name is None:
            return None
        said = " ".join(next(group for group in quoted.groups() if group).split()).rstrip(",. ")
        room = longest - len(name.name) - 4
        if len(said) > room:
            said = said[: room - 1].rsplit(" ", 1)[0] + "…"
        return f"{name.name}: “{said}”" if len(said) > 12 else None

    def _relative(self) -> Span | None:
        """The relative pronoun right before the trigger: "the judges, who ruled"; not where the verb comes last."""
        if self.words.verb_second:
            return None
        start = self._after_dateline()
        found = self.words.relative.search(self.article.text[start : self.mention.trigger.start])
        return Span(start + found.start(), start + found.end()) if found and found.start() else None

    def _name(self) -> str | None:
        """The name behind a pronoun."""
        first = next(iter(self.mention.actors), None)
        known = self.names.get(first.key) if first is not None and first.span is None else None
        return known.name if known else None

    def _after_dateline(self) -> int:
        sentence, dateline = self.mention.sentence, self.article.dateline
        if dateline is None or not sentence.holds(dateline) or self.mention.trigger.start < dateline.end:
            return sentence.start
        after = _AFTER_DATELINE.match(self.article.text, dateline.end, sentence.end)
        return after.end() if after else sentence.start

    def _start(self) -> int:
        """Where the clause begins: after the last boundary before its subject, or the sentence's own beginning."""
        begin, subject = self._after_dateline(), self._subject
        if subject is None:
            return begin
        text = self.article.text[begin : subject.start]
        edges = [edge.end() for edge in _EDGE.finditer(text)]
        if edges and self.article.text[subject.end : subject.end + 1] == "," and not text[edges[-1] :].strip():
            edges.pop()  # "the ambassador, Beat Zgraggen, was called": the name explains what stands before it
        return begin + edges[-1] if edges else begin

    def _from(self, start: int, end: int | None = None) -> str:
        """The sentence from there, without its time words, its opener, and with a name for a pronoun."""
        end, time = self.mention.sentence.end if end is None else end, self.mention.time
        text = self.article.text[start:end]
        if time is not None and start <= time.span.start and time.span.end <= end:
            text = self._without(text, time.span.start - start, time.span.end - start)
        opener = self.words.openers.match(text)
        if opener and not self.words.verb_second:
            text = text[opener.end() :]
        return _tidy(self._named(text))

    def _without(self, text: str, first: int, last: int) -> str:
        before, after = text[:first], text[last:]
        preposition = self.words.before_time.search(before)
        kept = before[: preposition.start()] if preposition else before
        if not kept.strip(" ,") and self.words.verb_second:
            return text
        if after.lstrip().startswith(",") and (not kept.strip() or kept.rstrip().endswith(",")):
            kept, after = kept.rstrip(" ,") + (" " if kept.strip() else ""), after.lstrip(" ,")
        return f"{kept.rstrip()} {after.lstrip()}" if kept.strip() else after.lstrip(" ,")

    def _named(self, text: str) -> str:
        first, _, rest = text.partition(" ")
        name = self._name()
        return f"{name} {rest}" if name and first.casefold() in self.words.pronouns else text

    def _shorten(self, text: str, longest: int) -> str:
        """Where it is too long: cut before a conjunction, else at a comma, else at a word; never before the trigger."""
        text = text.rstrip(" .")
        if len(text) <= longest:
            return _closed(text)
        trigger = " ".join(self.mention.trigger.of(self.article.text).split())
        told = max(text.find(trigger), 0) + len(trigger)
        for edges in (self.words.cuts, _EDGE):
            ends = [edge.start() for edge in edges.finditer(text, told) if edge.start() <= longest]
            if ends and len(text) > longest:
                text = text[: ends[-1]]
        if len(text) > longest:
            text = text[: longest - 1].rsplit(" ", 1)[0] + "…"
        return _closed(self._trimmed(text))

    def _trimmed(self, text: str) -> str:
        """Without small words and marks at the end, which promise more."""
        tail = "…" if text.endswith("…") else ""
        text = text.rstrip("… ,;:–—-")
        while " " in text and text.rsplit(" ", 1)[1].casefold() in self.words.small:
            text = text.rsplit(" ", 1)[0].rstrip(" ,;:–—-")
        return text + tail


def _tidy(text: str) -> str:
    """One line, a capital first, no space before a mark."""
    text = _STRAY.sub(r"\1", " ".join(text.split())).lstrip(",;.–—- ")
    return text[:1].upper() + text[1:]


def _closed(text: str) -> str:
    """A quotation or bracket that was cut open is closed."""
    for opening, closing in _PAIRS.items():
        if text.count(opening) > text.count(closing):
            text += closing
    return text + '"' if text.count('"') % 2 else text
