"""Runs the Pagefind program over a folder of stubs and keeps of its files those that a search reads."""

import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

LANGUAGE = "nb"  # of the one stemmer for all texts: it serves Swedish well enough, and one index serves all languages
KEPT = ("pagefind.js", "pagefind-entry.json", f"wasm.{LANGUAGE}.pagefind", "*.pf_meta", "index", "filter", "fragment")


class PagefindFailed(Exception):
    """The program could not make an index; the message is its own."""


def run_pagefind(stubs: Path, output: Path) -> None:
    """Index the pages in `stubs` into the new folder `output`."""
    made = output.with_name(f"{output.name}-made")
    command = [str(get_executable()), "--site", str(stubs), "--output-path", str(made), "--force-language", LANGUAGE]
    finished = subprocess.run([*command, "--quiet"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if finished.returncode != 0:
        raise PagefindFailed(f"{finished.stdout}{finished.stderr}".strip())
    output.mkdir(parents=True)
    for pattern in KEPT:
        for path in sorted(made.glob(pattern)):
            path.rename(output / path.name)
    shutil.rmtree(made)
