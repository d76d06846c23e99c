"""Every way to print a figure that the reader knows or refuses: `phrases.txt`, one line a case."""

from pathlib import Path

import pytest

from scripts.agreements.attributes import name_and_attributes
from scripts.agreements.figures import marked_figure
from scripts.agreements.marks import MARK_ATTRIBUTES
from scripts.agreements.problems import Unreadable
from scripts.agreements.wording import Wording

CURRENCIES = {"nb": "NOK", "sv": "SEK", "en": "EUR"}
LINES = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()
CASES = [[part.strip() for part in line.split(" | ")] for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("language", "words", "attributes", "expected"), CASES, ids=lambda part: part or "-")
def test_it_reads_a_figure_as_a_person_would(language: str, words: str, attributes: str, expected: str) -> None:
    assert said(language, words, attributes) == expected


def said(language: str, words: str, attributes: str) -> str:
    _, given = name_and_attributes(attributes, MARK_ATTRIBUTES)
    try:
        figure = marked_figure(words, given, Wording.of(language, CURRENCIES[language]), "test.some-name")
    except Unreadable:
        return "refused"
    value = "|".join(figure["value"]) if isinstance(figure["value"], list) else figure["value"]
    return " ".join(str(part) for part in (figure["kind"], value, figure.get("unit")) if part)
