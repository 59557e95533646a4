"""Small affairs in several languages, read, tagged, extracted and dated: what is found, what stays open."""

from datetime import date
from pathlib import Path

import pytest

from regesta import yamlio
from regesta.extraction import extract, prepare, redate
from regesta.ingest import read_article
from regesta.linking.comparison import affinity
from regesta.linking.dating import infer
from regesta.model.edtf import Edtf
from regesta.tagging import recognise, resolve

PATH = Path(__file__).parent / "dating_cases.yml"
CASES = yamlio.parse(PATH.read_text(encoding="utf-8"), PATH)


def read(case, folder):
    """The case's articles, from files and sidecars as a person saves them."""
    for told in case["articles"]:
        path = folder / f"{told['id']}.txt"
        path.write_text(told["text"], encoding="utf-8")
        sidecar = {"publisher": told["publisher"]}
        if "given" in told:
            sidecar["published"] = told["given"]
        yield read_article(path, sidecar, folder)


def dated(articles):
    """Article id -> what is inferred."""
    recognised = {article.id: recognise(article.text, language=article.language) for article in articles}

    def expressions(article, day):
        return resolve(recognised[article.id], dct=day, dateline=article.dateline)

    lore = prepare([(article, expressions(article, None)) for article in articles])
    mentions = {article.id: extract(article, expressions(article, None), lore=lore) for article in articles}
    return infer(
        articles,
        lambda article, day: redate(mentions[article.id], expressions(article, day)),
        affinity=affinity,
        today=date(2026, 11, 24),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_the_clues_allow(case, tmp_path):
    found = dated(list(read(case, tmp_path)))
    for told in case["articles"]:
        if told.get("truth") is None:
            assert told["id"] not in found
            continue
        result = found.get(told["id"])
        if result is not None:
            assert result.interval.holds(Edtf.parse(told["truth"]).days), "a wrong date is worse than none"
        if told["found"] is None:
            assert result is None
        else:
            assert result is not None
            assert Edtf.parse(told["found"]).days.holds(result.interval)
            assert result.reasons
