"""What builds keep for each other, and where."""

from functools import cache
from pathlib import Path

from jinja2 import BytecodeCache
from mkdocs.config.defaults import MkDocsConfig

from scripts.building.sources import makers_stamp
from scripts.keeping.sets import Sets
from scripts.keeping.store import Store
from scripts.keeping.templates import compiled_templates
from scripts.setup.start import ROOT


def store(config: MkDocsConfig) -> Store:
    """Results; a measurement names a folder of its own."""
    return Store(_folder(config), _makers_stamp())


def sets(config: MkDocsConfig) -> Sets:
    """The files of chapters, as they are served."""
    folder = _folder(config)
    return Sets(folder.with_name(f"{folder.name}-files"), _makers_stamp())


def templates() -> BytecodeCache:
    """Compiled templates."""
    return compiled_templates(ROOT / ".cache" / "templates", _makers_stamp())


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.extra.get("kept") or ROOT / ".cache" / "kept")


@cache
def _makers_stamp() -> str:
    return makers_stamp(ROOT)
