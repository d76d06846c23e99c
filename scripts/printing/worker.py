"""What the press starts: prints the documents that standard input names, as one JSON array."""

import json
import os
import sys
from pathlib import Path

from scripts.printing.paper import pdf


def main() -> None:
    """Print each document to its file; a file is there only when it is whole."""
    for order in json.load(sys.stdin):
        unfinished = Path(f"{order['file']}.{os.getpid()}")
        unfinished.write_bytes(pdf(order["html"]))
        unfinished.replace(order["file"])


if __name__ == "__main__":
    main()
