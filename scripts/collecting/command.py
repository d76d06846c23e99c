"""scripts/collect: copies the samples of a Prometheus-compatible server into the store that books are made from."""

import argparse
import os
import time
from pathlib import Path

import httpx

from scripts.agreements.problems import ProblemLog
from scripts.collecting.collecting import collected
from scripts.collecting.configuration import Collection, read_collection
from scripts.measuring.owning import StoreInUse, only_writer
from scripts.measuring.places import VARIABLE, Misplaced, outside_published, store_path
from scripts.measuring.store import StoreError, open_store
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Collect once; 1 where a target could not be brought up to date."""
    options = parser().parse_args(arguments)
    try:
        path = store_path(options.store, os.environ, Path.home(), ROOT)
        log = ProblemLog(str(options.configuration))
        collection = read_collection(outside_published(options.configuration, ROOT), os.environ, log)
        problems = [str(problem) for problem in sorted(log.problems)]
        if collection:
            with only_writer(path), open_store(path) as store, client(collection) as opened:
                problems = list(collected(collection, store, opened, int(time.time()), options.days))
    except (Misplaced, StoreInUse, StoreError, OSError) as error:
        problems = [str(error)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def client(collection: Collection) -> httpx.Client:
    """A client that sends the headers of the collection and knows no proxy."""
    return httpx.Client(headers=collection.headers, timeout=collection.timeout, trust_env=False)


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/collect", description="Copy a server's samples into the store.")
    add = options.add_argument
    add("configuration", type=Path, help="the file that names the server and its series, outside docs/ and site/")
    add("--days", type=int, default=31, help="how far back a target begins that is new to the store; 31 when left out")
    add("--store", help=f"the file of the samples; ${VARIABLE} or ~/.local/state/paragraf when left out")
    return options
