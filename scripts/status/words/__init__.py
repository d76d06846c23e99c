"""The words of the status pages, one YAML file per language with the same keys."""

from functools import cache
from pathlib import Path

import yaml


@cache
def words(language: str) -> dict:
    """Every word in one language, as nested mappings."""
    file = Path(__file__).parent / f"{language}.yml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))
