"""Every example of every language file, and every pattern with an example that shows it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from regesta import languages
from regesta.tagging.grammar import grammar
from regesta.tagging.matcher import candidates, choose
from regesta.tagging.tokens import TOKEN

_spec = importlib.util.spec_from_file_location("time_examples", Path(__file__).with_name("examples.py"))
examples = importlib.util.module_from_spec(_spec)
__import__("sys").modules["time_examples"] = examples
_spec.loader.exec_module(examples)

LANGUAGES = [code for code in languages.known() if languages.section(code, "time")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_found_as_they_say(language):
    wrong = [
        f"{example.number + 1}. {example.text!r}: {difference}"
        for example in examples.read(language)
        for difference in examples.differences(example)
    ]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_is_shown_by_an_example(language):
    """A pattern is shown where it matches in an example; one that never does is dead or unproven."""
    rules = grammar(language)
    shown = set()
    for example in examples.read(language):
        row = "".join(rules.characters[token] for token in TOKEN.findall(example.text))
        shown |= {
            candidate.match.re.pattern for candidate in choose(candidates(rules, row), len(row), keep_nothing=True)
        }
    unshown = [
        f"{rule.name}: {text}"
        for rule in rules.rules
        for text, pattern in zip(rule.texts, rule.patterns, strict=True)
        if pattern.source not in shown
    ]
    assert not unshown, "\n" + "\n".join(unshown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_many_examples(language):
    assert sum(len(example.expected) for example in examples.read(language)) >= 150
