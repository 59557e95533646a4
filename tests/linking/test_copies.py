"""Near-copies of a wire story count as one witness."""

import random
from pathlib import Path

from regesta.linking import copies
from regesta.model.article import Article, Block, BlockKind
from regesta.model.span import Span

WIRE = (
    "A road bridge collapsed in the Norwegian town of Torvik on Thursday, killing three people and injuring "
    "nine others, police said. Rescuers searched the river for two missing lorry drivers until nightfall. "
    "Transport Minister Kari Lund promised an inquiry into the cause. The bridge had been inspected in March "
    "and found to be sound, according to the roads administration. Engineers had warned of cracks two years "
    "earlier, a local newspaper reported."
)
OTHER = (
    "Kari Lund came to Torvik in the rain. The transport minister shook hands with rescuers, looked at the "
    "broken bridge and said little. Villagers had been telling the council about the cracks since 2014, and "
    'nobody came. Now three people are dead. "We wrote letters," said the baker, whose shop faces the river. '
    "He keeps copies of all eleven in a drawer."
)


def article(name, text):
    return Article(
        id=name, path=Path(f"seeds/{name}.txt"), language="en", text=text, sha256="",
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
    )  # fmt: skip


def test_a_trimmed_and_a_touched_copy_are_one_story():
    trimmed = WIRE[: WIRE.index("The bridge had been")]
    touched = "TORVIK (Wire) - " + WIRE.replace("Rescuers searched", "Crews combed").replace(
        "on Thursday", "last Thursday"
    )
    found = copies.groups([article("a", WIRE), article("b", OTHER), article("c", trimmed), article("d", touched)])
    assert found == (("a", "c", "d"), ("b",))


def test_a_shared_quotation_makes_no_copy():
    quote = ' "We will not rest until we know why this bridge fell," the minister said.'
    assert copies.groups([article("a", WIRE + quote), article("b", OTHER + quote)]) == (("a",), ("b",))


def test_short_and_empty_texts_stand_alone():
    assert copies.groups([article("a", "It rained."), article("b", "It rained."), article("c", "")]) == (
        ("a",),
        ("b",),
        ("c",),
    )


def test_many_stories_keep_apart():
    chooser = random.Random(7)  # noqa: S311 -- composes texts
    words = [f"word{number}" for number in range(3000)]
    stories = [" ".join(chooser.choices(words, k=200)) for _ in range(60)]
    texts = [(f"{number}-{copy}", story) for number, story in enumerate(stories) for copy in range(3)]
    found = copies.groups([article(name, text) for name, text in texts])
    assert [len(group) for group in found] == [3] * 60
