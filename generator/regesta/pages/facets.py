"""Facets: the values by which a list can be narrowed. Each is a link to a page of its own; a script toggles them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.model.event import Event
from regesta.pages import addresses
from regesta.pages.certainty import Certainty
from regesta.pages.chronicle import kind
from regesta.pages.histogram import date_facet
from regesta.pages.marks import glyph
from regesta.pages.markup import text
from regesta.pages.page import Site

KEYS = ("actor", "place", "type", "publisher", "thread", "language", "certainty", "status")
"""The facets, in the order in which they are shown."""
FOLDERS = {
    "actor": "actors",
    "place": "places",
    "type": "views",
    "publisher": "publishers",
    "thread": "views",
    "language": "views",
    "certainty": "views",
    "status": "views",
}
"""The folder of each facet's pages; the closed lists share one, since few folders are quick to build."""
NARROWING = ("type", "publisher", "language", "certainty", "status")
"""Those by which search results can be narrowed too: lists short enough to be shown whole."""
_OPEN = frozenset({"actor", "type", "publisher", "certainty"})
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, as it is shown."""

    key: str
    """Its facet."""
    value: str
    """What records say."""
    name: str
    """What readers see, plain text."""
    path: str
    """Its own page, relative to the root."""
    count: int
    """How many of the listed events have it."""


def values(site: Site, event: Event) -> dict[str, tuple[str, ...]]:
    """An event's values by facet."""
    found = site.valued.get(event.id)
    if found is None:
        found = site.valued[event.id] = _values(site, event)
    return found


def _values(site: Site, event: Event) -> dict[str, tuple[str, ...]]:
    thread = site.chronicle.thread_of.get(event.id)
    return {
        "actor": event.actors,
        "place": event.places,
        "type": (event.type.value,),
        "publisher": site.chronicle.publishers(event),
        "thread": (thread,) if thread else (),
        "language": site.chronicle.languages(event),
        "certainty": (kind(event).value,),
        "status": (event.status.value,),
    }


def name(site: Site, key: str, value: str) -> str:
    """What readers see for a value."""
    if key == "language":
        found = site.words.language_name(value)
        return found[:1].upper() + found[1:]
    if key == "thread":
        return site.title(site.chronicle.by_id[value])[0]
    group = {"type": "types", "certainty": "certainties", "status": "statuses"}.get(key)
    return site.words(f"{group}.{value}") if group else value


def path(site: Site, key: str, value: str) -> str:
    """The page of a value."""
    match key:
        case "actor":
            last = site.chronicle.actor_slugs[value]
        case "place":
            last = site.chronicle.place_slugs[value]
        case "publisher":
            last = site.chronicle.publisher_slugs[value]
        case _:
            last = f"{key}-{addresses.slug(value)}"
    return f"{FOLDERS[key]}/{last}.html"


def collect(site: Site, events: Iterable[Event]) -> dict[str, list[Value]]:
    """Every facet's values, most frequent first, then by name."""
    counts: dict[str, Counter[str]] = {key: Counter() for key in KEYS}
    for event in events:
        for key, found in values(site, event).items():
            counter = counts[key]
            for value in dict.fromkeys(found):
                counter[value] += 1
    return {
        key: [
            Value(key, value, name(site, key, value), path(site, key, value), count)
            for value, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        for key, counter in counts.items()
    }


def panel(site: Site, events: Sequence[Event], base: str, *, live: bool = True) -> str:
    """The column of facets; `live` ones can be toggled by the script, others only lead to their pages."""
    groups = "".join(_facet(site, key, found, base, live=live) for key, found in collect(site, events).items() if found)
    names = text(" · ".join(site.words(f"facets.{key}") for key in KEYS[:6]))
    return (
        f'<aside class="rg-facets" aria-label="{text(site.words("home.narrow_label"))}">'
        f'<details class="rg-facets__w" open><summary>{site.label("home.narrow")} <span>{names}</span></summary>'
        f"{date_facet(site, events) if live else ''}{groups}</details></aside>"
    )


def _facet(site: Site, key: str, found: list[Value], base: str, *, live: bool) -> str:
    most = max(value.count for value in found)
    items = [_value(value, most, base, live=live) for value in found]
    shown, rest = items[:_SHOWN], items[_SHOWN:]
    more = ""
    if rest:
        words = text(site.words("counts.more", n=len(rest)))
        more = f'<details class="f-more"><summary>{words}</summary><ul>{"".join(rest)}</ul></details>'
    state = " open" if key in _OPEN else ""
    return (
        f'<details class="rg-facet"{state}><summary>{site.label(f"facets.{key}")}'
        f'<span class="f-c">{len(found)}</span></summary><ul>{"".join(shown)}</ul>{more}</details>'
    )


def _value(value: Value, most: int, base: str, *, live: bool) -> str:
    data = f' data-k="{value.key}" data-v="{text(value.value)}"' if live else ""
    shape = glyph(Certainty(value.value)) if value.key == "certainty" else ""
    return (
        f'<li><a href="{base}{addresses.escaped(value.path)}"{data}>'
        f'<span class="f-v">{shape}{text(value.name)}</span><span class="f-n">{value.count}</span>'
        f'<svg class="f-bar" height="2" aria-hidden="true"><rect width="{100 * value.count / most:.1f}%" height="2"/>'
        "</svg></a></li>"
    )
