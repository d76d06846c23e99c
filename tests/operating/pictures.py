"""Pictures of a drill: the page that each step is about, in Chromium, as it looks on a desktop and on a phone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from scripts.building.status_section import publish_into
from scripts.serving.server import serving
from scripts.setup.browser import chromium
from scripts.setup.start import ROOT
from scripts.testing.browser import FLAGS, watch

SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}
SCHEMES = ("light", "dark")
FIRST_ANSWER = 60_000  # milliseconds in which even a busy machine has started the calculator
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True)
class Look:
    """A page with the files of the section as they are at an instant, and the words that tell of the step."""

    step: str
    now: datetime
    files: Mapping[str, str]
    address: str
    words: str


@dataclass(frozen=True)
class Album:
    """What there is to be seen of a drill, and what else it said, by the name of the step."""

    looks: list[Look] = field(default_factory=list)
    texts: dict[str, Iterable[str]] = field(default_factory=dict)

    def fill(self, folder: Path, site: Path) -> None:
        """Publish every look into a built site, one after another, and put its pictures into a folder.

        Chromium starts when the drill is over: beside it the probe's rounds could not run.
        """
        folder.mkdir(parents=True, exist_ok=True)
        for step, lines in self.texts.items():
            (folder / f"{step}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        with serving(site) as base_url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(ROOT), args=FLAGS)
            for look in self.looks:
                publish_into(site, look.files)
                for size, scheme in product(SIZES, SCHEMES):
                    _take(look, browser, base_url, size, scheme, folder / f"{look.step}-{size}-{scheme}.png")
            browser.close()


def _take(look: Look, browser: Browser, base_url: str, size: str, scheme: str, picture: Path) -> None:
    """The words are there to be read, nothing is wider than the screen, and the page complains of nothing.

    A page without the words is pictured too: that is where to see why.
    """
    zone = {"locale": "nb-NO", "timezone_id": "Europe/Oslo"}
    context = browser.new_context(base_url=base_url, viewport=SIZES[size], color_scheme=scheme, **zone)
    page, faults = context.new_page(), []
    page.clock.set_fixed_time(look.now)
    watch(page, faults)
    page.goto(look.address)
    told = page.locator("main").get_by_text(look.words).filter(visible=True).first
    try:
        expect(told).to_be_visible(timeout=FIRST_ANSWER)
    finally:
        page.screenshot(path=picture, full_page=True, animations="disabled")
    beyond = page.evaluate(TOO_WIDE)
    assert beyond == 0, f"{picture.name}: {beyond} pixels wider than the screen"
    assert faults == [], f"{picture.name}: {faults}"
    context.close()
