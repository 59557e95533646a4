"""Builds sites of 100, 1,000 and 10,000 synthetic events: processor time, memory, files written, bytes a reader loads.

The records come from a seeded generator: eighteen months to four years, one in five dates a span, some open, two to
three sources an event. Each build is a process of its own, as a contributor would start it. Rows of a table:

- first: with nothing kept, every record parsed; cold: into an empty folder, records parsed before; no-op, 1 record: the
  same folder again, with nothing and with one record changed. All without the search index; `index` is what it adds.
- nothing is deleted before all is measured: for some minutes after 10,000 files were deleted, ext4 passes over their
  numbers with each new file, and a build pays up to five seconds for what another one left.
- Hugo, where it is installed (Debian's package), in the same run: see `peers/hugo.py` for its two tasks.

`python bench/run.py site`, or with numbers of events: `python bench/site.py 100 2000`.
"""

from __future__ import annotations

import gzip
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from peers import hugo

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


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process and its children took."""

    user: float
    """Processor seconds in its own code."""
    system: float
    """Processor seconds in the kernel."""
    peak: float
    """MiB of memory at most."""

    @property
    def both(self) -> float:
        """All processor seconds."""
        return self.user + self.system

    def __str__(self) -> str:
        return f"{self.both:6.1f} CPU s ({self.user:.1f} + {self.system:.1f}), {self.peak:.0f} MiB"


def run(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who sets it compiles all of this program at each start
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=environment)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            said.seek(0)
            raise SystemExit(said.read().decode())
    return Cost(usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024)


def build(project: Path, site: Path, *, search: bool = False) -> Cost:
    """One build; the search index apart where it isn't asked for."""
    text = CONFIG if search else CONFIG.replace("  - regesta", "  - regesta: {search: false}")
    (project / "mkdocs.yml").write_text(text)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    return run(command, project)


def snapshot(site: Path) -> dict[str, int]:
    """When each page was written."""
    return {str(path): path.stat().st_mtime_ns for path in site.rglob("*.html")}


def weight(site: Path) -> str:
    """How many files a site has, and how many MB."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return f"{len(sizes)} files, {sum(sizes) / 1e6:.0f} MB"


def zipped(path: Path) -> float:
    """KB of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), 6)) / 1024


def measure(events: int, folder: Path) -> None:
    """Print what so many events cost; everything is built in `folder`, which has nothing in it yet."""
    root, site = folder / "project", folder / "site"
    root.mkdir(parents=True)
    make_project(root, events)
    print(f"{events} events\n  first     {build(root, folder / 'first')}")
    cold = build(root, site)
    print(f"  cold      {cold}; {weight(site)}", flush=True)
    changes(root, site, events)
    page = next(path for path in (site / "events").glob("*.html") if path.name != "index.html")
    print(f"  gzipped   home {zipped(site / 'index.html'):.0f} KB, an event's page {zipped(page):.1f} KB")
    if hugo.installed():
        tasks = hugo.pages(site, folder / "pages"), hugo.records(root, site, folder / "records")
        for label, task in zip(("same pages", "plain theme"), tasks, strict=True):
            cost = run(task.command, task.folder)
            made = weight(task.folder / "public")
            print(f"  Hugo, {label}: {cost}; {made}; ours is {cold.both / cost.both:.2f} of it", flush=True)


def changes(root: Path, site: Path, events: int) -> None:
    """Print what builds after a first one cost."""
    same = build(root, site)
    before = snapshot(site)
    record = sorted((root / "content" / "events").iterdir())[events // 2]
    record.write_text(record.read_text().replace("summary: ", "summary: Changed. "))
    one = build(root, site)
    written = sum(time != before.get(path) for path, time in snapshot(site).items())
    print(f"  no-op     {same}\n  1 record  {one}; {written} of {len(before)} pages written")
    indexed = build(root, site, search=True)
    print(f"  index     {indexed.both - same.both:6.1f} CPU s", flush=True)


def main() -> None:
    """Print all of them."""
    with tempfile.TemporaryDirectory() as name:
        for events in [int(size) for size in sys.argv[1:] if size.isdigit()] or SIZES:
            measure(events, Path(name) / str(events))


if __name__ == "__main__":
    main()
