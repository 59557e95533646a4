"""The laws of the merge, for any three records."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from regesta.merging import merge

TEXT = st.sampled_from(["a", "b", "c", None])
NAMES = st.lists(st.sampled_from(["Ada", "Bo", "Cy"]), unique=True, max_size=3)


@st.composite
def sources(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Sources of different places, in any order, with optional keys."""
    places = draw(st.lists(st.sampled_from(["p one", "q two", "r three", "s four"]), unique=True, min_size=1))
    found = []
    for place in places:
        source = {"article": place[0], "quote": place}
        for key in ("when", "date", "speaker"):
            value = draw(st.sampled_from([None, "x", "y"]))
            if value:
                source[key] = value
        found.append(source)
    return found


@st.composite
def some_record(draw: st.DrawFn) -> dict[str, Any]:
    """A record with any of its keys."""
    found: dict[str, Any] = {"title": draw(TEXT), "type": draw(TEXT), "sources": draw(sources())}
    for key, values in (("date", TEXT), ("actors", NAMES), ("summary", TEXT)):
        if draw(st.booleans()):
            found[key] = draw(values)
    return found


RECORD = some_record()
MAYBE = st.one_of(st.none(), RECORD)


@given(MAYBE, MAYBE)
def test_what_nobody_touched_is_the_generators(base: Any, theirs: Any) -> None:
    assert merge(base, base, theirs).record == theirs


@given(MAYBE, MAYBE)
def test_without_news_the_persons_word_stays(base: Any, ours: Any) -> None:
    merged = merge(base, ours, base)
    assert merged.record == ours
    assert not merged.conflicts


@given(MAYBE, MAYBE)
def test_agreement_is_no_conflict(base: Any, both: Any) -> None:
    merged = merge(base, both, both)
    assert merged.record == both
    assert not merged.conflicts


@given(MAYBE, RECORD, RECORD)
def test_merging_twice_is_merging_once(base: Any, ours: Any, theirs: Any) -> None:
    once = merge(base, ours, theirs).record
    assert merge(base, once, theirs).record == once
    assert merge(theirs, once, theirs).record == once


@given(RECORD, RECORD)
def test_deleted_by_a_person_is_never_made_again(base: Any, theirs: Any) -> None:
    assert merge(base, None, theirs).record is None


@given(RECORD, RECORD)
def test_without_a_base_theirs_only_fills_what_is_absent(ours: Any, theirs: Any) -> None:
    merged = merge(None, ours, theirs)
    assert merged.record == {**theirs, **ours}
    assert not merged.conflicts


@given(RECORD, RECORD, RECORD)
def test_a_key_that_a_person_changed_stays_and_a_clash_is_told(base: Any, ours: Any, theirs: Any) -> None:
    merged = merge(base, ours, theirs)
    assert merged.record is not None
    clashes = {conflict.keys[0] for conflict in merged.conflicts}
    for key in ("title", "type", "date", "actors", "summary"):
        absent = object()
        old, mine, new = (record.get(key, absent) if record else absent for record in (base, ours, theirs))
        sentinel = {id(value) for value in (old, mine, new) if type(value) is object}
        same = [a == b or {id(a), id(b)} <= sentinel for a, b in ((old, mine), (mine, new), (old, new))]
        if not same[0]:
            assert merged.record.get(key) == ours.get(key)
        assert (key in clashes) == (not any(same)), (key, merged.conflicts)


@given(RECORD, RECORD, RECORD)
def test_no_evidence_of_a_person_is_lost(base: Any, ours: Any, theirs: Any) -> None:
    merged = merge(base, ours, theirs).record
    assert merged is not None
    quotes = {source["quote"] for source in merged["sources"]}
    added = {source["quote"] for source in ours["sources"]} - {source["quote"] for source in base["sources"]}
    assert added <= quotes
    if ours["sources"] != base["sources"] and ours != theirs:
        removed = {source["quote"] for source in base["sources"]} - {source["quote"] for source in ours["sources"]}
        assert not (removed & quotes) or merged["sources"] == ours["sources"]
