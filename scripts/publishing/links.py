"""Addresses inside pages: written from the site's root, published relative to the page; so a site may live anywhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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


def cut(html: str) -> list[str]:
    """The HTML in pieces: each but the first begins with an address from the root, without `="/` before it."""
    first, *others = html.split('="/')
    pieces = [first]
    for text in others:
        if pieces[-1].endswith(STARTS) and not text.startswith("/"):
            pieces.append(text)
        else:
            pieces[-1] += f'="/{text}'
    return pieces


def relative_links(pieces: Sequence[str], path: str) -> str:
    """The same HTML with every address from the root made relative to the page at `path`."""
    if path:
        return f'="{"../" * path.count("/")}'.join(pieces)
    first, *others = pieces
    return "".join([first, *(f'="./{text}' if text.startswith('"') else f'="{text}' for text in others)])


def addresses(pieces: Sequence[str]) -> Iterator[str]:
    """Where the links lead that lead from the root, without the slash they begin with."""
    return (text.partition('"')[0] for before, text in pairwise(pieces) if before.endswith(" href"))


def anchors(html: str) -> frozenset[str]:
    """What the HTML can be linked to by."""
    return frozenset(ANCHORS.findall(html))


def broken_links(pages: Iterable[PageLinks], files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each (page path, address) that leads to no page, no anchor and none of the files of this site, by their paths."""
    pages = list(pages)
    ids = {page.path: page.anchors for page in pages}
    whole = {name for path in files for name in (path, path.removesuffix("index.html"))}
    linked = set().union(*(page.addresses for page in pages))
    broken = {address for address in linked if not _leads_somewhere(address, ids, whole)}
    for page in pages:
        yield from ((page.path, f"/{address}") for address in page.addresses if address in broken)


def _leads_somewhere(address: str, ids: Mapping[str, Collection[str]], whole: Collection[str]) -> bool:
    path, _, anchor = address.partition("#")
    path = path.partition("?")[0]
    return path in whole or (path in ids and (not anchor or anchor in ids[path]))


def public_links(html: str, site_url: str) -> str:
    """The same HTML for a reader who is not on the site: with whole addresses, or without its links if it has none."""
    if site_url:
        return LINKS.sub(lambda found: f' href="{site_url.rstrip("/")}/{found[1]}"', html)
    return LINKS.sub("", html)
