"""Measures reading, near-copies and the dating of undated articles on articles that it composes."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from regesta.extraction import extract, prepare, redate
from regesta.ingest import read_article, without_recurring
from regesta.linking import copies
from regesta.linking.comparison import affinity
from regesta.linking.dating import infer
from regesta.model.article import Article
from regesta.tagging import recognise, resolve

ARTICLES = 300
FIRST = date(2019, 1, 7)
TOWNS = ("Torvik", "Lubny", "Meran", "Evian", "Balkhash", "Sitka", "Wisbeth", "Hensley", "Codroipo", "Ostrava")
NAMES = ("Kari Lund", "Petro Hnatiuk", "Jean Morand", "Ruth Amsler", "Alun Price", "Rosa Quispe", "Uwe Krahl")
FILLER = (
    "The council had warned of the cracks for years, according to a report that was never published. "
    "Residents spoke of broken promises, and shopkeepers counted the days without customers. "
) * 3
MENU = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(120))
TEASERS = "".join(f'<div class="card"><h3><a href="/a{n}">Another headline {n}</a></h3></div>' for n in range(60))


def body(number: int) -> list[str]:
    """The paragraphs of one article of the affair; every tenth event is told by ten articles."""
    event = number // 10
    town, name = TOWNS[event % 10], NAMES[event % 7]
    return [
        f"Mayor {name} resigned in {town} on Tuesday after weeks of protests, the town hall of {town} said.",
        f"{FILLER} A court in {town} had fined the company Azot {event} on Monday over the spill of last month.",
        f"“We told them {number} times,” said {NAMES[number % 7]}, who met the strikers of {town} on Sunday. {FILLER}",
        f"{FILLER} Parliament is to vote on the law of case {event} next Thursday.",
    ]


def as_text(number: int) -> str:
    """The article as pasted text with its page's menu and teasers."""
    paragraphs = "\n\n".join(body(number))
    town = TOWNS[number // 10 % 10]
    return f"Home | World | Sport\n\nMayor of {town} resigns\n\n{paragraphs}\n\nREAD ALSO: Ten beaches\n"


def as_page(number: int) -> str:
    """The article as a web page of some 20 KB."""
    paragraphs = "".join(f"<p>{text}</p>" for text in body(number))
    return (
        f"<html lang='en'><head><title>Mayor resigns {number}</title></head><body><nav><ul>{MENU}</ul></nav><main>"
        f"<article><h1>Mayor resigns {number}</h1>{paragraphs}</article></main><aside>{TEASERS}</aside></body></html>"
    )


def write(root: Path, suffix: str, compose: Callable[[int], str]) -> list[tuple[Path, dict[str, Any]]]:
    """The files and their sidecars; every tenth has no date."""
    found = []
    for number in range(ARTICLES):
        path = root / f"{suffix.strip('.')}-{number:04}{suffix}"
        path.write_text(compose(number), encoding="utf-8")
        published = FIRST + timedelta(weeks=number // 10, days=2 + number % 4)
        sidecar = {"publisher": f"P{number % 10}", "language": "en"}
        found.append((path, sidecar if number % 10 == 9 else {**sidecar, "published": published.isoformat()}))
    return found


def timed(name: str, count: int, call: Callable[[], Any]) -> Any:
    """Call, and print a row."""
    start = time.process_time()
    result = call()
    seconds = time.process_time() - start
    print(f"{name:<44}{seconds:8.2f}{count / seconds:10.0f}")
    return result


def dates(articles: list[Article]) -> int:
    """How many undated articles the others date."""
    recognised = {article.id: recognise(article.text, language=article.language) for article in articles}
    expressions = {a.id: resolve(recognised[a.id], dct=None, dateline=a.dateline) for a in articles}
    lore = prepare([(article, expressions[article.id]) for article in articles])
    mentions = {article.id: extract(article, expressions[article.id], lore=lore) for article in articles}

    def on(article: Article, day: date | None) -> Any:
        return redate(mentions[article.id], resolve(recognised[article.id], dct=day, dateline=article.dateline))

    return timed(
        "date the undated tenth",
        ARTICLES // 10,
        lambda: len(infer(articles, on, affinity=affinity, today=date(2026, 1, 1))),
    )


def main() -> None:
    """Print the table."""
    root = Path(tempfile.mkdtemp(prefix="bench-ingest-"))
    try:
        print(f"{f'{ARTICLES} articles':<44}{'CPU s':>8}{'a CPU s':>10}")
        for suffix, compose in ((".html", as_page), (".md", as_text), (".txt", as_text)):
            files = write(root, suffix, compose)
            articles = timed(
                f"read {suffix}",
                ARTICLES,
                lambda files=files: [read_article(path, sidecar, root) for path, sidecar in files],
            )
        timed("leave out recurring lines", ARTICLES, lambda: without_recurring(articles))
        timed("find near-copies", ARTICLES, lambda: copies.groups(articles))
        print(f"dated: {dates(articles)} of {ARTICLES // 10}")
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
