"""What kind of line this is: prose, or a menu, a credit, a byline, a date, a teaser, a form.

The rules look at a line's shape; the words come from the language files. Only `cleanup` knows where in the article
the line stands, and decides.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final

from regesta.ingest.dates import WrittenDate, find_date
from regesta.ingest.phrases import phrases


class LineKind(StrEnum):
    """What a line is by its own shape."""

    PROSE = "prose"
    """A sentence or more."""
    SHORT = "short"
    """Some words without an end mark: a headline, a heading, a caption, or a scrap."""
    BYLINE = "byline"
    """Who wrote it."""
    DATE = "date"
    """When it was published, and little else."""
    CREDIT = "credit"
    """Who took the photo, often after its caption."""
    TEASER = "teaser"
    """A teaser with its headline in the same line."""
    TEASER_LABEL = "teaser label"
    """"Read also", with the headlines in the lines that follow."""
    END = "end"
    """"Comments": nothing after it belongs to the article."""
    SIGNOFF = "signoff"
    """"(Reporting by …; editing by …)"."""
    MENU = "menu"
    """Menu words, breadcrumbs, share buttons."""
    JUNK = "junk"
    """Cookie banners, subscriptions, forms, scraps of one to three words."""


_SURELY_PROSE: Final = 350
"""Characters from which a line that ends as a sentence does can be nothing but prose."""
_LABELLED_WORDS: Final = 12
"""Words of a line that says when it was published, and by whom."""
_CLOCK: Final = re.compile(r"\d")
_LONGEST_DATE_LINE: Final = 200
_DATE_LINE_WORDS: Final = 25
"""Words of a line that gives a date and ends as a sentence does, other dates and labels included."""
_END_MARK: Final = re.compile(r"[.!?…:;。！？][»”“\"'’)\]\s]*$|[.!?…][»”“\"'’)\]\s]*\s?[—–-]?$")
_SENTENCE_END: Final = re.compile(r"[.!?…][»”“\"'’)\]]*(?=\s|$)")
_SEPARATOR: Final = re.compile(r"\s*(?:\s{2,}|\t|[|>»·•→‹›]|\s/\s)\s*")
_PARTS: Final = re.compile(r"\s*(?:[|>»·•→‹›]|\s[–—-]\s)\s*")
_PART_WORDS: Final = 5
"""Words of a part of a line that gives a date in another."""
_CREDIT_SIGN: Final = re.compile(r"©|\(c\)\s", re.IGNORECASE)
_AGENCY: Final = re.compile(
    r"(?:^|\s)[^\W\d_]+/(?:[A-Z]{2,}|[A-ZА-Я][\w ]{2,20})(?:/[A-ZА-Я][\w ]+)*[.)]?$"
    r"|\b(?:via (?:AP|AFP|REUTERS|Reuters|Getty)|(?:Getty|AP|AFP|EPA|Reuters|dpa|TASS|Imago|IMAGO) ?(?:Images|Photo))\b"
)
_AGENCY_FIRST: Final = re.compile(r"[A-Z]{2,}(?:\s(?:Photo|Images))?/\s?\w")
"""Its letters at the head of a line: "REUTERS/Ada Quill"; of a dateline too, "PARIS/MADRID, April 20 (AW)"."""
_BYLINE: Final = 9
"""Words of a byline, without what stands behind a mark."""
_NAMES: Final = 3
"""Words of a name, the longest that a byline in capitals throughout or without any holds."""
_CREDIT_WORDS: Final = 8
_CAPTION: Final = 3
"""Sentences of a caption with its credit at most."""
_BRACKETED: Final = re.compile(r"\s*(?:\([^()]{1,300}\)\s*)+")
_URL: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_LABELLED: Final = re.compile(r"[:.!?…]|\s[-–—]\s")
_WITH_AGENCY: Final = re.compile(r"\b[A-ZА-Я]{2,5}$")
"""An agency's letters at the end of a short line: "Le Monde avec AFP"."""
_TEMPLATE: Final = re.compile(r"\{\{.*\}\}|\{%.*%\}|^\s*</?\w+[^<>]*>\s*$")
"""A page's own code that wasn't run when it was saved."""
_TIME: Final = re.compile(
    r"(?:\b(?:um|at|à|às|om|в|о|в|u)\s)?\b\d{1,2}(?:(?:[:.hH]|\sh\s)\d{2}){1,2}\b"
    r"(?:\s*(?:uhr|h|am|pm|a\.m\.|p\.m\.))?(?:\s*\(?(?-i:[A-Z]{2,4})\)?)?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")


def words_in(text: str) -> list[str]:
    """The words of a text; a hyphenated one counts once."""
    return _WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return bool(_END_MARK.search(text))


def kind_of(line: str) -> LineKind:
    """The kind of a line of pasted text, its own white space kept."""
    if len(line) > _SURELY_PROSE and ends_sentence(line):
        return LineKind.SIGNOFF if _is_signoff(line) else LineKind.PROSE
    for kind, matches in _RULES:
        if matches(line):
            return kind
    return LineKind.PROSE if _is_prose(line) else LineKind.SHORT


def date_in(line: str) -> WrittenDate | None:
    """The publication date that a date line gives; none of a later change where a label says so."""
    known = phrases()
    for label in known.published.finditer(line):
        found = find_date(line, label.end())
        if found and found.span.start - label.end() < 12:
            return found
    return find_date(line)


@lru_cache(maxsize=4096)
def script_of(text: str) -> str | None:
    """The script of most of the letters ("LATIN", "CYRILLIC", …), or None where there are none."""
    counts: dict[str, int] = {}
    for letter in filter(str.isalpha, text[:400]):
        name = unicodedata.name(letter, "").split(" ", 1)[0]
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else None


