"""How the tests start Chromium, and how they hear of what a page complains about."""

import os
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Route

from scripts.serving.headers import headers_for
from scripts.setup.start import ROOT

FLAGS = [
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium refuses to start as root with its sandbox
]

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`));
"""


def with_modules(context: BrowserContext) -> None:
    """Let pages import single modules, which the site has only within one file: /assets/front/search/keys.mjs."""

    def fulfil(route: Route) -> None:
        address = urlsplit(route.request.url).path
        path = ROOT / "templates" / "assets" / "javascripts" / address.removeprefix("/assets/front/")
        route.fulfill(path=path, headers=headers_for(address) | {"Content-Type": "text/javascript"})

    context.route("**/assets/front/{search,calculator}/*.mjs", fulfil)


def watch(page: Page, faults: list[str]) -> None:
    """Write every error, uncaught exception and refusal by the security policy of a page into the list."""

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"{page.url}: {message.text}")

    page.add_init_script(REPORT_VIOLATIONS)
    page.on("console", note)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
