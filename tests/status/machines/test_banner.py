"""The banner stands in a frame on another site, in Chromium under the production headers; no page of ours does."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from scripts.serving.server import serving, serving_application
from scripts.setup.start import ROOT
from scripts.status.model import Status
from scripts.status.pages import pages_of
from tests.status.machines.made import write
from tests.status.sample import NOW

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def elsewhere(status: Status, library: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of another site, whose page shows the banner and tries to show the status page."""
    folder = write(dict(pages_of(status, library, NOW)), tmp_path_factory.mktemp("status"))
    with ExitStack() as servers:
        ours = servers.enter_context(serving(folder))
        frames = "".join(
            f'<iframe title="{name}" src="{ours}/{name}/"></iframe>' for name in ("status/banner", "status")
        )
        page = f"<!doctype html><html lang=nb><title>Elsewhere</title>{frames}".encode()

        def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [page]

        yield servers.enter_context(serving_application(application))


def test_is_shown_on_another_site_without_script(elsewhere: str, browser: Browser):
    """And the status page itself is refused there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(elsewhere)
    link = page.frame_locator("[title='status/banner']").get_by_role("link")
    expect(link).to_have_text("VPN-tilgang er delvis nede.")
    expect(page.frame_locator("[title='status']").get_by_role("heading")).to_have_count(0)
    with context.expect_page() as opened:
        link.click()
    assert opened.value.url.endswith("/status/")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_violations(elsewhere: str, browser: Browser, scheme: str):
    """Also in a frame that is as narrow as a phone."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 400}, bypass_csp=True)
    page = context.new_page()
    page.goto(elsewhere)
    page.goto(page.locator("iframe").first.get_attribute("src"))
    page.evaluate(AXE)
    rules = "{resultTypes: ['violations'], rules: {'page-has-heading-one': {enabled: false}}}"
    violations = page.evaluate(f"axe.run(document, {rules})")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
