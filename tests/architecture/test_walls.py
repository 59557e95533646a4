"""The house keeps its walls: arrows run down, siblings don't know each other, and few may touch the outside.

Imports are read from the syntax tree, so that one hidden in a function or under TYPE_CHECKING counts as well.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "regesta"

FLOORS = {
    "errors": 1,
    "model": 2,
    "yamlio": 2,
    "yamlout": 2,
    "yamledit": 2,
    "languages": 3,
    "config": 3,
    "store": 3,
    "ingest": 3,
    "linking": 3,
    "merging": 3,
    "tagging": 4,
    "extraction": 4,
    "checking": 4,
    "pages": 4,
    "exports": 4,
    "pipeline": 5,
    "plugin": 5,
    "cli": 6,
}
STAGES = {"ingest", "tagging", "extraction", "linking", "merging"}
SITE_WING = {"pages", "exports", "plugin"}
SAME_FLOOR = {
    # room -> rooms of its own floor that it may use
    "yamlio": {"model"},
    "yamledit": {"yamlio", "yamlout"},
    "store": {"languages", "config"},
    "ingest": {"languages", "config"},
    "linking": {"languages", "config"},
    "merging": {"store", "config"},
    "languages": set(),
    "exports": {"pages"},
}
ONLY_IN = {
    # library -> the one room that may import it
    "mkdocs": "plugin",
    "material": "plugin",
    "yaml": "yamlio",
    "ruamel": "yamlio",
    "socket": "ingest",
    "ssl": "ingest",
    "http": "ingest",
    "urllib.request": "ingest",
    "urllib3": "ingest",
    "requests": "ingest",
    "trafilatura": "ingest",
    "click": "cli",
    "PIL": "exports",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file imports, anywhere in it, by its full name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            found |= {_target(node.module, alias.name) for alias in node.names}
    return frozenset(found)


def _target(module: str, name: str) -> str:
    """`from regesta.pages import dates` means the module `regesta.pages.dates`, not what its package gathers."""
    inner = PACKAGE.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if inner.is_dir() or inner.with_suffix(".py").is_file() else module


def room(name: str) -> str | None:
    """The room of a module of ours: `regesta.store.quotes` is in `store`; None for the package itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in FLOORS else None


def arrows() -> list[tuple[Path, str, str]]:
    return [
        (path, source, target)
        for path in modules()
        for imported in sorted(imports(path))
        if imported.startswith("regesta.")
        and (source := room(module_name(path)))
        and (target := room(imported))
        and source != target
    ]


def test_every_module_is_in_a_room():
    for path in modules():
        name = module_name(path)
        assert name in ("regesta", "regesta.__main__") or room(name), f"{name} is in no room of ARCHITECTURE.md"


def test_arrows_run_down():
    for path, source, target in arrows():
        allowed = FLOORS[target] < FLOORS[source] or target in SAME_FLOOR.get(source, set())
        assert allowed, f"{path}: {source} may not import {target}"


def test_stages_do_not_know_each_other():
    for path, source, target in arrows():
        assert not (source in STAGES and target in STAGES), f"{path}: the stage {source} imports the stage {target}"


def test_the_site_wing_needs_only_records():
    for path, source, target in arrows():
        if source in SITE_WING:
            assert target not in STAGES | {"pipeline"}, f"{path}: {source} reaches {target}"


@pytest.mark.parametrize(("library", "owner"), ONLY_IN.items())
def test_who_may_import(library, owner):
    for path in modules():
        if any(name == library or name.startswith(f"{library}.") for name in imports(path)):
            assert room(module_name(path)) == owner, f"{path}: only {owner} may import {library}"


def test_no_circle_of_imports():
    names = {module_name(path): path for path in modules()}
    edges = {name: {i for i in imports(path) if i in names and i != name} for name, path in names.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for target in sorted(edges[name]):
                visit(target, (*trail, name))
            done.add(name)

    for name in names:
        visit(name, ())


def test_no_language_is_special():
    """`if language == "de"` is what data in a language file is for."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Compare):
                continue
            sides = [node.left, *node.comparators]
            names = {side.id if isinstance(side, ast.Name) else getattr(side, "attr", "") for side in sides}
            texts = [side for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)]
            clash = names & {"language", "lang", "locale"} and any(0 < len(text.value) <= 3 for text in texts)
            assert not clash, f"{path}:{node.lineno}: a language is data"


def test_modules_and_functions_stay_short():
    """The limit is for readers: 300 lines a module, 50 lines a function."""
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, f"{path} has more than 300 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                assert length <= 50, f"{path}:{node.lineno}: {node.name} has {length} lines"


def test_only_the_outermost_door_catches_everything():
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                broad = node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException")
                assert not broad or room(module_name(path)) == "cli", f"{path}:{node.lineno}: except Exception"
