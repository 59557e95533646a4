"""A mention: one article's words about one happening."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from regesta.model.event import Basis, EventType, Status
from regesta.model.interval import Interval
from regesta.model.span import Span
from regesta.model.timex import AnchorKind, TimeExpression, TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name as one sentence uses it."""

    surface: str
    """As written, inflection included."""
    key: str
    """Transcription-neutral key: Peskov, Peskow and Песков share one."""
    kind: str
    """person, organisation, state, group or place."""
    role: str | None = None
    """The role words beside it: "Deputy Prime Minister"."""
    span: Span | None = None
    """Where it stands; None where a pronoun or role stands for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One article says that something happened, will happen, or did not."""

    article: str
    """Id of the article."""
    sentence: Span
    """The sentence that says it."""
    trigger: Span
    """The words that name the happening ("visited", "Besuch")."""
    type: EventType
    """What kind of happening."""
    status: Status = Status.HAPPENED
    """As this article tells it."""
    actors: tuple[NameUse, ...] = ()
    """Who did it, or had it done to them; the subject first."""
    places: tuple[NameUse, ...] = ()
    """Where."""
    speaker: NameUse | None = None
    """Whose words the sentence is, where it is speech."""
    time: TimeExpression | None = None
    """The expression that dates it, in its sentence or inherited."""
    interval: Interval | None = None
    """The days that this article alone allows; None where it doesn't say."""
    basis: Basis | None = None
    """How `interval` is known."""
    continues: int | None = None
    """Index of the mention of the same article that this one only carries on (more of the same speech)."""
    answers: int | None = None
    """Index of the mention of the same article that this one reacts to."""
    concept: str = ""
    """What happened, more exactly than `type` and in no language: strike, fine, ruling …"""
    noun: bool = False
    """Whether a noun names it ("the signing"), which often only refers to it."""
    strength: float = 0.0
    """How much speaks for a happening that a chronology should have; 0 is the least."""
    topics: frozenset[str] = frozenset()
    """Concepts, numbers and rare names in its sentence: what it is about, in no language."""
    named: frozenset[str] = frozenset()
    """The names among `topics`."""
    wording: frozenset[str] = frozenset()
    """Keys of the long words in its sentence, by which words of one origin are alike in any script."""
    time_index: int | None = None
    """Index of `time` among the article's expressions, so that another DCT can be tried cheaply."""
    end_index: int | None = None
    """The same for the other end of a range ("from 18 to 21 July")."""
    counted: bool = False
    """Whether `time` is a distance from it, counted back from the day that is the expression at `time_index`."""
    lasts: bool = False
    """Whether it goes on for all the days of `interval`."""
    number: int = 0
    """The sentence's place in its article, from 0."""
    block: int = 0
    """Index of its block."""
    headline: bool = False
    """Whether it stands in the headline or the lead above the text."""
    quoted: bool = False
    """Whether its sentence is or holds a quotation."""
    hangs_on: str = ""
    """The concept of the event that `time` counts from ("three days after the collapse"), where it names one."""
    when: Span | None = None
    """The words that date it as a reader would mark them, with their preposition ("on Tuesday")."""
    responds: bool = False
    """Whether its words say that it answers something."""
    earlier: bool = False
    """Whether its words go back behind what was told before it ("had said")."""
    reasons: tuple[str, ...] = ()
    """What spoke for and against it, for `--explain`."""
    actor_keys: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())
    """Keys of its actors."""
    place_keys: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())
    """Keys of its places."""

    def __post_init__(self) -> None:
        """Take the keys once: mentions are compared with many others."""
        object.__setattr__(self, "actor_keys", frozenset([use.key for use in self.actors]))
        object.__setattr__(self, "place_keys", frozenset([use.key for use in self.places]))

    @property
    def only_hour(self) -> bool:
        """Whether its time is an hour whose day another sentence names; most such are of no day ("get up at three")."""
        time = self.time
        if time is None or time.type is not TimexType.TIME or time.anchor.kind is not AnchorKind.DATE:
            return False
        return time.anchor.span is None or not self.sentence.holds(time.anchor.span)

    def undated(self) -> Mention:
        """The same mention without a time."""
        return replace(self, time=None, time_index=None, end_index=None, interval=None, when=None, hangs_on="")

    def dated_as(self, other: Mention) -> Mention:
        """The same mention with the time of another."""
        return replace(
            self,
            time=other.time,
            time_index=other.time_index,
            end_index=other.end_index,
            counted=other.counted,
            interval=other.interval,
        )

    def root(self, at: int) -> int:
        """The index of the mention that this one carries on; its own, `at`, where it begins something."""
        return self.continues if self.continues is not None else at
