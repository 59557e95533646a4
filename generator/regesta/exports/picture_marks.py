"""The marks of certainty as pixels: what `pages.marks` draws in SVG, for pictures. Each is drawn once."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache

from PIL import Image, ImageDraw

from regesta.pages.certainty import Certainty

WIDTH, HEIGHT = 56, 32
"""A mark's room in pixels."""
_FINER = 4
"""Drawn so many times larger, then made smaller, for smooth edges."""


class Layer(Enum):
    """A colour by its name."""

    INK = auto()
    GREY = auto()
    AMBER = auto()
    STRAW = auto()


@cache
def masks(certainty: Certainty) -> tuple[tuple[Layer, Image.Image], ...]:
    """Colour and shape of each layer of a mark, from below."""
    match certainty:
        case Certainty.DAY:
            return ((Layer.INK, _disc()),)
        case Certainty.SPAN:
            return ((Layer.AMBER, _bar(0)), (Layer.STRAW, _bar(3)))
        case Certainty.BEFORE:
            return ((Layer.AMBER, _arrow(tip=3, wing=17)),)
        case Certainty.AFTER:
            return ((Layer.AMBER, _arrow(tip=53, wing=39)),)
        case Certainty.ABOUT:
            return ((Layer.AMBER, _ring()),)
        case Certainty.NONE:
            return ((Layer.GREY, _ring()),)


class _Canvas:
    """A large empty mask and a pen for it."""

    def __init__(self) -> None:
        self.large = Image.new("L", (WIDTH * _FINER, HEIGHT * _FINER), 0)
        self.pen = ImageDraw.Draw(self.large)

    def done(self) -> Image.Image:
        return self.large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _at(*numbers: float) -> tuple[float, ...]:
    return tuple(number * _FINER for number in numbers)


def _disc() -> Image.Image:
    canvas = _Canvas()
    canvas.pen.ellipse(_at(13, 1, 43, 31), fill=255)
    return canvas.done()


def _bar(inset: int) -> Image.Image:
    canvas = _Canvas()
    canvas.pen.rounded_rectangle(_at(inset, 2 + inset, 55 - inset, 29 - inset), radius=4 * _FINER, fill=255)
    return canvas.done()


def _arrow(tip: int, wing: int) -> Image.Image:
    """A dashed line with a head: an open end."""
    canvas = _Canvas()
    for start in (0, 16, 32, 48):
        canvas.pen.line(_at(start, 16, start + 8, 16), fill=255, width=5 * _FINER)
    canvas.pen.line(_at(wing, 4, tip, 16, wing, 28), fill=255, width=5 * _FINER, joint="curve")
    return canvas.done()


def _ring() -> Image.Image:
    """A dashed ring: approximate, or nothing known."""
    canvas = _Canvas()
    for start in range(0, 360, 45):
        canvas.pen.arc(_at(13, 1, 43, 31), start, start + 27, fill=255, width=4 * _FINER)
    return canvas.done()
