"""scripts/verify_receipt: whether receipts say what the agreements say; offline, from the texts under docs/."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calculators.answer import loaded
from calculators.takeaway.receipt import differences, faults
from calculators.takeaway.receipt_page import receipt_in
from scripts.calculating.command import library

SAME, DIFFERS, UNREADABLE = 0, 1, 2


def main(arguments: list[str]) -> int:
    """Print one line for each receipt, and one for each difference; 0 where all agree, 2 where one cannot be read."""
    options = parser().parse_args(arguments)
    known, worst = library(), SAME
    for path in options.receipts:
        code, lines = verified(path, known)
        print("\n  ".join([f"{path}: {lines[0]}", *lines[1:]]))
        worst = max(worst, code)
    return worst


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/verify_receipt", description=__doc__)
    options.add_argument("receipts", type=Path, nargs="+", help="a receipt as it was taken from the page, or its JSON")
    return options


def verified(path: Path, library: Mapping[str, Any]) -> tuple[int, list[str]]:
    """The exit code of one receipt and what there is to say of it."""
    try:
        kept = json.loads(receipt_in(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        return UNREADABLE, [f"cannot be read: {error}"]
    except ValueError as error:
        return UNREADABLE, [f"holds no receipt: {error}. Expected the page that a calculator gave, or its JSON."]
    if found := faults(kept):
        return DIFFERS if "sha256" in kept and "hash" in found[0] else UNREADABLE, found
    kept["request"] = loaded(json.dumps(kept["request"]))
    found = differences(kept, library)
    if not found:
        return SAME, ["the agreements give the same answer"]
    return DIFFERS, [f"{len(found)} {'thing differs' if len(found) == 1 else 'things differ'}", *found]
