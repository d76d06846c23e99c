"""One HTML document as a PDF for readers and screen readers alike: tagged, with bookmarks, a language and a title."""

from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from scripts.printing.typography import style_sheet

STANDARD = "pdf/ua-1"  # accessible PDF, ISO 14289-1


def pdf(html: str) -> bytes:
    """The document as PDF. Nothing in it tells when or where it was made."""
    style, fonts = _style()
    return HTML(string=html).write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=STANDARD)


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    return CSS(string=style_sheet(), font_config=fonts), fonts
