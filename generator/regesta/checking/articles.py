"""The articles' texts, as the generator reads them and as they were saved; each is read once, when first asked for.

To find an article's own text in a file takes milliseconds, so it is kept in .cache/, by the file's SHA-256.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from regesta.errors import ArticleError
from regesta.ingest import read_article
from regesta.model.article import Article
from regesta.store import quotes
from regesta.store.kept import Kept
from regesta.store.layout import Layout

_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


class SavedArticle:
    """One article of the project."""

    def __init__(self, layout: Layout, path: Path, sidecar: Mapping[str, Any], kept: Kept) -> None:
        """Nothing is read yet; `kept` holds the texts of the check before."""
        self.layout = layout
        self.kept = kept
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

    @cached_property
    def text(self) -> str:
        """The article's own text; empty where it can't be read."""
        sidecar = json.dumps(self.sidecar, sort_keys=True)
        state = hashlib.sha256(f"{self.sha256} {sidecar}".encode()).hexdigest()
        found: str | None = self.kept.get(self.path.name, state)
        if found is None:
            found = self.article.text if self.article else ""
            if found:
                self.kept.put(self.path.name, state, found)
        return found

    @cached_property
    def sha256(self) -> str:
        """The digest of the file's bytes; empty where they can't be read."""
        try:
            return hashlib.sha256(self.path.read_bytes()).hexdigest()
        except OSError:
            return ""

    @cached_property
    def folded(self) -> str:
        """The text in the form in which quotes are compared."""
        return quotes.fold(self.text)

    @cached_property
    def saved(self) -> str:
        """All words of the file: captions and teasers too, tags left out."""
        found = self.path.read_bytes().decode("utf-8", errors="replace")
        return html.unescape(_TAG.sub(" ", found)) if self.path.suffix.lower() in (".html", ".htm", ".xhtml") else found
