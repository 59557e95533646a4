"""What people write as a date, and what it means in days."""

import pytest

from regesta.model.edtf import Edtf, EdtfError, Granularity

DAYS = [
    # text, the same days written as an interval, granularity
    ("2023-11-07", "2023-11-07/2023-11-07", Granularity.DAY),
    ("2024-02", "2024-02-01/2024-02-29", Granularity.MONTH),
    ("1900-02", "1900-02-01/1900-02-28", Granularity.MONTH),
    ("2023", "2023-01-01/2023-12-31", Granularity.YEAR),
    ("2023-11-XX", "2023-11-01/2023-11-30", Granularity.MONTH),
    ("2023-XX-XX", "2023-01-01/2023-12-31", Granularity.YEAR),
    ("202X", "2020-01-01/2029-12-31", Granularity.YEAR),
    ("20XX", "2000-01-01/2099-12-31", Granularity.YEAR),
    ("2023-24", "2023-12-01/2024-02-29", Granularity.SEASON),
    ("2023-21", "2023-03-01/2023-05-31", Granularity.SEASON),
    ("-0044-03-15", "-0044-03-15/-0044-03-15", Granularity.DAY),
    ("-004X", "-0049-01-01/-0040-12-31", Granularity.YEAR),
    ("0000-02-29", "0000-02-29/0000-02-29", Granularity.DAY),
    ("9999-12-31", "9999-12-31/9999-12-31", Granularity.DAY),
    ("2018-05-10T23:40:00+03:00", "2018-05-10/2018-05-10", Granularity.TIME),
    ("2018-05-10T23:40Z", "2018-05-10/2018-05-10", Granularity.TIME),
    ("2023-11-07~", "2023-11-07/2023-11-07", Granularity.DAY),
    ("2023-11/2023-12-03", "2023-11-01/2023-12-03", Granularity.INTERVAL),
    ("2023-11-09/", "2023-11-09/..", Granularity.INTERVAL),
]


@pytest.mark.parametrize(("text", "interval", "granularity"), DAYS)
def test_the_days_of_a_date(text, interval, granularity):
    date = Edtf.parse(text)
    assert date.days == Edtf.parse(interval).days
    assert date.granularity is granularity
    assert str(date) == text


def test_open_ends():
    assert Edtf.parse("../2023-11-13").days.first is None
    assert Edtf.parse("2023-11-09/..").days.last is None


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2023-11-07", False, False), ("2023~", True, False), ("2023-11?", False, True), ("2023-11-07%", True, True)],
)
def test_qualifiers(text, approximate, uncertain):
    date = Edtf.parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


REFUSED = [
    ("09.11.2023", "is not an EDTF date", "2023-11-09"),
    ("2023-1-9", "is not an EDTF date", "2023-01-09"),
    ("2023.11.09", "is not an EDTF date", "2023-11-09"),
    ("9 November 2023", "is not an EDTF date", None),
    ("", "is not an EDTF date", None),
    ("2023-13", "has no month 13", None),
    ("2023-02-29", "doesn't have", None),
    ("2023-11-00", "doesn't have", None),
    ("2023-XX-05", "a day without its month", None),
    ("202X-05", "a month of an unspecified year", None),
    ("2023-11-05/2023-11-01", "ends before it begins", "2023-11-01/2023-11-05"),
    ("2023/11/09", "more than one slash", "2023-11-09"),
    ("../..", "open on both sides", None),
    ("2018-05-10T25:00", "no clock shows", None),
]


@pytest.mark.parametrize(("text", "reason", "suggestion"), REFUSED)
def test_what_is_no_date_says_why_and_what_may_be_meant(text, reason, suggestion):
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)
    assert reason in str(caught.value)
    assert caught.value.suggestion == suggestion