def _is_prose(line: str) -> bool:
    count = len(words_in(line))
    return ((count >= 4 or len(line) >= 25) and ends_sentence(line)) or count >= 30


def _sentences(line: str) -> int:
    return len(_SENTENCE_END.findall(line))


def _is_signoff(line: str) -> bool:
    if _BRACKETED.fullmatch(line):
        return any(phrases().signoff.match(part) for part in re.findall(r"\([^()]+\)", line))
    return bool(phrases().signoff.match(line)) and len(words_in(line)) <= 25 and _sentences(line) <= 1


def _is_menu(line: str) -> bool:
    parts = [part for part in _SEPARATOR.split(line.strip()) if part]
    listed = [part for part in parts if _is_menu_words(part)]
    if parts and len(listed) == len(parts):
        return True
    if ends_sentence(line) or len(parts) < 2:
        return False
    short = all(len(words_in(part)) <= 4 for part in parts)
    return (short and len(parts) >= 3) or (bool(listed) and len(words_in(line)) <= 12 and short)


def _is_menu_words(part: str) -> bool:
    """Whether a part is made of menu phrases, numbers and signs alone."""
    position, menu = 0, phrases().menu
    while position < len(part):
        match = menu.match(part, position)
        step = match.end() if match else position + len(_scrap(part, position))
        if step == position:
            return False
        position = step
    return bool(part)


def _scrap(part: str, position: int) -> str:
    found = re.compile(r"[\W\d_]+").match(part, position)
    return found[0] if found else ""


def _is_date(line: str) -> bool:
    if ends_sentence(line) and len(words_in(line)) > _DATE_LINE_WORDS:
        return False  # nearly all lines are such, and to look for dates takes long
    found = date_in(line) if len(line) <= _LONGEST_DATE_LINE else None
    if not found:
        if phrases().published.match(line) and _CLOCK.search(line) and not ends_sentence(line):
            return len(words_in(line)) <= _LABELLED_WORDS  # "Published Thursday at 6 am | By Ada Quill"
        return bool(phrases().updated.match(line)) and len(words_in(line)) <= 5
    return _besides_dates(line) <= 3 or (not ends_sentence(line) and _dates_a_part(line))


def _besides_dates(line: str) -> int:
    """How many words a line has beside dates, times, and the labels of dates."""
    rest = line
    while date := find_date(rest):
        rest = f"{rest[: date.span.start]} {rest[date.span.end :]}"
    for pattern in (phrases().updated, phrases().published, phrases().menu, phrases().junk, _TIME):
        rest = pattern.sub(" ", rest)
    return len(words_in(re.sub(r"\d+", " ", rest)))


def _dates_a_part(line: str) -> bool:
    """Whether a line of three short parts or more gives a date alone in one: "Justice · 27 May · 4 minutes' read"."""
    parts = [part for part in _PARTS.split(line.strip()) if part]
    dated = any(find_date(part) and not _besides_dates(part) for part in parts)
    return dated and len(parts) > 2 and all(len(words_in(part)) <= _PART_WORDS or find_date(part) for part in parts)


def _is_credit(line: str) -> bool:
    count = len(words_in(line))
    if phrases().credit.match(line):
        return count <= 45 and _sentences(line) <= 3
    if count > 40:
        return False
    if phrases().credited.search(line) and _sentences(line) <= _CAPTION:
        return True
    if count <= _CREDIT_WORDS and _AGENCY_FIRST.match(line) and not find_date(line):
        return True
    return bool(_CREDIT_SIGN.search(line) or _AGENCY.search(line)) and _sentences(line[:-1]) <= 1


def _is_byline(line: str) -> bool:
    found = phrases().byline.match(line)
    if not found or ends_sentence(line):
        return False
    own = _PARTS.split(line.strip(), 1)[0]  # "By Ada Quill, in Basel · Published at 7.30"
    count = len(words_in(line))
    if len(words_in(own)) > _BYLINE or count > 2 * _BYLINE:
        return False
    names = words_in(line[found.end() :])
    if line[0].isupper() and not line.isupper() and count > _NAMES:
        return True
    return len(names) <= _NAMES and all(word[:1].isupper() for word in names)  # not so "di nuovo in piazza"


def _is_teaser(line: str) -> bool:
    match = phrases().teaser.match(line)
    if match and match.end() < len(line.rstrip()):
        return len(words_in(line)) <= 30
    return bool(phrases().bare_teaser.match(line)) and len(words_in(line)) <= 20 and not ends_sentence(line)


def _is_teaser_label(line: str) -> bool:
    match = phrases().teaser.match(line)
    if match and match.end() >= len(line.rstrip()):
        return True
    return bool(phrases().bare_teaser.match(line)) and len(words_in(line)) <= 6 and not _LABELLED.search(line)


def _is_end(line: str) -> bool:
    return bool(phrases().end.match(line)) and len(words_in(line)) <= 12


def _is_junk(line: str) -> bool:
    count = len(words_in(line))
    if count <= 3 and not re.search(r"[.!?…。！？]", line):
        return True
    if _TEMPLATE.search(line) or (count <= 7 and _WITH_AGENCY.search(line)):
        return True
    if _URL.sub("", line).strip(" -–:|") == "":
        return True
    return count <= 20 and bool(phrases().junk.search(line))


_RULES: Final = (
    (LineKind.SIGNOFF, _is_signoff),
    (LineKind.TEASER_LABEL, _is_teaser_label),
    (LineKind.END, _is_end),
    (LineKind.DATE, _is_date),
    (LineKind.MENU, _is_menu),
    (LineKind.TEASER, _is_teaser),
    (LineKind.CREDIT, _is_credit),
    (LineKind.BYLINE, _is_byline),
    (LineKind.JUNK, _is_junk),
)
"""Tried in this order; the first that matches decides."""
