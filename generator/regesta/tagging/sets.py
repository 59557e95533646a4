"""Sets: every Monday (`XXXX-WXX-1`), every July (`XXXX-07`), daily (`P1D`), every two weeks (`P2W`)."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.tagging.amounts import duration
from regesta.tagging.clock import time_of
from regesta.tagging.holidays import moves


def set_value(fields: Mapping[str, str]) -> str:
    """The TIMEX3 value of a set."""
    time = time_of(fields) or ""
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}{time}"
    if "month" in fields:
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return f"XXXX-{int(fields['month']):02d}{day}"
    if "season" in fields or "holiday" in fields:
        return _once_a_year(fields)
    if fields.get("unit") == "WE":
        return "XXXX-WXX-WE"
    if time and "unit" not in fields:
        return f"XXXX-XX-XX{time}"
    return duration(fields)


def _once_a_year(fields: Mapping[str, str]) -> str:
    """The season or the day; of a holiday that moves only that it comes every year."""
    if "season" in fields:
        return f"XXXX-{fields['season']}"
    return "P1Y" if moves(fields["holiday"]) else f"XXXX-{fields['holiday']}"
