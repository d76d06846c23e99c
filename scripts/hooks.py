"""The hooks of MkDocs: they hand it the pages of scripts/publishing as generated files, and write the chapters."""

import gc
import logging
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_theme_dir

from scripts.mkdocs_door.chapters import write_chapters
from scripts.mkdocs_door.files import ReadyPage, SiteFiles, is_dropped, page_file, static_file
from scripts.mkdocs_door.frame import Frame
from scripts.mkdocs_door.kept import sets, store, templates
from scripts.printing.press import PrintingFailed, printed
from scripts.publishing.environment import environment
from scripts.publishing.plan import Plan, planned
from scripts.publishing.site import documents
from scripts.publishing.words import translations, words_around
from scripts.setup.start import ROOT
from scripts.setup.steps import say

log = logging.getLogger("mkdocs.paragraf")


def on_startup(command: str, dirty: bool) -> None:
    """Do not look for values that only each other know: a build has few, and keeps most of what it makes to its end."""
    if command == "build":
        gc.disable()


def on_config(config: MkDocsConfig) -> None:
    """Have only the templates of Material: MkDocs would look at each of the ten thousand icons in its folder."""
    config.extra["template_folders"] = config.theme.dirs
    config.theme.dirs = [folder for folder in config.theme.dirs if folder != get_theme_dir(config.theme.name)]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is said of more than one agreement; all problems are reported together, so that a strict build stops."""
    tag = Path(config.extra.get("bundle") or "none").name
    config.extra["front"] = f"assets/front/{Path(config.extra.get('frontend') or 'none').name}/"
    environment().bytecode_cache = templates()
    measurements = Path(config.extra["measurements"]) if config.extra.get("measurements") else None
    printing = config.extra.get("pdf", True)
    asked = moment_of(config), tag, config.site_url or "", measurements
    plan = planned(Path(config.docs_dir), *asked, store(config), printing)
    for problem in plan.problems:
        log.warning(problem)
    if not plan.pages:
        raise PluginError("There is nothing to publish before this is mended.")  # not one warning more for each link
    sources = {page.source for page in plan.pages}
    kept = [file for file in files if file.src_uri not in sources and not is_dropped(file, config)]
    pages = [page_file(page, config) for page in plan.pages]
    pdfs = _pdf_files(plan, config) if printing else []
    made = [*pages, *(static_file(file.path, file.text, config) for file in plan.files), *pdfs]
    files = SiteFiles([*kept, *made], plan, config)
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
    """Write the chapters, and report links that lead nowhere."""
    env.loader = jinja2.FileSystemLoader(config.extra["template_folders"])
    env.bytecode_cache, env.auto_reload = environment().bytecode_cache, False
    plan: Plan = config.extra["plan"]
    outlines = write_chapters(plan.chapters, Frame(env, config))
    for problem in plan.broken_links(outlines):
        log.warning(problem)
    config.extra["documents"] += chain.from_iterable(each.to_find for each in outlines)


def on_post_build(config: MkDocsConfig) -> None:
    """Let go of what no build has asked for in a long time."""
    store(config).forget_oldest()
    sets(config).forget_oldest()


def moment_of(config: MkDocsConfig) -> datetime:
    """The instant the site is built for: the one that is named, or the noon of a day, else this moment."""
    named = str(config.extra.get("today") or "")
    if ":" in named:
        return datetime.fromisoformat(named)
    return datetime.combine(date.fromisoformat(named), time(12), UTC) if named else datetime.now(UTC)


def _pdf_files(plan: Plan, config: MkDocsConfig) -> list[File]:
    try:
        pdfs = printed({page.path: page.html for page in plan.prints}, ROOT / ".cache" / "printed", say)
    except PrintingFailed as error:
        raise PluginError(str(error)) from error
    return [static_file(path, pdf, config) for path, pdf in pdfs.items()]
