"""Addresses inside pages: written from the site's root, published relative to the page; so a site may live anywhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.publishing.page import Page

# Every page is searched by each of these: a text that is the same for all hits is found ten times as fast as a choice.
STARTS = tuple(f" {name}" for name in ("href", "src", "action", "data-base", "data-terms", "data-site"))
ANCHORS = re.compile(r' id="([^"]+)"')
LINKS = re.compile(r' href="/(?!/)([^"]*)"')


@dataclass(frozen=True)
class PageLinks:
    """What a page can be linked to by, and where it leads on this site."""

    path: str
    anchors: frozenset[str]
    addresses: tuple[str, ...]  # without the slash they begin with, sorted


def relative_links(html: str, path: str) -> str:
    """The same HTML with every address from the root made relative to the page at `path`."""
    up = "../" * path.count("/")
    before, *after = html.split('="/')
    parts = [before]
    for text in after:
        is_address = before.endswith(STARTS) and not text.startswith("/")
        here = "" if up or text[:1] != '"' else "./"
        parts += (f'="{up}{here}' if is_address else '="/', text)
        before = text
    return "".join(parts)


def page_links(page: Page) -> PageLinks:
    """The anchors and addresses of a page whose links lead from the root."""
    addresses = {link for html in (page.body, *page.parts.values()) for link in LINKS.findall(html)}
    return PageLinks(page.path, frozenset(ANCHORS.findall(page.body)), tuple(sorted(addresses)))


def broken_links(pages: Iterable[PageLinks], files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each (page path, address) that leads to no page, no anchor and none of the files of this site, by their paths."""
    pages = list(pages)
    anchors = {page.path: page.anchors for page in pages}
    whole = {name for path in files for name in (path, path.removesuffix("index.html"))}
    addresses = set().union(*(page.addresses for page in pages))
    broken = {address for address in addresses if not _leads_somewhere(address, anchors, whole)}
    for page in pages:
        yield from ((page.path, f"/{address}") for address in page.addresses if address in broken)


def _leads_somewhere(address: str, anchors: Mapping[str, Collection[str]], whole: Collection[str]) -> bool:
    path, _, anchor = address.partition("#")
    path = path.partition("?")[0]
    return path in whole or (path in anchors and (not anchor or anchor in anchors[path]))


def public_links(html: str, site_url: str) -> str:
    """The same HTML for a reader who is not on the site: with whole addresses, or without its links if it has none."""
    if site_url:
        return LINKS.sub(lambda found: f' href="{site_url.rstrip("/")}/{found[1]}"', html)
    return LINKS.sub("", html)
