"""The HTML of a clause's own text: sanitised, wide tables in a frame that scrolls, each distinct text rendered once."""

import re
from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

TAGS = {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "code", "pre", "blockquote", "br", "hr", "sup", "sub"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "span", "div"),
}
ATTRIBUTES = {
    "a": {"href", "class", "id", "data-localised"},
    "span": {"class", "id"},
    "div": {"class", "id"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
IN_A_LINE = r"""[\w .,;:()/%'"«»§?–-]*"""
PLAIN = re.compile(rf"[^\W\d]{IN_A_LINE}(?:(?<! )\n\w{IN_A_LINE})*(?<! )")  # a paragraph, with no sign but "_"


@cache
def clause_html(markdown: str, table_label: str) -> Markup:
    """The text as HTML; a table in it is a group with a name, so that it can be scrolled by keyboard.

    Half of all clauses are a paragraph of mere words, which needs no reader to become HTML.
    """
    if "_" not in markdown and PLAIN.fullmatch(markdown):
        return Markup(f"<p>{markdown}</p>")
    clean = nh3.clean(_reader().reset().convert(markdown), tags=TAGS, attributes=ATTRIBUTES, link_rel=None)
    frame = f'<div class="table" role="group" tabindex="0" aria-label="{escape(table_label)}">'
    return Markup(TABLE.sub(lambda table: f"{frame}{table[0]}</div>", clean))


def prose_html(markdown: str) -> Markup:
    """A few sentences of our own as HTML."""
    return Markup(nh3.clean(_reader().reset().convert(markdown), tags=TAGS, attributes=ATTRIBUTES, link_rel=None))


@cache
def _reader() -> Markdown:
    extensions = ["tables", "sane_lists", "md_in_html"]
    return Markdown(extensions=extensions, extension_configs={"tables": {"use_align_attribute": True}})
