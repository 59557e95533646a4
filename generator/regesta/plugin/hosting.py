"""Small translations between the host's ways and ours: placeholders, navigation, palette, edit addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from regesta.errors import RegestaError
from regesta.pages import shell
from regesta.pages.page import Page, Site
from regesta.plugin.standing import HOSTED

NAVIGATION = ("search", "actors/index", "places/index", "articles/index", "unknown", "corrections", "key")
"""Generated pages that are in the navigation where mkdocs.yml doesn't say otherwise."""


def placeholder(config: MkDocsConfig, page: Page) -> File:
    """A page that goes through the host and its theme, to be cut into a shell; the host writes it aside."""
    source = page.path.removesuffix(".html") + ".md"
    content = f"---\nregesta: shell\ntitle: {shell.TITLE}\nhide: [navigation, toc]\n---\n\n{shell.BODY}\n"
    file = File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = page.path
    file.dest_dir = str(Path(config.site_dir) / HOSTED)
    return file


def navigation(site: Site, files: Files) -> list[dict[str, str] | str]:
    """The default navigation: the chronology, our pages in the site's language, then pages written by hand."""
    named = [{site.words("nav.chronology"): "index.md"}]
    named += [{site.words(f"nav.{name.removesuffix('/index')}"): f"{name}.md"} for name in NAVIGATION]
    ours = {path for entry in named for path in entry.values()}
    found: list[dict[str, str] | str] = [*named]
    found += [
        file.src_uri
        for file in files.documentation_pages()
        if file.src_uri not in ours and not file.generated_by and file.src_uri != "LICENSE.md"
    ]
    return found


def palette(config: MkDocsConfig, dark: str, light: str) -> None:
    """Light and dark by the reader's own setting, with a toggle, where mkdocs.yml doesn't say otherwise."""
    if config.theme.get("palette"):
        return
    config.theme["palette"] = [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "white",
            "toggle": {"icon": "material/weather-night", "name": dark},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "black",
            "toggle": {"icon": "material/weather-sunny", "name": light},
        },
    ]


def below(config: MkDocsConfig, edit_uri: str | None) -> str:
    """The address below which a file of content/ is edited; empty without a repository."""
    if not config.repo_url or not edit_uri:
        return ""
    base = config.repo_url if config.repo_url.endswith("/") else f"{config.repo_url}/"
    address = urljoin(base, edit_uri)
    return address if address.endswith("/") else f"{address}/"


def leaves(group: BaseExceptionGroup[RegestaError]) -> Iterator[RegestaError]:
    """The errors of a group, however deep."""
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from leaves(error)
        else:
            yield error
