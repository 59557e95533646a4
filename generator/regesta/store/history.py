"""The history of records, as git tells it: when each came in and last changed, and what was changed in it.

It is in the store because it reads the same files as the rest of the store, only as they stood before; and it is one
module because nothing else starts git. Where there is no git, no repository, or a clone without its past, the history
is unknown, and everything that is made from it says less rather than something wrong.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from regesta import yamlio
from regesta.errors import ContentError
from regesta.model.change import Change, ChangeKind, FieldChange, Revised
from regesta.store.schemas import Kind, keys

_RECORDS = "content/events"
_BASES = "content/.baseline/events"
_FORMAT = "--format=%x01%H%x1f%cI%x1f%s"
_ABSENT = "0" * 40
_KINDS = {"A": ChangeKind.ADDED, "D": ChangeKind.REMOVED}
_SILENT = frozenset({"note"})
"""Keys that the site doesn't show, so that their change is no news."""
_TOLD = frozenset({"title", "date", "duration", "status"})
"""Keys whose change is news whoever made it."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One commit touched one record's file."""

    event: str
    """The record's id."""
    kind: ChangeKind
    """Came in, changed or went."""
    when: datetime
    """When it was committed, in UTC."""
    commit: str
    """The commit's whole name."""
    message: str
    """The first line of its message."""
    before: str
    """The blob's name before; all zeros where there was none."""
    after: str
    """The blob's name after."""


