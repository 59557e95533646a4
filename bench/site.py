"""Builds sites of 100, 1,000 and 10,000 synthetic events: processor time, memory, files written, bytes a reader loads.

The records come from a seeded generator: eighteen months to four years, one in five dates a span, some open, three
sources an event. Each build is a process of its own, as a contributor would start it. Hugo, where it is installed,
builds as many pages of the same text for comparison. `python bench/run.py site`, or with numbers of events:
`python bench/site.py 100 2000`.
"""

from __future__ import annotations

import gzip
import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

Articles = list[tuple[str, list[str]]]
"""Names of articles and their sentences."""
SIZES = (100, 1_000, 10_000)
TYPES = (
    "visit",
    "meeting",
    "statement",
    "publication",
    "agreement",
    "decision",
    "vote",
    "protest",
    "court",
    "economic",
)
STATUSES = ("happened",) * 18 + ("planned", "disputed")
WORDS = """port ministry tanker inquiry council treaty bridge court strike budget harbour union refinery customs deputy
hearing survey contract appeal region pipeline committee auditor spill verdict tariff permit envoy"""
WORD = WORDS.split()
CONFIG = """site_name: Synthetic chronology
site_url: https://example.org/synthetic/
repo_url: https://example.org/repository
edit_uri: edit/main/content/
docs_dir: content
theme:
  name: material
  features: [navigation.tabs]
plugins:
  - regesta
"""


