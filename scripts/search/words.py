"""The words of a text, and those of them that tell no clause from another."""

import re
import unicodedata
from pathlib import Path

import yaml

from scripts.agreements.yaml_lines import LOADER
from scripts.search.records import Record

WORD = re.compile(r"[^\W_]+")
STOPWORDS = frozenset(
    " ".join(yaml.load(Path(__file__).with_name("stopwords.yml").read_text("utf-8"), LOADER).values()).split()
)


def words_of(text: str) -> list[str]:
    """Every word in small letters."""
    return [word.lower() for word in WORD.findall(unicodedata.normalize("NFC", text))]


def words_of_record(record: Record) -> set[str]:
    """Every word that a clause is found by of itself."""
    said = (record.supplier, record.agreement, record.under, record.heading, record.text, record.asked)
    return set(words_of(" ".join(said)))
