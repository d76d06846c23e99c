"""Pages as they are served: their links made relative, their parts beside them, and where their links lead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scripts.publishing.links import PageLinks, addresses, anchors, cut, relative_links
from scripts.publishing.page import Page, StaticFile


@dataclass(frozen=True)
class Finished:
    """Pages with relative links, what they fetch when they come to it, and what they link to."""

    pages: tuple[Page, ...]
    parts: tuple[StaticFile, ...]
    links: tuple[PageLinks, ...]


def side_by_side(made: Sequence[Finished]) -> Finished:
    """All their pages, in order."""
    return Finished(
        tuple(page for each in made for page in each.pages),
        tuple(part for each in made for part in each.parts),
        tuple(links for each in made for links in each.links),
    )


def finished(pages: Iterable[Page]) -> Finished:
    """The pages ready to be served, wherever the site will live."""
    return side_by_side([_finished(page) for page in pages])


def _finished(page: Page) -> Finished:
    """One page with its parts beside it; each text is cut once, to be written and to say where it leads."""
    body, parts = cut(page.body), {name: cut(html) for name, html in page.parts.items()}
    served = replace(page, body=relative_links(body, page.path))
    beside = tuple(StaticFile(f"{page.path}{name}", relative_links(part, page.path)) for name, part in parts.items())
    leads_to = {address for pieces in (body, *parts.values()) for address in addresses(pieces)}
    return Finished((served,), beside, (PageLinks(page.path, anchors(page.body), tuple(sorted(leads_to))),))
