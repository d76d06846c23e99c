"""Pages as they are served: their links made relative, their parts beside them, and where their links lead."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scripts.publishing.links import PageLinks, page_links, relative_links
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
    pages = tuple(pages)
    served = tuple(replace(page, body=relative_links(page.body, page.path)) for page in pages)
    return Finished(served, tuple(_parts(pages)), tuple(map(page_links, pages)))


def _parts(pages: Iterable[Page]) -> Iterator[StaticFile]:
    """Each part beside its page."""
    for page in pages:
        for name, html in page.parts.items():
            yield StaticFile(f"{page.path}{name}", relative_links(html, page.path))
