"""What users of the tagger rely on: offsets, order, anchors, nothing invented, no text that breaks or stalls it."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta import languages, yamlio
from regesta.errors import ContentError
from regesta.model.edtf import Edtf
from regesta.model.interval import Interval, civil_day
from regesta.model.timex import AnchorKind, TimexType
from regesta.tagging import cldr, explain, recognise, resolve, tag
from regesta.tagging.grammar import grammar
from regesta.tagging.matcher import candidates
from regesta.tagging.tokens import TOKEN

SUNDAY = date(2023, 11, 12)
LANGUAGES = [code for code in languages.known() if languages.section(code, "time")]
WORDS = [
    "Monday",
    "last",
    "the",
    "3",
    "May",
    "2021",
    "two",
    "weeks",
    "ago",
    "at",
    "9.30",
    "p.m.",
    "half",
    "end",
    "of",
    "-",
]


def only(text: str, language: str = "en", dct: date | None = SUNDAY):
    (found,) = tag(text, language=language, dct=dct)
    return found


def days(text: str, language: str = "en", dct: date | None = SUNDAY) -> str:
    interval = only(text, language, dct).interval
    return Edtf.of(interval).text


def test_a_weekday_in_news_is_the_last_one_and_today_counts():
    assert days("He came on Tuesday.") == "2023-11-07"
    assert days("He came on Sunday.") == "2023-11-12"


def test_words_that_look_ahead_turn_a_weekday_round():
    assert days("He will come on Tuesday.") == "2023-11-14"
    assert days("Das Treffen soll am Donnerstag stattfinden.", "de") == "2023-11-16"


def test_two_weeks_ago_is_that_calendar_week():
    assert days("Vor zwei Wochen kam er.", "de") == "2023-10-23/2023-10-29"


def test_an_event_that_the_text_names_is_the_anchor():
    text = "Three days after the collapse of the bridge, he resigned."
    found = only(text)
    assert found.interval is None
    assert found.anchor.kind is AnchorKind.EVENT
    assert found.anchor.span.of(text) == "collapse of the bridge"
    assert found.anchor.offset == Interval(3, 3)


def test_a_date_that_stands_where_an_event_would_is_counted_from():
    found = tag("He left three days after 3 May 2021.", language="en", dct=SUNDAY)[0]
    assert (found.value, Edtf.of(found.interval).text) == ("P3D", "2021-05-06")
    assert (found.anchor.kind, found.anchor.days.first) == (AnchorKind.DATE, date(2021, 5, 3).toordinal())


def test_days_counted_on_from_an_event_hang_on_it_too():
    text = "The fraud was found the day after the party, and he was arrested two days later."
    _, second = tag(text, language="en", dct=SUNDAY)
    assert second.interval is None
    assert (second.anchor.kind, second.anchor.span.of(text)) == (AnchorKind.EVENT, "party")
    assert second.anchor.offset == Interval(3, 3)


def test_days_of_a_list_go_on_in_order():
    found = [one.value for one in tag("Schools stay closed tomorrow and on Tuesday.", language="en", dct=SUNDAY)]
    assert found == ["2023-11-13", "2023-11-14"]


def test_times_that_begin_lines_are_of_the_day_of_the_ticker():
    text = "He comes on Monday.\n14:32 He came.\n\n3 May 2021\n15:10 He left."
    found = {one.text: one.value for one in tag(text, language="en", dct=SUNDAY)}
    assert found["14:32"] == "2023-11-12T14:32"
    assert found["15:10"] == "2021-05-03T15:10"


def test_the_past_hours_reach_into_the_days_before():
    assert days("It rained in the past 24 hours.") == "2023-11-11/2023-11-12"
    assert days("It will rain in the next 48 hours.") == "2023-11-12/2023-11-14"


def test_dates_that_stand_together_share_their_year():
    found = [one.value for one in tag("It ran from December to March 2022.", language="en", dct=SUNDAY)]
    assert found == ["2021-12", "2022-03"]


def test_a_range_of_months_may_turn_the_year():
    found = [one.value for one in tag("The season runs from November to mid-March.", language="en", dct=SUNDAY)]
    assert found == ["2023-11", "2024-03"]


def test_a_range_of_months_that_is_still_to_come_does_so_whole():
    found = [one.value for one in tag("Tours take place from January to August.", language="en", dct=SUNDAY)]
    assert found == ["2024-01", "2024-08"]


def test_a_weekday_with_a_bare_number_is_a_day_that_fits_both():
    assert days("The hearing was moved to Monday the 27th.") == "2023-11-27"
    assert days("It was moved to Monday the 4th.") == "2023-12-04"


def test_a_month_or_quarter_beside_a_year_is_of_that_year():
    found = tag("Two years ago, in May, he left. It fell last year, in the fourth quarter.", language="en", dct=SUNDAY)
    assert [one.value for one in found] == ["2021", "2021-05", "2022", "2022-Q4"]


def test_the_twenties_are_the_last_ones_that_are_over():
    assert days("In the twenties jazz came up.") == "1920-01-01/1929-12-31"
    assert days("In the nineties it was back.") == "1990-01-01/1999-12-31"


def test_an_announcement_looks_ahead_where_its_sentences_do_not_say():
    text = "The play will open on Friday. Tickets will be sold from Tuesday. Party in May."
    assert tag(text, language="en", dct=SUNDAY)[-1].value == "2024-05"
    assert tag("He came on Friday. " + text, language="en", dct=SUNDAY)[-1].value == "2023-05"


def test_what_lasts_since_a_day_began_in_the_past():
    assert days("Drivers will stay on strike since Thursday.") == "2023-11-09"


def test_a_sentence_may_end_on_a_number():
    text = "They will be back on Tuesday, November 28. On Friday a fire broke out."
    assert [one.value for one in tag(text, language="en", dct=SUNDAY)] == ["2023-11-28", "2023-11-10"]


def test_the_same_period_since_a_year_began_is_of_the_year_before():
    text = "Fires raged in March. Since the start of the year there were 14, against nine in the same period of 2022."
    assert [one.value for one in tag(text, language="en", dct=SUNDAY)] == ["2023-03", "2023", "2022"]


def test_half_a_year_from_now_is_a_month():
    assert days("Een halfjaar geleden ging hij weg.", "nl") == "2023-05"


def test_the_hour_that_begins_a_range_has_the_day_of_the_hour_that_ends_it():
    found = [one.value for one in tag("It was shut from 1 a.m. to 5 a.m. on 7 November.", language="en", dct=SUNDAY)]
    assert found == ["2023-11-07T01:00", "2023-11-07T05:00"]


def test_what_was_does_not_hang_on_a_day_to_come():
    text = "The trial resumes on 14 December. Two weeks earlier, inspectors had warned of cracks."
    assert [one.value for one in tag(text, language="en", dct=SUNDAY)] == ["2023-12-14", "2023-W43"]


def test_the_next_day_of_what_was_does_not_follow_a_day_to_come():
    text = "They met on Monday. On Friday they will strike. A court ruled the next day."
    assert [one.value for one in tag(text, language="en", dct=SUNDAY)][-1] == "2023-11-07"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In late June a court lifted the ban. The next day he was struck off the list.", ("2023-06-22", "2023-07-01")),
        ("A court ruled last week, and that same evening he left.", ("2023-10-30", "2023-11-05")),
        ("They met in early May. Two days later he left; the day after, so did she.", ("2023-05-04", "2023-05-13")),
        ("They met on 3 June and went in July. The next day was dull.", ("2023-07-02", "2023-08-01")),
        ("It fell in June. On 3 July it rose, and fell the next day.", ("2023-07-04", "2023-07-04")),
    ],
)
def test_the_day_after_some_day_of_a_stretch_is_no_day(text, days):
    found = tag(text, language="en", dct=SUNDAY)[-1].interval
    assert tuple(date.fromordinal(end).isoformat() for end in found.ends) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 20 October a paper printed it. The next day he denied it, and on Monday he left.", "2023-10-23"),
        ("On 20 October a paper printed it. On Monday he left.", "2023-11-06"),
        ("On 8 November a paper printed it. The next day he denied it. On Friday he left.", "2023-11-10"),
        ("On 20 October a paper printed it. The next day he denied it. He will leave on Monday.", "2023-11-13"),
    ],
)
def test_a_story_that_goes_from_day_to_day_goes_on_to_the_next_weekday(text, day):
    assert tag(text, language="en", dct=SUNDAY)[-1].value == day


def test_a_range_of_bare_days_may_turn_the_month():
    found = [one.value for one in tag("It ran from 28 to 3 January 2022.", language="en", dct=SUNDAY)]
    assert found == ["2021-12-28", "2022-01-03"]


def test_a_history_passes_over_years_that_it_only_glances_at():
    years = " ".join(f"In {year} the war went on." for year in range(1931, 1940))
    text = f"{years} On 2 August 1939 it spread, as was known in 2005. On 4 August it rested."
    assert tag(text, language="en", dct=SUNDAY)[-1].value == "1939-08-04"


def test_a_date_before_is_the_anchor_of_the_days_after_it():
    text = "On 3 May 2021 he resigned. Two days later he left."
    first, second = tag(text, language="en", dct=None)
    assert (second.value, second.anchor.kind) == ("2021-05-05", AnchorKind.DATE)
    assert second.anchor.span == first.span


def test_without_a_dct_nothing_relative_gets_a_day():
    found = tag("He came yesterday, on Tuesday, last week, on 9 November.", language="en", dct=None)
    assert [one.interval for one in found] == [None] * 4
    assert {one.anchor.kind for one in found} == {AnchorKind.UNKNOWN}
    assert found[-1].value == "XXXX-11-09"


def test_a_dateline_is_named_as_the_anchor():
    text = "MOSCOW, November 12. He came on Tuesday."
    dateline = tag(text, language="en", dct=SUNDAY)[0].span
    found = resolve(recognise(text, language="en"), dct=SUNDAY, dateline=dateline)
    assert found[1].anchor.kind is AnchorKind.DATELINE
    assert found[1].anchor.span == dateline


def test_a_history_is_told_along_its_own_dates():
    years = " ".join(f"In {year} the war went on." for year in range(1931, 1940))
    text = f"{years} On 1 September 1939 it spread. On 17 September it spread again. In October it rested."
    found = {one.text: one.value for one in tag(text, language="en", dct=SUNDAY)}
    assert found["17 September"] == "1939-09-17"
    assert found["October"] == "1939-10"


def test_the_same_expressions_come_in_the_same_order_for_every_dct():
    recognised = recognise("He came on Tuesday, two days later, and in May.", language="en")
    spans = [one.span for one in resolve(recognised, dct=None)]
    assert all([one.span for one in resolve(recognised, dct=date(2020, 1, day))] == spans for day in range(1, 29))


def test_an_explanation_names_rule_anchor_and_arithmetic():
    lines = explain(only("He came on Tuesday."))
    assert "en.weekday" in lines
    assert "the document creation time, 2023-11-12" in lines
    assert "weekday=2" in lines


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("pl", "Spotkanie odbyło się 9 listopada 2023, 3 dni temu, nie wczoraj.", ["-09", "-09", "-11"]),
        ("hu", "A baleset 2023. november 9-én történt; ma 2023. 11. 12. van.", ["-09", "-12", "-12"]),
        ("he", "התאונה אירעה ב-9 בנובמבר 2023, אתמול.", ["-09", "-11"]),
        ("zh", "事故发生在2023年11月9日。昨天", ["-09", "-11"]),
        ("sv", "Olyckan inträffade den 9 november 2023, inte i går.", ["-09", "-11"]),
    ],
)
def test_a_language_without_a_file_gets_what_cldr_knows(language, text, values):
    found = tag(text, language=language, dct=SUNDAY)
    assert [one.value for one in found] == [f"2023-11{value}" for value in values]
    assert all(one.text == text[one.span.start : one.span.end] for one in found)


def test_yesterday_is_known_in_many_languages_and_is_a_word_of_each():
    table = yamlio.parse(cldr.RELATIVE_DAYS.read_text(encoding="utf-8"), cldr.RELATIVE_DAYS)
    wrong = [
        (language, name)
        for language, words in table.items()
        for name, step in cldr.STEPS.items()
        for word in words.get(name, "").split("|")
        if word and [one.interval for one in tag(word, language=language, dct=SUNDAY)] != [_days_away(step)]
    ]
    assert not wrong
    assert not set(table) & set(LANGUAGES)


def _days_away(step: int) -> Interval:
    return Interval(SUNDAY.toordinal() + step, SUNDAY.toordinal() + step)


LATIN = """
time:
  words:
    month: {ianuarii: 1, maii|maias: 5}
    relday: {hodie: shift=0 unit=D, heri: shift=-1 unit=D}
  rules:
    date:
      patterns: ["{day} {month} {year4:year}"]
    day:
      patterns: ["{relday}"]
