"""The same site through Hugo, so that its processor time can be set beside ours in one run. Two tasks, neither rigged.

`pages` gives Hugo every page of our site as finished text: it reads as many files, puts each into the same frame and
writes as many files of the same size. It has no dates to word, no quotes to mark, no lists, citations or feeds to make.
`records` gives it the records and a plain theme, as a Hugo user would begin: one page an event with its evidence and
neighbours, a third of the bytes of ours, and none of our other pages.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

OPEN = '<article class="md-content__inner" id="main" tabindex="-1">'
FOLDERS = ("events", "actors", "places", "publishers", "articles", "views", "years")
SETTINGS = 'baseURL = "https://example.org/"\nuglyURLs = true\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
LIST = "{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
SINGLE = """<article><p>{{ .Params.day }}</p><h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p><dl><dt>Who</dt><dd>{{ range .Params.actors }}
<a href="/actors/{{ urlize . }}.html">{{ . }}</a> {{ end }}</dd>
<dt>Where</dt><dd>{{ range .Params.places }}{{ . }} {{ end }}</dd></dl>{{ range .Params.sources }}<section>
<h3>{{ .article }}</h3><blockquote><p>
{{ replace .quote .when (printf "<mark>%s</mark>" .when) | safeHTML }}</p></blockquote>
<p>{{ .day }}
<a href="https://example.org/{{ .article }}#:~:text={{ .quote }}">Open the passage</a></p></section>{{ end }}
<ul>{{ with .PrevInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ with .NextInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>"""


@dataclass(frozen=True, slots=True)
class Task:
    """A project of Hugo's, ready to build."""

    command: list[str]
    """What builds it."""
    folder: Path
    """Where it stands; the site is made in public/."""


def installed() -> str | None:
    """Hugo's program, or None."""
    return shutil.which("hugo")


def pages(site: Path, folder: Path) -> Task:
    """As many pages of the same text in the same frame."""
    before, rest = (site / "key.html").read_text().replace("{{", "").split(OPEN, 1)
    frame = before.replace("</title>", "{{ .Title }}</title>", 1)
    task = _task(folder, f"{frame}{OPEN}{{{{ .Content }}}}{rest[rest.rindex('</article>') :]}")
    for name in FOLDERS:
        into = folder / "content" / name
        into.mkdir(parents=True)
        for page in (site / name).glob("*.html"):
            if page.name != "index.html":
                head, body = page.read_text().split(OPEN, 1)
                title = json.dumps(head.split("<title>", 1)[1].split("</title>", 1)[0])
                (into / page.name).write_text(f"---\ntitle: {title}\n---\n{body[: body.rindex('</article>')]}")
    return task


def records(project: Path, site: Path, folder: Path) -> Task:
    """One page an event, from its record, by a plain theme."""
    frame = (site / "key.html").read_text().split("<article")[0].replace("{{", "")
    task = _task(folder, frame + SINGLE)
    into = folder / "content" / "events"
    into.mkdir(parents=True)
    for record in (project / "content" / "events").iterdir():
        text = record.read_text().replace("date:", "day:")
        (into / f"{record.stem}.md").write_text(f"---\n{text}---\n")
    return task


def _task(folder: Path, single: str) -> Task:
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(single)
    (layouts / "list.html").write_text(LIST)
    (folder / "hugo.toml").write_text(SETTINGS)
    return Task([installed() or "hugo", "--quiet", "--source", str(folder)], folder)
