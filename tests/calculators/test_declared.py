"""What each kind of rule asks, reads and is set by, as kept in golden/: what an author of front matter may rely on."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import calculators
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.registry import KINDS
from scripts.setup.start import ROOT

KEPT = ROOT / "tests" / "calculators" / "golden" / "kinds.txt"
DRAWN_ON = ("calculators.pictures.svg.Drawing",)
ROOMS_APART = ("calculators.comparison",)


def test_each_kind_asks_reads_and_is_set_by_what_is_kept():
    lines = [line for name, kind in KINDS.items() for line in described(name, kind)]
    assert "\n".join(lines) + "\n" == KEPT.read_text(encoding="utf-8")


def described(name: str, kind: Kind) -> Iterator[str]:
    dated = f", dated by {kind.date_of_interest}" if kind.date_of_interest else ""
    drawn = f", drawn as {kind.picture}" if kind.picture else ""
    yield f"{name} ({kind.calculator}{dated}{drawn})"
    if callable(kind.fields):
        yield "  asks what the rule names"
    else:
        yield from (f"  asks {question(field)}" for field in kind.fields)
    yield from (f"  reads {reading(role, wanted)}" for role, wanted in kind.roles.items())
    yield from (f"  set by {setting}: {' | '.join(values) or 'any text'}" for setting, values in kind.settings.items())


def question(field: Field) -> str:
    bounds = "" if (field.minimum, field.maximum) == (0, None) else f" from {field.minimum} to {field.maximum}"
    item = f" of ({'; '.join(question(each) for each in field.item)})" if field.item else ""
    optional = "" if field.required else ", may be left out"
    return f"{field.name or 'each'}: {field.type}{bounds}{item}{optional}"


def reading(role: str, wanted: Role) -> str:
    shape = "" if wanted.shape == "one" else f", by {wanted.shape}"
    return f"{role}: {' or '.join(wanted.kinds)}{shape}{'' if wanted.required else ', may be left out'}"


def test_every_value_is_frozen():
    """A value that could be changed where it is handed on would change an answer behind its steps."""
    loose = [
        f"{module.__name__}.{name}"
        for module in modules()
        for name, each in vars(module).items()
        if isinstance(each, type) and is_dataclass(each) and each.__module__ == module.__name__
        if not each.__dataclass_params__.frozen
    ]
    assert tuple(loose) == DRAWN_ON


def modules() -> Iterator[ModuleType]:
    for found in walk_packages(calculators.__path__, "calculators."):
        if not found.name.startswith(ROOMS_APART):
            yield import_module(found.name)