def make_project(root: Path, events: int, seed: int = 7) -> None:
    """Write a project with so many events, always the same ones."""
    chance = random.Random(seed)
    (root / "content" / "events").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "content" / "index.md").write_text("# Synthetic chronology\n\nNothing here ever happened.\n")
    articles = _articles(root, chance, max(3, events // 8))
    actors = [
        f"{chance.choice('ABCDEFGHKLMNPRST')}. {word.title()}" for word in WORD for _ in range(max(1, events // 500))
    ]
    _authority(root / "content" / "actors.yml", sorted(set(actors)))
    first, length = date(2020, 1, 1), 540 if events < 500 else 1460
    for number in range(events):
        day = first + timedelta(days=chance.randrange(length))
        words = " ".join(chance.choice(WORD) for _ in range(5))
        path = root / "content" / "events" / f"{day}-{words.replace(' ', '-')}-{number}.yml"
        path.write_text(_record(chance, day, f"{words} ({number})", articles, actors))


def _articles(root: Path, chance: random.Random, count: int) -> Articles:
    found = []
    for number in range(count):
        sentences = [" ".join(chance.choice(WORD) for _ in range(14)).capitalize() + "." for _ in range(24)]
        name = f"article-{number:05d}"
        (root / "seeds" / f"{name}.txt").write_text("\n\n".join(sentences))
        (root / "seeds" / f"{name}.yml").write_text(
            f"title: {sentences[0]}\nurl: https://example.org/{name}\npublisher: Paper {number % 12}\n"
            f"language: {chance.choice(('en', 'de', 'fr', 'ru'))}\npublished: 2024-01-{number % 28 + 1:02d}\n"
            "published_basis: given\n"
        )
        found.append((name, sentences))
    return found


def _authority(path: Path, names: list[str]) -> None:
    path.write_text("".join(f"- name: {name}\n  kind: person\n  variants:\n    de: [{name}sky]\n" for name in names))


def _record(chance: random.Random, day: date, title: str, articles: Articles, actors: list[str]) -> str:
    when = str(day)
    if chance.random() > 0.8:
        when = f"{day}/{day + timedelta(days=chance.choice((2, 4, 6, 6, 13, 30)))}"
    elif chance.random() > 0.98:
        when = f"../{day}"
    sources = []
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        article, sentences = chance.choice(articles)
        quote = chance.choice(sentences)
        sources.append(
            f"  - article: {article}\n    quote: {quote}\n    when: {quote.split()[3]}\n    date: {when}\n"
            "    basis: derived\n"
        )
    cast = "".join(f"  - {name}\n" for name in sorted({chance.choice(actors) for _ in range(chance.randint(1, 3))}))
    return (
        f"title: {title.capitalize()}\ndate: {when}\ntype: {chance.choice(TYPES)}\n"
        f"status: {chance.choice(STATUSES)}\nsummary: {title.capitalize()} and so on, says a summary of one sentence.\n"
        f"actors:\n{cast}places:\n  - {chance.choice(WORD).title()}town\n"
        f"importance: {chance.choices((1, 2, 3), (55, 35, 10))[0]}\nsources:\n{''.join(sources)}review: draft\n"
    )


def run(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Processor seconds (user, system) and peak MiB of a process and its children."""
    with tempfile.TemporaryFile() as said:
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=environment)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            said.seek(0)
            raise SystemExit(said.read().decode())
    return usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def build(project: Path, site: Path, *, search: bool) -> tuple[float, float, float]:
    """One build; the search index apart where it isn't asked for."""
    text = CONFIG if search else CONFIG.replace("  - regesta", "  - regesta: {search: false}")
    (project / "mkdocs.yml").write_text(text)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    return run(command, project)


def snapshot(site: Path) -> dict[str, int]:
    """When each generated page was written."""
    return {str(path): path.stat().st_mtime_ns for path in site.rglob("*.html")}


def zipped(path: Path) -> float:
    """KB of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), 6)) / 1024


SINGLE = """{{ .Params.shell | safeHTML }}<article><p>{{ .Params.day }}</p><h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p><dl><dt>Who</dt><dd>{{ range .Params.actors }}
<a href="/actors/{{ urlize . }}.html">{{ . }}</a> {{ end }}</dd>
<dt>Where</dt><dd>{{ range .Params.places }}{{ . }} {{ end }}</dd></dl>{{ range .Params.sources }}<section>
<h3>{{ .article }}</h3><blockquote><p>
{{ replace .quote .when (printf "<mark>%s</mark>" .when) | safeHTML }}</p></blockquote>
<p>{{ .day }}
<a href="https://example.org/{{ .article }}#:~:text={{ .quote }}">Open the passage</a></p></section>{{ end }}
<ul>{{ with .PrevInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ with .NextInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>"""


def hugo(project: Path, site: Path, folder: Path) -> str:
    """Hugo's processor seconds for the same records in a frame of the same size, or a dash where it isn't installed.

    Its pages have the evidence and the neighbours; the dating figure, exports and structured data they lack.
    """
    program = shutil.which("hugo")
    if not program:
        return "-"
    layouts, content = folder / "layouts" / "_default", folder / "content" / "events"
    layouts.mkdir(parents=True)
    content.mkdir(parents=True)
    frame = (site / "key.html").read_text().split("<article")[0]
    (layouts / "single.html").write_text(SINGLE.replace("{{ .Params.shell | safeHTML }}", frame.replace("{{", "")))
    (layouts / "list.html").write_text("{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}")
    (folder / "hugo.toml").write_text('baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n')
    for record in (project / "content" / "events").iterdir():
        text = record.read_text().replace("date:", "day:")
        (content / f"{record.stem}.md").write_text(f"---\n{text}---\n")
    user, system, _ = run([program, "--quiet", "--source", str(folder)], folder)
    return f"{user + system:.1f}"


def measure(events: int) -> None:
    """Print one row of the table."""
    with tempfile.TemporaryDirectory() as name:
        root, site = Path(name) / "project", Path(name) / "site"
        root.mkdir()
        make_project(root, events)
        cold = build(root, site, search=False)
        same = build(root, site, search=False)
        before = snapshot(site / "events")
        record = sorted((root / "content" / "events").iterdir())[events // 2]
        record.write_text(record.read_text().replace("summary: ", "summary: Changed. "))
        one = build(root, site, search=False)
        written = sum(time_ != before.get(path) for path, time_ in snapshot(site / "events").items())
        indexed = build(root, site, search=True)
        page = next(path for path in (site / "events").glob("*.html") if path.name != "index.html")
        print(
            f"{events:>7} | {cold[0]:5.1f} + {cold[1]:4.1f} | {cold[2]:4.0f} | {sum(same[:2]):6.1f}"
            f" | {sum(one[:2]):8.1f}"
            f" | {written:>7} | {sum(indexed[:2]) - sum(same[:2]):6.1f} | {zipped(site / 'index.html'):6.0f}"
            f" | {zipped(page):5.1f} | {hugo(root, site, Path(name) / 'hugo')}",
            flush=True,
        )


def main() -> None:
    """Print the table."""
    print(" events | cold CPU s   | MiB  | no-op  | 1 record | written | search | home KB | page KB | hugo CPU s")
    for events in [int(size) for size in sys.argv[1:] if size.isdigit()] or SIZES:
        measure(events)


if __name__ == "__main__":
    main()
