"""Sitemap, robots.txt, llms.txt and oEmbed, read by the readers of trafilatura, urllib, Markdown and lxml."""

import json
from html.parser import HTMLParser
from urllib.robotparser import RobotFileParser

import markdown
import pytest
from lxml import etree
from trafilatura.sitemaps import SitemapObject

from regesta import exports
from regesta.exports import llms, oembed, pagelist, robots

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_a_foreign_reader_finds_every_page(small):
    paths = ["index.html", *(f"events/{event.id}.html" for event in small.site.chronicle.events), "actors/ё.html"]
    ((name, text),) = exports.sitemap(small, paths)
    assert name == "sitemap.xml"
    reader = SitemapObject("https://chronology.example", "chronology.example", [])
    reader.content = text
    reader.process()
    assert "https://chronology.example/strike/actors/%D1%91.html" in reader.urls
    assert len(reader.urls) == len(paths)
    entries = {node.findtext(f"{SPACE}loc"): node for node in etree.fromstring(text.encode())}
    assert entries["https://chronology.example/strike/"].find(f"{SPACE}lastmod") is None
    walkout = entries["https://chronology.example/strike/events/2024-03-05-walkout.html"]
    assert walkout.findtext(f"{SPACE}lastmod") == "2026-02-03T04:05:00Z"


def test_too_many_pages_are_split(small, monkeypatch):
    monkeypatch.setattr(pagelist, "MOST", 2)
    files = dict(exports.sitemap(small, [f"{number}.html" for number in range(5)]))
    assert set(files) == {"sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"}
    index = etree.fromstring(files["sitemap.xml"].encode())
    assert [node.text for node in index.iter(f"{SPACE}loc")] == [
        f"https://chronology.example/strike/sitemap-{number}.xml" for number in (1, 2, 3)
    ]


def test_a_site_without_an_address_has_no_sitemap(publish):
    assert not list(exports.sitemap(publish((), url=""), ["index.html"]))


def test_robots_may_read_everything(small, rendered):
    reader = RobotFileParser()
    reader.parse(rendered(robots, small).splitlines())
    assert reader.can_fetch("AnyBot", "/events/x.html")
    assert reader.site_maps() == ["https://chronology.example/strike/sitemap.xml"]


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.tags = [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "a":
            self.found.append(dict(attrs)["href"])


def test_llms_txt_is_markdown_with_links_and_nothing_else(any_publication, rendered):
    text = rendered(llms, any_publication)
    assert text.startswith("# The strike\n")
    reader = Links()
    reader.feed(markdown.markdown(text))
    assert reader.tags <= {"h1", "h2", "blockquote", "p", "ul", "li", "a"}
    events = any_publication.site.chronicle.sequence
    assert len(reader.found) == 5 + len(events)
    assert reader.found[5:] == [any_publication.event_address(event) for event in events]


def test_llms_txt_keeps_the_important_where_there_are_many(publish, event_of, monkeypatch, rendered):
    monkeypatch.setattr(llms, "MOST", 2)
    events = [
        event_of(f"e{number}", f"Number {number}", "2024-01-01", importance=1 + number % 3) for number in range(6)
    ]
    text = rendered(llms, publish(events))
    assert "Number 2" in text
    assert "Number 5" in text
    assert "Number 0" not in text


@pytest.mark.parametrize("name", ["small", "hostile"])
def test_oembed_gives_one_safe_frame(request, name):
    publication = request.getfixturevalue(name)
    for event in publication.site.chronicle.events:
        found = json.loads(oembed.render(publication, event).encode())
        assert found["version"] == "1.0"
        assert found["type"] == "rich"
        frames = [node for node in etree.HTML(found["html"]).iter() if node.tag not in ("html", "body")]
        assert [frame.tag for frame in frames] == ["iframe"]
        assert frames[0].get("src") == f"{publication.event_address(event)}?embed"
        assert found["thumbnail_url"].endswith(".png")
        if publication.site.url:
            link = etree.HTML(exports.event_head(publication, event)).find(".//link[@rel='alternate']")
            assert link.get("type") == "application/json+oembed"
            assert link.get("href") == publication.address(oembed.path(event))


def test_the_page_of_all_formats_names_every_file_of_the_site(any_publication):
    page = exports.offer(any_publication)
    reader = Links()
    reader.feed(page.body)
    files = {path for path, _ in exports.site_files(any_publication)}
    assert files - {"robots.txt", "index.oembed.json"} == {link for link in reader.found if "://" not in link}
