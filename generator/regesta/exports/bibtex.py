"""BibTeX, as BibLaTeX's `@online` with the fields that plain BibTeX styles know too; UTF-8, LaTeX's own signs escaped.

Doubt: `date` is the day of the record's last change. The event's own date, in words, is part of the title.
"""

from __future__ import annotations

import re

from regesta.exports.citation import Citation

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SIGN = re.compile(r"[\\{}&%$#_~^]")


def render(citation: Citation) -> str:
    """One entry."""
    fields = {
        "title": f"{{{_text(citation.dated_title)}}}",
        "organization": f"{{{_text(citation.site)}}}",
        "url": _address(citation.url),
        "date": citation.modified.isoformat() if citation.modified else "",
        "year": str(citation.modified.year) if citation.modified else "",
        "urldate": citation.accessed.isoformat() if citation.accessed else "",
        "langid": citation.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{citation.key},", *lines, "}\n"])


def _text(value: str) -> str:
    return _SIGN.sub(lambda found: _SIGNS[found[0]], value)


def _address(url: str) -> str:
    """`url` is verbatim in BibLaTeX; what would unbalance its braces is percent-encoded."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")
