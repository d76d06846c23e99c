"""The door to MkDocs, and the only file that knows it: hands it the pages of scripts/publishing as generated files."""

import gc
import json
import logging
import re
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from scripts.building.sources import makers_stamp
from scripts.keeping.keep import Wanted
from scripts.keeping.processes import do_all
from scripts.keeping.sets import Sets
from scripts.keeping.store import Store
from scripts.keeping.templates import compiled_templates
from scripts.printing.press import PrintingFailed, printed
from scripts.publishing.chapter import Chapter, Outline
from scripts.publishing.environment import environment
from scripts.publishing.front_pages import is_outside
from scripts.publishing.page import Page, StaticFile
from scripts.publishing.plan import Plan, planned
from scripts.publishing.site import documents
from scripts.publishing.words import translations, words_around
from scripts.setup.start import ROOT
from scripts.setup.steps import say

log = logging.getLogger("mkdocs.paragraf")

COMPILED = ROOT / ".cache" / "templates"
# Material's own scripts are replaced by ours, and scripts/frontend makes few files of all modules and sheets.
UNUSED = re.compile(r"assets/(javascripts|stylesheets)/|assets/images/favicon|.*\.map$")


def on_startup(command: str, dirty: bool) -> None:
    """Do not look for values that only each other know: a build has few, and keeps most of what it makes to its end."""
    if command == "build":
        gc.disable()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is said of more than one agreement; all problems are reported together, so that a strict build stops."""
    tag = Path(config.extra.get("bundle") or "none").name
    config.extra["front"] = f"assets/front/{Path(config.extra.get('frontend') or 'none').name}/"
    environment().bytecode_cache = compiled_templates(COMPILED, _makers_stamp())
    store = Path(config.extra["measurements"]) if config.extra.get("measurements") else None
    printing = config.extra.get("pdf", True)
    asked = moment_of(config), tag, config.site_url or "", store
    plan = planned(Path(config.docs_dir), *asked, _store(config), printing)
    for problem in plan.problems:
        log.warning(problem)
    if not plan.pages:
        raise PluginError("There is nothing to publish before this is mended.")  # not one warning more for each link
    sources = {page.source for page in plan.pages}
    kept = [file for file in files if file.src_uri not in sources and not _is_dropped(file, config)]
    pages = [_page_file(page, config) for page in plan.pages]
    pdfs = _pdf_files(plan, config) if printing else []
    made = [*pages, *(_static_file(file, config) for file in plan.files), *pdfs]
    files = Files([*kept, *made, *_to_come(plan, config, {file.src_uri for file in pdfs})])
    config.extra["words"] = words_around({file.url for file in files})
    config.extra["documents"] = documents(plan.files)
    config.extra["plan"] = plan
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Give a page that people wrote the addresses of its translations."""
    if not isinstance(page, ReadyPage):
        here = {file.url for file in files.documentation_pages()}
        page.meta["alternates"] = {language: url for language, url in translations(page.url).items() if url in here}


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Make and write the chapters, in as many processes as there are processors."""
    env.bytecode_cache, env.auto_reload = environment().bytecode_cache, False
    frame, plan = Frame(env, config), config.extra["plan"]
    do_all([partial(_write_chapter, chapter, frame) for chapter in plan.chapters])
    outlines = [_outline(chapter, chapter.make, config) for chapter in plan.chapters]
    for problem in plan.broken_links(outlines):
        log.warning(problem)
    config.extra["documents"] += chain.from_iterable(each.to_find for each in outlines)


def on_post_build(config: MkDocsConfig) -> None:
    """Let go of what no build has asked for in a long time."""
    _store(config).forget_oldest()
    _sets(config).forget_oldest()


def _store(config: MkDocsConfig) -> Store:
    """What builds keep for each other; a measurement names a folder of its own."""
    return Store(_kept(config), _makers_stamp())


def _sets(config: MkDocsConfig) -> Sets:
    """The files of chapters, as they are served."""
    kept = _kept(config)
    return Sets(kept.with_name(f"{kept.name}-files"), _makers_stamp())


def _kept(config: MkDocsConfig) -> Path:
    return Path(config.extra.get("kept") or ROOT / ".cache" / "kept")


@cache
def _makers_stamp() -> str:
    return makers_stamp(ROOT)


def _is_dropped(file: File, config: MkDocsConfig) -> bool:
    """Whether nobody asks for the file, or nobody may have it: a link led out of docs/ to it."""
    is_asked_for = file.src_dir == config.docs_dir and not file.inclusion.is_excluded()
    return bool(UNUSED.match(file.src_uri)) or (
        is_asked_for and is_outside(Path(file.abs_src_path), Path(config.docs_dir))
    )


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


def _pdf_files(plan: Plan, config: MkDocsConfig) -> list[File]:
    try:
        pdfs = printed({page.path: page.html for page in plan.prints}, ROOT / ".cache" / "printed", say)
    except PrintingFailed as error:
        raise PluginError(str(error)) from error
    return [File.generated(config, path, content=pdf, inclusion=InclusionLevel.INCLUDED) for path, pdf in pdfs.items()]


def _to_come(plan: Plan, config: MkDocsConfig, there: Collection[str]) -> Iterator[File]:
    """What people's own pages may lead to beside what is there now."""
    for path in plan.page_paths:
        yield ComingFile(f"{path}index.md", None, config.site_dir, True, dest_uri=f"{path}index.html")
    for path in plan.file_paths:
        if path not in there:
            yield ComingFile(path, None, config.site_dir, True, dest_uri=path)


