"""Fetching an article from the web, for `regesta add`: the only socket in the house.

Only http and https, only text, at most 10 MB, at most 30 seconds for any single wait.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO, Final
from urllib.parse import urlsplit

from regesta.errors import ArticleError

LIMIT: Final = 10_000_000
"""The most bytes that are read of one page."""
TIMEOUT: Final = 30.0
"""Seconds that any single wait may take."""
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_AGENT: Final = "Mozilla/5.0 (compatible; regesta; saves an article for a chronology)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as the server sent it."""

    content: bytes
    """The bytes."""
    suffix: str
    """`.html`, `.txt` or `.md`, by the content type."""
    metadata: Mapping[str, str]
    """`url`: the address after redirects."""


def fetch(url: str) -> Fetched:
    """The page at an address. Raises ArticleError, in one line, for anything that keeps it from being had."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ArticleError(f'"{url}" is no web address', hint="give one that begins with https://")
    headers = {"User-Agent": _AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 -- the scheme is checked above
    try:
        with urllib.request.build_opener(_SafeRedirects).open(request, timeout=TIMEOUT) as answer:
            suffix = _suffix(url, answer.headers.get_content_type())
            content = answer.read(LIMIT + 1)
            final = answer.geturl()
    except urllib.error.HTTPError as error:
        error.close()
        raise ArticleError(
            f"{url}: the server says {error.code} {_line(error.reason)}", hint="save the page by hand and add the file"
        ) from error
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
        reason = _line(getattr(error, "reason", None) or error)
        raise ArticleError(f"{url}: can't be fetched: {reason}", hint="check the address and the network") from error
    if len(content) > LIMIT:
        raise ArticleError(
            f"{url}: is larger than {LIMIT // 1_000_000} MB", hint="save the article's text by hand and add the file"
        )
    return Fetched(content, suffix, {"url": final})


def _line(reason: object) -> str:
    """A reason as one line."""
    return " ".join(str(reason).split())


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https only."""

    def redirect_request(  # noqa: PLR0913, PLR0917 -- the base class fixes the arguments
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse every other scheme."""
        if urlsplit(newurl).scheme not in ("http", "https"):
            fp.close()
            raise urllib.error.URLError(f'it redirects to "{newurl}", which is no web address')
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _suffix(url: str, content_type: str) -> str:
    suffix = _SUFFIXES.get(content_type)
    if suffix is None:
        raise ArticleError(
            f'{url}: sends "{content_type}", not a page', hint="save the article's text by hand and add the file"
        )
    return suffix
