"""scripts/lock_versions: locks every version that is not locked yet; from then on its text stays as it is."""

import argparse

from scripts.setup.start import ROOT
from scripts.versions.locking import lock_versions


def main(arguments: list[str]) -> int:
    """Write docs/agreements/lock.json; 0 when all versions are locked, 1 when the texts have problems."""
    argparse.ArgumentParser(prog="scripts/lock_versions", description=__doc__).parse_args(arguments)
    corpus, added = lock_versions(ROOT / "docs")
    for problem in corpus.problems:
        print(problem)
    for name in added:
        print(f"{name}: locked")
    if corpus.problems:
        print("Nothing was locked.")
    elif not added:
        print("Every version was locked already.")
    return 1 if corpus.problems else 0
