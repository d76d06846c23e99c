"""How the tests start Chromium, and how they hear of what a page complains about."""

import os

from playwright.sync_api import ConsoleMessage, Page

FLAGS = [
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium refuses to start as root with its sandbox
]

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`));
"""


def watch(page: Page, faults: list[str]) -> None:
    """Write every error, uncaught exception and refusal by the security policy of a page into the list."""

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"{page.url}: {message.text}")

    page.add_init_script(REPORT_VIOLATIONS)
    page.on("console", note)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
