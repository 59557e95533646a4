"""Keys of bodies without a name: what they are, and whose ("court", of Grenoble)."""

from __future__ import annotations

from typing import Final

Key = tuple[str, str | None]
"""What a body is, and the key of whose it is."""
_PREFIX: Final = "body:"


def body_key(own: Key) -> str:
    """The key of a body, as uses of names bear it."""
    return f"{_PREFIX}{own[0]}@{own[1]}" if own[1] else f"{_PREFIX}{own[0]}"


def is_body(key: str) -> bool:
    """Whether a key is that of a body without a name."""
    return key.startswith(_PREFIX)


def parsed(key: str) -> Key:
    """What a body is and whose, from its key."""
    kind, _, owner = key.removeprefix(_PREFIX).partition("@")
    return kind, owner or None
