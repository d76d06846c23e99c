"""scripts/benchmark: measures the built site in Chromium beside other ways to the same answer."""

import argparse
from contextlib import ExitStack
from datetime import date

from scripts.benchmarks.comparing import comparison
from scripts.benchmarks.contestants import OTHERS, STOCK, Contestant, write_comparison_pages
from scripts.benchmarks.first_answer import measure, table
from scripts.benchmarks.server import serving_counted
from scripts.building.site import Build, BuildFailed, bring_up_to_date
from scripts.bundle import bundle
from scripts.setup.browser import chromium
from scripts.setup.start import ROOT
from scripts.setup.steps import say

OUR_PAGE = "/calculators/term-and-notice/"


def main(arguments: list[str]) -> int:
    """Measure and print; 1 when there is no site to measure."""
    options = parser().parse_args(arguments)
    if options.measure == "comparison":
        print(comparison(options.words, options.rounds))
        return 0
    build = Build(ROOT, ROOT / ".cache" / "site-for-benchmarks", options.today)
    try:
        bring_up_to_date(build)
    except BuildFailed as error:
        print(error)
        return 1
    ours = Contestant("our calculator page", options.page)
    print(table(first_answer(build, ours, options.rounds), STOCK.name))
    return 0


def first_answer(build: Build, ours: Contestant, rounds: int):
    """The visits of our page and of the others, served on loopback."""
    folder = write_comparison_pages(ROOT, bundle(ROOT, build.cache, say), build.cache / "benchmarks")
    with ExitStack() as servers:
        site = servers.enter_context(serving_counted(build.site))
        comparison = servers.enter_context(serving_counted(folder, policy=False))
        pages = {ours: site, **dict.fromkeys(OTHERS, comparison)}
        return measure(pages, rounds, chromium(ROOT), say)


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/benchmark", description="Measure what a reader waits for.")
    measures = options.add_subparsers(dest="measure", required=True)
    first = measures.add_parser("first-answer", help="navigation to the first computed answer, cold and warm")
    add = first.add_argument
    add("--rounds", type=int, default=7, help="how often each page is visited; 7 when left out")
    add("--page", default=OUR_PAGE, help="the address of our page, below the site's root")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day whose site is measured (YYYY-MM-DD)")
    compared = measures.add_parser("comparison", help="two versions of one agreement compared in CPython")
    compared.add_argument("--words", type=int, default=3000, help="how long the agreement is; 3000 when left out")
    compared.add_argument("--rounds", type=int, default=30, help="how often each part is done; 30 when left out")
    return options
