"""Titles and summaries: neutral lines, in words that the sources print."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta import yamlio
from regesta.linking.slugs import slug
from regesta.linking.titles import LONGEST, summary, title
from regesta.model.article import Article, Block, BlockKind
from regesta.model.authority import Authority
from regesta.model.event import EventType
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span
from regesta.model.timex import TimeExpression, TimexType

CASES = yamlio.parse((Path(__file__).parent / "title_cases.yml").read_text(encoding="utf-8"), Path("title_cases.yml"))


def place(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def told(case):
    """The case as an article of one sentence, its mention, and the names."""
    text = case["sentence"]
    kind = BlockKind.HEADLINE if case.get("headline") else BlockKind.PARAGRAPH
    article = Article(
        id="a",
        path=Path("seeds/a.txt"),
        language=case["language"],
        text=text,
        blocks=(Block(kind, Span(0, len(text))),),
        sha256="",
    )
    time = case.get("time") and TimeExpression(
        span=place(text, case["time"]), text=case["time"], type=TimexType.DATE, value="2020-05-04"
    )
    uses = {
        key: NameUse(surface=name, key=key, kind="person", span=place(text, name) if name in text else None)
        for key, name in case["actors"].items()
    }
    mention = Mention(
        article="a",
        sentence=Span(0, len(text)),
        trigger=place(text, case["trigger"]),
        type=EventType.OTHER,
        time=time or None,
        actors=tuple(uses.values()),
        speaker=uses.get(case.get("speaker")),
        quoted="speaker" in case,
    )
    names = {key: Authority(name=name, kind="person", variants={}) for key, name in case["actors"].items()}
    return mention, {"a": article}, names


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:40])
def test_a_title_is_cut_out_of_a_sentence(case):
    mention, articles, names = told(case)
    assert title([mention], articles, "en", names) == case["title"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:40])
def test_a_title_is_one_short_line(case):
    mention, articles, names = told(case)
    line = title([mention], articles, case["language"], names)
    assert isinstance(line, str)
    assert 0 < len(line) <= LONGEST
    assert "\n" not in line


def test_a_summary_leaves_out_the_words_that_mean_nothing_away_from_their_article():
    mention, articles, names = told(CASES[1])
    assert summary([mention], articles, "en", names) == "The council approved the plan."


@given(st.text(max_size=200))
def test_any_title_makes_a_file_name(text):
    name = slug(text)
    assert name
    assert len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not name.startswith("-")
    assert not name.endswith("-")


def test_slugs_transcribe():
    assert slug("Łódź: Қазақстан і Україна") == "lodz-kazakstan-i-ukraina"
