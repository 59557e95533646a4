"""Periods of the calendar and holidays, where the arithmetic is easy to get wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.edtf import Edtf
from regesta.model.interval import civil_day, day_number
from regesta.tagging import calendar
from regesta.tagging.anchoring import century_of_two_digits, nearest_year, weekday_near
from regesta.tagging.holidays import holiday

DAYS = st.dates(date(1, 1, 8), date(9990, 1, 1))


@given(DAYS)
def test_weeks_are_those_of_iso_8601(day):
    year, week, _ = day.isocalendar()
    assert calendar.week(day.toordinal()).value == f"{year:04d}-W{week:02d}"


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "H", "Y", "DE", "CE"]))
def test_a_period_holds_the_day_it_was_made_from(day, unit):
    period = calendar.at(unit, day.toordinal())
    assert period.first <= day.toordinal() <= period.last


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y"]), st.integers(-50, 50))
def test_steps_there_and_back_meet(day, unit, steps):
    there = calendar.shifted(unit, day.toordinal(), steps)
    assert calendar.shifted(unit, there.first, -steps) == calendar.at(unit, day.toordinal())


@pytest.mark.parametrize(
    ("part", "days"),
    [("START", "2023-11-01/2023-11-10"), ("MID", "2023-11-11/2023-11-20"), ("END", "2023-11-21/2023-11-30")],
)
def test_months_are_cut_at_the_10th_and_the_20th(part, days):
    month = calendar.months(2023, 11, "M")
    assert Edtf.of(calendar.part_of(month.days, month.granularity, part)).text == days


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2024, (3, 31)),
        ("orthodox+0", 2024, (5, 5)),
        ("easter+39", 2023, (5, 18)),
        ("11:4:4", 2023, (11, 23)),
        ("05:-1:1", 2024, (5, 27)),
        ("advent+0", 2023, (12, 3)),
        ("02-29", 2023, (2, 28)),
    ],
)
def test_holidays(rule, year, day):
    assert civil_day(holiday(rule, year)) == (year, *day)


def test_a_holiday_rule_that_is_none_says_so():
    with pytest.raises(ValueError, match="no rule"):
        holiday("christmas", 2023)


def test_the_nearest_year_of_a_day():
    january = day_number(2010, 1, 14)
    assert nearest_year(12, 20, january, 0) == 2009
    assert nearest_year(2, 10, january, 0) == 2010
    assert nearest_year(1, 14, january, -1) == 2010
    assert nearest_year(1, None, january, -1) == 2009


def test_weekdays_ahead_and_back():
    sunday = date(2023, 11, 12).toordinal()
    assert weekday_near(7, sunday, -1) == sunday
    assert weekday_near(7, sunday, -1, strictly=True) == sunday - 7
    assert weekday_near(2, sunday, 1) == (date(2023, 11, 12) + timedelta(2)).toordinal()


def test_two_digits_of_a_year():
    base = day_number(1994, 5, 25)
    assert century_of_two_digits(92, base) == 1992
    assert century_of_two_digits(5, base) == 1905
    assert century_of_two_digits(1, base) == 2001
