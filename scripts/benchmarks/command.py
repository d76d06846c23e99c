"""scripts/benchmark: measures the built site in Chromium beside other ways to the same answer, and the calculators."""

import argparse
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.benchmarks import measured_year, rules_timed
from scripts.benchmarks.build_times import build_times
from scripts.benchmarks.comparing import comparison
from scripts.benchmarks.contestants import OTHERS, STOCK, Contestant, write_comparison_pages
from scripts.benchmarks.mutants import mutants
from scripts.benchmarks.search_sites import build_sites, search_contestants
from scripts.benchmarks.server import serving_counted
from scripts.benchmarks.status_times import status_times
from scripts.benchmarks.visits import measure, table
from scripts.building.site import Build, BuildFailed, bring_up_to_date
from scripts.bundle import bundle
from scripts.setup.browser import chromium
from scripts.setup.start import ROOT
from scripts.setup.steps import say

OUR_PAGE = "/calculators/term-and-notice/"
QUERY = "oppsigelsestiden"  # a word of one clause of each invented agreement


def main(arguments: list[str]) -> int:
    """Measure and print; 1 when there is no site to measure."""
    options = parser().parse_args(arguments)
    try:
        print(MEASURES[options.measure](options))
    except BuildFailed as error:
        print(error)
        return 1
    return 0


def first_answer(options: argparse.Namespace) -> str:
    """The visits of our calculator page and of others that answer its question, served on loopback."""
    build = Build(ROOT, ROOT / ".cache" / "site-for-benchmarks", options.today)
    bring_up_to_date(build)
    folder = write_comparison_pages(ROOT, bundle(ROOT, build.cache, say), build.cache / "benchmarks")
    with ExitStack() as servers:
        site = servers.enter_context(serving_counted(build.site))
        comparison = servers.enter_context(serving_counted(folder, policy=False))
        pages = {Contestant("our calculator page", options.page): site, **dict.fromkeys(OTHERS, comparison)}
        return table(measure(pages, options.rounds, chromium(ROOT), say), STOCK.name)


def search(options: argparse.Namespace) -> str:
    """The visits of readers who search our site and stock mkdocs-material's, of the same texts."""
    folder = ROOT / ".cache" / "benchmarks" / "search"
    sites = build_sites(ROOT, folder, options.agreements, options.versions, options.today)
    ours, stock = search_contestants(options.query)
    with serving_counted(sites[0]) as our_site, serving_counted(sites[1], policy=False) as stock_site:
        visits = measure({ours: our_site, stock: stock_site}, options.rounds, chromium(ROOT), say)
    pages = options.agreements * options.versions
    return f'{pages} pages, the query "{options.query}"\n{table(visits, stock.name)}'


def compared(options: argparse.Namespace) -> str:
    """Two versions of one agreement, compared."""
    return comparison(options.words, options.rounds)


def built(options: argparse.Namespace) -> str:
    """The pages of an invented corpus, built beside stock mkdocs-material."""
    folder = ROOT / ".cache" / "benchmarks" / "build"
    return build_times(ROOT, folder, options.pages, options.rounds, options.today, say)


def status_made(options: argparse.Namespace) -> str:
    """The status section of invented histories of several lengths."""
    folder = ROOT / ".cache" / "benchmarks" / "status"
    return status_times(ROOT, folder, options.incidents, options.components, say)


def planted(options: argparse.Namespace) -> str:
    """Faults planted in the calculators, and which of them the tests notice."""
    return mutants(ROOT, ROOT / ".cache" / "benchmarks" / "mutants", options.modules, options.sample, options.seed, say)


def calculated(options: argparse.Namespace) -> str:
    """What each rule's worked example takes, and the books of a year of samples."""
    library = {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}
    rules = rules_timed.table(rules_timed.timed(library, options.today, options.rounds))
    with TemporaryDirectory() as folder:
        return f"{rules}\n\n{measured_year.table(measured_year.readings(Path(folder), say))}"


MEASURES = {
    "first-answer": first_answer,
    "search": search,
    "build": built,
    "comparison": compared,
    "mutants": planted,
    "calculators": calculated,
    "status": status_made,
}


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/benchmark", description="Measure what a reader waits for.")
    measures = options.add_subparsers(dest="measure", required=True)
    first = measures.add_parser("first-answer", help="navigation to the first computed answer, cold and warm")
    add = first.add_argument
    add("--rounds", type=int, default=7, help="how often each page is visited; 7 when left out")
    add("--page", default=OUR_PAGE, help="the address of our page, below the site's root")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day whose site is measured (YYYY-MM-DD)")
    searched = measures.add_parser("search", help="navigation to the first result of a search, beside stock's search")
    add = searched.add_argument
    add("--agreements", type=int, default=50, help="how many agreements both sites have; 50 when left out")
    add("--versions", type=int, default=10, help="how many versions each of them has, a page each; 10 when left out")
    add("--query", default=QUERY, help="what is searched for")
    add("--rounds", type=int, default=5, help="how often each site is visited; 5 when left out")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day whose site is measured (YYYY-MM-DD)")
    building = measures.add_parser("build", help="the pages of an invented corpus, beside stock mkdocs-material")
    add = building.add_argument
    add("--pages", type=int, default=500, help="how many pages stock has, ten for each agreement; 500 when left out")
    add("--rounds", type=int, default=3, help="how often each site is built; 3 when left out")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day whose site is built (YYYY-MM-DD)")
    versions = measures.add_parser("comparison", help="two versions of one agreement compared in CPython")
    versions.add_argument("--words", type=int, default=3000, help="how long the agreement is; 3000 when left out")
    versions.add_argument("--rounds", type=int, default=30, help="how often each part is done; 30 when left out")
    faults = measures.add_parser("mutants", help="faults planted in the calculators, and which ones the tests notice")
    add = faults.add_argument
    add("modules", nargs="*", help="modules below calculators/, as values/money.py; all that compute when left out")
    add("--sample", type=int, default=100, help="how many faults are planted; 100 when left out")
    add("--seed", type=int, default=1, help="which ones; another number plants others")
    timed = measures.add_parser("calculators", help="every rule's worked example, and the books of a year of samples")
    timed.add_argument("--rounds", type=int, default=5, help="how often each rule is asked; 5 when left out")
    timed.add_argument("--today", type=date.fromisoformat, default=date.today(), help="the day asked on (YYYY-MM-DD)")
    history = measures.add_parser("status", help="the status section of invented histories, by their length")
    add = history.add_argument
    add("--incidents", type=int, nargs="+", default=[100, 1000, 10000], help="how many; 100, 1000, 10000 when left out")
    add("--components", type=int, nargs="+", default=[2, 30, 200], help="how many; 2, 30, 200 when left out")
    return options
