"""Which bodies without a name are one, over all articles: by what they are and whose.

"A court in Grenoble", "tribunal de commerce de Grenoble" and a later "the court" are one; so are "France's economy
ministry" and "Wirtschaftsministerium" where no other country's is spoken of. Names that say what they are ("Rheinhof
Museum") answer to that word too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from regesta.extraction.bodies import PEOPLE
from regesta.languages.territories import capital_of, country_of
from regesta.model.body import Key, body_key, is_body, parsed

BROADER = {
    "competition authority": "regulator",
    "financial regulator": "regulator",
    "environment agency": "regulator",
    "data protection authority": "regulator",
    "food safety agency": "regulator",
    "health agency": "regulator",
    "accident investigators": "investigators",
    "airline": "company",
    "bank": "company",
}
"""Kinds of bodies that a wider word stands for as well; others end in it (commercial court)."""
_STATE = frozenset(
    {"government", "parliament", "army", "navy", "ministry", "regulator", "central bank", "secret service"}
)
"""Bodies of a state, even where its capital's name stands for it."""
_DISTINCT = frozenset({"museum", "hospital", "university", "union"})
"""Bodies that have names of their own, so that a country tells little of which is meant."""


@dataclass(slots=True)
class Institutions:
    """The bodies of all articles."""

    canonical: dict[Key, Key] = field(default_factory=dict)
    """A body as some sentence tells it -> the same as exactly as any sentence does."""
    here: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Id of an article -> the bodies whose owner it tells."""
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Key of a name -> what it is."""
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Id of an article -> the names in it whose type is known."""

    kinds: dict[str, set[str]] = field(default_factory=dict)
    """Id of an article -> the kinds of bodies in it."""
    spoken: dict[str, set[str]] = field(default_factory=dict)
    """Id of an article -> the keys of all names in it."""

    def key(
        self, kind: str, owner: str | None, article: str, recent: Sequence[str] = (), *, named: bool = False
    ) -> str | None:
        """The key of a body: the one told, else the latest in the text, the only one here, the only one at all.

        A word that is only what a name may be (`named`) stands for such a name or for nothing.
        """
        vague = kind in _DISTINCT and owner is not None and owner.startswith("place:") and "/" not in owner
        if owner is not None and not named and not (vague and self._known(kind, article)):
            return body_key(self.canonical.get((kind, owner), (kind, owner)))
        latest = next((key for key in reversed(recent) if self._answers(key, kind)), None)
        if latest:
            return latest
        if not named:
            fitting = [own for own in self.here.get(article, ()) if narrower(own[0], kind)]
            if not fitting and kind not in PEOPLE and kind != "police":
                fitting = [own for own in set(self.canonical.values()) if self._likely(own, kind, article)]
            if len(fitting) == 1:
                return body_key(fitting[0])
        known = self._known(kind, article)
        if len(known) == 1:
            return known[0]
        return None if named else body_key((self._narrowest(kind, article), None))

    def _narrowest(self, kind: str, article: str) -> str:
        """The one narrower kind that the article speaks of, or that all do, where a word is only a wider one for it."""
        able = {k for k in self.kinds.get(article, ()) if k != kind and narrower(k, kind)}
        if not able and kind in BROADER.values():
            able = {k for kinds in self.kinds.values() for k in kinds if k != kind and narrower(k, kind)}
        return next(iter(able)) if len(able) == 1 else kind

    def _likely(self, own: Key, kind: str, article: str) -> bool:
        """Whether another article's body may be meant: a state's, or one whose owner is spoken of here as well."""
        if own[1] is None or not narrower(own[0], kind):
            return False
        state = own[0] in _STATE or own[0].endswith("ministry")
        return state or own[1] in self.spoken.get(article, ())

    def _known(self, kind: str, article: str) -> list[str]:
        """The names in an article that the word for a kind may stand for."""
        return sorted(key for key in self.named.get(article, ()) if self._answers(key, kind))

    def _answers(self, key: str, kind: str) -> bool:
        """Whether a body or name may be meant by the word for a kind."""
        if is_body(key):
            own, _ = parsed(key)
            return narrower(own, kind)
        return any(narrower(own, kind) for own in self.types.get(key, ()))


def narrower(kind: str, wide: str) -> bool:
    """Whether a word for a wider kind of body stands for this kind too."""
    return kind == wide or kind.endswith(f" {wide}") or BROADER.get(kind) == wide


def united(
    spoken_of: Iterable[tuple[str, str | None, str]], types: dict[str, set[str]], named: dict[str, set[str]]
) -> Institutions:
    """The bodies of all articles, from kind, owner and article of each time that one is spoken of."""
    uses = list(spoken_of)
    owned: set[Key] = {(kind, owner) for kind, owner, _ in uses if owner}
    canonical = {own: _exact(own, owned) for own in owned}
    here: dict[str, list[Key]] = defaultdict(list)
    for kind, owner, article in uses:
        if owner and canonical[kind, owner] not in here[article]:
            here[article].append(canonical[kind, owner])
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, _, article in uses:
        kinds[article].add(kind)
    told = {article: tuple(found) for article, found in here.items()}
    return Institutions(canonical, told, types, named, kinds)


def _exact(own: Key, owned: set[Key]) -> Key:
    """The one that says more of the same body: a city of the country, a narrower kind; itself where several do."""
    kind, owner = own
    if kind in _STATE or kind.endswith("ministry"):
        capital = capital_of((owner or "").removeprefix("place:"))
        return kind, f"place:{capital}" if capital else owner
    places = {o for k, o in owned if o and (narrower(k, kind) or narrower(kind, k)) and country_of(o) == owner}
    if owner and len(places) == 1:
        owner = next(iter(places))
    kinds = {k for k, o in owned if o == owner and k != kind and narrower(k, kind)}
    return (next(iter(kinds)) if len(kinds) == 1 else kind), owner
