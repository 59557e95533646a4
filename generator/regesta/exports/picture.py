"""The picture of an event that is shown where its address is shared: 1200 by 630 pixels, PNG, sixteen colours.

Doubt: below the title stands the date in words with the mark that the site uses: a disc for a known day, a bar for one
of several days, a dashed line with an arrow for an open end, a dashed ring where it is approximate or absent.

Letters that the font lacks are left out where they are ornament (emoji); where they are the words themselves, the
picture does without the title rather than with boxes.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from functools import cache
from typing import Any

from PIL import Image

from regesta.exports.escaping import line
from regesta.exports.picture_marks import Layer, masks
from regesta.exports.publication import Publication
from regesta.exports.typeface import Typeface, typeface
from regesta.model.event import Event, Status
from regesta.pages.chronicle import kind

WIDTH, HEIGHT = 1200, 630
"""What the large previews of networks ask for, in pixels."""
_LEFT, _RIGHT = 80, WIDTH - 80
_HEAD = 120
"""Rows from the top that are the same in all pictures of a site."""
_ROW = WIDTH // 2 + 1
"""Bytes of a row."""
_INK, _GREY, _RULE, _AMBER, _STRAW = 11, 12, 13, 14, 15
_COLOURS = {_GREY: "#5a5751", _RULE: "#dedad2", _AMBER: "#8a5200", _STRAW: "#f3dfbd"}
_LAYERS = {Layer.INK: _INK, Layer.GREY: _GREY, Layer.AMBER: _AMBER, Layer.STRAW: _STRAW}
_PAPER_AND_INK = ((255, 255, 255), (28, 27, 25))
_BOLD, _PLAIN = "CharisSIL-Bold.woff", "CharisSIL-Regular.woff"
_SIZES = ((72, 3), (60, 4), (50, 5))
"""Sizes of the title in pixels, and how many lines of each there is room for."""


def path(event: Event) -> str:
    """Beside the event's page."""
    return f"events/{event.id}.png"


def render(publication: Publication, event: Event) -> bytes:
    """The picture as the bytes of its file."""
    site = publication.site
    image = _ground(site.name).copy()
    small, words = typeface(_PLAIN, 30), typeface(_PLAIN, 40)
    _title(image, publication.title(event))
    for layer, mask in masks(kind(event)):
        image.paste(_LAYERS[layer], (_LEFT, 496), mask)
    _line(image, words, 480, publication.heading(event), _INK, _LEFT + 76)
    about = [site.words(f"types.{event.type}")]
    if event.status is not Status.HAPPENED:
        about.append(site.words(f"statuses.{event.status}").lower())
    _line(image, small, 546, " · ".join([", ".join(about), *site.chronicle.publishers(event)]), _GREY)
    return _png(image, *_begun(site.name))


@cache
def _ground(name: str) -> Image.Image:
    """What is the same in all pictures of a site: its name and the rule under it."""
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    _line(image, typeface(_PLAIN, 30), 62, name, _GREY)
    image.paste(_RULE, (_LEFT, 118, _RIGHT, _HEAD))
    return image


def _line(image: Image.Image, face: Typeface, top: int, text: str, ink: int, left: int = _LEFT) -> None:  # noqa: PLR0913, PLR0917
    said = _readable(face, text)
    if said:
        face.draw(image, (left, top), face.cut(said, _RIGHT - left), ink)


def _title(image: Image.Image, title: str) -> None:
    """In the largest size that has room for all of it, or the smallest with its end cut off."""
    for size, most in _SIZES:
        face = typeface(_BOLD, size)
        lines = face.lines(_readable(face, title), _RIGHT - _LEFT)
        if len(lines) <= most:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], face.cut(f"{lines[most - 1]} {lines[most]}", _RIGHT - _LEFT)]
    for number, words in enumerate(lines):
        face.draw(image, (_LEFT, 146 + round(number * size * 1.22)), words, _INK)


@cache
def _ornament(letter: str) -> bool:
    """Whether it is a sign that says no word: emoji, joiners, marks of direction."""
    return unicodedata.category(letter) in ("So", "Sk", "Cf", "Cn", "Co", "Mn", "Me")


def _readable(face: Typeface, text: str) -> str:
    """One line without ornament that the font lacks; empty where it lacks a letter."""
    said = unicodedata.normalize("NFC", line(text))
    if face.holds(said):
        return said
    said = line("".join(letter for letter in said if not _ornament(letter) or face.holds(letter)))
    return said if face.holds(said) else ""


def _rows(image: Image.Image) -> bytes:
    """Four bits a pixel, and before each row a zero, for "no filter"."""
    return b"\0" + image.tobytes("raw", "P;4", _ROW, 1)[:-1]  # PIL puts the zero after each row


@cache
def _begun(name: str) -> tuple[bytes, Any]:
    """What comes of compressing the head of every picture, a fifth of it; and the compressor, to go on from there."""
    compressor = zlib.compressobj(1)  # in haste: the grounds are even, so little is lost by it
    return compressor.compress(_rows(_ground(name))[: _HEAD * _ROW]), compressor


def _png(image: Image.Image, begun: bytes, compressor: Any) -> bytes:
    """PNG with sixteen colours, compressed on from its head."""
    going = compressor.copy()
    data = begun + going.compress(memoryview(_rows(image))[_HEAD * _ROW :]) + going.flush()
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _palette()), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@cache
def _palette() -> bytes:
    """Twelve steps from paper to ink, for smooth letters, then the colours of the marks."""
    paper, ink = _PAPER_AND_INK
    steps = [round(a + (b - a) * step / _INK) for step in range(_INK + 1) for a, b in zip(paper, ink, strict=True)]
    return bytes(steps) + b"".join(bytes.fromhex(_COLOURS[index][1:]) for index in range(_INK + 1, 16))
