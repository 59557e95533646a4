"""What a web page says about itself: JSON-LD, Open Graph and other meta tags, `<time>`, the canonical link.

Own rules rather than a guesser's, since a publication date decides every relative date of the article: only fields
that mean publication are read, and htmldate is asked last, without its search through the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from htmldate import find_date as guess_date

from regesta.ingest.draft import Metadata
from regesta.model.edtf import Edtf, EdtfError

_ARTICLE_TYPES: Final = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "AdvertiserContentArticle",
        "TechArticle",
        "ScholarlyArticle",
        "SocialMediaPosting",
        "WebPage",
    ]
)
_DATE_META: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "citation_publication_date",
    "date",
)
_DATE: Final = re.compile(
    r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?(?![\d])"
)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def metadata_of(tree: Any) -> Metadata:
    """All that the page says; where two places contradict each other, JSON-LD wins, then meta tags."""
    linked = _linked_data(tree)
    meta = _meta_tags(tree)
    return Metadata(
        title=_text(linked.get("headline")) or meta.get("og:title") or meta.get("twitter:title") or _page_title(tree),
        author=_names(linked.get("author")) or _author(meta),
        publisher=_names(linked.get("publisher")) or meta.get("og:site_name") or meta.get("application-name"),
        url=_url(tree, meta, linked),
        language=_language(tree, meta, linked),
        published=_published(tree, meta, linked),
    )


def normal_date(text: str | None) -> str | None:
    """A machine-written date or date-time as EDTF, or None; a time without a zone is dropped."""
    found = _DATE.match(text.strip()) if text else None
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    written = f"{year}-{month}-{day}"
    if hour and zone:
        zone = zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:] or '00'}"
        written += f"T{hour}:{minute}:{second or '00'}{zone}"
    try:
        return str(Edtf.parse(written))
    except EdtfError:
        return None


def _published(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    date = normal_date(_text(linked.get("datePublished")))
    for key in _DATE_META:
        date = date or normal_date(meta.get(key))
    return date or _time_element(tree) or _guessed(tree)


def _time_element(tree: Any) -> str | None:
    """The date of the page's `<time>` that is marked as its publication, else of the only one that the article has."""
    marked = tree.xpath('//*[@itemprop="datePublished"]|//time[@pubdate]')
    for element in marked:
        date = normal_date(element.get("datetime") or element.get("content") or element.text)
        if date:
            return date
    inside = tree.xpath("//article//time[@datetime]|//main//time[@datetime]") or tree.xpath("//time[@datetime]")
    found = list(dict.fromkeys(date for element in inside if (date := normal_date(element.get("datetime")))))
    return found[0] if len({date[:10] for date in found}) == 1 else None


def _guessed(tree: Any) -> str | None:
    """What htmldate finds in the page's head and address, without a search through its text."""
    return normal_date(guess_date(tree, extensive_search=False, original_date=True))


def _linked_data(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty where there is none."""
    best: dict[str, Any] = {}
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        for node in _nodes(_parsed(script.text_content())):
            types = node.get("@type")
            names = set(types) if isinstance(types, list) else {types}
            if names & _ARTICLE_TYPES and _telling(node) > _telling(best):
                best = node
    return best


def _telling(node: dict[str, Any]) -> int:
    """How many of the fields that we read above all an object has."""
    return len(node.keys() & {"headline", "datePublished"})


def _parsed(text: str) -> Any:
    try:
        return json.loads(re.sub(r"[\x00-\x1f]", " ", text))
    except ValueError:
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD document that stands at its top or in a graph."""
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph") or value.get("mainEntity"))


def _meta_tags(tree: Any) -> dict[str, str]:
    """Every meta tag's content by its name, property or itemprop, lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = " ".join((element.get("content") or "").split())
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _page_title(tree: Any) -> str | None:
    return next((" ".join(element.text_content().split()) for element in tree.iter("title")), None) or None


def _author(meta: dict[str, str]) -> str | None:
    names: str | None = (
        meta.get("author") or meta.get("article:author") or meta.get("parsely-author") or meta.get("dc.creator")
    )
    return None if names and names.startswith("http") else names


def _url(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    links = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    page = linked.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    for url in (*links, meta.get("og:url"), _text(named), _text(linked.get("url"))):
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            return url
    return None


def _language(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    for code in (
        tree.get("lang"),
        _text(linked.get("inLanguage")),
        meta.get("og:locale"),
        meta.get("content-language"),
    ):
        found = _LANGUAGE.match(code.strip()) if code else None
        if found:
            return found[0].lower()
    return None


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """The names of a person, an organisation, or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for part in value if (name := _names(part))) or None
    if isinstance(value, dict):
        return _text(value.get("name"))
    name = _text(value)
    return None if name and name.startswith("http") else name
