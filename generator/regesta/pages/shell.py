"""The host's frame, cut at tokens, and pages fitted into it.

One placeholder goes through the host and its theme like any page. Its finished HTML is cut where the tokens stand
(title, description, canonical address, head, body); a page is then one join, however heavy the theme. The frame is half
of every page, so it is kept as bytes: encoded once, not with each of 10,000 pages.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from regesta.pages.markup import text
from regesta.pages.page import Page

TITLE = "regesta-title-token"
BODY = "<!-- regesta-body-token -->"
HEAD = "<!-- regesta-head-token -->"
DESCRIPTION = "regesta-description-token"
PATH = "regesta-path-token"

_TOKENS = re.compile("|".join(map(re.escape, (TITLE, BODY, HEAD, DESCRIPTION, PATH))))
_INDENTED = re.compile(r"\s*\n\s*")
_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame, cut into pieces between tokens."""

    pieces: tuple[bytes, ...]
    """What stands between the tokens, in UTF-8."""
    tokens: tuple[str, ...]
    """The tokens, in order; one fewer than pieces."""

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Cut the finished HTML of a placeholder. Raises ValueError where the body's token is missing."""
        if BODY not in html:
            raise ValueError("the theme's page has no place for the body")
        return cls(tuple(piece.encode() for piece in _TOKENS.split(html)), tuple(_TOKENS.findall(html)))

    def fit(self, page: Page, head: str = "") -> bytes:
        """The whole HTML of a page, in UTF-8; `head` is HTML for its head: structured data, feeds."""
        fields = {
            TITLE: text(page.title),
            BODY: page.body,
            HEAD: head,
            DESCRIPTION: text(" ".join(page.description.split())[:300]),
            PATH: page.path,
        }
        parts = [self.pieces[0]]
        for token, following in zip(self.tokens, self.pieces[1:], strict=True):
            parts += (fields[token].encode(), following)
        return b"".join(parts)


def squeeze(html: str) -> str:
    """The frame without the indentation that templates leave; before the policy, which hashes its scripts."""
    return html if "<pre" in html or "<textarea" in html else _INDENTED.sub("\n", html)


def policy(html: str) -> str:
    """The content security policy of a page: its own files, and the inline scripts that stand in it, by hash.

    `wasm-unsafe-eval` is for the search index's decoder. Data blocks (JSON, JSON-LD) aren't run and need no hash.
    """
    hashes = []
    for found in _INLINE.finditer(html):
        attributes = found["attributes"]
        if "src=" in attributes or "json" in attributes:
            continue
        digest = b64encode(sha256(found["code"].encode()).digest()).decode()
        hashes.append(f"'sha256-{digest}'")
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *dict.fromkeys(hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
    )
