"""Citations are read by the programs that people paste them into: bibtexparser, rispy, citeproc."""

import json
import re
from datetime import date

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from regesta import exports

ACCESSED = date(2026, 11, 24)
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>A test's own</title><id>test</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=".">
    <group delimiter=", "><text variable="title"/><text variable="container-title"/>
      <date variable="issued"><date-part name="year"/></date><text variable="URL"/></group>
  </layout></bibliography>
</style>"""


def cited(publication, identifier, name):
    event = publication.site.chronicle.by_id[identifier]
    return exports.citations(publication, event, ACCESSED)[name]


def test_chicago_and_apa_say_when_the_record_changed_and_when_the_event_was(small):
    assert cited(small, "2024-03-05-walkout", "Chicago") == (
        "“Ferry crew walks out (5 March 2024).” The strike. Last modified 3 February 2026. Accessed 24 November 2026. "
        "https://chronology.example/strike/events/2024-03-05-walkout.html."
    )
    assert cited(small, "2024-03-05-walkout", "APA") == (
        "The strike. (3 February 2026). Ferry crew walks out (5 March 2024). "
        "https://chronology.example/strike/events/2024-03-05-walkout.html"
    )
    assert "(n.d.)" in cited(small, "2024-03-01-letter", "APA")
    assert "(between 1 and 4 March 2024).”" in cited(small, "2024-03-01-letter", "Chicago")


def test_bibtex_is_read_back(small):
    library = bibtexparser.parse_string(cited(small, "2024-03-01-letter", "BibTeX"))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.entry_type == "online"
    assert entry["title"].strip("{}") == "Owners send a letter (between 1 and 4 March 2024)"
    assert entry["url"] == "https://chronology.example/strike/events/2024-03-01-letter.html"
    assert entry["urldate"] == "2026-11-24"


def test_ris_is_read_back(small):
    (entry,) = rispy.loads(cited(small, "2024-03-05-walkout", "RIS"))
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == "Ferry crew walks out (5 March 2024)"
    assert entry["date"] == "2026/02/03"
    assert entry["urls"] == ["https://chronology.example/strike/events/2024-03-05-walkout.html"]


def test_a_processor_of_citation_styles_formats_it(small, tmp_path):
    (tmp_path / "style.csl").write_text(STYLE, encoding="utf-8")
    source = CiteProcJSON(json.loads(cited(small, "2024-03-05-walkout", "CSL-JSON")))
    style = CitationStylesStyle(str(tmp_path / "style.csl"), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("2024-03-05-walkout")]))
    (said,) = bibliography.bibliography()
    assert str(said).startswith("Ferry crew walks out (5 March 2024), The strike, 2026, https://")


def test_wikipedia_gets_one_template(small):
    assert cited(small, "2024-03-01-letter", "Wikipedia") == (
        "{{cite web |url=https://chronology.example/strike/events/2024-03-01-letter.html "
        "|title=Owners send a letter (between 1 and 4 March 2024) |website=The strike "
        "|access-date=2026-11-24 |language=en}}"
    )


@pytest.mark.parametrize("name", ["BibTeX", "RIS", "CSL-JSON", "Wikipedia", "Chicago", "APA"])
def test_hostile_titles_break_no_citation(hostile, name):
    for event in hostile.site.chronicle.events:
        said = exports.citations(hostile, event, ACCESSED)[name]
        said.encode()
        if name == "BibTeX":
            library = bibtexparser.parse_string(said)
            assert not library.failed_blocks
            assert len(library.entries) == 1
        elif name == "RIS":
            assert len(rispy.loads(said)) == 1
        elif name == "CSL-JSON":
            assert len(json.loads(said)) == 1
        elif name == "Wikipedia":
            inner = said.removeprefix("{{cite web ").removesuffix("}}")
            assert not re.search(r"\[\[|\]\]|<|>|~~~", inner)
            assert inner.replace("{{!}}", "").count("{") == 0
        else:
            assert "\n" not in said


def test_a_page_shows_them_as_text(hostile):
    for event in hostile.site.chronicle.events:
        said = exports.citations_html(hostile, event)
        assert set(re.findall(r"</?([a-z]+)", said)) <= {"div", "details", "summary", "pre", "code"}


def test_the_words_follow_the_language(publish, small):
    german = publish(small.site.chronicle.events, language="de", revisions=small.revisions)
    said = cited(german, "2024-03-05-walkout", "Chicago")
    assert "Fährleute legen die Arbeit nieder" in said
    assert "3. Februar 2026" in said
