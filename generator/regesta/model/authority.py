"""Names that records use, and every spelling that stands for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office, with its dates where they are known."""

    title: str
    """"President of Kazakhstan"."""
    first: str | None = None
    """EDTF; key `from` in the file."""
    last: str | None = None
    """EDTF; key `to` in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One actor or place."""

    name: str
    """As records write it."""
    kind: str
    """person, organisation, state, group; for places country, region, city, …"""
    variants: dict[str, tuple[str, ...]]
    """Per language (BCP 47), every spelling that was met or added."""
    roles: tuple[Role, ...] = ()
    """Offices held."""
    wikidata: str | None = None
    """A Q identifier, once a person has checked it."""
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees (places only)."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name as records write it, then its variants in every language."""
        return (self.name, *(form for forms in self.variants.values() for form in forms))
