"""The page about settings names every setting, its default and its choices."""

from dataclasses import fields
from pathlib import Path

from regesta.config import Config

PAGE = Path(__file__).parents[2] / "generator/docs/settings.md"


def test_every_setting_is_on_the_page() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == [field.name for field in fields(Config)]
    for row, field in zip(rows, fields(Config), strict=True):
        assert f"`{field.default}`" in row
