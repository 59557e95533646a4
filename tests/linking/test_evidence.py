"""Which sentences are quoted for an event: the best, one that says when, and those beside them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.extraction.helpers import article, mentions

from regesta.extraction.authorities import authorities
from regesta.linking import link
from regesta.model.event import Event


def events(*texts: str) -> Sequence[Event]:
    """The events that English articles tell."""
    articles = [article(text, name=f"a{n}") for n, text in enumerate(texts)]
    found, lore = mentions(*articles)
    return link({a.id: a for a in articles}, found, names=authorities(lore, "en")).events


def test_what_says_when_is_quoted() -> None:
    (event,) = events(
        "Mayor Ada Lund defended the closure of the bridge.\n\n"
        "Lund said that nobody had asked her. Lund said that she would not resign. "
        "Lund said that it would reopen in spring. On Monday Lund said that the bridge was no toy."
    )
    quotes = [source.quote for source in event.sources]
    assert len(quotes) == 3
    assert quotes[0].endswith("the bridge.")
    assert any(quote.startswith("On Monday") for quote in quotes)


RAID = "Police raided the offices of Kursa Oil in Riga on Monday."
FAR = "\n\n".join(f"The weather in Riga was {kind}." for kind in ("fine", "dry", "mild", "calm", "grey"))


def test_what_stands_far_from_the_best_sentence_is_no_evidence() -> None:
    (event,) = events(f"{RAID}\n\n{FAR}\n\nThe raid surprised Ada Lund, a baker.")
    assert [source.quote for source in event.sources] == [RAID]
    assert "Ada Lund" not in event.actors


def test_who_acts_is_named_in_a_quote() -> None:
    for event in events(
        "Kursa Oil sued the city of Riga on Monday. Its owner Ilja Berg was abroad.\n\nAda Lund called the suit odd.",
        "On Monday Kursa Oil took the city of Riga to court.\n\nThe suit is the third this year, Ada Lund said.",
    ):
        said = " ".join(source.quote for source in event.sources)
        assert [actor for actor in event.actors if actor.split()[-1] not in said] == []
