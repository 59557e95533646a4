"""What is odd or large is read like anything else; a pattern that runs away would never end here."""

import pytest

from regesta.ingest import read_article

END = "\n\nThe mayor of Torvik resigned on Friday."


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".txt", "word " * 50_000 + "." + END),
        (".txt", "\n".join(f"Some line of no end {number}" for number in range(3_000)) + END),
        (".txt", "a" + " " * 100_000 + "b." + END),
        (".txt", "(" * 20_000 + END),
        (".md", "_a " * 10_000 + END),
        (".md", "[" * 10_000 + END),
        (".html", "<article>" + "<p>The mayor resigned, she said.</p>" * 500 + f"<p>{END}</p></article>"),
        (".html", "<div>" * 200 + f"<p>{END}</p>" + "</div>" * 200),
    ],
)
def test_it_is_read(tmp_path, suffix, text):
    path = tmp_path / f"a{suffix}"
    path.write_text(text, encoding="utf-8")
    assert END.strip() in read_article(path, {"language": "en"}, tmp_path).text
