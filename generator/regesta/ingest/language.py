"""Which language an article is in: by its words, its script as a check, the page's own word as a hint.

Separate because being wrong here makes every later stage wrong; an article in no known language is refused.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import py3langid  # type: ignore[import-untyped]  # it has no stubs
from babel.core import get_global

from regesta import languages
from regesta.errors import ArticleError
from regesta.ingest.lines import script_of

_SAMPLE: Final = 1500
"""Characters that are looked at; more doesn't change the answer."""
_MARGIN: Final = 12.0
"""How much likelier (in log likelihood) a language that we don't know must be than the best that we know."""
_SCRIPTS: Final = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hebr": "HEBREW",
    "Jpan": "CJK",
    "Kore": "HANGUL",
    "Latn": "LATIN",
}


def detect(text: str, hint: str | None = None) -> str:
    """The language of a text as a BCP 47 code that a language file exists for.

    `hint` is what the file says of itself; it decides between languages that the text fits about as well. Raises
    ArticleError where the text is in no known language.
    """
    sample = text[:_SAMPLE]
    script = script_of("".join(filter(str.isalpha, sample))[:400])
    fitting = [code for code in readable() if _script(code) == script]
    ranks = dict(py3langid.rank(sample))
    likeliest, top = max(ranks.items(), key=lambda rank: rank[1])
    known = {code: ranks[code] for code in fitting if code in ranks}
    if not known:
        raise _unknown(likeliest)
    best = max(known, key=lambda code: known[code])
    if hint in known and known[hint] > known[best] - _MARGIN:
        best = hint
    if top - known[best] > max(_MARGIN, 0.03 * len(sample)) and hint != best:
        raise _unknown(likeliest)
    return best


def _unknown(code: str) -> ArticleError:
    return ArticleError(
        f'the text is in no known language; it looks like "{code}"',
        hint=f"known are {', '.join(readable())}; if it is one of them, write `language:` into the sidecar",
    )


@cache
def readable() -> tuple[str, ...]:
    """The languages that articles may be in: those whose file says something of articles, not of the site alone."""
    return tuple(code for code in languages.known() if languages.section(code, "articles"))


@cache
def _script(code: str) -> str | None:
    """The script that a language is usually written in, as Unicode names its letters."""
    likely = get_global("likely_subtags").get(code, "")
    return next((_SCRIPTS.get(part) for part in likely.split("_") if len(part) == 4), None)
