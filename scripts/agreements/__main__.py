"""`python -m scripts.agreements [docs]`: every problem, and one line per agreement; exit code 1 on problems."""

import sys
from pathlib import Path

from scripts.agreements.checked import checked_corpus
from scripts.agreements.model import Agreement


def main(arguments: list[str]) -> int:
    corpus = checked_corpus(Path(arguments[0] if arguments else "docs"))
    for problem in corpus.problems:
        print(problem)
    for agreement in corpus.agreements:
        print(summary(agreement))
    print(f"{len(corpus.problems)} problems")
    return 1 if corpus.problems else 0


def summary(agreement: Agreement) -> str:
    """How much the latest version of an agreement states."""
    latest = agreement.versions[-1]
    return (
        f"{agreement.id}: {len(agreement.versions)} versions, {len(latest.clauses)} clauses, "
        f"{len(latest.parameters)} figures, {len(latest.rules)} rules"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
