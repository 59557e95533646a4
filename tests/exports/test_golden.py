"""The small chronology in every format, to read and to compare: `golden/`.

After a change that is meant: `REGESTA_GOLDEN=write pytest tests/exports/test_golden.py`, then look at the difference.
"""

import os
from pathlib import Path

import pytest

from regesta import exports

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("feed.xml", "feed.json", "events.ics", "events.csv", "events.jsonl", "timelinejs.json", "llms.txt")


@pytest.fixture(scope="module")
def files(publish, small):
    chosen = [event for event in small.site.chronicle.events if event.id in ("2024-03-05-walkout", "2024-03-01-letter")]
    publication = publish(chosen, revisions=small.revisions)
    found = dict(exports.site_files(publication))
    found["head.html"] = exports.event_head(publication, chosen[0]).replace("><", ">\n<")
    return found


@pytest.mark.parametrize("name", [*NAMES, "head.html"])
def test_as_it_was(files, name):
    path = GOLDEN / name
    if os.environ.get("REGESTA_GOLDEN") == "write":
        path.write_bytes(files[name].encode())
    assert files[name].encode() == path.read_bytes()
