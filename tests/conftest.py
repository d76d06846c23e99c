"""What costs time and is shared by all tests: one built site, one server, one browser."""

from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.building.site import bring_up_to_date
from scripts.serving.server import serving
from scripts.setup.browser import chromium
from scripts.testing.browser import FLAGS, watch, with_modules
from scripts.testing.order import cost
from scripts.testing.shared import BUILD, TODAY

hypothesis.settings.register_profile("paragraf", deadline=None, derandomize=True)
hypothesis.settings.load_profile("paragraf")


def pytest_addoption(parser: pytest.Parser) -> None:
    pictured = "put pictures of each step of the drill, taken in Chromium, into this folder"
    parser.addoption("--pictures", type=Path, metavar="FOLDER", help=pictured)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: cost(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site as it is on TODAY."""
    bring_up_to_date(BUILD)
    return BUILD.site


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """The address of a server of that site, with the production headers, without a slash at the end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(BUILD.root), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def faults() -> list[str]:
    """What pages complain of; a test that provokes a complaint asks for this list, looks at it and clears it."""
    return []


@pytest.fixture
def new_page(browser: Browser, base_url: str, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens pages with context options of their own; none may break the CSP or log an error."""
    contexts = []

    def open_page(**options: object) -> Page:
        defaults = {"locale": "nb-NO", "timezone_id": "Europe/Oslo", "viewport": {"width": 1280, "height": 800}}
        contexts.append(browser.new_context(base_url=base_url, **(defaults | options)))
        with_modules(contexts[-1])
        page = contexts[-1].new_page()
        page.clock.set_fixed_time(datetime.combine(TODAY, time(12), ZoneInfo("Europe/Oslo")))
        watch(page, faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """An empty desktop page; `page.goto("/status/")` is enough."""
    return new_page()
