"""What every draft of a record is written from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from regesta.languages import section
from regesta.model.article import Article
from regesta.model.authority import Authority
from regesta.model.body import is_body
from regesta.model.mention import Mention
from regesta.model.span import Span
from regesta.model.timex import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The articles, whom they name, and the chronology's language."""

    articles: Mapping[str, Article]
    names: Mapping[str, Authority]
    language: str
    """BCP 47; titles and summaries are written in it where a source allows it."""
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    """Id of an article -> all that it tells of, kept or not."""
    times: Mapping[str, Sequence[TimeExpression]] = field(default_factory=dict)
    """Id of an article -> its time expressions."""
    officers: AbstractSet[str] = frozenset()
    """Keys of those who arrest and charge others."""

    def foreign(self, article: Article) -> bool:
        """Whether an article is in another language than the chronology."""
        return base(article.language) != base(self.language)

    def beside(self, mention: Mention) -> list[Mention]:
        """What else its sentence tells of."""
        told = self.mentions.get(mention.article, ())
        return [m for m in told if m.sentence == mention.sentence and m.trigger != mention.trigger]

    def within(self, article: str, span: Span) -> list[TimeExpression]:
        """An article's time expressions within a stretch of its text."""
        return [time for time in self.times.get(article, ()) if span.holds(time.span)]

    def named(self, key: str) -> str | None:
        """A name in the chronology's language; an institution without one by its word; None where there is none."""
        if key in self.names:
            return self.names[key].name
        if not is_body(key):
            return None
        institutions = section(base(self.language), "names").get("institutions") or {}
        word = str(institutions.get(key.removeprefix("body:"), "")).partition(",")[0]
        return word[:1].upper() + word[1:] or None

    def readable(self, name: str) -> bool:
        """Whether a name is written in Latin letters, which all can read, or in the script of its language."""
        scripts = ("LATIN", str(section(base(self.language), "titles").get("script") or "LATIN"))
        return any(unicodedata.name(letter, "").startswith(scripts) for letter in name if letter.isalpha())


def base(language: str) -> str:
    """The language without its region or script: `de` of `de-CH`."""
    return language.split("-", maxsplit=1)[0]
