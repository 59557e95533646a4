"""What answers what: the chain of responses as a nested list whose branches are drawn; graph and list in one."""

from __future__ import annotations

from regesta.model.event import Event
from regesta.pages import addresses
from regesta.pages.markup import text
from regesta.pages.page import Site

_MOST = 60


def responses(site: Site, event: Event) -> str:
    """The section of the event page; empty where the event neither answers nor is answered."""
    root = _root(site, event)
    if root is event and not site.chronicle.answers.get(event.id):
        return ""
    seen: set[str] = set()
    return (
        f'<section class="rg-sec" id="responses" data-pagefind-ignore><h2>{site.label("event.responses")}</h2>'
        f'<p class="rg-note">{site.label("event.responses_note")}</p>'
        f'<ol class="rg-chain">{_node(site, root, event, seen)}</ol></section>'
    )


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


def _node(site: Site, event: Event, current: Event, seen: set[str]) -> str:
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
