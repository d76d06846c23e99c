"""Whether the rooms import only what they may, and only doors read the clock: the rules of the house as data."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.checking.finding import Finding


@dataclass(frozen=True)
class Rule:
    """What one room may import of the others, and whether it may import other people's packages."""

    room: str
    may_import: tuple[str, ...]
    packages: bool = True


RULES = (
    Rule("calculators", ("calculators",), packages=False),
    Rule("scripts.agreements", ("calculators", "scripts.agreements", "scripts.keeping.keep")),
    Rule("scripts.versions", ("calculators", "scripts.agreements", "scripts.setup", "scripts.versions")),
    Rule("scripts.status", ("calculators", "scripts.agreements", "scripts.measuring", "scripts.status")),
    Rule("scripts.printing", ("scripts.building", "scripts.setup", "scripts.printing")),
    Rule(
        "scripts.operating",
        ("calculators", *(f"scripts.{room}" for room in ("agreements", "measuring", "operating", "setup", "status"))),
    ),
    Rule(
        "scripts.importing",
        ("calculators", *(f"scripts.{room}" for room in ("agreements", "importing", "operating", "setup", "status"))),
    ),
    Rule(
        "scripts.notifying",
        tuple(f"scripts.{room}" for room in ("notifying", "operating", "setup", "status")),
    ),
    Rule("scripts.measuring", ("calculators", "scripts.measuring")),
    Rule(
        "scripts.collecting",
        ("calculators", *(f"scripts.{room}" for room in ("agreements", "measuring", "probing", "setup", "collecting"))),
    ),
    Rule("scripts.probing", ("scripts.agreements", "scripts.measuring", "scripts.probing", "scripts.setup")),
    Rule("scripts.search", ("scripts.agreements", "scripts.search")),
    Rule("scripts.frontend", ("scripts.frontend", "scripts.keeping")),
    Rule("scripts.keeping", ("scripts.building", "scripts.keeping")),
    Rule(
        "scripts.checker",
        ("calculators", "scripts.agreements", "scripts.checker", "scripts.keeping.keep", "scripts.setup"),
    ),
    Rule(
        "scripts.publishing",
        (
            *("calculators", "scripts.keeping.keep"),
            *(f"scripts.{room}" for room in ("agreements", "checker", "status", "search", "publishing")),
        ),
    ),
)
DOOR_TO_MKDOCS = ("scripts/hooks.py", "scripts/mkdocs_door/")
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}
DOORS = ("command.py", "hooks.py")


def import_findings(root: Path, files: list[Path]) -> list[Finding]:
    """Every import and every look at the clock that the rules do not allow."""
    findings = []
    for path in files:
        place = path.relative_to(root).as_posix()
        if path.suffix == ".py" and place.startswith(("calculators/", "scripts/")):
            findings += source_findings(place, path.read_text(encoding="utf-8"))
    return findings


def source_findings(place: str, source: str) -> list[Finding]:
    """The same for the source of one file."""
    tree = ast.parse(source)
    module = place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    findings = [Finding(place, line, message) for line, message in _forbidden_imports(place, module, tree)]
    clocks = [] if place.endswith(DOORS) else _clocks(tree)
    return findings + [
        Finding(place, line, f"reads the clock, {call}: take the day as an argument") for line, call in clocks
    ]


def _forbidden_imports(place: str, module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    rule = next((rule for rule in RULES if _is_within(module, rule.room)), None)
    for line, name in _imports(module, tree):
        if _is_within(name, "mkdocs") and not place.startswith(DOOR_TO_MKDOCS):
            yield line, f"imports {name}; only {' and '.join(DOOR_TO_MKDOCS)} may know MkDocs"
        if rule and not _allows(rule, name):
            yield line, f"imports {name}, which {rule.room} may not"


def _allows(rule: Rule, name: str) -> bool:
    if _is_within(name, "scripts") or _is_within(name, "calculators"):
        return any(_is_within(name, room) for room in rule.may_import)
    return rule.packages or name.split(".")[0] in sys.stdlib_module_names


def _imports(module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported; `from scripts import status` counts as scripts.status."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "scripts" else [base]
            yield from ((node.lineno, name) for name in names)


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parents = module.split(".")[: -node.level]
    return ".".join([*parents, *([node.module] if node.module else [])])


def _clocks(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value).split(".")[-1]
            if (owner, node.func.attr) in CLOCKS:
                yield node.lineno, f"{owner}.{node.func.attr}()"


def _is_within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")
