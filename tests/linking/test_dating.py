"""Dating undated articles: what the clues allow, no less, and never a day from a lone clue."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.linking.dating import infer
from regesta.model.article import Article, Block, BlockKind, DatelineDay
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, EventType, Status
from regesta.model.interval import Interval
from regesta.model.mention import Mention, NameUse
from regesta.model.span import Span
from regesta.model.timex import Anchor, AnchorKind, TimeExpression, TimexType

TODAY = date(2026, 11, 24)
TEXT = "x" * 4000


def day_of(number):
    return date.fromordinal(number)


def weekday(number):
    """The last such day before the day of publication, or that day: "on Tuesday"."""
    return lambda dct: Interval.of_day(dct - timedelta(days=(dct.weekday() - number) % 7))


def coming(number):
    """The next such day: "next Tuesday"."""
    return lambda dct: Interval.of_day(dct + timedelta(days=(number - dct.weekday() - 1) % 7 + 1))


def week(offset):
    """The calendar week so many weeks from that of publication: "last week"."""

    def days(dct):
        monday = dct.toordinal() - dct.weekday() + 7 * offset
        return Interval(monday, monday + 6)

    return days


def calendar(month, day):
    """The nearest such day: "9 November"."""

    def days(dct):
        options = [date(dct.year + step, month, day) for step in (-1, 0, 1)]
        return Interval.of_day(min(options, key=lambda option: abs((option - dct).days)))

    return days


class Affair:
    """Articles and what they tell, as a test writes it."""

    def __init__(self):
        self.articles = []
        self.told = {}

    def article(self, name, *told, **known):
        published = known.pop("published", None)
        self.articles.append(
            Article(
                id=name, path=Path(f"seeds/{name}.txt"), language="en", text=TEXT, sha256="", publisher=name.upper(),
                blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),),
                published=Edtf.parse(published) if published else None, **known,
            )
        )  # fmt: skip
        self.told[name] = told
        return self

    def mentions(self, article, day):
        return [self.mention(article.id, number, told, day) for number, told in enumerate(self.told[article.id])]

    @staticmethod
    def mention(article, number, told, day):
        event, words, when, status = (*told, Status.HAPPENED)[:4]
        start = 700 + 100 * number
        days = when(day) if day else None
        value = "XXXX-11-09" if words[0].isdigit() else "XXXX-WXX"
        expression = TimeExpression(
            span=Span(start, start + 5), text=words, type=TimexType.DATE, value=value, interval=days,
            anchor=Anchor(kind=AnchorKind.DCT if day else AnchorKind.UNKNOWN),
        )  # fmt: skip
        return Mention(
            article=article,
            sentence=Span(start, start + 90),
            trigger=Span(start + 10, start + 15),
            type=EventType.OTHER,
            status=status,
            actors=(NameUse(surface=event, key=event, kind="group"),),
            time=expression,
            interval=days,
            basis=Basis.DERIVED,
        )

    def infer(self, today=TODAY):
        def affinity(left, right):
            return 0.9 if left.actors[0].key == right.actors[0].key else 0.0

        return infer(self.articles, self.mentions, affinity=affinity, today=today)

    def found(self, name, **options):
        result = self.infer(**options).get(name)
        return str(Edtf.of(result.interval)) if result else None


def visit(**known):
    """A dated article tells that A was on 9 November, and that B was in the week before."""
    return Affair().article(
        "dated", ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)), published="2023-11-12", **known
    )


def test_two_clues_meet():
    affair = visit().article("open", ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)))
    assert affair.found("open") == "2023-11-09/2023-11-12"


def test_what_is_still_to_come_bounds_from_above():
    affair = visit().article("open", ("A", "9 November", calendar(11, 9), Status.PLANNED), ("B", "last week", week(-1)))
    assert affair.found("open") == "2023-11-06/2023-11-09"


@pytest.mark.parametrize(
    "told",
    [
        (("A", "on Thursday", weekday(3)),),
        (("B", "last week", week(-1)),),
        (("A", "on Thursday", weekday(3)), ("C", "on Monday", weekday(0))),
        (("C", "on Monday", weekday(0)), ("D", "last week", week(-1))),
        (),
    ],
)
def test_a_lone_clue_dates_nothing(told):
    assert visit().article("open", *told).found("open") is None


def test_two_publishers_that_date_an_event_alike_are_two_witnesses():
    affair = visit().article("second", ("A", "on Thursday", weekday(3)), published="2023-11-11")
    affair.article("open", ("A", "on Thursday", weekday(3)))
    assert affair.found("open") == "2023-11-09/2023-11-15"
    assert "as does" in " ".join(affair.infer()["open"].reasons)


def test_clues_that_contradict_each_other_leave_the_date_open():
    affair = visit().article(
        "later", ("C", "on Monday", weekday(0)), ("D", "last week", week(-1)), published="2023-12-20"
    )
    affair.article(
        "open",
        ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)),
        ("C", "on Monday", weekday(0)), ("D", "last week", week(-1)),
    )  # fmt: skip
    assert affair.found("open") is None


def test_an_article_dated_so_dates_the_next():
    affair = visit()
    affair.article("next", ("C", "on Monday", weekday(0)), ("D", "this week", week(0)))
    affair.article(
        "open",
        ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)),
        ("C", "next Monday", coming(0), Status.PLANNED), ("D", "next week", week(1), Status.PLANNED),
    )  # fmt: skip
    assert affair.found("open") == "2023-11-09/2023-11-12"
    assert affair.found("next") == "2023-11-13/2023-11-19"


def dateline(month, day, number=None):
    return {"dateline": Span(0, 5), "dateline_day": DatelineDay(month, day, number)}


def test_a_dateline_takes_its_year_from_the_affair():
    assert visit().article("open", **dateline(11, 7)).found("open") == "2023-11-07"
    assert visit().article("open", **dateline(1, 4)).found("open") == "2024-01-04"


def test_a_datelines_weekday_has_to_fit():
    assert visit().article("open", **dateline(11, 7, 1)).found("open") == "2023-11-07"
    assert visit().article("open", **dateline(11, 7, 2)).found("open") is None


def test_a_day_that_no_near_year_has():
    affair = visit().article("open", **dateline(2, 29))
    assert affair.found("open") == "2024-02-29"
    assert Affair().article("dated", published="2022-07-01").article("open", **dateline(2, 29)).found("open") is None


def test_nothing_is_dated_after_today_or_after_it_was_saved():
    told = (("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)))
    assert visit().article("open", *told).found("open", today=date(2023, 11, 10)) == "2023-11-09/2023-11-10"
    assert visit().article("open", *told, accessed="2023-11-11").found("open") == "2023-11-09/2023-11-11"


def test_an_address_that_names_the_month_decides_between_years():
    told = (("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)))
    affair = visit().article("open", *told, url="https://x.example/2023/11/a")
    assert affair.found("open") == "2023-11-09/2023-11-12"
    assert "names 2023/11" in " ".join(affair.infer()["open"].reasons)


def test_the_reasons_say_what_a_person_can_check():
    affair = visit().article("open", ("A", "9 November", calendar(11, 9), Status.PLANNED), ("B", "last week", week(-1)))
    reasons = affair.infer()["open"].reasons
    assert any(
        "“last week” means the event that DATED of 2023-11-12 dates 2023-10-30/2023-11-05" in line for line in reasons
    )
    assert any("it announces what DATED of 2023-11-12 dates 2023-11-09 (“on Thursday”)" in line for line in reasons)


def test_without_a_dated_article_nothing_is_inferred():
    assert Affair().article("open", ("A", "on Thursday", weekday(3)), **dateline(11, 7)).infer() == {}


@given(
    weeks=st.integers(-400, 100),
    told=st.lists(
        st.tuples(
            st.sampled_from("ABCD"),
            st.sampled_from([weekday(1), weekday(3), week(-1), week(0), coming(2)]),
            st.sampled_from([Status.HAPPENED, Status.PLANNED]),
        ),
        max_size=5,
    ),
)
@settings(max_examples=60, deadline=None)
def test_an_affair_moved_by_weeks_is_dated_as_many_weeks_later(weeks, told):
    def run(start):
        affair = Affair()
        affair.article("one", ("A", "a", weekday(3)), ("B", "b", week(-1)), published=start.isoformat())
        affair.article(
            "two", ("C", "c", weekday(1)), ("D", "d", week(0)), published=(start + timedelta(days=4)).isoformat()
        )
        affair.article("open", *((event, str(n), when, status) for n, (event, when, status) in enumerate(told)))
        result = affair.infer(today=date(2200, 1, 1)).get("open")
        return result.interval.shifted(-start.toordinal()) if result else None

    assert run(date(2023, 11, 12)) == run(date(2023, 11, 12) + timedelta(weeks=weeks))
