"""What a site consists of beside its chapters, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from scripts.publishing.chapter import Outline
from scripts.publishing.links import PageLinks, broken_links
from scripts.publishing.page import Page, PrintedPage, StaticFile

LEADS_SOMEWHERE = "expected a page of the site and, after #, an id on it."


@dataclass(frozen=True)
class Plan:
    """What is said of more than one agreement, and what is printed; or else an author's problems, one line each.

    The pages have relative links, the files are as they are served.
    """

    pages: tuple[Page, ...]
    files: tuple[StaticFile, ...]
    prints: tuple[PrintedPage, ...]
    problems: tuple[str, ...]
    links: tuple[PageLinks, ...] = ()  # of the pages that are made
    page_paths: tuple[str, ...] = ()  # of the chapters
    file_paths: tuple[str, ...] = ()  # of the chapters, with the PDFs of their versions

    def broken_links(self, outlines: Sequence[Outline]) -> list[str]:
        """What is wrong with the links of the site whose chapters have these outlines, one line each."""
        links = [*self.links, *chain.from_iterable(each.links for each in outlines)]
        broken = broken_links(links, [*(file.path for file in self.files), *self.file_paths])
        return [f'/{path}: the link to "{address}" leads nowhere; {LEADS_SOMEWHERE}' for path, address in broken]
