"""`regesta tag`: temporal tagging of a text, or of a stream of texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from regesta.cli import output
from regesta.errors import ContentError, Location
from regesta.model.timex import TimeExpression

_DAY = len("2023-11-12")


@click.command("tag", short_help="Find and resolve the time expressions of a text.")
@click.argument("file", default="-", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--lang", "language", default="en", show_default=True, metavar="CODE", help="Language of the text (BCP 47)."
)
@click.option(
    "--dct", metavar="DAY", help="When the text was written, 2023-11-12 or 2023-11-12T07:30; relative words need it."
)
@click.option("--jsonl", is_flag=True, help="Read and write one JSON object a line (see above).")
@click.option("--explain", is_flag=True, help="Tell for each expression the rule, the anchor and the arithmetic.")
@click.option("--json", "as_json", is_flag=True, help="Print the expressions as one line of JSON.")
def command(  # noqa: PLR0913 (one argument an option)
    file: str, *, language: str, dct: str | None, jsonl: bool, explain: bool, as_json: bool
) -> None:
    """Find the time expressions in FILE (default: standard input) and say what they mean, after TIMEX3.

    \b
      echo "They met on Tuesday." | regesta tag --dct 2023-11-12
      regesta tag --lang de --dct 2023-11-13 --explain article.txt

    With --jsonl every line in is an object with the keys doc, dct, lang and text, and every line out an object with doc
    and spans, each with start and end (in characters), text, type and value:

    \b
      {"doc": "a", "dct": "2023-11-12", "lang": "en", "text": "They met on Tuesday."}
      {"doc": "a", "spans": [{"start": 12, "end": 19, "text": "Tuesday", "type": "DATE", "value": "2023-11-07"}]}
    """  # noqa: D301 (click wants the character \b)
    from regesta import tagging  # noqa: PLC0415 (heavy: only when it runs)

    with click.open_file(file, encoding="utf-8-sig") as lines:
        if jsonl:
            for answer in _answers(lines, Path(file), tagging.tag):
                output.result_json(answer)
            return
        text = lines.read()
    found = tagging.tag(text, language=language, dct=_day(dct, None))
    if explain:
        for expression in found:
            output.result(tagging.explain(expression))
        return
    spans = _spans(found)
    if as_json:
        output.result_json(spans)
        return
    for span in spans:
        output.result(f"{span['start']}-{span['end']}\t{span['type']}\t{span['value']}\t{span['text']}")


def _answers(lines: Any, path: Path, tag: Callable[..., Sequence[TimeExpression]]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = Location(path=path, line=number)
        try:
            asked = json.loads(line)
        except json.JSONDecodeError as error:
            message = f"this line isn't JSON: {error.msg}"
            raise ContentError(message, location=Location(path=path, line=number, column=error.colno)) from error
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
            raise ContentError('this line is no object with a "text"', location=place)
        language = str(asked.get("lang") or "en")
        found = tag(asked["text"], language=language, dct=_day(asked.get("dct"), place))
        yield {"doc": asked.get("doc"), "spans": _spans(found)}


def _spans(found: Sequence[TimeExpression]) -> list[dict[str, Any]]:
    return [
        {
            "start": expression.span.start,
            "end": expression.span.end,
            "text": expression.text,
            "type": expression.type.value,
            "value": expression.value,
        }
        for expression in found
    ]


def _day(text: Any, place: Location | None) -> date | None:
    """The DCT: a day, or a date-time."""
    if text in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(str(text))
        return moment if len(str(text)) > _DAY else moment.date()
    except ValueError as error:
        message = f'"{text}" is no day'
        if place is None:
            raise click.BadParameter(message + " (write it as 2023-11-12)", param_hint="--dct") from error
        raise ContentError(message, location=place, hint="write it as 2023-11-12") from error
