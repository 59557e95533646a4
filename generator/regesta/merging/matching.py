"""Which draft is which record: told by evidence, so that an event outlives new titles, dates, ids and file names.

A draft is compared with the bases (what the generator wrote last time), and then with the records that have no base
(written by hand). Sharing evidence is necessary; type, date and title choose where one sentence tells of two events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from regesta.merging.evidence import Evidence, Locate, align
from regesta.model.edtf import Edtf, EdtfError

Record = Mapping[str, Any]

SAME_TYPE = 0.3
"""Added where the types are the same; evidence counts 0 to 1."""
SAME_DATE = 0.3
"""Added where the dates are the same; half of it where they share a day."""
SAME_TITLE = 0.2
"""Added where the titles are the same."""
LEAST_EVIDENCE = 0.2
"""The share of evidence that two must have in common to be one event at all."""


class Index:
    """Records by the articles that they quote."""

    def __init__(self, records: Mapping[str, Record], locate: Locate) -> None:
        """`records` by id."""
        self.records = records
        self.locate = locate
        self.evidence: dict[str, list[Evidence]] = {
            name: [locate(source) for source in record.get("sources") or ()] for name, record in records.items()
        }
        self.by_where: dict[str, list[str]] = {}
        for name, places in self.evidence.items():
            for where in dict.fromkeys(place.where for place in places):
                self.by_where.setdefault(where, []).append(name)

    def only(self, names: Iterable[str]) -> Index:
        """The index of some of the records."""
        return Index({name: self.records[name] for name in names}, self.locate)

    def near(self, places: Sequence[Evidence]) -> list[str]:
        """Ids of the records that quote one of the same articles."""
        return list(dict.fromkeys(name for place in places for name in self.by_where.get(place.where, ())))


def match(left: Index, right: Index) -> dict[str, str]:
    """Which record of `left` is which of `right`, by id; the likeliest pairs first, each used once.

    What is equal in id and all else is the same, and isn't compared any further.
    """
    found = {name: name for name, record in left.records.items() if right.records.get(name) == record}
    pairs = []
    for one, record in left.records.items():
        if one in found:
            continue
        for other in right.near(left.evidence[one]):
            shared = shared_evidence(left.evidence[one], right.evidence[other])
            if shared >= LEAST_EVIDENCE:
                pairs.append((-(shared + alike(record, right.records[other])), one, other))
    taken = set(found)
    for _, one, other in sorted(pairs):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def shared_evidence(left: Sequence[Evidence], right: Sequence[Evidence]) -> float:
    """How much of the evidence of the smaller of two records is in the other: 0 to 1."""
    if not left or not right:
        return 0.0
    pairs = align(left, right)
    total = sum(left[one].overlap(right[other]) for one, other in pairs.items())
    return total / min(len(left), len(right))


def alike(left: Record, right: Record) -> float:
    """How much else two records have in common."""
    found = SAME_TYPE if left.get("type") == right.get("type") else 0.0
    found += SAME_TITLE if left.get("title") == right.get("title") else 0.0
    if left.get("date") == right.get("date"):
        return found + SAME_DATE
    return found + (SAME_DATE / 2 if compatible(left, right) else 0.0)


def compatible(left: Record, right: Record) -> bool:
    """Whether the dates share a day; so do dates that aren't known."""
    try:
        days = [Edtf.parse(record["date"]).days for record in (left, right) if record.get("date")]
    except EdtfError:
        return False
    return len(days) < 2 or days[0].intersection(days[1]) is not None
