"""`regesta check`: what people and the generator wrote, against the schemas, the articles, and itself.

A room of its own above ingest and store: it reads articles as the generator does, and changes nothing.
"""

from regesta.checking.findings import Finding
from regesta.checking.project import check

__all__ = ["Finding", "check"]
