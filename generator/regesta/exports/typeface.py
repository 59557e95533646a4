"""Text into pixels, fast: each glyph is drawn once by the font library and then only copied.

Ten thousand pictures draw half a million letters; asking the font library for each line takes thirty times as long.
Letters stand side by side from left to right, with kerning. That is right for Latin and Cyrillic; scripts that join or
turn around aren't in the font, and `holds` says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from PIL import Image, ImageFont


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter's picture and where it stands."""

    mask: Image.Image | None
    """How much ink; None for a space."""
    left: int
    """Pixels from the pen to the picture's left edge."""
    top: int
    """Pixels from the line's top to the picture's."""
    advance: float
    """Pixels that the pen moves on."""


class Typeface:
    """One font at one size."""

    def __init__(self, name: str, size: int) -> None:
        """`name` is a file of `fonts/`, `size` its em in pixels."""
        with as_file(files("regesta.exports") / "fonts" / name) as path:
            self.font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        self.size = size
        self._glyphs: dict[str, Glyph] = {}
        self._kerning: dict[str, float] = {}
        self._held: dict[str, bool] = {}
        self._missing = self._ink("\U0010fffd")

    def holds(self, text: str) -> bool:
        """Whether the font has every letter of the text."""
        return all(map(self._holds, set(text)))

    def _holds(self, letter: str) -> bool:
        if letter not in self._held:
            self._held[letter] = letter.isspace() or self._ink(letter) != self._missing
        return self._held[letter]

    def length(self, text: str) -> float:
        """How many pixels the text takes, but for kerning."""
        return sum(self._glyph(letter).advance for letter in text)

    def lines(self, text: str, width: float) -> list[str]:
        """The text in lines no wider than this; a word that is wider is cut."""
        found: list[str] = []
        line, taken, space = "", 0.0, self.length(" ")
        for word in text.split():
            needed = self.length(word)
            if line and taken + space + needed > width:
                found.append(line)
                line, taken = "", 0.0
            if needed > width:
                word = self.cut(word, width)  # noqa: PLW2901 - what is left of it
                needed = self.length(word)
            line, taken = (f"{line} {word}", taken + space + needed) if line else (word, needed)
        return [*found, line] if line else found

    def cut(self, text: str, width: float) -> str:
        """The text, or as much of its beginning as fits, with an ellipsis."""
        if self.length(text) <= width:
            return text
        room, end = width - self.length("…"), 0
        for letter in text:
            room -= self._glyph(letter).advance
            if room < 0:
                break
            end += 1
        return f"{text[:end].rstrip()}…"

    def draw(self, image: Image.Image, at: tuple[int, int], text: str, ink: int) -> None:
        """Put a line of text into a picture; `at` is the left end of its top, `ink` a colour of its palette."""
        x, y = float(at[0]), at[1]
        before = ""
        for letter in text:
            glyph = self._glyph(letter)
            x += self._kern(before, letter)
            if glyph.mask is not None:
                image.paste(ink, (round(x) + glyph.left, y + glyph.top), glyph.mask)
            x += glyph.advance
            before = letter

    def _glyph(self, letter: str) -> Glyph:
        found = self._glyphs.get(letter)
        if found is None:
            core, (left, top) = self.font.getmask2(letter, mode="L")
            mask = Image.frombytes("L", core.size, bytes(core)) if core.size[0] and core.size[1] else None
            found = Glyph(mask, left, top, self.font.getlength(letter))
            self._glyphs[letter] = found
        return found

    def _kern(self, before: str, letter: str) -> float:
        if not before:
            return 0.0
        pair = before + letter
        if pair not in self._kerning:
            alone = self._glyph(before).advance + self._glyph(letter).advance
            self._kerning[pair] = self.font.getlength(pair) - alone
        return self._kerning[pair]

    def _ink(self, letter: str) -> bytes | None:
        mask = self._glyph(letter).mask
        return mask.tobytes() if mask else None


@cache
def typeface(name: str, size: int) -> Typeface:
    """A font at a size, opened once."""
    return Typeface(name, size)
