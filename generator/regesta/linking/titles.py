"""A neutral line and a summary for an event, in words that its sources print.

Nothing is invented: the title is a headline or a sentence cut to its main clause, without its date and its attribution;
the summary is what the two best sentences say. The chronology's language comes first, else the source's is marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from regesta.model.article import Article
from regesta.model.event import Translated
from regesta.model.mention import Mention

LONGEST = 90
"""Characters of a title."""
_SUMMARY = 420
_TRAILING = re.compile(r"[\s,;:–—-]+$")
_CUTS = re.compile(r"\s*(?:[;–—]|,\s|\s-\s|:\s)")
_CONJUNCTION = re.compile(
    r",?\s+(?:after|while|when|because|as|which|who|where|whose|amid|although|citing|saying|adding|and said|nachdem|während|"
    r"weil|obwohl|après que|alors que|tandis que|mientras|cuando|después de que|dopo che|mentre|после того как|когда|який|"
    r"который|которая|которые)\s"
)


def title(mentions: Sequence[Mention], articles: Mapping[str, Article], language: str) -> Translated:
    """One line; a mapping with the language where it isn't the chronology's."""
    candidates = sorted((_rank(m, articles[m.article], language), n) for n, m in enumerate(mentions))
    chosen = mentions[candidates[0][1]]
    article = articles[chosen.article]
    text = _line(chosen, article)
    return text if _same(article.language, language) else {article.language: text}


def summary(mentions: Sequence[Mention], articles: Mapping[str, Article], language: str) -> Translated:
    """One or two sentences of the sources, in one language."""
    ranked = sorted((_rank(m, articles[m.article], language), n) for n, m in enumerate(mentions))
    chosen = [mentions[n] for _, n in ranked if not mentions[n].headline] or [mentions[ranked[0][1]]]
    first = articles[chosen[0].article]
    sentences = [_sentence(chosen[0], first)]
    for mention in chosen[1:]:
        other = articles[mention.article]
        more = _sentence(mention, other)
        if _same(other.language, first.language) and more not in sentences and len(sentences[0]) + len(more) < _SUMMARY:
            sentences.append(more)
            break
    text = " ".join(sentences)
    return text if _same(first.language, language) else {first.language: text}


def slug(text: str, words: int = 6) -> str:
    """A title's first words for a file's name: lower-case ASCII, Cyrillic transcribed, joined by hyphens."""
    plain = "".join(_LATIN.get(c, c) for c in text.casefold())
    plain = unicodedata.normalize("NFKD", plain.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    parts = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    kept = [part for part in parts if part not in _SMALL] or parts
    return "-".join(kept[:words])[:60].strip("-") or "event"


_LATIN = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e e e zh z i i i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".replace("_", "").split(
            " "
        ),
        strict=True,
    )
)
_SMALL = frozenset(
    ["the", "a", "an", "of", "to", "in", "on", "at", "for", "and", "is", "was", "der", "die", "das", "ein", "eine", "und", "le", "la", "les", "un", "une", "et", "el", "los", "las", "y", "il", "s"]
)


def _same(one: str, other: str) -> bool:
    return one.split("-", maxsplit=1)[0] == other.split("-", maxsplit=1)[0]


def _rank(mention: Mention, article: Article, language: str) -> tuple[int, int, float, int]:
    """Lower is better: the chronology's language, told as the event itself, strong, short."""
    length = len(mention.sentence)
    fits = 0 if 25 <= length <= 160 else 1
    return (
        0 if _same(article.language, language) else 1,
        int(mention.noun or mention.quoted) + fits,
        -mention.strength,
        length,
    )


def _sentence(mention: Mention, article: Article) -> str:
    return " ".join(mention.sentence.of(article.text).split())


def _line(mention: Mention, article: Article) -> str:
    """The mention's sentence as a title."""
    text = _without_time(mention, article)
    if len(text) > LONGEST:
        text = _shortened(text, mention, article)
    text = _TRAILING.sub("", text).rstrip(".")
    return text[:1].upper() + text[1:]


def _without_time(mention: Mention, article: Article) -> str:
    """The sentence without the words that date it; the record says the date."""
    start, text = mention.sentence.start, mention.sentence.of(article.text)
    if mention.time and mention.sentence.holds(mention.time.span):
        first, last = mention.time.span.start - start, mention.time.span.end - start
        before, after = text[:first], text[last:]
        before = re.sub(
            r"(?i)(?:^|[\s,]+)(?:on|in|at|by|this|last|early|late|am|im|um|seit|le|el|en|il|в|во|на|у)\s*$", " ", before
        )
        text = f"{before.rstrip()} {after.lstrip()}" if after[:1] not in ",." else before.rstrip() + after
    text = " ".join(text.split()).lstrip(",;. ")
    return text.replace(" ,", ",")


def _shortened(text: str, mention: Mention, article: Article) -> str:
    """The clause around the trigger, cut at a comma or a conjunction, at a word's end if need be."""
    trigger = mention.trigger.of(article.text)
    at = max(text.find(trigger), 0)
    cut = _CONJUNCTION.search(text, at + len(trigger))
    if cut:
        text = text[: cut.start()]
    pieces = list(_CUTS.finditer(text))
    ends = [p.start() for p in pieces if at + len(trigger) < p.start() <= LONGEST]
    if len(text) > LONGEST and ends:
        text = text[: ends[-1]]
    if len(text) > LONGEST:
        starts = [p.end() for p in pieces if p.end() <= at]
        text = text[starts[-1] :] if starts else text
    if len(text) > LONGEST:
        text = text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return text