class ComingFile(File):
    """A file that is written with its chapter; here it is only led to."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """There is nothing to copy yet."""


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

    env: jinja2.Environment
    config: MkDocsConfig
    same: dict[Hashable, dict[str, str]] = field(default_factory=dict)  # what pages of one kind have in common

    @cached_property
    def made_from(self) -> str:
        """All that it reads beside its page and what the store's stamp is of."""
        read = [self.config.site_url, self.config.extra["words"], self.config.extra["front"]]
        return json.dumps(read, sort_keys=True)

    def around(self, page: Page) -> bytes:
        """The page as it is served; it stands in no navigation."""
        ready = _page_file(page, self.config).page
        ready.read_source(self.config)
        ready.render(self.config, Files([]))
        context = get_context(Navigation([], []), [], self.config, ready)
        return self.env.get_template("main.html").render(context, same=self._same(page, context)).encode()

    def _same(self, page: Page, context: TemplateContext) -> dict[str, str]:
        """The header and footer of all pages in a room, in a language, and equally deep in the site."""
        kind = (page.lang, page.room, page.path.count("/"), *page.alternates.items())
        if kind not in self.same:
            around = {"spoken": page.lang, "words": self.config.extra["words"][page.lang]}
            parts = {name: self.env.get_template(f"partials/{name}.html") for name in ("header", "footer")}
            self.same[kind] = {name: part.render(context, **around) for name, part in parts.items()}
        return self.same[kind]

    def served(self, chapter: Chapter) -> dict[str, bytes]:
        """The files of a chapter, by path."""
        pages = {f"{page.path}index.html": self.around(page) for page in chapter.pages}
        return pages | {file.path: file.text.encode() for file in chapter.files}


def _write_chapter(chapter: Wanted[Chapter], frame: Frame) -> None:
    """Put the files of an agreement into the site; they and its outline are kept for the build after this one."""
    make = cache(chapter.make)
    made_from = ("served", frame.made_from, *chapter.made_from)
    _sets(frame.config).put(Path(frame.config.site_dir), made_from, lambda: frame.served(make()))
    _outline(chapter, make, frame.config)


def _outline(chapter: Wanted[Chapter], make: Callable[[], Chapter], config: MkDocsConfig) -> Outline:
    return _store(config)(("outline", *chapter.made_from), lambda: make().outline)
