"""In Chromium, under the production headers, no hostile text runs, loads anything, or is refused by the policy."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.serving.server import serving, serving_application
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.testing.browser import watch
from tests.status.hostile.written import EVERY, PAYLOADS, write_hostile
from tests.status.machines.made import write
from tests.status.sample import NOW

TELL = """
for (const name of ["alert", "confirm", "prompt", "msgbox"]) {
  window[name] = () => console.error(`a hostile ${name} ran`);
}
"""
ODD_ATTRIBUTES = """\
() => [...document.querySelectorAll("*")].flatMap((element) =>
  [...element.attributes].filter(({ name }) => /^(on|style|srcdoc|formaction|ping)/.test(name)).map(({ name }) => name))
"""
LINKS = "() => [...document.links].map((link) => link.href)"


@pytest.fixture(scope="module")
def files(library: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The section with every hostile text in an incident and a maintenance, and each family in a service's name."""
    families = [" ".join(family) for family in PAYLOADS.values()]
    status = read_status(write_hostile(tmp_path_factory.mktemp("docs"), families, EVERY), library)
    assert [str(problem) for problem in status.problems] == []
    return dict(pages_of(status, library, NOW))


@pytest.fixture(scope="module")
def served(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(write(files, tmp_path_factory.mktemp("site"))) as address:
        yield address


@pytest.fixture
def hostile_page(browser: Browser) -> Iterator[Page]:
    """A page that has nothing to complain of, asks nobody but its own site, and opens no dialog."""
    context, faults, asked = browser.new_context(), [], []
    page = context.new_page()
    watch(page, faults)
    page.add_init_script(TELL)
    page.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:image/svg+xml,"))] == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_no_page_runs_or_loads_what_a_text_says(files: dict[str, str], served: str, hostile_page: Page, root: str):
    """Every kind of page, and the page of every event in the language of the root."""
    event = "status/incidents/" if not root else "en/status/incidents/i1"
    others = [f"{root}status/s", f"{root}status/banner", f"{root}status/index"]
    paths = [path for path in files if path.endswith(".html") and path.startswith((event, *others))]
    assert len(paths) > (2 * len(EVERY) if not root else 50)
    for path in paths:
        hostile_page.goto(f"{served}/{path.removesuffix('index.html')}")
        assert hostile_page.evaluate(ODD_ATTRIBUTES) == [], path
        here = [
            link for link in hostile_page.evaluate(LINKS) if not link.startswith((served, "https://status.example"))
        ]
        assert here == [], path


def test_not_even_a_careless_reader_runs_it(files: dict[str, str], hostile_page: Page):
    """A page elsewhere, with no policy, that puts our feeds, answers and badges into itself as HTML."""
    texts = [text for path, text in files.items() if path.endswith("badge.svg")]
    for path in ("feeds/status/incidents.json", "api/v2/incidents.json", "api/v2/scheduled-maintenances.json"):
        texts += strings(json.loads(files[path]))
    html = "\n".join(texts)
    with elsewhere(html) as address:
        hostile_page.goto(address)
        assert hostile_page.evaluate(ODD_ATTRIBUTES) == []
        inserted = "(html) => { document.body.innerHTML = html; return document.scripts.length; }"
        assert hostile_page.evaluate(inserted, html) == 0
        hostile_page.wait_for_load_state("networkidle")
        hostile_page.goto("about:blank")  # nothing more is asked for, as an icon, of a server that is gone


def test_a_text_that_was_not_sanitised_would_be_heard(browser: Browser):
    """The ear of the tests above: the texts as they were written do run on such a page."""
    context, faults = browser.new_context(), []
    page = context.new_page()
    watch(page, faults)
    page.add_init_script(TELL)
    with elsewhere("\n".join(PAYLOADS["plain tags"][:8])) as address:
        page.goto(address)
    context.close()
    assert any("hostile alert ran" in fault for fault in faults)


@contextmanager
def elsewhere(html: str) -> Iterator[str]:
    """The address of a page of another site, which has no policy, with this in its body."""
    document = f"<!doctype html><html lang=nb><title>Careless</title><body>{html}".encode()

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [document if environ["PATH_INFO"] == "/" else b""]

    with serving_application(application) as address:
        yield f"{address}/"


def strings(value: Any) -> list[str]:
    """Every text of a JSON value."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []
