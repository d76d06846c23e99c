"""The hooks of MkDocs: they hand it the pages of scripts/publishing as generated files, and write the chapters."""

import gc
import logging
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_theme_dir

from scripts.mkdocs_door.chapters import write_chapters
from scripts.mkdocs_door.files import ReadyPage, SiteFiles, is_dropped, page_file, static_file
from scripts.mkdocs_door.frame import Frame, use_templates
from scripts.mkdocs_door.kept import sets, store, templates
from scripts.printing.press import PrintingFailed, printed
from scripts.publishing.environment import environment
from scripts.publishing.plan import Plan
from scripts.publishing.planning import drafted
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
    """Write the chapters, and add what is said of more than one agreement; problems are reported all together."""
    tag = Path(config.extra.get("bundle") or "none").name
    config.extra["front"] = f"assets/front/{Path(config.extra.get('frontend') or 'none').name}/"
    environment().bytecode_cache = templates()
    measurements = Path(config.extra["measurements"]) if config.extra.get("measurements") else None
    printing = config.extra.get("pdf", True)
    asked = moment_of(config), tag, config.site_url or "", measurements
    draft = drafted(Path(config.docs_dir), *asked, store(config), printing)
    _stop_for(draft.problems)
    written = [file for file in files if not is_dropped(file, config)]
    config.extra["words"] = words_around({file.url for file in written} | draft.rooms)
    outlines = write_chapters(draft.chapters, Frame.of(config), draft.wanted)
    plan = draft.planned(store(config))
    _stop_for(plan.problems)
    for problem in plan.broken_links(outlines):
        log.warning(problem)
    sources = {page.source for page in plan.pages}
    kept = [file for file in written if file.src_uri not in sources]
    pages = [page_file(page, config) for page in plan.pages]
    pdfs = _pdf_files(plan, config) if printing else []
    made = [*pages, *(static_file(file.path, file.text, config) for file in plan.files), *pdfs]
    config.extra["documents"] = documents(plan.files) + [address for each in outlines for address in each.to_find]
    return SiteFiles([*kept, *made], plan, config)


def _stop_for(problems: Sequence[str]) -> None:
    for problem in problems:
        log.warning(problem)
    if problems:
        raise PluginError("There is nothing to publish before this is mended.")  # not one warning more for each link


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Give a page that people wrote the addresses of its translations."""
    if not isinstance(page, ReadyPage):
        here = {file.url for file in files.documentation_pages()}
        page.meta["alternates"] = {language: url for language, url in translations(page.url).items() if url in here}


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Give MkDocs the templates of Material for what it writes itself."""
    use_templates(env, config)


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
