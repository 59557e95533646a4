"""Talks take the days of the visit during which they happen, and of nothing else."""

from datetime import date

import pytest

from regesta.linking.clusters import Cluster
from regesta.linking.dates import date_of
from regesta.linking.encounters import during_visits
from regesta.model.event import EventType
from regesta.model.interval import Interval
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span

WEEK = Interval(date(2020, 5, 4).toordinal(), date(2020, 5, 10).toordinal())
DAY = Interval.of_day(date(2020, 5, 7))
LATER = Interval.of_day(date(2020, 6, 1))


def group(kind, people, days, article="a", number=0):
    uses = tuple(NameUse(surface=p, key=p, kind="person") for p in people)
    mention = Mention(
        article=article,
        sentence=Span(0, 10),
        trigger=Span(0, 5),
        type=kind,
        actors=uses,
        interval=days,
        strength=1.0,
        number=number,
    )
    return Cluster(members=[mention])


def days_of(*groups):
    return [dated.days for dated in during_visits([(g, date_of(g.members)) for g in groups])]


VISIT = group(EventType.VISIT, ["ada"], DAY)


def test_talks_this_week_happen_on_the_day_of_the_visit():
    assert days_of(VISIT, group(EventType.MEETING, ["ada", "ben"], WEEK)) == [DAY, DAY]


def test_the_words_that_give_the_day_are_quoted_with_the_talks():
    talks = group(EventType.MEETING, ["ada", "ben"], WEEK)
    _, dated = during_visits([(g, date_of(g.members)) for g in (VISIT, talks)])
    assert dated.beside == tuple(VISIT.members)


def test_an_undated_signing_told_beside_the_visit_happens_during_it():
    assert days_of(VISIT, group(EventType.AGREEMENT, ["ada", "ben"], None, number=1)) == [DAY, DAY]


@pytest.mark.parametrize(
    "other",
    [
        group(EventType.MEETING, ["eve", "ben"], WEEK),
        group(EventType.MEETING, ["ada"], WEEK),
        group(EventType.MEETING, ["ada", "ben"], LATER),
        group(EventType.MEETING, ["ada", "ben"], WEEK, article="b"),
        group(EventType.AGREEMENT, ["ada", "ben"], None, number=9),
        group(EventType.STATEMENT, ["ada", "ben"], WEEK),
    ],
    ids=["others meet", "nobody to meet", "another day", "another article", "told elsewhere", "a statement"],
)
def test_what_is_no_part_of_the_visit_keeps_its_own_days(other):
    own = date_of(other.members).days
    assert days_of(VISIT, other) == [DAY, own]
