"""Bytes to articles: one reader a format, clean-up, language, publication date; and the only room with a socket."""

from regesta.ingest.fetching import Fetched, fetch
from regesta.ingest.reading import SUFFIXES, read_article
from regesta.ingest.recurring import without_recurring

__all__ = ["SUFFIXES", "Fetched", "fetch", "read_article", "without_recurring"]
