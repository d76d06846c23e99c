"""What an operator writes, sanitised here once for pages, feeds and JSON alike: texts as HTML, names as plain text."""

import re
from functools import cache
from html import unescape

import nh3
from markdown import Markdown

MARKUP = re.compile("[<&]")
TAGS = {"p", "ul", "ol", "li", "strong", "em", "code", "blockquote", "br", "a"}
# To another site, or from the root of this one; browsers read "/\" as "//", and leave out tabs and line ends.
LEADS_SOMEWHERE = re.compile(r"(https?://|/(?!/))[^\s\\]*")
# Control characters, which XML forbids, and those that turn the direction of the text that follows them.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
# A paragraph that Markdown leaves as it is and that holds nothing to be made safe: most of what operators write.
UNMARKED_LINE = r"""[^\W\d_](?:[^\W_]|[ ,.;:()'"%/?!–-])*(?<! )"""
UNMARKED_PARAGRAPH = re.compile(rf"{UNMARKED_LINE}(?:\n{UNMARKED_LINE})*")
ENDS_A_BLOCK = re.compile(r"</(p|li|blockquote)>|<br>")
LINK = re.compile(r'<a href="(?P<href>[^"]*)"[^>]*>(?P<text>.*?)</a>', re.DOTALL)


def safe_html(markdown: str) -> str:
    """The text as HTML of a few plain tags; links lead to pages only, nothing runs and nothing is loaded."""
    paragraphs = markdown.split("\n\n")
    if all(map(UNMARKED_PARAGRAPH.fullmatch, paragraphs)):
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return converted(markdown)


def converted(markdown: str) -> str:
    """The same whatever the text holds: Markdown made HTML, and the HTML made safe."""
    cleaned = nh3.clean(
        _reader().reset().convert(without_unseen(markdown)),
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},  # without "*", every tag may have a title and a language
        attribute_filter=_sound_link,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )
    return without_unseen(cleaned).strip()


def plain(text: str) -> str:
    """A name or a title without any markup, whichever way it was written; harmless even where it is taken for HTML."""
    if not MARKUP.search(text):
        return " ".join(without_unseen(text).split())
    while (cleaned := unescape(nh3.clean(without_unseen(text), tags=set()))) != text:
        text = cleaned
    return " ".join(text.split())


def plain_text(html: str) -> str:
    """Sanitised HTML as plain text: a line for each block, the address of a link behind its text."""
    lines = ENDS_A_BLOCK.sub("\n", LINK.sub(_told_link, html)).split("\n")
    return "\n".join(line for line in map(plain, lines) if line)


def without_unseen(text: str) -> str:
    """The text without characters that nobody sees and some programs trip over."""
    return UNSEEN.sub("", text)


def _told_link(link: re.Match) -> str:
    return link["text"] if link["href"] in link["text"] else f"{link['text']} ({link['href']})"


def _sound_link(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or LEADS_SOMEWHERE.fullmatch(value) else None


@cache
def _reader() -> Markdown:
    return Markdown(extensions=["sane_lists"])
