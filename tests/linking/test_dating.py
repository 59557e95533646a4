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


class Calendar:
    """The nearest such day: "9 November"."""

    def __init__(self, month, day):
        self.month, self.day = month, day
        self.value = f"XXXX-{month:02}-{day:02}"

    def __call__(self, dct):
        options = [date(dct.year + step, self.month, 1) + timedelta(days=self.day - 1) for step in (-1, 0, 1)]
        return Interval.of_day(min(options, key=lambda option: abs((option - dct).days)))


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
        value = when.value if isinstance(when, Calendar) else "XXXX-WXX"
        expression = TimeExpression(
            span=Span(start, start + 5), text=words, type=TimexType.DATE, value=value, interval=days,
            anchor=Anchor(kind=AnchorKind.DCT if day else AnchorKind.UNKNOWN),
        )  # fmt: skip
        return Mention(
            article=article,
            sentence=Span(start, start + 90),
            trigger=Span(start + 10, start + 15),
            number=7 + number,
            type=EventType.OTHER,
            status=status,
            actors=(NameUse(surface=event, key=event, kind="group"),),
            time=expression,
            interval=days,
            basis=Basis.DERIVED,
        )

    def infer(self, today=TODAY):
        def affinity(left, right):
            return 0.95 if left.actors[0].key == right.actors[0].key else 0.0

        return infer(self.articles, self.mentions, affinity=affinity, today=today)

    def found(self, name, **options):
        result = self.infer(**options).get(name)
        return str(Edtf.of(result.interval)) if result else None


def visit(**known):
    """A dated article tells that A was on 9 November, C on 6 November, and B in the week before."""
    return Affair().article(
        "dated",
        ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)), ("C", "on Monday", weekday(0)),
        published="2023-11-12", **known,
    )  # fmt: skip


def test_clues_meet():
    affair = visit().article("open", ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)))
    assert affair.found("open") == "2023-11-09/2023-11-12"


def test_what_is_still_to_come_bounds_from_above():
    affair = visit().article(
        "open",
        ("A", "9 November", Calendar(11, 9), Status.PLANNED), ("B", "last week", week(-1)),
        ("C", "on Monday", weekday(0)),
    )  # fmt: skip
    assert affair.found("open") == "2023-11-06/2023-11-09"


@pytest.mark.parametrize(
    "told",
    [
        (("A", "on Thursday", weekday(3)),),
        (("B", "last week", week(-1)),),
        (("A", "on Thursday", weekday(3)), ("X", "on Monday", weekday(0))),
        (("X", "on Monday", weekday(0)), ("Y", "last week", week(-1))),
        (),
    ],
)
def test_a_lone_clue_dates_nothing(told):
    assert visit().article("open", *told).found("open") is None


def test_publishers_that_date_one_event_alike_are_one_clue():
    affair = visit()
    for name, day in (("second", "2023-11-11"), ("third", "2023-11-10"), ("fourth", "2023-11-12")):
        affair.article(name, ("A", "on Thursday", weekday(3)), published=day)
    assert affair.article("open", ("A", "on Thursday", weekday(3))).found("open") is None


def test_clues_that_contradict_each_other_leave_the_date_open():
    affair = visit().article(
        "later", ("D", "on Monday", weekday(0)), ("E", "last week", week(-1)), published="2023-12-20"
    )
    affair.article(
        "open",
        ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)),
        ("D", "on Monday", weekday(0)), ("E", "last week", week(-1)),
    )  # fmt: skip
    assert affair.found("open") is None


def test_an_article_dated_so_dates_the_next():
    affair = visit()
    affair.article("next", ("F", "on Monday", weekday(0)), ("G", "this week", week(0)))
    affair.article(
        "open",
        ("A", "on Thursday", weekday(3)), ("B", "last week", week(-1)), ("C", "on Monday", weekday(0)),
        ("F", "next Monday", coming(0), Status.PLANNED), ("G", "next week", week(1), Status.PLANNED),
    )  # fmt: skip
    assert affair.found("open") == "2023-11-09/2023-11-12"
    assert affair.found("next") == "2023-11-13/2023-11-19"


def dateline(month, day, number=None):
    return {"dateline": Span(0, 5), "dateline_day": DatelineDay(month, day, number)}


def test_a_dateline_takes_its_year_from_the_affair():
    assert visit().article("open", **dateline(11, 7)).found("open") == "2023-11-07"
    assert visit().article("open", **dateline(1, 4)).found("open") == "2024-01-04"


def test_a_dateline_stands_against_one_text_that_reads_as_later():
    affair = visit().article("open", ("A", "9 November", Calendar(11, 9)), **dateline(11, 7))
    assert affair.found("open") == "2023-11-07"


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


def test_an_address_that_names_the_month_is_a_clue():
    told = (("A", "on Thursday", weekday(3)),)
    affair = visit().article("open", *told, url="https://x.example/2023/11/a")
    assert affair.found("open") == "2023-11-09/2023-11-15"
    assert "names 2023/11" in " ".join(affair.infer()["open"].reasons)
    assert visit().article("open", *told, url="https://x.example/2023/08/a").found("open") is None


def test_the_reasons_say_what_a_person_can_check():
    affair = visit().article(
        "open",
        ("A", "9 November", Calendar(11, 9), Status.PLANNED), ("B", "last week", week(-1)),
        ("C", "on Monday", weekday(0)),
    )  # fmt: skip
    result = affair.infer()["open"]
    assert any(
        "“last week” suits the event that DATED of 2023-11-12 dates 2023-10-30/2023-11-05" in line
        for line in result.reasons
    )
    assert any(
        "it announces what DATED of 2023-11-12 dates 2023-11-09 (“on Thursday”)" in line for line in result.reasons
    )
    assert 0.9 < result.sure <= 1.0


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


def told_on(happened, published):
    """How an article of a day tells an event: by its weekday, as last week's, or with its date; or announces it."""
    age = (published - happened).days
    monday = published - timedelta(days=published.weekday())
    written = f"{happened.day} {happened:%B}"
    if age < 0:
        return (written, Calendar(happened.month, happened.day), Status.PLANNED)
    if age < 7:
        return ("on such a day", weekday(happened.weekday()))
    if monday - timedelta(days=7) <= happened < monday:
        return ("last week", week(-1))
    return (written, Calendar(happened.month, happened.day))


@given(
    start=st.dates(date(2010, 3, 1), date(2020, 10, 1)),
    events=st.lists(st.integers(0, 40), min_size=3, max_size=8, unique=True),
    published=st.lists(st.integers(0, 45), min_size=2, max_size=5, unique=True),
    truth=st.integers(0, 45),
)
@settings(max_examples=150, deadline=None)
def test_the_true_day_of_a_consistent_affair_is_never_left_out(start, events, published, truth):
    def told(day):
        when = start + timedelta(days=day)
        return [(f"E{event}", *told_on(start + timedelta(days=event), when)) for event in events if event <= day + 14]

    affair = Affair()
    for day in published:
        affair.article(f"a{day}", *told(day), published=(start + timedelta(days=day)).isoformat())
    affair.article("open", *told(truth))
    result = affair.infer().get("open")
    assert result is None or result.interval.holds(Interval.of_day(start + timedelta(days=truth)))
