"""What answers what: the chain of responses as a nested list whose branches are drawn; graph and list in one."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.event import Event
from regesta.pages import addresses, facets
from regesta.pages.markup import text
from regesta.pages.page import Site

_MOST = 60


def responses(site: Site, event: Event) -> str:
    """The section of the event page; empty where the event neither answers nor is answered."""
    thread = site.chronicle.thread_of.get(event.id)
    if thread is None:
        return ""
    whole = site.words("event.thread", n=len(site.chronicle.by_thread[thread]))
    path = addresses.escaped(facets.path(site, "thread", thread))
    return (
        f'<section class="rg-sec" id="responses" data-pagefind-ignore><h2>{site.label("event.responses")}</h2>'
        f'<p class="rg-note">{site.label("event.responses_note")} <a href="../{path}">{text(whole)}</a></p>'
        f'<ol class="rg-chain">{_node(site, _root(site, event), event, set())}</ol></section>'
    )


def tree(site: Site, events: Sequence[Event]) -> str:
    """The chains of a whole thread, each from an event that answers none of the others."""
    ids, seen = {event.id for event in events}, set[str]()
    first = [event for event in events if not ids.intersection(event.responds_to)] or list(events[:1])
    return f'<ol class="rg-chain">{"".join(_node(site, event, None, seen) for event in first)}</ol>'


def chain(site: Site, event: Event) -> list[Event]:
    """Every event that the section shows, in its order; empty where there is no section."""
    if not event.responds_to and event.id not in site.chronicle.answers:
        return []
    found: dict[str, Event] = {}
    waiting = [_root(site, event)]
    while waiting and len(found) < _MOST:
        one = waiting.pop()
        if one.id not in found:
            found[one.id] = one
            waiting += reversed(site.chronicle.answers.get(one.id, ()))
    return list(found.values())


def _root(site: Site, event: Event) -> Event:
    """The first event of the chain, by the first answered event of each; a circle ends where it closes."""
    seen = {event.id}
    while True:
        above = [site.chronicle.by_id[i] for i in event.responds_to if i in site.chronicle.by_id and i not in seen]
        if not above:
            return event
        event = above[0]
        seen.add(event.id)


def _node(site: Site, event: Event, current: Event | None, seen: set[str]) -> str:
    seen.add(event.id)
    answers = site.chronicle.answers.get(event.id, ())
    inner = [_node(site, answer, current, seen) for answer in answers if answer.id not in seen and len(seen) < _MOST]
    title = site.title_html(event)
    if event is current:
        here, shown = ' aria-current="true"', f"<strong>{title}</strong>"
    else:
        here, shown = "", f'<a href="../{addresses.escaped(addresses.event(event.id))}">{title}</a>'
    branch = f"<ol>{''.join(inner)}</ol>" if inner else ""
    return (
        f'<li><div class="c-n"{here}>{site.glyph(event)}<span class="c-d">{site.when(event)}</span>'
        f'<span class="c-t">{shown}</span><span class="c-r">{text(site.words(f"types.{event.type}"))}</span></div>'
        f"{branch}</li>"
    )
