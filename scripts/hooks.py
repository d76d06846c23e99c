"""The door to MkDocs, and the only file that knows it: hands it the pages of scripts/publishing as generated files."""

import gc
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, cached_property, partial
from pathlib import Path

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from scripts.building.sources import makers_stamp
from scripts.keeping.processes import do_all
from scripts.keeping.store import Store
from scripts.keeping.templates import KeptTemplates
from scripts.printing.press import PrintingFailed, printed
from scripts.publishing.chapter import Chapter
from scripts.publishing.environment import environment
from scripts.publishing.front_pages import is_outside
from scripts.publishing.page import Page, StaticFile
from scripts.publishing.site import Site, documents, site
from scripts.publishing.words import translations, words_around
from scripts.setup.start import ROOT
from scripts.setup.steps import say

log = logging.getLogger("mkdocs.paragraf")

# Material's own scripts are replaced by ours, and scripts/frontend makes few files of all modules and sheets.
UNUSED = re.compile(r"assets/(javascripts|stylesheets)/|assets/images/favicon|.*\.map$")


def on_startup(command: str, dirty: bool) -> None:
    """Do not look for values that only each other know: a build has few, and keeps most of what it makes to its end."""
    if command == "build":
        gc.disable()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and file of the site; report all problems together, so that a strict build stops at the end."""
    tag = Path(config.extra.get("bundle") or "none").name
    config.extra["front"] = f"assets/front/{Path(config.extra.get('frontend') or 'none').name}/"
    environment().bytecode_cache = KeptTemplates(_store(config))
    store = Path(config.extra["measurements"]) if config.extra.get("measurements") else None
    printing = config.extra.get("pdf", True)
    made = site(Path(config.docs_dir), moment_of(config), tag, config.site_url or "", store, _store(config), printing)
    for problem in made.problems:
        log.warning(problem)
    if not made.pages:
        raise PluginError("There is nothing to publish before this is mended.")  # not one warning more for each link
    sources = {page.source for page in made.pages}
    kept = [file for file in files if file.src_uri not in sources and not _is_dropped(file, config)]
    pages = [_page_file(page, config) for page in made.pages]
    pdfs = _pdf_files(made, config) if printing else []
    files = Files(kept + pages + [_static_file(file, config) for file in made.files] + pdfs)
    config.extra["words"] = words_around({file.url for file in files})
    config.extra["documents"] = documents(made)
    config.extra["chapters"] = made.chapters
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Give a page that people wrote the addresses of its translations."""
    if not isinstance(page, ReadyPage):
        here = {file.url for file in files.documentation_pages()}
        page.meta["alternates"] = {language: url for language, url in translations(page.url).items() if url in here}


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the chapters, in as many processes as there are processors, and leave what is common to MkDocs."""
    env.bytecode_cache = KeptTemplates(_store(config))
    frame = Frame(env.get_template("main.html"), config, files)
    chapters: tuple[Chapter, ...] = config.extra["chapters"]
    do_all([partial(_write_chapter, chapter, frame) for chapter in chapters])
    for source in (name for chapter in chapters for name in _sources(chapter)):
        files.src_uris[source].inclusion = InclusionLevel.EXCLUDED
    config.extra["documents"] += [address for chapter in chapters for address in chapter.to_find]


def on_post_build(config: MkDocsConfig) -> None:
    """Let go of what no build has asked for in a long time."""
    _store(config).forget_oldest()


def _store(config: MkDocsConfig) -> Store:
    """What builds keep for each other; a measurement names a folder of its own."""
    return Store(Path(config.extra.get("kept") or ROOT / ".cache" / "kept"), _makers_stamp())


@cache
def _makers_stamp() -> str:
    return makers_stamp(ROOT)


def _is_dropped(file: File, config: MkDocsConfig) -> bool:
    """Whether nobody asks for the file, or nobody may have it: a link led out of docs/ to it."""
    is_ours = file.src_dir == config.docs_dir
    return bool(UNUSED.match(file.src_uri)) or (is_ours and is_outside(Path(file.abs_src_path), Path(config.docs_dir)))


def moment_of(config: MkDocsConfig) -> datetime:
    """The instant the site is built for: the one that is named, or the noon of a day, else this moment."""
    named = str(config.extra.get("today") or "")
    if ":" in named:
        return datetime.fromisoformat(named)
    return datetime.combine(date.fromisoformat(named), time(12), UTC) if named else datetime.now(UTC)


def _page_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.source, content=page.body, inclusion=InclusionLevel.NOT_IN_NAV)
    ReadyPage(page, file, config)
    return file


def _static_file(file: StaticFile, config: MkDocsConfig) -> File:
    return File.generated(config, file.path, content=file.text, inclusion=InclusionLevel.INCLUDED)


def _pdf_files(made: Site, config: MkDocsConfig) -> list[File]:
    try:
        pdfs = printed({page.path: page.html for page in made.prints}, ROOT / ".cache" / "printed", say)
    except PrintingFailed as error:
        raise PluginError(str(error)) from error
    return [File.generated(config, path, content=pdf, inclusion=InclusionLevel.INCLUDED) for path, pdf in pdfs.items()]


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


@dataclass(frozen=True)
class Frame:
    """What stands around every page."""

    template: jinja2.Template
    config: MkDocsConfig
    files: Files

    @cached_property
    def made_from(self) -> str:
        """All that it reads beside its page and what the store's stamp is of."""
        read = [self.config.site_url, self.config.extra["words"], self.config.extra["front"]]
        return json.dumps(read, sort_keys=True)

    def page(self, page: Page) -> MkDocsPage:
        return self.files.src_uris[page.source].page

    def around(self, page: Page) -> bytes:
        """The page as it is served; it stands in no navigation."""
        context = get_context(Navigation([], []), [], self.config, self.page(page))
        return self.template.render(context).encode()


def _write_chapter(chapter: Chapter, frame: Frame) -> None:
    """Write the pages and files of an agreement; pages in their frame are kept for the build after this one."""
    made_from = ("framed", frame.made_from, *chapter.made_from)
    framed = _store(frame.config)(made_from, lambda: [frame.around(page) for page in chapter.pages])
    for page, html in zip(chapter.pages, framed, strict=True):
        write_file(html, f"{frame.config.site_dir}/{page.path}index.html")
    for file in chapter.files:
        write_file(file.text.encode(), f"{frame.config.site_dir}/{file.path}")


def _sources(chapter: Chapter) -> Iterator[str]:
    """What MkDocs calls the pages and files of an agreement."""
    yield from (page.source for page in chapter.pages)
    yield from (file.path for file in chapter.files)
