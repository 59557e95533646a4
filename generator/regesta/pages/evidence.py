"""The evidence: every article behind an event, with its quotes in their own language."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.event import Event, Source
from regesta.pages import addresses
from regesta.pages.chronicle import Card
from regesta.pages.markup import escape, joined, language, link, safe_url, text
from regesta.pages.page import Site

_SHOWN = 3
_FOLD_FROM = 5
_ARTICLES = 12
_TICK = '<svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true"><path d="M1 5.5L4 8.5 10 1.5"/></svg>'
_CROSS = '<svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true"><path d="M2 1.5l7 7M9 1.5l-7 7"/></svg>'


def evidence(site: Site, event: Event, base: str = "../") -> str:
    """The section of the event page: articles in order of their dates, quotes in the record's order, numbered."""
    cards = site.chronicle.cards(event)
    told = _by_card(site, event)
    behind = [(card, told[card.id]) for card in cards]
    numbers = {id(source): number for number, source in enumerate((s for _, many in behind for s in many), 1)}
    parts = [_article(site, card, sources, numbers, base) for card, sources in behind]
    if len(parts) > _ARTICLES:
        words = text(site.words("counts.more", n=len(parts) - _ARTICLES))
        rest = f'<details class="rg-more"><summary>{words}</summary>{"".join(parts[_ARTICLES:])}</details>'
        parts = [*parts[:_ARTICLES], rest]
    quotes = sum(source.quote is not None for source in event.sources)
    counts = f"{site.words('counts.quotes', n=quotes)}, {site.words('counts.articles', n=len(cards))}"
    return (
        '<section class="rg-sec" id="evidence"><h2 data-pagefind-ignore>'
        f"{site.label('event.evidence')} <span>{text(counts)}</span></h2>"
        f"{''.join(parts)}{_same(site, cards)}</section>"
    )


def _same(site: Site, cards: Sequence[Card]) -> str:
    """Which of the articles are one witness, since they share their words."""
    said, seen, copies = [], set[str](), site.chronicle.copies
    if copies.keys().isdisjoint([card.id for card in cards]):
        return ""
    for card in cards:
        group = [other for other in cards if other.id == card.id or other.id in copies.get(card.id, ())]
        if len(group) > 1 and card.id not in seen:
            seen.update(other.id for other in group)
            names = text(", ".join(dict.fromkeys(other.name for other in group)))
            said.append(f'<p class="rg-note rg-same">{site.label("event.same", n=len(group), publishers=names)}</p>')
    return "".join(said)


def _by_card(site: Site, event: Event) -> dict[str, list[Source]]:
    """What each article says, by its id, in the record's order."""
    found: dict[str, list[Source]] = {}
    for source in event.sources:
        found.setdefault(site.chronicle.card(source).id, []).append(source)
    return found


def _article(site: Site, card: Card, sources: list[Source], numbers: dict[int, int], base: str) -> str:
    """One article's head, its quotes (the most telling ones first), and its saved copies."""
    quotes = [quote(site, card, source, numbers[id(source)]) for source in sources]
    more = ""
    if len(quotes) >= _FOLD_FROM:
        top = sorted(sorted(range(len(sources)), key=lambda i: (-_weight(sources[i]), i))[:_SHOWN])
        rest = "".join([said for i, said in enumerate(quotes) if i not in top])
        words = text(site.words("event.more_quotes", n=len(sources) - len(top), publisher=card.name))
        more = f'<details class="rg-more"><summary>{words}</summary><ol class="rg-qs">{rest}</ol></details>'
        quotes = [quotes[i] for i in top]
    head, foot = _frame(site, card, base)
    return f'{head}<ol class="rg-qs">{"".join(quotes)}</ol>{more}{foot}'


