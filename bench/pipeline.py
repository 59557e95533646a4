"""The editorial wing on collections of 100, 1,000 and 5,000 articles, which it composes: articles per processor second.

The articles tell of one long affair in English, German, French and Russian: happenings, each told by several publishers
on the days after, with background paragraphs. Seeded, so that every run reads the same bytes.
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from babel.dates import format_date

from regesta import pipeline
from regesta.config import Config

SIZES = (100, 1_000, 5_000)
FIRST_DAY = date(2021, 1, 4)
PEOPLE = (
    "Marta Kolbe",
    "Jonas Firnberg",
    "Irene Valdez",
    "Pavel Sorokin",
    "Aisha Rahmani",
    "Luc Perrin",
    "Tomas Hruby",
)
PLACES = ("Larnsk", "Ostervik", "Port Mareille", "Kaltenau", "Brezova", "Santorelo")

WORDS = {
    # language -> headline, sentences of news (with person, place, weekday or day), sentences of background
    "en": (
        "{person} {deed} in {place}",
        [
            "{person} met ministers in {place} on {weekday}.",
            "The council of {place} approved the plan on {weekday}.",
            "“We shall not wait any longer,” {person} said on {weekday}.",
            "Police arrested two men in {place} on {weekday}.",
            "Workers in {place} went on strike on {weekday}, union leader {person} said.",
        ],
        [
            "The town has 40,000 inhabitants and an old harbour.",
            "Nobody knows what the winter will bring.",
            "Such disputes are common along the coast.",
        ],
    ),
    "de": (
        "{person}: Streit um {place} geht weiter",
        [
            "{person} traf am {weekday} in {place} mehrere Minister.",
            "Der Stadtrat von {place} stimmte dem Plan am {weekday} zu.",
            "„Wir warten nicht länger“, sagte {person} am {weekday}.",
            "Die Polizei nahm am {weekday} in {place} zwei Männer fest.",
        ],
        ["Die Stadt hat 40.000 Einwohner und einen alten Hafen.", "Niemand weiß, was der Winter bringt."],
    ),
    "fr": (
        "{person} attendu à {place}",
        [
            "{person} a rencontré des ministres à {place} {weekday}.",
            "Le conseil de {place} a approuvé le plan {weekday}.",
            "« Nous n'attendrons plus », a déclaré {person} {weekday}.",
            "La police a arrêté deux hommes à {place} {weekday}.",
        ],
        ["La ville compte 40 000 habitants et un vieux port.", "Personne ne sait ce que l'hiver apportera."],
    ),
    "ru": (
        "{person}: спор вокруг {place} продолжается",
        [
            "{person} встретился с министрами {day}.",
            "Городской совет одобрил план {day}.",
            "«Ждать мы больше не будем», — заявил {person} {day}.",
            "Полиция задержала двух человек {day}.",
        ],
        ["В городе живут 40 тысяч человек, и есть старый порт.", "Никто не знает, что принесёт зима."],
    ),
}
DEEDS = ("meets critics", "signs agreement", "faces protest", "wins vote")


@dataclass(frozen=True)
class Happening:
    """What several articles tell."""

    person: str
    place: str
    day: date
    sentence: int


def happenings(count: int, chance: random.Random) -> list[Happening]:
    """The affair: one happening every few days."""
    found, day = [], FIRST_DAY
    for _ in range(count):
        day += timedelta(days=chance.choice((1, 1, 2, 3, 5)))
        found.append(Happening(chance.choice(PEOPLE), chance.choice(PLACES), day, chance.randrange(12)))
    return found


def article(told: list[Happening], chance: random.Random) -> tuple[str, date]:
    """An article's text, and its day."""
    language = chance.choice(tuple(WORDS))
    headline, news, background = WORDS[language]
    published = told[-1].day + timedelta(days=chance.randrange(3))
    lines = [headline.format(person=told[-1].person, place=told[-1].place, deed=chance.choice(DEEDS))]
    for one in reversed(told):
        weekday = format_date(one.day, "EEEE", locale=language)
        day = format_date(one.day, "d MMMM", locale=language)
        sentence = news[one.sentence % len(news)].format(person=one.person, place=one.place, weekday=weekday, day=day)
        lines.append(" ".join([sentence, *chance.sample(background, 2)]))
        lines.append(" ".join(chance.sample(background, 2)))
    return "\n\n".join(lines) + "\n", published


def compose(root: Path, size: int) -> int:
    """A project of `size` articles in `root`; gives the kilobytes of their texts."""
    chance = random.Random(size)
    affair = happenings(max(12, size // 12), chance)
    (root / "content").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "mkdocs.yml").write_text("site_name: bench\n", encoding="utf-8")
    total = 0
    for number in range(size):
        last = chance.randrange(3, len(affair))
        text, published = article(affair[last - 3 : last], chance)
        total += len(text.encode())
        (root / f"seeds/a{number:05d}.txt").write_text(text, encoding="utf-8")
        sidecar = f"publisher: Paper {number % 40}\npublished: {published}\n"
        (root / f"seeds/a{number:05d}.yml").write_text(sidecar, encoding="utf-8")
    return total // 1000


def main() -> None:
    """Print a row a size: processor seconds, articles per processor second, peak memory."""
    print(f"{'articles':>9}{'kB':>8}{'events':>8}{'CPU s':>8}{'a CPU s':>9}{'again':>8}{'peak MiB':>10}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            kilobytes = compose(root, size)
            seconds = []
            for _ in range(2):
                start = time.process_time()
                pipeline.update(root, config=Config(), today=date(2026, 1, 1), report=lambda _: None)
                seconds.append(time.process_time() - start)
            events = len(list((root / "content/events").rglob("*.yml")))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            rate = size / seconds[0]
            row = f"{size:>9}{kilobytes:>8}{events:>8}{seconds[0]:>8.1f}{rate:>9.0f}{seconds[1]:>8.1f}{peak:>10}"
            print(row, flush=True)


if __name__ == "__main__":
    main()
