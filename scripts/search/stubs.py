"""A record as the small HTML page that Pagefind reads: words to find it by, and values to show."""

from collections.abc import Iterable
from html import escape

from scripts.search.keys import key
from scripts.search.records import Record

WORDS = ("under", "agreement", "supplier", "asked")
FILTERS = ("supplier", "language", "number")
VALUES = (*FILTERS, "standing")  # as plain words they would be found by «3» or «force»


def stub_name(record: Record) -> str:
    """The name of the page, which Pagefind gives back for it: the address with the anchor as a file."""
    return f"{record.address.removeprefix('/').replace('#', '')}.html"


def stub(record: Record, endings: Iterable[str]) -> str:
    """The page; `endings` are further words that it is found by."""
    keys = " ".join(key(name, getattr(record, name)) for name in VALUES)
    words = {"title": record.heading, **{name: getattr(record, name) for name in WORDS}}
    parts = words | {"endings": " ".join(endings), "keys": keys}
    head = "".join(_part(name, value) for name, value in parts.items() if value)
    body = escape(record.text or record.heading)  # Pagefind leaves out a page without words
    return f'<html lang="{record.language}"><body data-pagefind-body>{head}<p>{body}</p></body></html>'


def _part(name: str, value: str) -> str:
    return f'<p data-pagefind-ignore data-pagefind-meta="{name}">{escape(value)}</p>'
