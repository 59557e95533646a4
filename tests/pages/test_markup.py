"""Text, addresses and text fragments: what comes from records cannot leave its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.pages import addresses
from regesta.pages.markup import language, link, safe_url, text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org",
        "http:",
        "",
        None,
        "http://[",
        "vbscript:x",
    ],
)
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert safe_url(address) is None
    assert link(address, "words") == "<span>words</span>"


def test_a_web_address_is_escaped() -> None:
    assert (
        link('https://example.org/?a=1&b="x"', "words")
        == '<a href="https://example.org/?a=1&amp;b=&quot;x&quot;">words</a>'
    )


@given(st.text())
def test_text_never_opens_an_element_or_closes_an_attribute(words: str) -> None:
    assert not set(text(words)) & set("<>\"'\x00\x0b")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("de", ' lang="de"'),
        ("ar", ' lang="ar" dir="rtl"'),
        ('x" onload="', ""),
        (None, ""),
        ("kk-Cyrl", ' lang="kk-Cyrl"'),
    ],
)
def test_language_attributes(code: str | None, said: str) -> None:
    assert language(code) == said


def test_a_text_fragment_encodes_its_own_syntax() -> None:
    found = addresses.passage("https://example.org/a#old", "well-known, at A&B", prefix="so - called", suffix="he said")
    assert found == "https://example.org/a#:~:text=so%20%2D%20called-,well%2Dknown%2C%20at%20A%26B,-he%20said"


def test_a_long_quote_is_named_by_its_edges() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    found = addresses.passage("https://example.org/", words)
    assert found.endswith(
        "text=word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39"
    )


def test_names_that_share_a_slug_get_addresses_of_their_own() -> None:
    found = addresses.slugs(["A. Müller", "A Muller", "Қасым", "!!!", "index"])
    assert len(set(found.values())) == 5
    assert found["Қасым"] == "қасым"
    assert "index" not in found.values()
