"""Corrections, as a page and as a feed that feedparser reads."""

import json
from datetime import UTC, datetime

import feedparser
import pytest
from lxml import etree

from regesta.exports import corrections as feed
from regesta.exports import corrections_json
from regesta.model.change import Change, ChangeKind, FieldChange, Revised
from regesta.pages import corrections

WHEN = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


def change(
    *fields, kind=ChangeKind.CHANGED, event="2024-03-05-walkout", message="The letter names the day", title="Walkout"
):
    made = tuple(FieldChange(field=name, before=before, after=after) for name, before, after in fields)
    return Change(
        event=event, kind=kind, when=WHEN, commit="c0ffee" * 6 + "abcd", message=message, title=title, fields=made
    )


@pytest.fixture
def told(publish, small, rendered):
    """The page's text and the feed, for some changes."""

    def made(*changes, **more):
        publication = publish(small.site.chronicle.events, changes=changes, **more)
        parsed = feedparser.parse(rendered(feed, publication).encode())
        assert not parsed.bozo
        page = corrections.page(publication.site)
        return " ".join(etree.HTML(page.body).itertext()), parsed, page.body

    return made


def test_a_changed_date_is_told_in_words_before_and_after(told):
    text, parsed, _ = told(change(("date", "2024-03", "2024-03-05")))
    assert "in March 2024" in text
    assert "now 5 March 2024" in " ".join(text.split())
    assert "The letter names the day" in text
    (entry,) = parsed.entries
    assert entry.title == "Walkout: Date"
    assert entry.updated == "2026-03-04T05:06:00Z"
    assert "in March 2024" in entry.content[0].value
    assert entry.link.endswith("2024-03-05-walkout.html")


def test_the_json_feed_says_the_same(publish, small, rendered):
    publication = publish(small.site.chronicle.events, changes=(change(("date", "2024-03", "2024-03-05")),))
    found = json.loads(rendered(corrections_json, publication))
    atom = feedparser.parse(rendered(feed, publication).encode())
    (item,), (entry,) = found["items"], atom.entries
    assert found["feed_url"].endswith(corrections.JSON_FEED)
    assert (item["id"], item["title"], item["url"]) == (entry.id, entry.title, entry.link)
    assert item["content_html"] == entry.content[0].value
    assert item["date_published"] == "2026-03-04T05:06:00Z"


def test_sources_types_and_answers_are_named_as_on_the_site(told):
    new = {"article": "harbour-post", "quote": "No sail.", "date": "2024-03-05", "speaker": "Mara Lind"}
    text, _, _ = told(
        change(
            ("sources", None, [new]),
            ("type", "statement", "protest"),
            ("responds_to", None, ["2024-03-01-letter", "gone"]),
            ("title", {"en": "Strike", "de": "Streik"}, "Walkout"),
        )
    )
    assert "“No sail.” (Mara Lind, Harbour Post, 5\u00a0March 2024)" in text
    assert "before Statement now Protest" in " ".join(text.split())
    assert "Owners send a letter; gone" in text
    assert "Strike" in text


def test_what_is_in_another_language_says_so(told):
    quoted = {"article": "kuestenblatt", "quote": "Die Fähren stehen still.", "speaker": "Mara Lind"}
    _, _, body = told(
        change(("sources", None, [quoted]), ("summary", "Plain", {"de": "Fremd"}), title={"de": "Der Ausstand"})
    )
    assert '<span lang="de">Der Ausstand</span>' in body
    assert '<ins><span lang="de">“Die Fähren stehen still.”</span> (Mara Lind, Küstenblatt)</ins>' in body
    assert '<del>Plain</del></dd><dd><small>now</small> <ins><span lang="de">Fremd</span></ins>' in body


def test_a_removed_record_has_no_page_to_lead_to(told):
    text, parsed, body = told(change(kind=ChangeKind.REMOVED, event="gone", title="A misreading"))
    assert "The record was removed." in text
    assert 'href="events/gone.html"' not in body
    assert parsed.entries[0].link.endswith("corrections.html#c0ffeec0ffee-gone")


def test_nothing_changed_and_nothing_known_are_two_things(told):
    assert "history of these records is not known" in told()[0]
    revised = Revised(first=WHEN, last=WHEN)
    assert "No such change so far" in told(revisions={"2024-03-05-walkout": revised})[0]


def test_whatever_stood_in_an_old_record_is_text(told):
    harm = "<script>alert(1)</script>\x00]]>"
    _, parsed, body = told(
        change(
            ("title", harm, {"en": harm}),
            ("date", "yesterday", ["2024"]),
            ("sources", [harm, {"quote": harm, "article": ["x"]}], None),
            ("actors", [harm, None, {"a": 1}], None),
            ("unknown", harm, harm * 100),
            message=harm,
            title=harm,
        )
    )
    tree = etree.HTML(body)
    assert not list(tree.iter("script"))
    assert "<script" not in parsed.entries[0].content[0].value
    assert len(body) < 10_000, "long values are cut"
