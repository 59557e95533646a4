"""The articles' texts, as the generator reads them and as they were saved; each is read once, when first asked for."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from regesta.errors import ArticleError
from regesta.ingest import read_article
from regesta.model.article import Article
from regesta.store.layout import Layout

_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


class SavedArticle:
    """One article of the project."""

    def __init__(self, layout: Layout, path: Path, sidecar: Mapping[str, Any]) -> None:
        """Nothing is read yet."""
        self.layout = layout
        self.path = path
        self.sidecar = sidecar
        self.fault: ArticleError | None = None

    @cached_property
    def article(self) -> Article | None:
        """The article as the generator reads it; None where it can't, and `fault` says why."""
        try:
            return read_article(self.path, self.sidecar, self.layout.root)
        except ArticleError as error:
            self.fault = error
            return None

    @property
    def text(self) -> str:
        """The article's own text; empty where it can't be read."""
        return self.article.text if self.article else ""

    @cached_property
    def saved(self) -> str:
        """All words of the file: captions and teasers too, tags left out."""
        found = self.path.read_bytes().decode("utf-8", errors="replace")
        return html.unescape(_TAG.sub(" ", found)) if self.path.suffix.lower() in (".html", ".htm", ".xhtml") else found
