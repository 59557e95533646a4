"""Pictures are opened by Pillow's own reader, since we write the file's bytes ourselves."""

import io
import re

import pytest
from PIL import Image

from regesta import exports
from regesta.exports import picture
from regesta.exports import publication as module
from regesta.exports.typeface import typeface

FACE = "CharisSIL-Bold.woff"


def opened(publication, identifier):
    data = picture.render(publication, publication.site.chronicle.by_id[identifier])
    Image.open(io.BytesIO(data)).verify()
    return Image.open(io.BytesIO(data))


def rows_with_ink(image, top, bottom):
    """How much is drawn between two rows: pixels that aren't paper."""
    return sum(value != 0 for value in image.crop((0, top, picture.WIDTH, bottom)).tobytes())


@pytest.mark.parametrize("name", ["small", "hostile"])
def test_every_event_has_a_sound_picture(request, name):
    publication = request.getfixturevalue(name)
    for event in publication.site.chronicle.events:
        image = opened(publication, event.id)
        assert (image.size, image.mode) == ((1200, 630), "P")
        assert rows_with_ink(image, 470, 540), "the date"


def test_the_mark_has_the_colour_of_its_certainty(small):
    def colours(identifier):
        mark = opened(small, identifier).convert("RGB").crop((80, 496, 136, 528))
        return {colour for _, colour in mark.getcolors(56 * 32)}

    assert (0x8A, 0x52, 0x00) in colours("2024-03-01-letter")
    assert (0xF3, 0xDF, 0xBD) in colours("2024-03-01-letter")
    assert (28, 27, 25) in colours("2024-03-05-walkout")
    assert (0x8A, 0x52, 0x00) not in colours("2024-03-05-walkout")


def test_words_that_the_font_lacks_are_left_out_whole_and_ornament_alone(publish, event_of):
    titles = {
        "latin": "Talks begin",
        "emoji": "Talks begin 👍🏽",
        "arabic": "بدأت المحادثات",
        "kazakh": "Келіссөздер басталды",
    }
    publication = publish([event_of(name, title, "2024-01-01") for name, title in titles.items()])
    images = {name: opened(publication, name) for name in titles}
    assert rows_with_ink(images["arabic"], 125, 470) == 0
    assert rows_with_ink(images["kazakh"], 125, 470) > 1000
    assert images["emoji"].tobytes() == images["latin"].tobytes()


@pytest.mark.parametrize("length", [1, 12, 40, 400])
def test_a_title_keeps_clear_of_the_date(publish, event_of, length):
    image = opened(publish([event_of("one", "Ångström " * length, "2024-01-01")]), "one")
    assert rows_with_ink(image, 146, 240)
    assert rows_with_ink(image, 466, 484) == 0
    assert all(value == 0 for value in image.crop((1140, 0, 1200, 630)).tobytes()), "the margin"


def test_lines_are_broken_between_words_and_long_words_are_cut():
    face = typeface(FACE, 60)
    assert face.lines("", 500) == []
    lines = face.lines("several words that need more than a single line", 400)
    assert " ".join(lines) == "several words that need more than a single line"
    assert all(face.length(line) <= 400 for line in lines)
    (cut,) = face.lines("x" * 100, 400)
    assert cut.endswith("x…")
    assert face.length(cut) <= 400


def test_heads_name_the_picture_where_there_is_one(publish, event_of, monkeypatch):
    monkeypatch.setattr(module, "ALL_PICTURED", 2)
    monkeypatch.setattr(module, "MOST_PICTURED", 2)
    events = [event_of(f"e{number}", "T", "2024-01-01", importance=1 + number) for number in range(3)]
    publication = publish(events)
    assert publication.pictured == {"e1", "e2"}
    assert [len(list(exports.event_files(publication, event))) for event in events] == [0, 2, 2]
    assert "og:image" not in exports.event_head(publication, events[0])
    (address,) = re.findall(r'og:image" content="([^"]*)"', exports.event_head(publication, events[2]))
    assert address == "https://chronology.example/strike/events/e2.png"


def test_the_same_event_gives_the_same_bytes(small):
    event = small.site.chronicle.events[0]
    assert picture.render(small, event) == picture.render(small, event)
