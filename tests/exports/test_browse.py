"""The file that narrows a long chronology: a title in another language than the site's keeps it."""

import json

from regesta.exports import browse


def test_a_title_in_another_language_than_the_sites_stands_with_it(publish, event_of, rendered):
    publication = publish((event_of("a", "Plain", "2024"), event_of("b", {"de": "Fremd"}, "2025")))
    rows = json.loads(rendered(browse, publication))["events"]
    assert [row[:2] for row in rows] == [["a", "Plain"], ["b", ["Fremd", "de"]]]
