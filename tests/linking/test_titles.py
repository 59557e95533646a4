"""Titles and summaries: neutral lines, in words that the sources print or in a pattern of the site's language."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta import yamlio
from regesta.languages import known, section
from regesta.linking.titling.desk import Desk
from regesta.linking.titling.slugs import slug
from regesta.linking.titling.summaries import summary
from regesta.linking.titling.title_words import words_of
from regesta.linking.titling.titles import title
from regesta.linking.titling.worth import LONGEST, Told
from regesta.model.article import Article, Block, BlockKind
from regesta.model.authority import Authority
from regesta.model.event import EventType, Status
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span
from regesta.model.timex import TimeExpression, TimexType

CASES = yamlio.parse((Path(__file__).parent / "title_cases.yml").read_text(encoding="utf-8"), Path("title_cases.yml"))
INTERFACE = ("en", "de", "fr", "es", "ru", "kk")


def place(text, words, start=0):
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, start)
    assert found, words
    return Span(*found.span())


def told(case):
    """The case as an article of one paragraph, the mention in its last sentence, the event, and the desk."""
    before = case.get("before", "")
    text = f"{before} {case['sentence']}".strip()
    begin = len(text) - len(case["sentence"])
    kind = BlockKind.HEADLINE if case.get("headline") else BlockKind.PARAGRAPH
    blocks = (Block(kind, Span(0, len(text))),)
    article = Article(id="a", path=Path("seeds/a.txt"), language=case["language"], text=text, blocks=blocks, sha256="")
    uses = {
        key: NameUse(
            surface=as_written(case, key, name),
            key=key,
            kind="person" if " " in name else "organisation",
            span=named(case, key, name, text, begin),
        )
        for key, name in case["actors"].items()
    }
    concept = case.get("concept", "other.")
    mention = Mention(
        article="a",
        sentence=Span(begin, len(text)),
        trigger=place(text, case["trigger"], begin),
        type=EventType(concept.partition(".")[0]),
        status=Status(case.get("told_as", case.get("status", "happened"))),
        concept=concept,
        time=time_of(case, text, begin),
        actors=tuple(use for key, use in uses.items() if key != case.get("speaker") or "said" not in case),
        speaker=uses.get(case.get("speaker")),
        quoted="speaker" in case,
        noun=case.get("noun") == "yes",
        headline=bool(case.get("headline")),
        places=tuple(NameUse(surface=p, key=f"place:{p}", kind="place") for p in case.get("places", ())),
    )
    names = {key: Authority(name=name, kind=uses[key].kind, variants={}) for key, name in case["actors"].items()}
    names |= {f"place:{p}": Authority(name=p, kind="city", variants={}) for p in case.get("places", ())}
    event = Told(
        type=mention.type,
        status=Status(case.get("status", "happened")),
        concept=concept,
        actors=tuple(use.key for use in mention.actors),
    )
    others = [NameUse(surface=name, key=key, kind="person") for key, name in case.get("others", {}).items()]
    names |= {use.key: Authority(name=use.surface, kind="person", variants={}) for use in others}
    aside = replace(mention, trigger=Span(0, 0), sentence=Span(0, begin), actors=tuple(others))
    desk = Desk(
        articles={"a": article},
        names=names,
        language=case.get("site", "en"),
        mentions={"a": (aside, mention)},
        officers=frozenset(case.get("officers", ())),
    )
    return mention, event, desk


def named(case, key, name, text, begin):
    written = as_written(case, key, name)
    return place(text, written, begin) if written in text[begin:] else None


def as_written(case, key, name):
    """How the sentence writes a name, where not in full."""
    return case.get("written", {}).get(key, name)


def time_of(case, text, begin):
    if "time" not in case:
        return None
    span = place(text, case["time"], begin)
    return TimeExpression(span=span, text=case["time"], type=TimexType.DATE, value="2020-05-04")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:40])
def test_a_title_is_the_best_line(case):
    mention, event, desk = told(case)
    assert title([mention], event, desk) == case["title"]


@pytest.mark.parametrize("case", [case for case in CASES if "summary" in case], ids=lambda case: case["sentence"][:40])
def test_a_summary_can_be_read_away_from_its_article(case):
    mention, event, desk = told(case)
    assert summary([mention], event, desk) == case["summary"]


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:40])
def test_a_title_is_one_short_line_that_begins_with_no_pronoun(case, language):
    mention, event, desk = told({**case, "site": language})
    found = title([mention], event, desk)
    line = found if isinstance(found, str) else next(iter(found.values()))
    source = language if isinstance(found, str) else next(iter(found))
    assert 0 < len(line) <= LONGEST
    assert "\n" not in line
    assert line.split()[0].casefold() not in words_of(source).pronouns
    for name in ("Ada Quill", "Vadim Orlov", "Nina Weber"):
        assert name not in line or name in {*case["actors"].values()} or name in case["sentence"]


@pytest.mark.parametrize("language", INTERFACE)
def test_every_interface_language_composes_titles_with_nouns_for_the_same_concepts(language):
    data = section(language, "titles")
    assert set(data["nouns"]) == set(section("en", "titles")["nouns"])
    assert set(data["composed"]) == {status.value for status in Status}


@pytest.mark.parametrize("language", known())
def test_nouns_and_patterns_are_for_concepts_that_triggers_have(language):
    data = section(language, "titles")
    concepts = set(section("en", "events")["triggers"])
    assert {*data.get("nouns", {}), *data.get("told", {})} <= concepts


@given(st.text(max_size=200))
def test_any_title_makes_a_file_name(text):
    name = slug(text)
    assert name
    assert len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not name.startswith("-")
    assert not name.endswith("-")


def test_slugs_leave_out_what_says_nothing_in_a_name():
    assert slug("The minister's visit to the yard in May 2019", small={"the", "to", "in"}) == "minister-visit-yard-may"
    assert slug("€1.8m fine", small=()) == "1-8m-fine"
    assert slug("In the", small={"the", "in"}) == "in-the"


def test_slugs_transcribe():
    assert slug("Łódź: Қазақстан і Україна") == "lodz-kazakstan-ukraina"
