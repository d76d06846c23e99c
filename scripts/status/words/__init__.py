"""The words of the status pages, one YAML file per language with the same keys."""

from functools import cache
from pathlib import Path

import yaml

from scripts.agreements.yaml_lines import LOADER


@cache
def phrase(language: str, key: str) -> str:
    """The words under a dotted key."""
    found = words(language)
    for part in key.split("."):
        found = found[part]
    return found


@cache
def words(language: str) -> dict:
    """Every word in one language, as nested mappings."""
    file = Path(__file__).parent / f"{language}.yml"
    return yaml.load(file.read_text(encoding="utf-8"), LOADER)
