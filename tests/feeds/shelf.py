"""Two agreements with a history, for feeds to tell of: the four versions of the example, and one of unknown date."""

from datetime import date
from pathlib import Path

from scripts.agreements.corpus import read_corpus
from scripts.agreements.model import Agreement
from scripts.setup.start import ROOT

TODAY = date(2026, 11, 20)
EXAMPLE, UNDATED = "example/cloud-storage", "nettsoft/vps-access"
SITE = "https://paragraf.example/terms/"


def shelf(docs: Path = ROOT / "docs") -> list[Agreement]:
    corpus = read_corpus(docs)
    return [corpus.agreement(EXAMPLE), corpus.agreement(UNDATED)]
