"""Takes the host's events and gives it pages. Everything else is done by `pages`, `store` and the modules beside it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import TableOfContents

from regesta import exports, pages
from regesta.errors import RegestaError
from regesta.pages import shell, site
from regesta.pages.dates import dates
from regesta.pages.fingerprints import Fingerprints
from regesta.pages.fingerprints import digest as fingerprint
from regesta.pages.home import home
from regesta.pages.page import Plan, Site
from regesta.pages.wording import wording
from regesta.plugin import publishing, search
from regesta.plugin.hosting import below, leaves, navigation, palette, placeholder
from regesta.plugin.memory import Memory
from regesta.plugin.output import Output
from regesta.plugin.parts import Parts
from regesta.plugin.reading import read, record_paths
from regesta.plugin.standing import Standing
from regesta.store.layout import Layout

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # brings a web server along, which a build doesn't need

FOLDERS = ("events", "actors", "places", "publishers", "articles", "views", "years")
"""The folders of generated pages."""
INDEXED = ("events/", "actors/", "places/")
"""Those that search looks into."""
THEME = Path(__file__).parent / "theme"
STATIC = Path(pages.__file__).parent / "static"
POLICY = "<!-- regesta-policy-token -->"
SITEMAP = "sitemap.xml"
"""Ours lists all pages; the host's but its own few."""
HOME_HEAD = "<!-- regesta-home-head -->"


class RegestaConfig(Config):  # type: ignore[no-untyped-call]  # the host's base has an untyped hook
    """The options of the plugin in mkdocs.yml."""

    search = config_options.Type(bool, default=True)
    """Build the search index; without it, a preview of 10,000 events is ready sooner."""
    language = config_options.Type(str, default="")
    """The language that records are written in, where it isn't the site's: readers' programs then say them right."""


