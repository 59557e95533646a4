"""A page before it is fitted into the host's frame, and what every renderer is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TypeVarTuple

from regesta.model.event import Event, Status, Translated
from regesta.model.interval import civil_day
from regesta.pages import addresses
from regesta.pages.certainty import Certainty
from regesta.pages.chronicle import Chronicle, kind, order, signs
from regesta.pages.dates import Dates
from regesta.pages.marks import Axis, badge, glyph
from regesta.pages.markup import in_language, text
from regesta.pages.spellings import likely, on_record
from regesta.pages.wording import Wording

About = TypeVarTuple("About")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One HTML page of the site."""

    path: str
    """Its file, relative to the site's root: "events/2023-11-09-x.html"."""
    title: str
    """Plain text for the tab and for search engines."""
    body: str
    """HTML of the article element's content."""
    description: str = ""
    """Plain text, one or two sentences."""
    section: str = ""
    """The folder whose tab is lit."""
    event: Event | None = None
    """The event that it is about."""
    events: tuple[Event, ...] = ()
    """The events that it lists, where it is a part of the chronicle."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made, and what it depends on, so that a host can do without making it again."""

    path: str
    """Its file, relative to the site's root."""
    make: Callable[[], Page]
    """Makes it."""
    events: Sequence[Event]
    """The events that it shows."""
    others: tuple[object, ...] = ()
    """What else it depends on: frozen values."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The chronicle, the words and the settings that renderers need."""

    chronicle: Chronicle
    words: Wording
    dates: Dates
    name: str = ""
    """The site's name."""
    url: str = ""
    """Its address with a slash at the end, or empty."""
    edit: str = ""
    """The address below which records are edited, with a slash at the end, or empty."""
    history: str = ""
    """The address below which their history is shown, or empty."""
    commits: str = ""
    """The address below which commits are shown, with a slash at the end, or empty."""
    plain: str = ""
    """The language of records whose texts aren't given per language; empty where nobody has said so."""
    records: dict[str, str] = field(default_factory=dict)
    """For an event's id, the path of its record below the folder of records."""

    formats: Callable[[Event], str] | None = None
    """Makes the HTML of an event's further citations; exports give it."""

    @cached_property
    def memory(self) -> dict[tuple[object, ...], str]:
        """HTML that several pages share, made once: an event's entry, its row."""
        return {}

    def once(self, make: Callable[[Site, *About], str], *about: *About) -> str:
        """HTML that is made of these few values, and in many places."""
        key = make, *about
        found = self.memory.get(key)
        if found is None:
            found = self.memory[key] = make(self, *about)
        return found

    @cached_property
    def valued(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By which values each event is found, worked out once: home, lists, events and data say them."""
        return {}

    @cached_property
    def framed(self) -> dict[tuple[str, str], tuple[str, str]]:
        """HTML over and under an article's quotes, made once for each article on file."""
        return {}

    @cached_property
    def by_year(self) -> dict[int, tuple[Event, ...]]:
        """The events with an earliest day, by its year, in order."""
        years = groupby(self.chronicle.ordered, key=lambda event: civil_day(order(event)[0])[0])
        return {year: tuple(events) for year, events in years}

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each event stands in the sequence."""
        return {event.id: index for index, event in enumerate(self.chronicle.sequence)}

    def spelled(self, name: str) -> tuple[str, ...]:
        """Every other spelling of an actor, for the search index."""
        found = self._spelled.get(name)
        if found is None:
            known = self.chronicle.authority_of.get(name)
            on_file = on_record(known) if known else []
            found = self._spelled[name] = (*on_file, *likely(name, known, self.words.language))
        return found

    @cached_property
    def _spelled(self) -> dict[str, tuple[str, ...]]:
        return {}

    def label(self, key: str, **fields: object) -> str:
        """A label as HTML; fields are HTML already. Without fields the label is one text."""
        return self.words(key, **fields) if fields else self.words.labels[key]

    def title(self, event: Event) -> tuple[str, str]:
        """The event's title in the reader's language as plain text, and the language it is in where it isn't that."""
        found = self._titles.get(event.id)
        if found is None:
            found = self._titles[event.id] = self.said_in(event.title)
        return found

    def title_html(self, event: Event) -> str:
        """The title, with its language where it is another."""
        found = self._titles_html.get(event.id)
        if found is None:
            found = self._titles_html[event.id] = in_language(*self.title(event))
        return found

    @cached_property
    def _titles(self) -> dict[str, tuple[str, str]]:
        return {}

    @cached_property
    def _titles_html(self) -> dict[str, str]:
        return {}

    def foreign(self, event: Event) -> str:
        """That the title is in another language than the site's, as HTML; empty where it isn't."""
        code = self.title(event)[1]
        return self.label("event.original", language=text(self.words.language_name(code))) if code else ""

    def summary_html(self, event: Event) -> str:
        """The summary, or an empty text."""
        return in_language(*self.said_in(event.summary)) if event.summary else ""

    def summary_mark(self, event: Event) -> str:
        """The language of a summary that is in another than the title beside it and the site's; mostly nothing."""
        code = self.said_in(event.summary)[1] if event.summary else ""
        if not code or code == self.title(event)[1]:
            return ""
        return f' <abbr title="{text(self.words.language_name(code))}" data-pagefind-ignore>{text(code)}</abbr>'

    def said_in(self, value: Translated) -> tuple[str, str]:
        """A record's text for this reader, and its language where that is another than the site's."""
        said, code = translated(value, self.words.language)
        return said, self.foreign_code(self.plain or "") if isinstance(value, str) else code

    def foreign_code(self, code: str) -> str:
        """A language (BCP 47), or an empty text where it is the site's own in whatever region."""
        return "" if code.split("-", maxsplit=1)[0] == self.words.language.split("-")[0] else code

    def when(self, event: Event, *, weekday: bool = False) -> str:
        """The date in words, capitalised, as HTML."""
        return text(self.dates.title(event.date, weekday=weekday))

    def glyph(self, event: Event) -> str:
        """The mark of the event's date."""
        return glyph(kind(event), event.status)

    def badges(self, event: Event) -> str:
        """The labels that the event bears, as HTML."""
        return "".join(map(self.badge, signs(self.chronicle, event)))

    def badge(self, sign: str) -> str:
        """One label."""
        return self.once(_badge, sign)

    def parts(self) -> str:
        """Every mark and every label of a status, for scripts that draw events from data."""
        drawn = {str(shape): glyph(shape) for shape in Certainty} | {"planned": glyph(Certainty.DAY, Status.PLANNED)}
        drawn |= {f"is-{status}": self.badge(status) for status in Status if status is not Status.HAPPENED}
        return "".join(f'<span data-p="{name}">{inner}</span>' for name, inner in drawn.items())

    def event_link(self, event: Event, base: str) -> str:
        """A link to the event's page, under its title."""
        return f'<a href="{base}{addresses.escaped(addresses.event(event.id))}">{self.title_html(event)}</a>'

    @cached_property
    def axis(self) -> Axis:
        """The days that all rails show: those of the whole chronology."""
        return axis_of(self.chronicle.events)


def axis_of(events: Iterable[Event]) -> Axis:
    """From the day before the first possible one to the day after the last."""
    ends = [day for event in events if event.date for day in event.date.days.ends]
    return Axis(min(ends) - 1, max(ends) + 1) if ends else Axis(1, 1)


def translated(value: Translated | None, language: str) -> tuple[str, str]:
    """The text in a language, else in English, else the first one; with its language, where that is another."""
    if value is None:
        return "", ""
    if isinstance(value, str):
        return value, ""
    primary = language.split("-", maxsplit=1)[0]
    for code in (language, primary):
        if code in value:
            return value[code], ""
    code = "en" if "en" in value else next(iter(value))
    return value[code], code


def _badge(site: Site, sign: str) -> str:
    key = f"badges.{sign}" if sign in ("differ", "single") else f"statuses.{sign}"
    return badge(sign, text(site.words(key)))
