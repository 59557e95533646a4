"""Measures the tagger in each language on texts made of the language files' own examples, and on hostile texts.

Beside it runs dateparser's search on a part of the same text, so that the ratio holds on any machine.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date

from dateparser.search import search_dates

from regesta import languages
from regesta.tagging import recognise, resolve

DCT = date(2023, 11, 12)
SIZE = 300_000
"""Characters of news-like text in each language."""
PART = 3_000
"""Characters that dateparser gets: it needs minutes for more."""
MARKED = re.compile(r"<([^<>|]+)\|[^<>]*>")
FILLER = {
    "ru": "Депутаты обсудили проект закона о поддержке малых городов, и многие выступили против предложенных мер. ",
    "uk": "Депутати обговорили законопроєкт про підтримку малих міст, і багато хто виступив проти цих заходів. ",
    "kk": "Депутаттар шағын қалаларды қолдау туралы заң жобасын талқылап, ұсынылған шараларға қарсы шықты. ",
    "de": "Die Abgeordneten berieten über den Entwurf zur Förderung kleiner Städte, und etliche sprachen dagegen. ",
}
DEFAULT = "The members debated the bill on support for small towns, and a number of them spoke against its measures. "
HOSTILE = {
    "a million digits": "7" * 1_000_000,
    "numbers and spaces": "7 " * 500_000,
    "hyphens": "-" * 1_000_000,
    "weekdays": "Monday " * 70_000,
    "dates": "2023-" * 50_000,
    "5 MB of news": "",
}


def news(language: str, size: int) -> str:
    """Sentences with time expressions, and four times as many without, as news has them."""
    examples = [MARKED.sub(r"\1", entry["text"]) for entry in languages.section(language, "time_examples") or []]
    filler = FILLER.get(language, DEFAULT) * 4
    unit = "\n\n".join(f"{text} {filler}" for text in examples or [DEFAULT])
    return (unit + "\n\n") * (size // len(unit) + 1)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def tag(text: str, language: str) -> int:
    """How many expressions are found and resolved."""
    return len(resolve(recognise(text, language=language), dct=DCT))


def dateparser_rate(text: str, language: str) -> float | None:
    """Kilobytes a processor second of dateparser's search; None where it doesn't know the language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            search_dates(text[:200], languages=[language])
            spent = seconds(lambda: search_dates(text[:PART], languages=[language]))
        except ValueError:
            return None
    return len(text[:PART].encode()) / 1000 / spent


def main() -> None:
    """Print the table."""
    print(f"{'language':20}{'kB/CPU s':>10}{'found':>8}{'dateparser':>12}{'ratio':>8}")
    for language in languages.known():
        text = news(language, SIZE)
        tag(text[:5_000], language)
        rate = len(text.encode()) / 1000 / seconds(lambda text=text, language=language: tag(text, language))
        other = dateparser_rate(text, language)
        against = f"{other:>12.1f}{rate / other:>8.0f}" if other else f"{'-':>12}{'-':>8}"
        print(f"{language:20}{rate:>10.0f}{tag(text, language):>8}{against}")
    for name, hostile in HOSTILE.items():
        text = hostile or news("en", 5_000_000)
        spent = seconds(lambda text=text: tag(text, "en"))
        half = seconds(lambda text=text: tag(text[: len(text) // 2], "en"))
        rate = len(text.encode()) / 1000 / spent
        print(f"{name:20}{rate:>10.0f} kB/CPU s; twice the text costs {spent / half:.1f} times")
    command = [sys.executable, "-c", "from regesta.tagging import tag; tag('on Tuesday', language='en', dct=None)"]
    start = time.perf_counter()
    subprocess.run(command, check=True)  # noqa: S603 - our own interpreter
    print(f"{'start and one text':20}{time.perf_counter() - start:>10.2f} s")
