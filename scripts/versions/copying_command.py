"""scripts/new_version AGREEMENT DATE: copies the newest version of an agreement to the file of the next one."""

import argparse
from datetime import date

from scripts.agreements.corpus import read_corpus
from scripts.agreements.front_matter import KINDS
from scripts.setup.start import ROOT
from scripts.versions.copying import Refused, agreement_named, next_version


def main(arguments: list[str]) -> int:
    """Write the file; 0 when it is there to be edited, 1 when nothing was written."""
    options = parser().parse_args(arguments)
    corpus = read_corpus(ROOT / "docs")
    try:
        agreement = agreement_named(corpus, options.agreement, options.date)
    except Refused as refusal:
        print(f"scripts/new_version: {refusal}")
        return 1
    newest = agreement.versions[-1]
    folder = ROOT / "docs" / "agreements" / agreement.id
    text = (folder / f"{newest.name}.md").read_text(encoding="utf-8")
    made = folder / f"{options.date}.md"
    made.write_text(next_version(text, newest.name, options.date, options.today, options.kind), encoding="utf-8")
    print(f"{made.relative_to(ROOT)}: a copy of {newest.name}.md. Edit it, then lock it with scripts/lock_versions.")
    return 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/new_version", description=__doc__)
    add = options.add_argument
    add("agreement", help="the agreement, as nettsoft/vps-access")
    add("date", type=date.fromisoformat, help="the day the new version takes effect (YYYY-MM-DD)")
    add("--kind", choices=KINDS, default=KINDS[0], help="editorial where only the wording is mended")
    announced = "the day it is announced and recorded (YYYY-MM-DD)"
    add("--today", type=date.fromisoformat, default=date.today(), help=announced)
    return options
