"""Changes of records in words: what a field said before and what it says now, as readers of the site would put it.

Apart from the page of corrections because their feed says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from regesta.model.change import Change, ChangeKind, FieldChange
from regesta.model.edtf import Edtf, EdtfError
from regesta.pages.markup import in_language, text
from regesta.pages.page import Site

_WORDS = {"type": "types", "status": "statuses", "review": "reviews"}
_LONGEST = 400
"""Characters of a value that are shown; whoever wants more finds it in the repository."""


Said = tuple[str, str, str]
"""A value in words, its language where that is another than the site's, and what the site itself adds to it."""


def title(site: Site, change: Change) -> tuple[str, str]:
    """The record's title, in the site's language where it has one, and its language where not; else the record's id."""
    said, code = site.said_in(change.title) if change.title else ("", "")
    return (" ".join(said.split()), code) if said.strip() else (change.event, "")


def fields(site: Site, change: Change) -> str:
    """What was changed, in few words: "Date, Sources"."""
    if change.kind is ChangeKind.REMOVED:
        return site.words("corrections.removed")
    return ", ".join(_label(site, one) for one in change.fields)


def table(site: Site, change: Change) -> str:
    """What each field said before and says now, as HTML; both are said in words too, since styles get lost."""
    if change.kind is ChangeKind.REMOVED:
        return f"<p>{site.label('corrections.removed')}</p>"
    return f'<dl class="rg-changes">{"".join(_field(site, one) for one in change.fields)}</dl>'


def _field(site: Site, one: FieldChange) -> str:
    parts = []
    for tag, key, value in (("del", "was", one.before), ("ins", "now", one.after)):
        if value is not None:
            said = _shown(_values(site, one.field, value))
            parts.append(f"<dd><small>{site.label(f'corrections.{key}')}</small> <{tag}>{said}</{tag}></dd>")
    return f"<div><dt>{text(_label(site, one))}</dt>{''.join(parts)}</div>"


def _label(site: Site, one: FieldChange) -> str:
    return site.words.get(f"corrections.fields.{one.field}") or one.field


def _shown(values: Iterable[Said]) -> str:
    """Values as HTML, each in its language, until the room is used up."""
    parts, room = [], _LONGEST
    for said, code, added in values:
        if room <= 0:
            break
        parts.append(in_language(_short(said, room), code) + text(added))
        room -= len(said) + len(added)
    return "; ".join(parts)


def _values(site: Site, field: str, value: Any) -> Iterator[Said]:
    """The values of a field in words. Old records may hold anything, so nothing is taken for granted."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield _source(site, one) if field == "sources" else _translated(site, one)
        elif field in ("date", "duration"):
            yield _date(site, str(one)), "", ""
        elif field == "responds_to" and one in site.chronicle.by_id:
            yield *site.title(site.chronicle.by_id[one]), ""
        elif field in ("title", "summary"):
            yield *site.said_in(str(one)), ""
        else:
            group = _WORDS.get(field)
            yield (site.words.get(f"{group}.{one}") if group else None) or str(one), "", ""


def _translated(site: Site, value: Mapping[str, Any]) -> Said:
    known = {language: words for language, words in value.items() if isinstance(words, str)}
    return (*site.said_in(known), "") if known else ("", "", "")


def _date(site: Site, said: str) -> str:
    try:
        return site.dates.say(Edtf.parse(said))
    except EdtfError:
        return said


def _source(site: Site, source: Mapping[str, Any]) -> Said:
    """A source in one line: “quote” (speaker, publisher, date)."""
    card = site.chronicle.articles.get(str(source.get("article")))
    name = card.name if card else source.get("publisher") or source.get("article") or source.get("url")
    date = _date(site, str(source["date"])) if source.get("date") else None
    about = ", ".join(str(part) for part in (source.get("speaker"), name, date) if part)
    if not source.get("quote"):
        return "", "", about
    language = str((card.language if card else source.get("language")) or "")
    return f"“{source['quote']}”", site.foreign_code(language), f" ({about})" if about else ""


def _short(said: str, room: int) -> str:
    said = " ".join(said.split())
    return said if len(said) <= room else f"{said[:room].rsplit(' ', 1)[0]} …"
