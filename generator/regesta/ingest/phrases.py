"""The words of menus, bylines, credits and teasers, from the `articles` sections of all language files.

They apply whatever the article's own language is: an English report on a Kazakh site stands among Russian buttons.
Separate so that clean-up rules hold structure only, and a language adds its words in its own file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from regesta import languages

FIELDS: Final = (
    "byline",
    "published",
    "updated",
    "credit",
    "teaser",
    "kicker",
    "end",
    "menu",
    "junk",
    "signoff",
    "small",
)
"""The keys of an `articles` section; each a list of words or phrases."""

Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The phrases as patterns, each matching at one place of a line."""

    byline: re.Pattern[str]
    """Opens a byline."""
    published: re.Pattern[str]
    """A label before a publication date."""
    updated: re.Pattern[str]
    """A label before the date of a later change."""
    credit: re.Pattern[str]
    """Opens a credit: the word, then a colon, a slash, a bar or ©."""
    credited: re.Pattern[str]
    """The credit that ends a caption: behind a sentence or a bar, or in brackets."""
    teaser: re.Pattern[str]
    """A teaser's label that ends its line, or goes on after a colon or dash."""
    bare_teaser: re.Pattern[str]
    """A teaser's label of two words or more that opens a line."""
    inline: re.Pattern[str]
    """Within a paragraph: the end of a sentence, then a teaser's label (group `label`) or a kicker (`kicker`)."""
    end: re.Pattern[str]
    """A whole line after which nothing belongs to the article."""
    menu: re.Pattern[str]
    """One word or phrase of a menu, at the place where matching starts."""
    junk: re.Pattern[str]
    """Anywhere in a line that isn't prose."""
    signoff: re.Pattern[str]
    """Opens a sign-off, with or without its bracket."""
    small: frozenset[str]
    """Articles, prepositions and the like, case folded: they don't end a noun phrase."""


@cache
def phrases() -> Phrases:
    """The phrases of every known language, compiled."""
    words: Words = {field: _collect(field) for field in FIELDS}
    label, long_label = _any(words["teaser"]), _any(tuple(w for w in words["teaser"] if " " in w))
    long_credit = _any(tuple(w for w in words["credit"] if " " in w))
    end_mark = r"(?<=[.!?…»”\"])\s+"
    return Phrases(
        byline=re.compile(rf"(?:{_any(words['byline'])})\s*:?\s+(?=\S)", re.IGNORECASE),
        published=_prefix(words["published"]),
        updated=_prefix(words["updated"]),
        credit=re.compile(
            rf"(?:{_any(words['credit'])})\s*(?:[:/|©]|\(c\)|by\b|-\s)|(?:{long_credit}),", re.IGNORECASE
        ),
        credited=re.compile(
            rf"(?:[.!?|]\s+(?:{_any(words['credit'])})\s*[:/©]|\((?:\w+\s)?(?:{_any(words['credit'])})\b)"
            r"(?:[^\s.!?()]*\s*){1,6}[)\w]\.?$",
            re.IGNORECASE,
        ),
        teaser=re.compile(rf"(?:{label})\s*(?:$|:|[-–—»>→]\s?\S)", re.IGNORECASE),
        bare_teaser=re.compile(rf"(?:{long_label})\b", re.IGNORECASE),
        inline=re.compile(
            rf"{end_mark}(?:(?P<label>(?:{_cased(words['teaser'])})\s*(?::|[-–—]\s))|(?P<kicker>{_any(words['kicker'])})\s(?=[^\W\d_]))"
        ),
        end=re.compile(
            rf"(?:{_any(words['end'])})\s*(?:[(\[]?\d+\W?|[:.!*…]*)(?:\s*(?:{_any(words['end'])}|\w+)\W*)?$",
            re.IGNORECASE,
        ),
        menu=re.compile(rf"(?:{_any(words['menu'])})(?!\w)", re.IGNORECASE),
        junk=re.compile(_any(words["junk"], bounded=False), re.IGNORECASE),
        signoff=re.compile(rf"[(\[]?\s*(?:{_any(words['signoff'])})\b", re.IGNORECASE),
        small=frozenset(word.casefold() for word in words["small"]),
    )


def _collect(field: str) -> tuple[str, ...]:
    """One field's phrases in all languages, longest first, so that "Read more" never hides "Read more from"."""
    found: set[str] = set()
    for language in languages.known():
        found.update(languages.section(language, "articles").get(field) or ())
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _any(words: tuple[str, ...], *, bounded: bool = True) -> str:
    """A pattern of alternatives; white space in a phrase matches any white space. Nothing matches an empty list."""
    if not words:
        return r"(?!)"
    edge = r"(?<!\w)" if bounded else ""
    return edge + "(?:" + "|".join(_spelled(word) for word in words) + ")"


def _spelled(word: str) -> str:
    """A phrase as a pattern: any white space between its words, either apostrophe within them."""
    return r"\s+".join(re.escape(part).replace("'", "['’]") for part in word.split())


def _cased(words: tuple[str, ...]) -> str:
    """As `_any`, for labels within a paragraph: as written, or in capitals."""
    return _any(tuple(dict.fromkeys(form for word in words for form in (word, word.upper()))))


def _prefix(words: tuple[str, ...]) -> re.Pattern[str]:
    """A label before a date."""
    return re.compile(rf"(?:{_any(words)})(?!\w)\s*:?\s*", re.IGNORECASE)
