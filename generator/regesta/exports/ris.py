"""RIS, for reference managers: tags in two letters, CRLF, one value a line.

Doubt: DA is the day of the record's last change. The event's own date, in words, is part of the title.
"""

from __future__ import annotations

from regesta.exports.citation import Citation


def render(citation: Citation) -> str:
    """One reference of type ELEC (web page)."""
    modified, accessed = citation.modified, citation.accessed
    values = [
        ("TY", "ELEC"),
        ("ID", citation.key),
        ("TI", citation.dated_title),
        ("T2", citation.site),
        ("PY", str(modified.year) if modified else ""),
        ("DA", modified.strftime("%Y/%m/%d") if modified else ""),
        ("Y2", accessed.strftime("%Y/%m/%d") if accessed else ""),
        ("LA", citation.language),
        ("UR", citation.url),
    ]
    lines = [f"{tag}  - {value}" for tag, value in values if value]
    return "\r\n".join([*lines, "ER  - ", ""])
