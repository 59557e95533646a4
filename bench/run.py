"""Run the benchmarks: `python bench/run.py [NAME ...]`; without a name, all of them.

Each benchmark is a module beside this one whose `main()` prints its table. Benchmarks measure and never judge:
processor seconds and ratios within one run are worth quoting, single wall times on a busy machine are not.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def names() -> list[str]:
    """Every benchmark, in alphabetical order."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in ("run", "__init__"))


def main(arguments: list[str]) -> int:
    """Run the named benchmarks; exit code 2 where one of them doesn't exist."""
    unknown = [name for name in arguments if name not in names()]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)} (there are: {', '.join(names())})", file=sys.stderr)
        return 2
    sys.path.insert(0, str(HERE))
    for name in arguments or names():
        print(f"\n== {name}", flush=True)
        _module(name).main()
    return 0


def _module(name: str) -> Any:
    """A benchmark, from its file: by its name alone, `site` would be the standard library's."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", HERE / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    found = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
