"""Between files and values: records, sidecars, authority files, judgements, and the baseline they are merged against.

`Repository` is the way in for whoever writes; `regesta.store.records.load_events` for whoever only reads.
"""

from regesta.store.repository import Repository

__all__ = ["Repository"]
