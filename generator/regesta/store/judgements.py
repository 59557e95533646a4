"""What people decided on pairs of events, actors or places."""

from __future__ import annotations

from pathlib import Path

from regesta.model.judgement import Judgement, Subject, Verdict
from regesta.store.layout import Layout
from regesta.store.reading import read_valid
from regesta.store.schemas import Kind


def load_judgements(root: Path) -> tuple[Judgement, ...]:
    """Every judgement, in the file's order. Raises an ExceptionGroup of ContentErrors for faults."""
    layout = Layout(root)
    found = []
    for entry in read_valid(layout, layout.judgements, Kind.JUDGEMENTS) or ():
        subject = next(subject for subject in Subject if subject.value in entry)
        found.append(
            Judgement(
                verdict=Verdict(entry["verdict"]),
                subject=subject,
                members=tuple(entry[subject.value]),
                by=entry.get("by"),
                on=entry.get("on"),
                note=entry.get("note"),
            )
        )
    return tuple(found)
