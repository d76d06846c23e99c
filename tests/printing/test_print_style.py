"""An agreement's page sent to a printer: the text with its numbers, and nothing that is only for a screen."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from scripts.publishing.words import words

VERSION = "/agreements/example/cloud-storage/2025-07-01/"
TEXT_WIDTH = round((210 - 2 * 20) / 25.4 * 96)  # of a sheet of A4 between the margins of print.css, in CSS pixels


@pytest.fixture
def printer(page: Page) -> Page:
    page.goto(VERSION)
    return page


def test_leaves_out_what_only_a_screen_can_use(printer: Page):
    """No menu, no button, no link to another page; the clauses and their numbers are there, and the hash."""
    text = _printed_text(printer)
    own = words("nb")
    screen = [own["site"]["skip"], own["site"]["search"]["label"], own["agreement"]["compute"]]
    screen += [own["agreement"][word] for word in ("copy_link", "permanent", "to_versions", "as_pdf")]
    screen += [own["versions"]["compare"], own["versions"]["which"]]
    assert [word for word in screen if word in text] == []
    assert [word for word in ("1.2.", "2.4.", "6.2.", "Oppetid", "SHA-256") if word not in text] == []


def test_numbers_its_pages(printer: Page):
    """Every sheet says which it is, and how many there are."""
    pages = PdfReader(BytesIO(printer.pdf(prefer_css_page_size=True))).pages
    assert len(pages) > 1
    assert [f"{number} / {len(pages)}" in page.extract_text() for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


def test_cuts_no_table(printer: Page):
    """What would scroll on a screen fits on the paper."""
    printer.set_viewport_size({"width": TEXT_WIDTH, "height": 900})
    printer.emulate_media(media="print")
    widths = printer.eval_on_selector_all(
        ".table", "frames => frames.map(frame => [frame.scrollWidth, frame.clientWidth])"
    )
    assert len(widths) > 3
    assert [(inside, frame) for inside, frame in widths if inside > frame] == []


def _printed_text(page: Page) -> str:
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
