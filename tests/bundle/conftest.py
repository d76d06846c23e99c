"""A real bundle, and a small site whose one page asks it."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from scripts.bundle import bundle
from scripts.serving.server import serving
from scripts.setup.start import ROOT

CLIENT = ROOT / "templates" / "assets" / "javascripts" / "python"
PAGE = Path(__file__).parent / "page"


@pytest.fixture(scope="session")
def bundle_folder() -> Path:
    """The bundle of the calculators as they are now."""
    return bundle(ROOT, ROOT / ".cache")


@pytest.fixture(scope="session")
def selfcheck(bundle_folder: Path) -> dict[str, str]:
    """The bundle's own question: request, terms, today and the hash of the right answer."""
    return json.loads((bundle_folder / "bundle.json").read_text("utf-8"))["selfcheck"]


@pytest.fixture(scope="session")
def asking_site(bundle_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the asking page, served with the production headers."""
    folder = tmp_path_factory.mktemp("asking")
    shutil.copytree(PAGE, folder / "page")
    shutil.copytree(CLIENT, folder / "assets" / "javascripts" / "python")
    shutil.copytree(bundle_folder, folder / "assets" / "python" / bundle_folder.name)
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with serving(folder) as address:
        yield f"{address}/page/?tag={bundle_folder.name}"


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Contexts of their own: nothing is in the store of a new visitor."""
    contexts = []

    def new() -> BrowserContext:
        contexts.append(browser.new_context())
        return contexts[-1]

    yield new
    for context in contexts:
        context.close()
