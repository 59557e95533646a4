"""Who is on the stage of an article: an actor of one sentence, and the company of all sentences so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from regesta.extraction.sentence import Sentence
from regesta.model.mention import NameUse
from regesta.model.span import Span

_FAR = 4
"""Sentences back in which a pronoun or a noun finds whom it takes up by his place in the sentence."""
_NEAR = 2
"""The same where the pronoun may stand for a thing as well."""
_KEPT = 20
"""Actors that are remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that a sentence speaks of."""

    first: int
    """Index of the first word."""
    last: int
    """Index of the last word."""
    use: NameUse
    """Who, as one key."""
    located: bool = False
    """Whether a preposition of place stands before it: where rather than who."""
    indirect: bool = False
    """Whether a pronoun, a role or a body's common name stands for it."""
    pronoun: bool = False
    """Whether a pronoun stands for it."""
    dependent: bool = False
    """Whether it only says whose ("Putin's visit", "the spokesman of the President"): no subject."""
    oblique: bool = False
    """Whether its ending shows that it is no subject."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Who is in a sentence, as the next ones' pronouns find him."""

    people: Sequence[NameUse]
    """Who is named outside quotations, the subject first."""
    thing: bool
    """Whether it is about nobody and begins with a thing: "La grève …"."""


@dataclass(slots=True)
class Company:
    """Who has been spoken of so far in an article, for pronouns and roles."""

    recent: list[NameUse]
    """Persons and bodies, the latest last."""
    speaker: NameUse | None = None
    """Who spoke last."""
    scenes: list[Scene] = field(default_factory=list)
    """Of each sentence that isn't quoted, the latest last."""

    def latest(self, *kinds: str) -> NameUse | None:
        """The latest of one of the kinds."""
        return next((use for use in reversed(self.recent) if use.kind in kinds), None)

    def taken_up(self, fits: Callable[[NameUse], bool]) -> NameUse | None:
        """Who a pronoun takes up: of the last sentence with somebody who fits, its subject; else whoever was last."""
        for scene in self.scenes[: -_FAR - 1 : -1]:
            found = next((use for use in scene.people if fits(use)), None)
            if found:
                return found
        return next((use for use in reversed(self.recent) if fits(use)), None)

    def just_named(self, fits: Callable[[NameUse], bool]) -> NameUse | None:
        """Who a pronoun takes up that may be a thing's too: somebody near, with no thing as a subject in between."""
        for scene in self.scenes[: -_NEAR - 1 : -1]:
            found = next((use for use in scene.people if fits(use)), None)
            if found or scene.thing:
                return found
        return None

    def speaks(self) -> bool:
        """Whether whoever spoke last was in the latest sentence that names anybody."""
        latest = next((scene.people for scene in reversed(self.scenes) if scene.people), ())
        return self.speaker is not None and any(other.key == self.speaker.key for other in latest)

    def enter(self, sentence: Sentence, found: Sequence[Actor]) -> None:
        """Take a sentence's actors in."""
        acting = [a for a in found if a.use.kind != "place" and not a.located]
        self.recent += [a.use for a in acting]
        del self.recent[:-_KEPT]
        open_words = [a for a in acting if not sentence.quoted[a.first]]
        ranked = sorted(open_words, key=lambda a: (a.dependent or a.oblique, a.first))
        if ranked or not any(sentence.quoted):
            opens = sentence.lexicon.determiners if sentence.lexicon.indefinite else None
            thing = not ranked and (opens is None or sentence.words[0].folded in opens)
            self.scenes.append(Scene([a.use for a in ranked], thing))


def use_of(sentence: Sentence, words: tuple[int, int], key: str, kind: str, role: str | None = None) -> NameUse:
    """A use of a name, or of what stands for it, at a sentence's words from the first to the last."""
    span = Span(sentence.words[words[0]].start, sentence.words[words[1]].end)
    return NameUse(surface=span.of(sentence.article.text), key=key, kind=kind, role=role, span=span)
