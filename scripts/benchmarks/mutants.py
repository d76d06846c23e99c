"""Do the tests notice when the calculators are wrong? Small faults are planted one at a time by cosmic-ray.

It works on a copy: the sources are never touched. What makes no fault is left out: another operator in an annotation,
`is` for `==`, which is the same for the short texts that rules are set by, and how much a cache keeps.
"""

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmarks.packages import cosmic_ray

COPIED = ("calculators", "docs", "scripts", "templates", "tests", "pyproject.toml", "mkdocs.yml")
NEEDED_TESTS = (
    *("cases", "laws", "kinds", "reasons", "days", "hours", "intervals", "numbers", "holidays", "versions"),
    *("checking", "declared", "held", "forms", "door", "bad_input", "spoken", "headlines", "whatif", "applying"),
)
LEFT_OUT = (
    "core/ReplaceBinaryOperator_BitOr%",
    "core/ReplaceComparisonOperator_Eq_Is",
    "core/ReplaceComparisonOperator_NotEq_IsNot",
)
CACHE = "@lru_cache("
NOTICED = ("killed", "incompetent")
PATIENCE = 120.0


@dataclass(frozen=True)
class Mutant:
    """One planted fault: where it stands, what it changed, and whether a test failed of it."""

    module: str
    line: int
    diff: str
    noticed: bool


def mutants(root: Path, folder: Path, modules: list[str], sample: int, seed: int, say: Callable[[str], None]) -> str:
    """Plant `sample` faults in modules below calculators/, all of them when none are named; return what was noticed."""
    tree, session = folder / "tree", folder / "session.sqlite"
    _copy(root, tree)
    session.unlink(missing_ok=True)
    named = [f"calculators/{name}" for name in modules] or _core(root)
    (folder / "mutants.toml").write_text(_config(named), encoding="utf-8")
    _cosmic_ray(folder, "init", str(folder / "mutants.toml"), str(session))
    chosen, possible = _choose(tree, session, sample, seed)
    say(f"{chosen} of {possible} possible faults are planted, one at a time ...")
    _cosmic_ray(folder, "exec", str(folder / "mutants.toml"), str(session))
    return report(_results(session))


def report(found: list[Mutant]) -> str:
    """The share noticed by module and in all, and every fault that no test noticed."""
    by_module = Counter(mutant.module for mutant in found)
    noticed = Counter(mutant.module for mutant in found if mutant.noticed)
    lines = [f"{'':48}{'planted':>8}{'noticed':>8}"]
    lines += [f"{module:48}{count:8}{noticed[module]:8}" for module, count in sorted(by_module.items())]
    share = 100 * noticed.total() / len(found) if found else 0
    lines.append(f"{'all':48}{len(found):8}{noticed.total():8}  {share:.0f} %")
    lines += [f"\n{mutant.module}:{mutant.line}\n{mutant.diff}" for mutant in found if not mutant.noticed]
    return "\n".join(lines)


def _copy(root: Path, tree: Path) -> None:
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, tree / name)


def _core(root: Path) -> list[str]:
    """The modules that compute: not the ones that word, draw, or fill pages and forms."""
    apart = ("words", "pictures", "takeaway", "comparison")
    files = (path.relative_to(root) for path in (root / "calculators").rglob("*.py"))
    return sorted(str(path) for path in files if path.parts[1] not in apart and path.name != "__init__.py")


def _config(modules: list[str]) -> str:
    tests = [f"tests/calculators/test_{name}.py" for name in NEEDED_TESTS]
    command = " ".join([sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests])
    return (
        f"[cosmic-ray]\nmodule-path = {json.dumps(modules)}\ntimeout = {PATIENCE}\nexcluded-modules = []\n"
        f'test-command = {json.dumps(command)}\n[cosmic-ray.distributor]\nname = "local"\n'
    )


def _cosmic_ray(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "cosmic_ray.cli", *arguments]
    path = str(cosmic_ray(folder))
    subprocess.run(command, cwd=folder / "tree", env={"PYTHONPATH": path, "PATH": "/usr/bin:/bin"}, check=True)


def _choose(tree: Path, session: Path, sample: int, seed: int) -> tuple[int, int]:
    """Keep a sample of the faults that are possible; the number kept, and of those there were."""
    with sqlite3.connect(session) as store:
        apart = " AND ".join(["operator_name NOT LIKE ?"] * len(LEFT_OUT))
        order = "module_path, operator_name, occurrence"
        query = f"SELECT job_id, module_path, start_pos_row FROM mutation_specs WHERE {apart} ORDER BY {order}"
        caches = cache_lines(tree)
        possible = [job for job, *place in store.execute(query, LEFT_OUT) if tuple(place) not in caches]
        kept = random.Random(seed).sample(possible, min(sample, len(possible)))
        marks = ",".join("?" * len(kept))
        for table in ("mutation_specs", "work_items"):
            store.execute(f"DELETE FROM {table} WHERE job_id NOT IN ({marks})", kept)
    return len(kept), len(possible)


def cache_lines(tree: Path) -> set[tuple[str, int]]:
    """The lines that say how much a cache keeps, by module and number."""
    return {
        (str(file.relative_to(tree)), number)
        for file in (tree / "calculators").rglob("*.py")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if line.startswith(CACHE)
    }


def _results(session: Path) -> list[Mutant]:
    query = (
        "SELECT module_path, start_pos_row, diff, test_outcome FROM mutation_specs JOIN work_results USING (job_id) "
        "ORDER BY module_path, start_pos_row"
    )
    with sqlite3.connect(session) as store:
        found = store.execute(query).fetchall()
    return [Mutant(module, line, diff, outcome.lower() in NOTICED) for module, line, diff, outcome in found]
