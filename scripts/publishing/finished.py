"""Pages as they are served: their links made relative, their parts beside them, and where their links lead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scripts.publishing.links import PageLinks, page_links, relative_links
from scripts.publishing.page import Page, StaticFile


@dataclass(frozen=True)
class Finished:
    """Pages with relative links, what they fetch when they come to it, and what they link to."""

    pages: tuple[Page, ...]
    parts: tuple[StaticFile, ...]
    links: tuple[PageLinks, ...]

    def beside(self, others: "Finished") -> "Finished":
        """These pages and others."""
        return Finished(self.pages + others.pages, self.parts + others.parts, self.links + others.links)


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