class History:
    """The past of one project's records; everything is read when it is first asked for."""

    def __init__(self, root: Path) -> None:
        """`root` is the project's folder, which may lie anywhere in its repository."""
        self.root = root

    @cached_property
    def touches(self) -> tuple[Touch, ...]:
        """Every change of every record, newest first; empty where the past isn't known."""
        if self._git("rev-parse", "--is-shallow-repository").strip() != b"false":
            return ()
        log = self._git("log", "-z", "--raw", "--no-abbrev", "--no-renames", "--relative", _FORMAT, "--", _RECORDS)
        return tuple(_joined(_touches(log.decode(errors="replace"))))

    @cached_property
    def updated(self) -> datetime | None:
        """When anything that the site is made of was last committed, in UTC; None where that isn't known."""
        said = self._git("log", "-1", "--format=%cI", "--", "content", "seeds").decode().strip()
        return datetime.fromisoformat(said).astimezone(UTC) if said else None

    @cached_property
    def revisions(self) -> dict[str, Revised]:
        """When each record came in and last changed."""
        found: dict[str, Revised] = {}
        for touch in self.touches:
            known = found.get(touch.event)
            found[touch.event] = Revised(first=touch.when, last=known.last if known else touch.when)
        return found

    def corrections(self, most: int) -> tuple[Change, ...]:
        """Those of the last `most` changes of records that had been there before which are news, newest first.

        What changes no field (comments, order of keys) is left out, as are records whose YAML was broken. So is what
        the generator alone wrote anew, unless it is another title, date or status; its baseline tells that apart.
        """
        touches = [touch for touch in self.touches if touch.kind is not ChangeKind.ADDED][:most]
        records = self._blobs({name for touch in touches for name in (touch.before, touch.after)} - {_ABSENT}, _record)
        bases = self._blobs({_base(touch) for touch in touches}, json.loads)
        found = ((touch, _change(touch, records)) for touch in touches)
        return tuple(
            change
            for touch, change in found
            if change and _is_news(change, records.get(touch.after, {}), bases.get(_base(touch)))
        )

    def _blobs(self, names: Iterable[str], parse: Callable[[bytes], Any]) -> dict[str, Any]:
        """Files by the name of their blob, parsed; those that don't exist or hold no mapping are left out."""
        wanted = sorted(names)
        if not wanted:
            return {}
        data = self._git("cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
        found, at = {}, 0
        for name in wanted:
            line_end = data.find(b"\n", at)
            head = data[at:line_end].split(b" ")
            if len(head) != 3:
                at = line_end + 1
                continue
            size = int(head[2])
            with suppress(ContentError, ValueError):  # it was broken then
                found[name] = parse(data[line_end + 1 : line_end + 1 + size])
            at = line_end + size + 2
        return {name: value for name, value in found.items() if isinstance(value, dict)}

    def _git(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git prints; nothing where it can't answer."""
        command = ["git", "-C", str(self.root), "--no-optional-locks", "-c", "log.showSignature=false", *arguments]
        try:
            done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - git, our words
        except OSError:
            return b""
        return done.stdout if done.returncode == 0 else b""


def _touches(log: str) -> Iterator[Touch]:
    """The touches in git's raw log: a head for each commit, then pairs of a blob line and a path."""
    commit, when, message = "", datetime.min.replace(tzinfo=UTC), ""
    parts = iter(log.split("\0"))
    for part in parts:
        if "\x01" in part:
            commit, committed, message = part.rpartition("\x01")[2].split("\x1f", 2)
            when = datetime.fromisoformat(committed).astimezone(UTC)
        elif part.strip().startswith(":"):
            _, _, before, after, letter = part.strip().split(" ")
            path = PurePosixPath(next(parts))
            if path.suffix == ".yml":
                kind = _KINDS.get(letter, ChangeKind.CHANGED)
                yield Touch(path.stem, kind, when, commit, message.strip(), before, after)


def _joined(touches: Iterator[Touch]) -> Iterator[Touch]:
    """The same, where a record that one commit took from one folder and put into another was changed, not removed."""
    of_commit: dict[str, Touch] = {}
    commit = ""
    for touch in touches:
        if touch.commit != commit:
            yield from of_commit.values()
            of_commit, commit = {}, touch.commit
        other = of_commit.get(touch.event)
        if other is not None and {other.kind, touch.kind} == {ChangeKind.ADDED, ChangeKind.REMOVED}:
            gone, came = (other, touch) if other.kind is ChangeKind.REMOVED else (touch, other)
            touch = Touch(  # noqa: PLW2901 - the two are one
                touch.event, ChangeKind.CHANGED, touch.when, commit, touch.message, gone.before, came.after
            )
        of_commit[touch.event] = touch
    yield from of_commit.values()


def _record(data: bytes) -> Any:
    return yamlio.parse(data.decode(), Path("record.yml"))


def _base(touch: Touch) -> str:
    """Git's name for what the generator had written of the record by then."""
    return f"{touch.commit}:./{_BASES}/{touch.event}.json"


def _is_news(change: Change, record: Mapping[str, Any], base: Mapping[str, Any] | None) -> bool:
    """Whether readers want to know: a person made the change, or it is of what the record claims first of all."""
    if base is None or change.kind is ChangeKind.REMOVED:
        return True
    return any(one.field in _TOLD or record.get(one.field) != base.get(one.field) for one in change.fields)


def _change(touch: Touch, blobs: dict[str, Any]) -> Change | None:
    before, after = blobs.get(touch.before), blobs.get(touch.after)
    if before is None or (after is None and touch.kind is not ChangeKind.REMOVED):
        return None
    fields = () if after is None else tuple(compare(before, after))
    if after is not None and not fields:
        return None
    return Change(
        event=touch.event,
        kind=touch.kind,
        when=touch.when,
        commit=touch.commit,
        message=touch.message,
        title=(after or before).get("title"),
        fields=fields,
    )


def compare(before: dict[str, Any], after: dict[str, Any]) -> Iterator[FieldChange]:
    """What two versions of a record say differently, in the record's own order."""
    for key in keys(Kind.EVENT):
        if key in _SILENT or before.get(key) == after.get(key):
            continue
        was, now = before.get(key), after.get(key)
        if key == "sources":
            was, now = was or [], now or []
            was, now = [one for one in was if one not in now], [one for one in now if one not in was]
            if not was and not now:  # only their order changed
                continue
        yield FieldChange(field=key, before=was or None, after=now or None)
