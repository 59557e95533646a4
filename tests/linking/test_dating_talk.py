"""What the articles of a day speak of dates another: both what it has and what it lacks."""

from datetime import date

import pytest

from regesta.linking.dating.talk import Talk
from regesta.model.event import EventType
from regesta.model.interval import Interval
from regesta.model.mention import Mention
from regesta.model.span import Span

START = date(2021, 3, 1).toordinal()
DAYS = range(START - 30, START + 90)
TALK = Talk(
    [
        (Interval(START, START), frozenset({"mine", "blast"})),
        (Interval(START + 2, START + 2), frozenset({"mine", "blast", "rescue"})),
        (Interval(START + 30, START + 30), frozenset({"mine", "blast", "court"})),
        (Interval(START + 32, START + 33), frozenset({"mine", "blast", "court", "verdict"})),
    ],
    DAYS,
)


def mention(*topics):
    return Mention(
        article="open", sentence=Span(0, 9), trigger=Span(0, 3), type=EventType.OTHER, topics=frozenset(topics)
    )


@pytest.mark.parametrize(
    ("topics", "near", "far"),
    [
        (("mine", "court"), 31, 1),
        (("mine", "rescue"), 1, 31),
        (("mine", "blast"), 1, 31),
        (("mine", "verdict", "unheard of"), 31, 1),
    ],
)
def test_an_article_belongs_to_the_days_whose_articles_speak_alike(topics, near, far):
    clue = TALK.clue([mention(*topics)])
    assert clue.value(START + near) > clue.value(START + far)


def test_topics_alone_rule_no_day_out():
    clue = TALK.clue([mention(*(f"t{number}" for number in range(50)), "court", "verdict")])
    assert clue.span <= 2.5
    assert not clue.says.counts
