"""scripts/probe: checks the targets of a configuration and keeps what it found, once or round after round."""

import argparse
import asyncio
import os
import signal
import ssl
import time
from pathlib import Path

import httpx

from scripts.agreements.problems import ProblemLog
from scripts.measuring.owning import StoreInUse, only_writer
from scripts.measuring.places import VARIABLE, Misplaced, outside_published, store_path
from scripts.measuring.store import Store, StoreError, open_store
from scripts.probing.cadence import Prober, run_until_stopped
from scripts.probing.checks import Tools
from scripts.probing.configuration import Configuration, read_configuration
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Probe; 1 where that is not possible or nothing could be kept. A target that is down is no failure."""
    options = parser().parse_args(arguments)
    try:
        path = store_path(options.store, os.environ, Path.home(), ROOT)
        log = ProblemLog(str(options.configuration))
        configuration = read_configuration(outside_published(options.configuration, ROOT), os.environ, log)
        for problem in sorted(log.problems):
            say(str(problem))
        if configuration is None:
            return 1
        with only_writer(path), open_store(path) as store:
            return _probe(configuration, store, options.once)
    except (Misplaced, StoreInUse, StoreError, OSError) as error:
        say(str(error))
        return 1


def say(line: str) -> None:
    print(line, flush=True)


def _probe(configuration: Configuration, store: Store, once: bool) -> int:
    prober = Prober(configuration, store, tools(), say)
    if once:
        return 0 if asyncio.run(prober.once()) else 1
    say(f"Probing {len(configuration.targets)} targets every {configuration.step} s into {store.path}.")
    run_until_stopped(prober, (signal.SIGTERM, signal.SIGINT))
    return 0


def tools() -> Tools:
    """The world as it is; a new connection for every check, so that each one is a whole check."""
    tls, limits = ssl.create_default_context(), httpx.Limits(max_keepalive_connections=0)
    agent = {"User-Agent": "paragraf-probe"}
    client = httpx.AsyncClient(verify=tls, timeout=None, limits=limits, trust_env=False, headers=agent)
    return Tools(client, tls, time.time, time.monotonic, asyncio.sleep)


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/probe", description="Check targets and keep what was found.")
    add = options.add_argument
    add("configuration", type=Path, help="the file that names the targets, outside docs/ and site/")
    add("--once", action="store_true", help="one round, for cron or a systemd timer; else one each step")
    add("--store", help=f"the file of the samples; ${VARIABLE} or ~/.local/state/paragraf when left out")
    return options
