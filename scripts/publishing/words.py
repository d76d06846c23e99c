"""The interface's words in the three languages, read once from words/*.yml."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from scripts.publishing.page import StaticFile

LANGUAGES = ("nb", "sv", "en")
ROOT = {"nb": "", "sv": "sv/", "en": "en/"}


@cache
def words(language: str) -> dict:
    """Every word of the interface in one language, as nested mappings."""
    file = Path(__file__).parent / "words" / f"{language}.yml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def all_words() -> dict[str, dict]:
    """The words of every interface language, in the order the switch shows them."""
    return {language: words(language) for language in LANGUAGES}


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
