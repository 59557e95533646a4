"""Fetching a page, from a server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from regesta.errors import ArticleError
from regesta.ingest import fetch, fetching

PAGE = b"<html><body><p>The mayor resigned on Friday.</p></body></html>"
ANSWERS = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/text": (200, {"Content-Type": "text/plain"}, b"It rained."),
    "/moved": (302, {"Location": "/page"}, b""),
    "/astray": (302, {"Location": "ftp://127.0.0.1/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/gone": (410, {"Content-Type": "text/html"}, b"gone"),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 2000),
}


class Answers(BaseHTTPRequestHandler):
    """Serves the pages above and writes no log."""

    def do_GET(self):
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize(("path", "suffix"), [("/page", ".html"), ("/text", ".txt"), ("/moved", ".html")])
def test_a_page_and_where_it_was_found(server, path, suffix):
    found = fetch(f"{server}{path}")
    assert found.content == ANSWERS["/page" if path == "/moved" else path][2]
    assert found.suffix == suffix
    assert found.metadata["url"] == f"{server}{'/page' if path == '/moved' else path}"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/astray", 'redirects to "ftp://127.0.0.1/page"'),
        ("/round", "can't be fetched|the server says"),
        ("/picture", 'sends "image/png", not a page'),
        ("/gone", "the server says 410"),
    ],
)
def test_what_keeps_a_page_from_being_had_is_said_in_one_line(server, path, words):
    with pytest.raises(ArticleError, match=words) as caught:
        fetch(f"{server}{path}")
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(")")


def test_a_page_that_is_too_large(server, monkeypatch):
    monkeypatch.setattr(fetching, "LIMIT", 1000)
    with pytest.raises(ArticleError, match="is larger than"):
        fetch(f"{server}/large")


def test_a_server_that_isnt_there():
    with pytest.raises(ArticleError, match="can't be fetched"):
        fetch("http://127.0.0.1:9/")
