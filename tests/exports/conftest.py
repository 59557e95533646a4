"""A small chronology with every kind of doubt, and a hostile one; both as publications."""

from datetime import UTC, datetime

import pytest

from regesta import exports
from regesta.model.article import PublishedBasis
from regesta.model.authority import Authority
from regesta.model.change import Revised
from regesta.model.edtf import Edtf
from regesta.model.event import Basis, Event, EventType, Source, Status
from regesta.pages.chronicle import Card, Chronicle
from regesta.pages.dates import dates
from regesta.pages.page import Site
from regesta.pages.wording import wording

UPDATED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LICENCE = exports.Licence(name="CC-BY-4.0", url="https://creativecommons.org/licenses/by/4.0/")

ARTICLES = {
    "harbour-post": Card(
        id="harbour-post",
        title="Ferry crew walks out",
        url="https://example.org/news/ferry?id=1&page=2",
        publisher="Harbour Post",
        author="Jane Roe",
        language="en",
        published=Edtf.parse("2024-03-07"),
        basis=PublishedBasis.METADATA,
        archives=({"service": "wayback", "url": "https://web.example.org/1", "captured": "2024-03-08"},),
    ),
    "kuestenblatt": Card(
        id="kuestenblatt",
        title="Die Fähren stehen still",
        publisher="Küstenblatt",
        language="de",
        published=Edtf.parse("2024-03-04/2024-03-08"),
        basis=PublishedBasis.INFERRED,
    ),
}


def event(name, title, date, **more):
    more.setdefault("type", EventType.STATEMENT)
    more.setdefault("sources", (Source(article="harbour-post", quote="The ferries will not sail."),))
    return Event(id=name, title=title, date=Edtf.parse(date) if date else None, **more)


SMALL = (
    event(
        "2024-03-05-walkout",
        {"en": "Ferry crew walks out", "de": "Fährleute legen die Arbeit nieder"},
        "2024-03-05",
        type=EventType.PROTEST,
        summary="The crew left the ferry on Tuesday; no one sailed.",
        actors=("Ferry Union", "Mara Lind"),
        places=("Oldport",),
        importance=3,
        sources=(
            Source(
                article="harbour-post",
                quote="“The ferries will not sail,” Lind said on Tuesday.",
                when="on Tuesday",
                date=Edtf.parse("2024-03-05"),
                basis=Basis.DERIVED,
                speaker="Mara Lind",
            ),
            Source(article="kuestenblatt", quote="Seit Dienstag fährt nichts mehr.", when="Seit Dienstag"),
        ),
    ),
    event("2024-03-01-letter", "Owners send a letter", "2024-03-01/2024-03-04", responds_to=("2024-03-05-walkout",)),
    event("2024-03-06-talks", "Talks are announced", "2024-03-06/..", status=Status.PLANNED, type=EventType.MEETING),
    event("2024-02-29-warning", "The union warns", "../2024-02-29"),
    event("2024-03-figures", "Figures appear", "2024-03", type=EventType.ECONOMIC),
    event("2024-strike-fund", "A strike fund is set up", "2024~"),
    event(
        "2024-03-08-blockade",
        "The harbour is blocked",
        "2024-03-08/2024-03-10",
        duration=Edtf.parse("2024-03-08/2024-03-10"),
    ),
    event("undated-promise", "The owners promise a pay rise", None, status=Status.DENIED),
)

HARM = (
    "</script><script>alert(1)</script>]]>&\"'<!--\u2028\u2029\x00\x0b\x85\ufffe\ud800\u202eعربي\u202c "
    "👩\u200d👩\u200d👧 {\\}%$#_|[[x]]~~~\r\nBEGIN:VEVENT\r\n=1+1"
)
HOSTILE = (
    *(
        event(
            f"{number:04d}-hostile",
            f"{HARM} {number}",
            date,
            summary=HARM,
            actors=(HARM, f"=cmd|'/c calc'!A{number}"),
            places=(f"@SUM(A1:A{number})", "الرياض"),
            sources=(
                Source(url="javascript:alert(1)", title=HARM, publisher=HARM, quote=HARM, speaker=HARM),
                Source(url="https://example.org/a b|c}d{e'f", title="x" * 1000, publisher="P;,\\n", quote="я" * 200),
            ),
        )
        for number, date in enumerate(
            ("-0044-03-15", "9999-12-31", "9999-12-01/9999-12-31", "Y12000", "0000", "2023-11-07T10:30:00+05:00", None)
        )
    ),
    event("long", "long " * 300, "2023-21", sources=tuple(Source(article="kuestenblatt") for _ in range(200))),
    event("2023-twin-a", "Twins", "2023-11-XX"),
    event("2023-twin-b", "Twins", "2023-11-07?", actors=(), places=()),
    event("unicode-ё-日本", "日本 " * 20, "20XX"),
)


@pytest.fixture(scope="session")
def publish():
    """A publication of some events: `publish(events, language="de", url="", revisions={…})`."""

    def made(events, *, language="en", url="https://chronology.example/strike/", revisions=None, changes=(), **more):
        chronicle = Chronicle(
            events=tuple(events),
            articles=ARTICLES,
            revisions=revisions or {},
            changes=changes,
            actors=(Authority(name="Mara Lind", kind="person", variants={}, wikidata="Q42"),),
            places=(Authority(name="Oldport", kind="city", variants={}, coordinates=(54.5, 9.25)),),
        )
        site = Site(chronicle=chronicle, words=wording(language), dates=dates(language), name="The strike", url=url)
        about = "Who said what about the ferries, and when."
        return exports.Publication(site=site, updated=UPDATED, licence=LICENCE, description=about, **more)

    return made


@pytest.fixture(scope="session")
def small(publish):
    """The small chronology; one record's history is known."""
    revised = Revised(first=datetime(2026, 1, 2, tzinfo=UTC), last=datetime(2026, 2, 3, 4, 5, tzinfo=UTC))
    return publish(SMALL, revisions={"2024-03-05-walkout": revised})


@pytest.fixture(scope="session")
def hostile(publish):
    """Everything that a record could do to a format."""
    return publish(HOSTILE)


@pytest.fixture(scope="session")
def event_of():
    """An event from an id, a title and an EDTF date."""
    return event


@pytest.fixture(scope="session", params=["small", "hostile", "empty", "unaddressed"])
def any_publication(request, publish, small, hostile):
    """Each law holds for all of these."""
    if request.param == "small":
        return small
    if request.param == "unaddressed":
        return publish(SMALL, url="", language="ru")
    return hostile if request.param == "hostile" else publish(())


@pytest.fixture(scope="session")
def rendered():
    """The text of a format for a whole publication, as a browser would load it: encoded and decoded as UTF-8."""

    def made(form, publication):
        return form.render(publication, exports.whole(publication)).encode().decode()

    return made
