"""JSON-LD is read as RDF by rdflib; a page's script element can't be left from within."""

import json
import re
from html.parser import HTMLParser

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from regesta import exports
from regesta.exports import jsonld

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib, of itself
SCHEMA = Namespace("https://schema.org/")


def graph(node):
    """The triples. The published context is a page on the web; its vocabulary is all that is needed of it here."""
    assert node["@context"] == "https://schema.org"
    local = {"@vocab": str(SCHEMA), **{key: {"@type": "@id"} for key in ("url", "sameAs", "license", "eventStatus")}}
    return Graph().parse(data=json.dumps({**node, "@context": local}), format="json-ld")


def node_of(publication, identifier):
    return jsonld.node(publication, publication.site.chronicle.by_id[identifier])


def test_the_event_its_articles_and_their_words_are_triples(small):
    found = graph(node_of(small, "2024-03-05-walkout"))
    (event,) = found.subjects(RDF.type, SCHEMA.Event)
    assert event == URIRef("https://chronology.example/strike/events/2024-03-05-walkout.html#event")
    assert found.value(event, SCHEMA.startDate) == Literal("2024-03-05")
    articles = list(found.objects(event, SCHEMA.subjectOf))
    assert {str(found.value(article, SCHEMA.headline)) for article in articles} == {
        "Ferry crew walks out",
        "Die Fähren stehen still",
    }
    quotes = {str(found.value(quote, SCHEMA.text)) for quote in found.subjects(RDF.type, SCHEMA.Quotation)}
    assert "Seit Dienstag fährt nichts mehr." in quotes
    assert (None, SCHEMA.sameAs, URIRef("https://www.wikidata.org/entity/Q42")) in found
    assert (None, SCHEMA.latitude, None) in found


@pytest.mark.parametrize(
    ("identifier", "start", "end", "coverage"),
    [
        ("2024-03-05-walkout", "2024-03-05", None, "2024-03-05"),
        ("2024-03-figures", "2024-03", None, "2024-03-01/2024-03-31"),
        ("2024-03-01-letter", None, None, "2024-03-01/2024-03-04"),
        ("2024-03-06-talks", None, None, "2024-03-06/.."),
        ("2024-02-29-warning", None, None, "../2024-02-29"),
        ("2024-strike-fund", None, None, "2024-01-01/2024-12-31"),
        ("2024-03-08-blockade", "2024-03-08", "2024-03-10", "2024-03-08/2024-03-10"),
        ("undated-promise", None, None, None),
    ],
)
def test_a_start_is_given_only_where_it_is_known(small, identifier, start, end, coverage):
    page = node_of(small, identifier)
    event = page["mainEntity"]
    assert (event.get("startDate"), event.get("endDate"), page.get("temporalCoverage")) == (start, end, coverage)


def test_an_inferred_publication_day_is_not_given_out_as_known(small):
    articles = node_of(small, "2024-03-05-walkout")["mainEntity"]["subjectOf"]
    assert [article.get("datePublished") for article in articles] == ["2024-03-07", None]


def test_status_is_said_where_schema_org_has_a_word_and_in_words_elsewhere(small):
    assert node_of(small, "2024-03-06-talks")["mainEntity"]["eventStatus"].endswith("EventScheduled")
    denied = node_of(small, "undated-promise")["mainEntity"]
    assert "eventStatus" not in denied
    assert denied["description"] == "No date. Reported, and denied by someone it concerns."


class Scripts(HTMLParser):
    """What a browser takes for scripts and for everything else."""

    def __init__(self):
        super().__init__()
        self.scripts, self.open, self.tags = [], False, []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open = tag == "script"
        if self.open:
            assert dict(attrs)["type"] == "application/ld+json"
            self.scripts.append("")

    def handle_endtag(self, tag):
        self.open = self.open and tag != "script"

    def handle_data(self, data):
        if self.open:
            self.scripts[-1] += data


def test_heads_hold_what_they_should_and_nothing_else(any_publication):
    for event in any_publication.site.chronicle.events:
        found = Scripts()
        found.feed(exports.event_head(any_publication, event))
        assert set(found.tags) <= {"meta", "link", "script"}
        (script,) = found.scripts
        assert json.loads(script) == json.loads(json.dumps(jsonld.node(any_publication, event)).replace("\\ud800", ""))
        assert not re.search(r"[<>&\u2028\u2029]", script)
        graph(json.loads(script))


def test_addresses_that_are_no_web_addresses_are_left_out(hostile):
    assert "javascript:" not in json.dumps([jsonld.node(hostile, event) for event in hostile.site.chronicle.events])
