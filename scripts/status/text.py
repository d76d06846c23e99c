"""An operator's Markdown as HTML, sanitised here once for pages, feeds and JSON alike."""

import re
from functools import cache

import nh3
from markdown import Markdown

TAGS = {"p", "ul", "ol", "li", "strong", "em", "code", "blockquote", "br", "a"}
LEADS_SOMEWHERE = re.compile(r"https?://|/(?!/)")  # to another site, or from the root of this one


def safe_html(markdown: str) -> str:
    """The text as HTML of a few plain tags; links lead to pages only, nothing runs and nothing is loaded."""
    return nh3.clean(
        _reader().reset().convert(markdown),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_sound_link,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    ).strip()


def _sound_link(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or LEADS_SOMEWHERE.match(value) else None


@cache
def _reader() -> Markdown:
    return Markdown(extensions=["sane_lists"])
