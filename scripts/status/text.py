"""An operator's Markdown as HTML, sanitised here once for pages, feeds and JSON alike."""

from functools import cache

import nh3
from markdown import Markdown

TAGS = {"p", "ul", "ol", "li", "strong", "em", "code", "blockquote", "br", "a"}


def safe_html(markdown: str) -> str:
    """The text as HTML of a few plain tags; links lead to pages only, nothing runs and nothing is loaded."""
    return nh3.clean(
        _reader().reset().convert(markdown),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    ).strip()


@cache
def _reader() -> Markdown:
    return Markdown(extensions=["sane_lists"])
