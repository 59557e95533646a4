"""Every quote is found again in its article, and the words that date it in the quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from regesta.checking.articles import SavedArticle
from regesta.checking.findings import Doubt
from regesta.store import quotes

Record = Mapping[str, Any]
SHOWN = 90
"""Characters of the article that a hint shows."""


def check_quotes(record: Record, articles: Mapping[str, SavedArticle]) -> Iterator[Doubt]:
    """Doubts about the quotes of one record; sources that aren't in seeds/ can't be checked."""
    for index, source in enumerate(record["sources"]):
        name, keys = source.get("article"), ("sources", index)
        if name is not None and name not in articles:
            near = get_close_matches(name, articles, n=1)
            hint = f"did you mean {near[0]}?" if near else "put it there with `regesta add`, or give its url instead"
            yield Doubt((*keys, "article"), f'there is no article "{name}" in seeds/', hint)
        elif name is not None:
            for doubt in _check_source(source, articles[name]):
                yield Doubt((*keys, *doubt.keys), doubt.message, doubt.hint, doubt.level)


def _check_source(source: Record, saved: SavedArticle) -> Iterator[Doubt]:
    quote = source.get("quote")
    if not quote:
        yield Doubt((), "this source has no quote", "quote the words that say it, verbatim", "warning")
        return
    places = quotes.count(quote, saved.folded)
    prefix, suffix = source.get("prefix"), source.get("suffix")
    if not places:
        yield from _not_found(quote, saved)
    elif (prefix or suffix) and quotes.find(quote, saved.text, prefix, suffix) is None:
        key = "prefix" if prefix else "suffix"
        first = quotes.find_all(quote, saved.text)[0]
        yield Doubt((key,), "the quote stands in the article, but not beside these words", _beside(saved.text, first))
    elif places > 1 and not (prefix or suffix):
        hint = "add a prefix: the words before the one that is meant"
        yield Doubt(("quote",), f"the quote occurs {places} times in {saved.path.name}", hint, "warning")
    when = source.get("when")
    if when and quotes.fold(when) not in quotes.fold(quote):
        elsewhere = quotes.fold(when) in saved.folded
        where = "stands elsewhere in the article, not in the quote" if elsewhere else "doesn't stand in the quote"
        yield Doubt(("when",), f'"{when}" {where}', "give words of the quote", "warning" if elsewhere else "error")


def _not_found(quote: str, saved: SavedArticle) -> Iterator[Doubt]:
    if quotes.find(quote, saved.saved):
        message = f"the quote stands in {saved.path.name}, but outside the article's own text (a caption, a teaser?)"
        yield Doubt(("quote",), message, None, "warning")
        return
    nearest = _nearest(quotes.fold(quote), quotes.fold(saved.text or saved.saved))
    yield Doubt(("quote",), f"these words aren't in {saved.path.name}: {_short(quote)}", nearest)


def _nearest(quote: str, text: str) -> str | None:
    """What the article says where it comes closest, if it comes close at all."""
    found = SequenceMatcher(None, text, quote, autojunk=False).find_longest_match()
    if found.size < min(12, len(quote) // 2):
        return None
    begin = max(0, found.a - found.b)
    return f"did you mean {_short(text[begin : begin + len(quote)].strip())}?"


def _beside(text: str, place: Any) -> str:
    return f"before it stands {_short(text[max(0, place.start - 30) : place.start].strip())}"


def _short(text: str) -> str:
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[: SHOWN - 1]}…”"