def _frame(site: Site, card: Card, base: str) -> tuple[str, str]:
    """What stands over and under an article's quotes; the same in all events that an article in seeds/ supports."""
    known = card.id, base
    if card.on_file and known in site.framed:
        return site.framed[known]
    head = (
        f'<section class="rg-art"><header><h3>{text(card.name)}</h3>'
        f"<p data-pagefind-ignore>{dateline(site, card)}</p></header>{_headline(site, card, base)}"
    )
    found = head, f"{copies(site, card)}</section>"
    if card.on_file:
        site.framed[known] = found
    return found


def _weight(source: Source) -> int:
    """Quotes that date the event come first, then spoken ones."""
    return 2 * (source.when is not None) + (source.speaker is not None)


def dateline(site: Site, card: Card) -> str:
    """When the article appeared, where that is known from, and its language."""
    return joined([appeared(site, card), text(site.words.language_name(card.language))], " · ")


def appeared(site: Site, card: Card) -> str:
    """When the article appeared, and where that is known from."""
    when = text(site.dates.say(card.published)) if card.published else site.label("event.undated_article")
    basis = (
        f' <span class="rg-dim">({site.label(f"bases.{card.basis}")})</span>' if card.published and card.basis else ""
    )
    return when + basis


def _headline(site: Site, card: Card, base: str) -> str:
    if not card.title:
        return ""
    inner = f"<span{language(card.language)}>{text(card.title)}</span>"
    if card.id in site.chronicle.article_slugs:
        path = addresses.escaped(f"{base}articles/{site.chronicle.article_slugs[card.id]}.html")
        printed = f' data-url="{text(card.url)}"' if safe_url(card.url) and card.url else ""
        return f'<p class="rg-art__t"><a href="{path}"{printed}>{inner}</a></p>'
    return f'<p class="rg-art__t">{link(card.url, inner)}</p>'


def copies(site: Site, card: Card) -> str:
    """The saved copies on record."""
    found = []
    for copy in card.archives:
        name = joined([text(copy.get("service") or ""), text(copy.get("captured") or "")])
        found.append(link(copy.get("url"), name or text(copy.get("url") or "")))
    said = ", ".join(found) or f'<span class="rg-dim">{site.label("event.no_copies")}</span>'
    return f'<p class="rg-art__c" data-pagefind-ignore>{site.label("event.copies")} {said}</p>'


def quote(site: Site, card: Card, source: Source, number: int) -> str:
    """One quote: verbatim, with the words that date it marked, whose words they are, and the way to the passage."""
    if source.quote is None:
        return f'<li class="rg-q" id="q{number}"><p class="rg-dim">{site.label("event.no_quote")}</p></li>'
    speaker = (
        site.label("event.words_of", name=text(source.speaker)) if source.speaker else site.label("event.own_words")
    )
    url = safe_url(card.url)
    passage = ""
    if url:
        address = escape(addresses.passage(url, source.quote, source.prefix, source.suffix))
        passage = f'<a href="{address}">{site.label("event.passage")}</a>'
    dated = f"<span>{text(site.dates.title(source.date))}</span>" if source.date else ""
    return (
        f'<li class="rg-q" id="q{number}"><blockquote{language(card.language)}><p>{marked(source)}</p></blockquote>'
        f'<p class="rg-q__m" data-pagefind-ignore><span class="rg-q__n">{number}</span><span>{speaker}</span>{dated}'
        f"{_checked(site, card, source)}{passage}</p></li>"
    )


def marked(source: Source) -> str:
    """The quote with the words that date it marked, at their first occurrence."""
    words, when = source.quote or "", source.when
    at = words.find(when) if when else -1
    if at < 0 or not when:
        return escape(words)
    return f"{escape(words[:at])}<mark>{text(when)}</mark>{escape(words[at + len(when) :])}"


def _checked(site: Site, card: Card, source: Source) -> str:
    if not card.on_file:
        return f'<span class="rg-dim">{site.label("event.unchecked")}</span>'
    if (card.id, source.quote or "") in site.chronicle.missing:
        return f'<span class="rg-ok is-missing">{_CROSS}{site.label("event.missing")}</span>'
    return f'<span class="rg-ok">{_TICK}{site.label("event.verified")}</span>'
