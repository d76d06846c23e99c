"""From navigation to what a reader came for, on several pages in one run, cold and warm.

Rounds are interleaved, so that whatever else the machine does falls on every page alike. Cold is a new profile; warm is
the second visit in it.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import BrowserContext, BrowserType, sync_playwright

from scripts.benchmarks.contestants import Contestant
from scripts.benchmarks.server import Counted
from scripts.testing.browser import FLAGS

PATIENCE = 60_000
REST_BEFORE_VISITS = 1_500  # a browser that has just been started is busy with itself
REST_BETWEEN_VISITS = 2_000  # the browser writes its caches, the page its snapshot

WATCH = """
new MutationObserver(() => {
  if (!window.answeredAt && document.querySelector("SELECTOR")) window.answeredAt = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["data-answered"]});
"""


@dataclass(frozen=True)
class Visit:
    """One visit: milliseconds to the answer, and the bytes that the server sent for it."""

    milliseconds: float
    transferred: int


Visits = Mapping[str, Mapping[str, list[Visit]]]


def measure(
    pages: Mapping[Contestant, tuple[str, Counted]], rounds: int, chromium: str, say: Callable[[str], None]
) -> Visits:
    """The visits of every page, by name and by "cold" and "warm"."""
    visits: Visits = {page.name: {"cold": [], "warm": []} for page in pages}
    with sync_playwright() as playwright:
        for number in range(1, rounds + 1):
            for page, (server, counted) in pages.items():
                cold, warm = _two_visits(playwright.chromium, chromium, page, server, counted)
                visits[page.name]["cold"].append(cold)
                visits[page.name]["warm"].append(warm)
                say(f"round {number} of {rounds}: {page.name}, {cold.milliseconds:.0f} / {warm.milliseconds:.0f} ms")
    return visits


def _two_visits(
    launcher: BrowserType, chromium: str, page: Contestant, server: str, counted: Counted
) -> tuple[Visit, Visit]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = launcher.launch_persistent_context(profile, executable_path=chromium, args=FLAGS)
        context.add_init_script(WATCH.replace("SELECTOR", page.answered) + page.reader)
        context.pages[0].wait_for_timeout(REST_BEFORE_VISITS)
        try:
            return _visit(context, page, server, counted), _visit(context, page, server, counted)
        finally:
            context.close()


def _visit(context: BrowserContext, visited: Contestant, server: str, counted: Counted) -> Visit:
    page = context.new_page()
    sent_before = counted.bytes_sent
    page.goto(f"{server}{visited.address}", wait_until="commit")
    page.wait_for_selector(visited.answered, state="attached", timeout=PATIENCE)
    visit = Visit(page.evaluate("window.answeredAt ?? performance.now()"), counted.bytes_sent - sent_before)
    page.wait_for_timeout(REST_BETWEEN_VISITS)
    page.close()
    return visit


def table(visits: Visits, reference: str) -> str:
    """Medians, and each as a share of the reference page's."""
    lines = [f"{'':24}{'cold ms':>9}{'ratio':>7}{'warm ms':>9}{'ratio':>7}{'cold kB':>9}{'warm kB':>9}"]
    for name, by_kind in visits.items():
        cells = [f"{name:24}"]
        for kind in ("cold", "warm"):
            time = _milliseconds(by_kind[kind])
            cells.append(f"{time:9.0f}{time / _milliseconds(visits[reference][kind]):7.2f}")
        cells += [f"{median(visit.transferred for visit in by_kind[kind]) / 1000:9.0f}" for kind in ("cold", "warm")]
        lines.append("".join(cells))
    return "\n".join(lines)


def _milliseconds(visits: list[Visit]) -> float:
    return median(visit.milliseconds for visit in visits)
