"""The interface's words in the three languages, read once from words/*.yml."""

import json
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import yaml

from scripts.agreements.yaml_lines import LOADER
from scripts.publishing.page import StaticFile

LANGUAGES = ("nb", "sv", "en")
LINKS = ("rooms", "guide")
ROOT = {"nb": "", "sv": "sv/", "en": "en/"}


@cache
def words(language: str) -> dict:
    """Every word of the interface in one language, as nested mappings."""
    file = Path(__file__).parent / "words" / f"{language}.yml"
    return yaml.load(file.read_text(encoding="utf-8"), LOADER)


def words_around(addresses: Collection[str]) -> dict[str, dict]:
    """The words around every page, by language; rooms and guide pages that the site does not have are left out."""
    return {language: {**words(language), "site": _site_words(language, addresses)} for language in LANGUAGES}


def _site_words(language: str, addresses: Collection[str]) -> dict:
    own = words(language)["site"]
    there = {part: {name: link for name, link in own[part].items() if link["path"] in addresses} for part in LINKS}
    return own | there


def localised(path: str, language: str) -> str:
    """A site-root-relative address ("/calculators/notice/") in the part of the site that speaks `language`."""
    return f"/{ROOT[language]}{path.removeprefix('/')}"


def translations(path: str) -> dict[str, str]:
    """Where a page ("sv/guide/marks/") stands, or would stand, in each language."""
    prefix = next((root for root in ROOT.values() if root and path.startswith(root)), "")
    return {language: f"{root}{path.removeprefix(prefix)}" for language, root in ROOT.items()}


def word_files() -> Iterator[StaticFile]:
    """The words around a page as JSON, for the language switch of pages whose text has one language only."""
    for language in LANGUAGES:
        text = json.dumps({"site": words(language)["site"]}, ensure_ascii=False, separators=(",", ":"))
        yield StaticFile(f"assets/words/{language}.json", f"{text}\n")
