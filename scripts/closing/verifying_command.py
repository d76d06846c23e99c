"""scripts/verify_month: whether the evidence of closed months holds, offline; of several, also their chain."""

import argparse
from pathlib import Path

from scripts.status.months.verifying import DIFFERS, SAME, UNREADABLE, broken_links, verified


def main(arguments: list[str]) -> int:
    """Print one line for each file, and one for each difference; 0 where all hold, 2 where one cannot be read."""
    worst, texts = SAME, []
    for path in parser().parse_args(arguments).files:
        try:
            texts.append(path.read_bytes().decode("utf-8"))
            code, lines = verified(texts[-1])
        except (OSError, UnicodeDecodeError) as error:
            code, lines = UNREADABLE, [f"cannot be read: {error}"]
        print("\n  ".join([f"{path}: {lines[0]}", *lines[1:]]))
        worst = max(worst, code)
    broken = broken_links(texts) if len(texts) > 1 else []
    for line in broken:
        print(line)
    return max(worst, DIFFERS if broken else SAME)


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/verify_month", description=__doc__)
    options.add_argument("files", type=Path, nargs="+", metavar="FILE", help="evidence.json as the month's page has it")
    return options
