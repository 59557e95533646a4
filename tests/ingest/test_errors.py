"""What can't be read is said in one line, with the file and the cure."""

import pytest

from regesta.errors import ArticleError
from regesta.ingest import fetch, read_article


def error_for(tmp_path, name, content, sidecar=None):
    path = tmp_path / "seeds" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    with pytest.raises(ArticleError) as caught:
        read_article(path, sidecar or {}, tmp_path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"%PDF-1.7 \x00\x01", "binary"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.html", b"<html><body></body></html>", "no article's text"),
        ("a.html", b"<!-- nothing -->", "no article's text"),
        ("a.txt", b"Home | News | Sport\nLog in", "no article's text"),
        ("a.pdf", b"text", '"\\.pdf" can\'t be read'),
        ("a.txt", "これは日本語の記事です。昨日、東京で会議が開かれました。".encode(), "in no known language"),
        (
            "a.txt",
            b"Polisi walisema Jumatano kwamba watu watano walikamatwa mjini Mombasa baada ya maandamano.",
            "no known language",
        ),
    ],
)
def test_one_line_with_place_and_cure(tmp_path, name, content, words):
    line = error_for(tmp_path, name, content)
    assert line.startswith(f"seeds/{name}: ")
    assert "\n" not in line
    assert words.replace("\\", "") in line
    assert line.endswith(")")


def test_a_date_that_is_none_is_named(tmp_path):
    line = error_for(tmp_path, "a.txt", b"The mayor resigned on Friday.", {"published": "07.11.2023"})
    assert "07.11.2023" in line
    assert "2023-11-07" in line


def test_a_missing_file(tmp_path):
    with pytest.raises(ArticleError, match="can't be read"):
        read_article(tmp_path / "none.txt", {}, tmp_path)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "example.org", "https://", ""])
def test_only_web_addresses_are_fetched(url):
    with pytest.raises(ArticleError, match="no web address"):
        fetch(url)