---

time_examples:
  - {text: 'Venit <3 Maii 2021|2021-05-03>.', dct: null}
"""


def test_a_new_language_takes_one_file(tmp_path, monkeypatch):
    (tmp_path / "la.yml").write_text(LATIN, encoding="utf-8")
    monkeypatch.setattr(languages, "DATA", tmp_path)
    for cached in (languages.known, languages.section, grammar):
        cached.cache_clear()
    try:
        found = tag("Caesar heri venit, 3 Maii 2021.", language="la", dct=date(2021, 5, 4))
        assert [one.value for one in found] == ["2021-05-03", "2021-05-03"]
    finally:
        monkeypatch.undo()
        for cached in (languages.known, languages.section, grammar):
            cached.cache_clear()


def test_a_pattern_with_an_unknown_class_is_reported_at_its_file(tmp_path, monkeypatch):
    (tmp_path / "la.yml").write_text(LATIN.replace("{relday}", "{relaydy}"), encoding="utf-8")
    monkeypatch.setattr(languages, "DATA", tmp_path)
    for cached in (languages.known, languages.section, grammar):
        cached.cache_clear()
    try:
        with pytest.raises(ContentError, match="no words of the class"):
            tag("heri", language="la", dct=None)
    finally:
        monkeypatch.undo()
        for cached in (languages.known, languages.section, grammar):
            cached.cache_clear()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_is_accepted_and_offsets_hold(text, language):
    found = tag(text, language=language, dct=SUNDAY)
    assert all(one.text == text[one.span.start : one.span.end] for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_any_order_of_time_words_is_accepted(words):
    for one in tag(" ".join(words), language="en", dct=SUNDAY):
        assert one.type in TimexType
        assert one.rule.startswith("en.")
        if one.interval and one.interval.first is not None and one.interval.last is not None:
            assert one.interval.first <= one.interval.last
            assert abs(civil_day(one.interval.first)[0]) < 300_000


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_words_of_every_class_in_any_order_are_accepted(data, language):
    values = grammar(language).lexicon.values
    vocabulary = [*sorted({word for entries in values.values() for word in entries}), "1", "24", "1999", "3.5", "12:30"]
    words = data.draw(st.lists(st.sampled_from(vocabulary), max_size=25))
    for word in (" ".join(words), " ".join(words).title()):
        tag(word, language=language, dct=SUNDAY)
        tag(word, language=language, dct=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_repeats_without_bound(language):
    """The argument for linear time: a pattern has no repetition but `?`.

    So it matches a bounded number of tokens, and the ways to try are bounded by the pattern, not by the text.
    """
    for rule in grammar(language).rules:
        for pattern in rule.patterns:
            outside = re.sub(r"\[[^\]]*\]", "c", pattern.source)
            assert not re.search(r"[*+{]|\?\?", outside), (rule.name, pattern.source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_needs_a_word_that_tells(language):
    for rule in grammar(language).rules:
        assert all(pattern.needs and all(pattern.needs) for pattern in rule.patterns), rule.name


@pytest.mark.parametrize("unit", ["Monday ", "7 ", "2023-", "3, ", "two days and ", "last the "])
def test_the_work_at_a_place_is_bounded(unit):
    """Counts matches instead of seconds: twice the text gives twice the candidates."""
    rules = grammar("en")

    def work(times: int) -> int:
        return sum(1 for _ in candidates(rules, "".join(rules.characters[t] for t in TOKEN.findall(unit * times))))

    once, twice = work(200), work(400)
    assert abs(twice - 2 * once) <= 20


def test_what_is_past_in_the_morning_was_not_this_evening() -> None:
    text = "La risposta è arrivata in serata. Domani alle 20 parla il ministro."
    for dct, evening in (
        (date(2017, 10, 13), "2017-10-13TEV"),
        (datetime(2017, 10, 13, 7, 5), "2017-10-12TEV"),  # noqa: DTZ001 (a local time)
        (datetime(2017, 10, 13, 21, 5), "2017-10-13TEV"),  # noqa: DTZ001
    ):
        found = tag(text, language="it", dct=dct)
        assert next(one.value for one in found if one.type is TimexType.TIME) == evening
