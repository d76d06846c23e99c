"""Every type of page, in light and dark, on a desktop and on a phone: axe finds nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from scripts.setup.start import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
PAGES = (
    "/",
    "/sv/",
    "/agreements/",
    "/agreements/nettsoft/",
    "/agreements/nettsoft/vps-access/",
    "/agreements/cloud-nine/general/2026-11-20/",
    "/agreements/example/cloud-storage/2025-07-01/",
    "/agreements/example/cloud-storage/2024-04-15...2025-07-01/",
    "/agreements/example/cloud-storage/compare/?from=2024-01-01&to=2027-03-01",
    "/calculators/",
    "/calculators/applies/nettsoft/",
    "/calculators/availability-credit/?rule=nettsoft/vps-access:uptime-credit",
    "/en/calculators/term-and-notice/?rule=nettsoft/vps-access:notice-3m-from-month-end&notice_date=2026-02-31",
    "/calculators/response-deadline/?rule=maco-io/integration-ops:response-times",
    "/sv/calculators/rate-card-invoice/?rule=nettsoft/sales-summary:rate-card",
    "/guide/marks/",
)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_violations(new_page: Callable[..., Page], scheme: str, size: dict[str, int]):
    """Names, roles, contrast and order hold on every type of page, and a phone never scrolls sideways."""
    page = new_page(color_scheme=scheme, viewport=size, bypass_csp=True)
    for address in PAGES:
        page.goto(address)
        if "?" in address:
            page.wait_for_selector("[data-answered=computed]")
        page.evaluate(AXE)
        violations = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [(address, each["id"], each["nodes"][0]["html"]) for each in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
