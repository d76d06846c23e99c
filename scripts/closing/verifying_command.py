"""scripts/verify_month: whether the evidence of closed months holds; offline, each from its own file alone."""

import argparse
from pathlib import Path

from scripts.status.months.verifying import UNREADABLE, verified


def main(arguments: list[str]) -> int:
    """Print one line for each file, and one for each difference; 0 where all hold, 2 where one cannot be read."""
    worst = 0
    for path in parser().parse_args(arguments).files:
        code, lines = checked(path)
        print("\n  ".join([f"{path}: {lines[0]}", *lines[1:]]))
        worst = max(worst, code)
    return worst


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/verify_month", description=__doc__)
    options.add_argument("files", type=Path, nargs="+", metavar="FILE", help="evidence.json as the month's page has it")
    return options


def checked(path: Path) -> tuple[int, list[str]]:
    """The exit code of one file and what there is to say of it."""
    try:
        return verified(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return UNREADABLE, [f"cannot be read: {error}"]
