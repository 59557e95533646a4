"""The laws of dates and intervals."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from regesta.model.edtf import Edtf, EdtfError
from regesta.model.interval import Interval, civil_day, day_number

day_numbers = st.integers(day_number(-9999, 1, 1), day_number(9999, 12, 31))
ends = st.one_of(st.none(), day_numbers)


@st.composite
def intervals(draw):
    first, last = draw(ends), draw(ends)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Interval(first, last)


@given(day_numbers)
def test_day_and_number_are_inverse(number):
    assert day_number(*civil_day(number)) == number


@given(st.dates())
def test_days_count_as_datetime_counts(day):
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert Interval.of_day(day) == Interval(day.toordinal(), day.toordinal())


@given(intervals())
def test_printing_and_parsing_keep_the_days(interval):
    assume(interval != Interval(None, None))
    assert Edtf.parse(Edtf.of(interval).text).days == interval


@given(intervals(), intervals())
def test_intersection_and_hull(one, other):
    both = one.intersection(other)
    assert both == other.intersection(one)
    assert one.hull(other) == other.hull(one)
    assert one.hull(other).holds(one)
    if both is not None:
        assert one.holds(both)
        assert other.holds(both)


@given(intervals(), intervals())
def test_intervals_are_apart_where_they_share_no_day(one, other):
    assert one.gap(other) == other.gap(one)
    assert (one.gap(other) == 0) == (one.intersection(other) is not None)


@given(intervals(), st.integers(-5000, 5000))
def test_shifting_keeps_the_length(interval, days):
    assert interval.shifted(days).length == interval.length
    assert interval.shifted(days).shifted(-days) == interval


@given(st.text(alphabet="0123456789-/.XYTZ:~?%+", max_size=24))
def test_any_text_is_a_date_or_refused(text):
    try:
        parsed = Edtf.parse(text)
    except EdtfError as error:
        assert text.strip() in str(error)  # noqa: PT017
    else:
        assert parsed.text == text.strip()


def test_the_calendar_is_gregorian():
    assert civil_day(1) == (1, 1, 1)
    assert civil_day(0) == (0, 12, 31)
    assert Interval.of_day(date(2024, 2, 29)).length == 1
