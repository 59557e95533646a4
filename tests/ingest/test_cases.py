"""What is left of a saved article: one case holds what the file says and what a reader would call the article."""

from pathlib import Path

import pytest

from regesta import yamlio
from regesta.ingest import read_article

CASES = Path(__file__).parent / "cases"
SUFFIXES = {"pasted": ".txt", "markdown": ".md", "pages": ".html"}


def cases():
    for path in sorted(CASES.glob("*.yml")):
        for case in yamlio.parse(path.read_text(encoding="utf-8"), path):
            yield pytest.param(SUFFIXES[path.stem], case, id=f"{path.stem}: {case['name']}")


def written(case, suffix, folder):
    path = folder / f"article{suffix}"
    path.write_text(case["text"], encoding="utf-8")
    return path


@pytest.mark.parametrize(("suffix", "case"), list(cases()))
def test_the_article_is_left_and_nothing_else(suffix, case, tmp_path):
    sidecar = {key: case[key] for key in ("title", "publisher") if key in case}
    article = read_article(written(case, suffix, tmp_path), sidecar, tmp_path)
    assert [{str(block.kind): block.span.of(article.text)} for block in article.blocks] == case["blocks"]
    assert (str(article.published) if article.published else None) == case.get("published")
    if "author" in case:
        assert article.author == case["author"]
    if "publisher" in case:
        assert article.publisher == case["publisher"]
    if "dateline" in case:
        assert article.dateline.of(article.text) == case["dateline"]