class RegestaPlugin(BasePlugin[RegestaConfig]):  # type: ignore[no-untyped-call]  # the same
    """Publishes the records of a project."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview, whose reloading script the policy would forbid."""
        del dirty
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the records, and put our templates and files before the theme's own."""
        gc.disable()  # a build makes values that live to its end: to look for waste among them is a tenth of its time
        root = Path(config.config_file_path).parent
        at = 1 if config.theme.custom_dir else 0
        config.theme.dirs[at:at] = [str(THEME), str(STATIC)]
        config.theme["font"] = False
        if not config.repo_url:
            config.edit_uri = None  # a chronology that has no repository yet: nothing can be edited there
        words = wording(str(config.theme["language"]))
        palette(config, words("nav.dark"), words("nav.light"))
        self.site = Site(
            chronicle=self._read(root),
            words=words,
            dates=dates(words.language),
            name=config.site_name,
            url=config.site_url or "",
            edit=below(config, config.edit_uri),
            history=below(config, (config.edit_uri or "").replace("edit/", "commits/", 1)),
            commits=below(config, "commit/"),
            plain=self.config.language,
            records=record_paths(root),
        )
        self.publication = publishing.publication(self.site, config, root)
        self.site = replace(self.site, formats=partial(exports.citations_html, self.publication))
        self.framed = {page.path: page for page in (*site.framed(self.site), exports.offer(self.publication))}
        self.shells: dict[str, shell.Shell] = {}
        self.by_hand: list[str] = []
        self._stand(Path(config.site_dir), Layout(root).cache)
        config.theme.static_templates.discard(SITEMAP)
        return config

    def _stand(self, site_dir: Path, cache: Path) -> None:
        """Prepare for what stands in the site's folder; each has a memory of its own, passing previews share one."""
        name = "preview" if self.preview else sha256(str(site_dir.absolute()).encode()).hexdigest()[:12]
        self.memory = Memory(cache / f"site-{name}.json")
        self.parts = cache / f"parts-{name}.json"
        self.standing = Standing(
            site_dir, lambda name: name in (*FOLDERS, search.FOLDER) or name in self.memory.files("")
        )
        self.output = Output(site_dir, FOLDERS, self.memory)

    def _read(self, root: Path) -> Any:
        try:
            return read(root)
        except* RegestaError as group:
            raise PluginError("\n".join(str(error) for error in leaves(group))) from None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Save last build's pages from the host's cleaning."""
        del config
        self.memory.recall()
        self.standing.set_aside()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the records out of what is copied; add a placeholder for every page that needs the theme."""
        self.standing.bring_back()
        for file in list(files):
            record = file.src_uri.endswith((".yml", ".yaml")) and file.src_dir == config.docs_dir
            if record or file.src_uri == SITEMAP:
                files.remove(file)
        for page in self.framed.values():
            files.append(placeholder(config, page))
        if files.get_file_from_path("index.md") is None:
            files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
        if config.nav is None:
            config.nav = navigation(self.site, files)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the site's words; those of the theme are compiled once, not in each build."""
        del config, files
        env.globals["words"] = self.site.words
        with suppress(RuntimeError):  # where there is no folder for passing files that is this user's alone
            env.bytecode_cache = FileSystemBytecodeCache()  # not in .cache: what lies in a project must not be run
        return env

    @event_priority(-100)  # run late: other plugins may still change what a person wrote above the chronology
    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """Put the chronology under what a person wrote on the home page, and tokens where pages will be fitted in."""
        del config, files
        if page.file.dest_uri in self.framed:
            return shell.BODY
        if page.is_homepage:
            page.toc = TableOfContents([])  # its one heading would bring a second skip link
            page.meta.update(regesta="home", hide=["navigation", "toc"])
            return home(self.site, html)
        if page.parent is None:
            page.meta.setdefault("hide", ["navigation"])
        return html

    @event_priority(-100)  # run late: the policy needs the hash of every inline script
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Cut placeholders into shells, and fit their own page into each."""
        del config
        output = self._protected(shell.squeeze(output) if page.file.dest_uri in self.framed else output)
        if HOME_HEAD in output:
            output = output.replace(HOME_HEAD, publishing.home_head(self.publication))
        framed = self.framed.get(page.file.dest_uri)
        if framed is None:
            self.by_hand.append(page.file.dest_uri)
            return output
        cut = shell.Shell.cut(output)
        self.shells[framed.section] = cut
        return cut.fit(framed).decode()

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for addresses that don't exist has a policy too."""
        del template_name, config
        return self._protected(output_content)

    def _protected(self, output: str) -> str:
        policy = "" if self.preview else shell.policy(output)
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
        return output.replace(POLICY, tag)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Build anew when a sidecar changes, too; the records are watched by the host."""
        del builder
        seeds = Layout(Path(config.config_file_path).parent).seeds
        if seeds.is_dir():
            server.watch(str(seeds))

    @event_priority(-100)  # run last: the index is made of finished pages
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the many pages, then index them."""
        del config
        self.output.look()
        self.output.claim(self.by_hand)
        for path, content in self.standing.hosted():
            self.output.write(path, content)
        code = publishing.code(self.publication, self.shells.values())
        prints = Fingerprints(self.site, code, partial(publishing.noted, self.publication))
        for plan in site.rest(self.site):
            digest = prints.of(plan) + publishing.dated(self.publication, plan)
            if not self.output.fresh(plan.path, digest):
                self.output.made(plan.path, digest, self._files(plan))
        self._offer(prints)
        self.output.settle()
        self.standing.settle()
        self.memory.keep()
        if self.config.search:
            self._index()
        if not self.preview:
            gc.freeze()  # the process ends soon: it needn't look through all of this once more
        gc.enable()

    def _files(self, plan: Plan) -> Iterator[tuple[str, str | bytes]]:
        """A page and what stands beside it."""
        page = plan.make()
        frame = self.shells.get(page.section, self.shells["events"])
        yield page.path, frame.fit(page, publishing.head(self.publication, page))
        yield from publishing.files(self.publication, page)

    def _offer(self, prints: Fingerprints) -> None:
        """The files of the whole site, which depend on every record and on which pages there are."""
        pages = sorted(path for path in self.output.stamps if path.endswith(".html") and path not in self.by_hand)
        paths = [*self.by_hand, *pages]
        digest = publishing.all_of(self.publication, prints, paths)
        if not self.output.fresh("", digest):
            self.site.memory.clear()  # the pages are made; the big files need the room
            parts = self._parts(prints)
            parts.recall(self.output.standing)
            files = dict((*exports.site_files(self.publication), *exports.sitemap(self.publication, paths)))
            self.output.made("", digest, files.items())
            parts.keep(files, self.output.stamps)

    def _parts(self, prints: Fingerprints) -> Parts:
        known = self.publication.revisions or self.publication.written
        updated = "" if known else self.publication.updated.isoformat()
        return Parts(
            publication=self.publication,
            root=self.output.root,
            file=self.parts,
            common=f"{prints.common} {self.publication.host} {updated}",
            digest=prints.entry,
        )

    def _index(self) -> None:
        """The search index, unless it is of these very pages; a preview makes it once, so that edits show at once."""
        found = sorted(pair for pair in self.output.stamps.items() if pair[0].startswith(INDEXED))
        digest = fingerprint([pair for pair in found if pair[0].endswith(".html")])
        stands = (self.output.root / search.FOLDER).is_dir()
        known = self.memory.fresh(search.FOLDER, digest, {}) is not None or self.preview
        if not known or not stands:
            search.index(self.output.root, self.site.words.language, INDEXED)
            self.memory.made[search.FOLDER] = (digest, {})
        self.memory.keep()
