"""Sidecars: what is known of an article. What a person wrote stays; what is absent the generator fills and renews."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regesta import yamledit, yamlio, yamlout
from regesta.errors import ContentError
from regesta.store.atomic import write
from regesta.store.layout import Layout
from regesta.store.parsed import Parsed
from regesta.store.reading import read, read_text
from regesta.store.schemas import Kind, keys, modeline

Sidecar = dict[str, Any]
"""A sidecar as it stands in its file."""


def load_sidecar(layout: Layout, article: str) -> tuple[Sidecar, list[ContentError]]:
    """The sidecar of one article, and its faults."""
    path = layout.sidecar(article)
    if not path.is_file():
        return {}, []
    value, faults = read(layout, path, Kind.ARTICLE)
    return (value if isinstance(value, dict) else {}), faults


def load_sidecars(layout: Layout, articles: Iterable[str]) -> dict[str, tuple[Sidecar, list[ContentError]]]:
    """The sidecars of many articles, and their faults; what was valid before and hasn't changed isn't parsed again."""
    found: dict[str, tuple[Sidecar, list[ContentError]]] = {}
    with Parsed(layout, Kind.ARTICLE) as parsed:
        for article in articles:
            path = layout.sidecar(article)
            try:
                known = parsed.record(path)
            except FileNotFoundError:
                known = {}
            if known is None:
                known, faults = load_sidecar(layout, article)
                if not faults:
                    parsed.keep(path, known)
                found[article] = known, faults
            else:
                found[article] = known, []
    return found


def given(sidecar: Sidecar, *bases: Sidecar) -> Sidecar:
    """What a person wrote: the sidecar without what the generator wrote last time and nobody changed since.

    There are two bases after a run that was killed between its sidecars and their baseline.
    """
    return {
        key: value for key, value in sidecar.items() if not any(key in base and base[key] == value for base in bases)
    }


def filled(sidecar: Sidecar, kept: Sidecar, values: Sidecar) -> Sidecar:
    """The sidecar with the generator's values where a person wrote nothing, in canonical order where keys are new.

    `kept` is what a person wrote. Values of None are absent. What the generator wrote last time and would not write now
    goes.
    """
    values = {key: value for key, value in values.items() if value is not None and key not in kept}
    found = {key: values.get(key, kept.get(key)) for key in sidecar if key in kept or key in values}
    return in_order(found, values, keys(Kind.ARTICLE))


def in_order(standing: dict[str, Any], new: dict[str, Any], order: tuple[str, ...]) -> dict[str, Any]:
    """The standing mapping with the new keys, each after the nearest key that precedes it in `order`."""
    names = list(standing)
    for key in sorted(new.keys() - standing.keys(), key=lambda key: order.index(key) if key in order else len(order)):
        before = order[: order.index(key)] if key in order else tuple(names)
        place = max((names.index(name) + 1 for name in before if name in names), default=0)
        names.insert(place, key)
    return {name: standing.get(name, new.get(name)) for name in names}


def write_sidecar(layout: Layout, article: str, value: Sidecar) -> bool:
    """Write a sidecar, changing no more of its text than has to be; whether anything changed."""
    path = layout.sidecar(article)
    if not path.is_file():
        text = modeline(layout, Kind.ARTICLE, path) + yamlout.document(value)
    else:
        text = read_text(layout, path)
        if (yamlio.parse(text, layout.shown(path)) or {}) != value:
            text = yamledit.edit(text, value, layout.shown(path))
    return write(path, text)
