"""Laws: every block is verbatim in its file, and its offsets are those of the text."""

import contextlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.errors import ArticleError
from regesta.ingest import read_article
from regesta.ingest.cleanup import clean
from regesta.ingest.plain import blocks_of

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                "Home | News",
                "Updated at:",
                "By Jane Roe",
                "© Anna Lind/POOL",
                "READ ALSO: A thing",
                "Comments (3)",
                "The minister resigned on Friday.",
                "Der Minister trat am Freitag zurück.",
                "«Нет», — сказал министр.",
                "ROME, May 3 (AP) - It rained.",
                "It rained. Analyse EU will mehr Geld Der Rat sagte am Montag nein.",
            ]
        ),
        st.text(max_size=80),
    ),
    max_size=30,
)


def folded(text):
    return " ".join(text.split())


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_every_block_is_verbatim(lines):
    text = "\n".join(lines)
    for block in clean(tuple(blocks_of(text)), title=None, publisher=None).blocks:
        assert block.text
        assert block.text == folded(block.text)
        assert block.text in folded(text)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_an_article_or_an_article_error(tmp_path, content):
    for suffix in (".txt", ".md", ".html"):
        path = Path(tmp_path) / f"a{suffix}"
        path.write_bytes(content)
        with contextlib.suppress(ArticleError):
            article = read_article(path, {}, Path(tmp_path))
            ends = [0, *(block.span.end + 2 for block in article.blocks)]
            assert [block.span.start for block in article.blocks] == ends[:-1]
            assert ends[-1] == len(article.text) + 2
