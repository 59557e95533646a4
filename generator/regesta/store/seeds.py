"""Puts an article into seeds/, byte for byte, under a name that is free, with its sidecar; overwrites nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from regesta import yamlout
from regesta.store.atomic import write, write_bytes
from regesta.store.layout import Layout
from regesta.store.schemas import Kind, keys, modeline


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article on its way into seeds/."""

    name: str
    """The stem that it would like: its id."""
    suffix: str
    """Of its file, with the point."""
    content: bytes
    """As it was saved or fetched."""
    sidecar: dict[str, str] = field(default_factory=dict)
    """What is known of it."""


def find_same(layout: Layout, content: bytes) -> Path | None:
    """The article in seeds/ that holds the very same bytes, if there is one."""
    return next(
        (
            path
            for path in layout.article_files()
            if path.stat().st_size == len(content) and path.read_bytes() == content
        ),
        None,
    )


def place(layout: Layout, article: NewArticle) -> Path:
    """Where the article would go: under its own name, or with a number after it where that is taken."""
    taken = {path.stem for path in layout.article_files()}
    name, number = article.name, 2
    while name in taken:
        name, number = f"{article.name}-{number}", number + 1
    return layout.seeds / f"{name}{article.suffix}"


def write_article(layout: Layout, article: NewArticle) -> Path:
    """Write the sidecar, where anything is known and none stands there, and then the article."""
    path = place(layout, article)
    sidecar = layout.sidecar(path.stem)
    known = {key: article.sidecar[key] for key in keys(Kind.ARTICLE) if key in article.sidecar}
    if known and not sidecar.exists():
        write(sidecar, modeline(layout, Kind.ARTICLE, sidecar) + yamlout.document(known))
    write_bytes(path, article.content)
    return path
