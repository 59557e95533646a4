"""Sets: every Monday (`XXXX-WXX-1`), every July (`XXXX-07`), daily (`P1D`), every two weeks (`P2W`)."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.tagging.amounts import duration
from regesta.tagging.clock import time_of


def set_value(fields: Mapping[str, str]) -> str:
    """The TIMEX3 value of a set."""
    time = time_of(fields) or ""
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}{time}"
    if "month" in fields:
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return f"XXXX-{int(fields['month']):02d}{day}"
    if "season" in fields:
        return f"XXXX-{fields['season']}"
    if fields.get("unit") == "WE":
        return "XXXX-WXX-WE"
    if time and "unit" not in fields:
        return f"XXXX-XX-XX{time}"
    return duration(fields)
