"""Our pages and files as MkDocs' files."""

import re
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from scripts.publishing.front_pages import is_outside
from scripts.publishing.page import Page
from scripts.publishing.plan import Plan

# scripts/frontend makes few files of all modules and sheets, Material's among them.
UNUSED = re.compile(r"assets/(javascripts|stylesheets)/|assets/images/favicon|.*\.map$")


def is_dropped(file: File, config: MkDocsConfig) -> bool:
    """Whether nobody asks for the file, or nobody may have it: a link led out of docs/ to it."""
    is_asked_for = file.src_dir == config.docs_dir and not file.inclusion.is_excluded()
    return bool(UNUSED.match(file.src_uri)) or (
        is_asked_for and is_outside(Path(file.abs_src_path), Path(config.docs_dir))
    )


def page_file(page: Page, config: MkDocsConfig) -> File:
    """A page whose HTML is ready."""
    file = File.generated(config, page.source, content=page.body, inclusion=InclusionLevel.NOT_IN_NAV)
    ReadyPage(page, file, config)
    return file


def static_file(path: str, content: str | bytes, config: MkDocsConfig) -> File:
    """A file that is served as it is."""
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)


class SiteFiles(Files):
    """The files that are there before the chapters are made; people's own pages may lead to those that are to come."""

    def __init__(self, files: Iterable[File], plan: Plan, config: MkDocsConfig) -> None:
        super().__init__(list(files))
        self._folder = config.site_dir
        self._to_come = {f"{path}index.md": f"{path}index.html" for path in plan.page_paths}
        self._to_come |= {path: path for path in plan.file_paths}

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path)
        if found is None and path in self._to_come:
            return File(path, None, self._folder, use_directory_urls=True, dest_uri=self._to_come[path])
        return found


class ReadyPage(MkDocsPage):
    """A page whose body is HTML already: there is nothing to read and nothing to convert."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self._ready = page

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", self._ready.front_matter

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._ready.body
        self.present_anchor_ids = set()
