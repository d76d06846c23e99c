"""A site as a folder of Markdown files with an mkdocs.yml and templates, for any generator that reads those."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import frontmatter
import yaml

from scripts.publishing.site import Site, documents
from scripts.publishing.words import translations, words_around

READ_BY_PUBLISHING = ("agreements", "status")
OWN_SETTINGS = ("hooks", "exclude_docs", "docs_dir", "site_dir", "site_url", "extra")


def write_source_folder(made: Site, pdfs: Mapping[str, bytes], docs: Path, root: Path, folder: Path) -> None:
    """Write the site's pages and files, its PDFs, the pages people wrote in `docs`, templates and settings."""
    folder.mkdir(parents=True)
    _copy_written_pages(docs, folder / "docs")
    _name_translations(folder / "docs")
    for page in made.pages:
        _write(folder / "docs" / page.source, page.as_markdown())
    for file in made.files:
        _write(folder / "docs" / file.path, file.text)
    for path, pdf in pdfs.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_bytes(pdf)
    shutil.copytree(root / "templates", folder / "templates", ignore=shutil.ignore_patterns("pages"))
    settings = _settings((root / "mkdocs.yml").read_text(encoding="utf-8"))
    extra = {"words": words_around(_addresses(made, docs)), "documents": documents(made.files)}
    _write(folder / "mkdocs.yml", yaml.safe_dump(settings | {"extra": extra}, allow_unicode=True, sort_keys=False))


def _copy_written_pages(docs: Path, target: Path) -> None:
    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder) == docs and name in READ_BY_PUBLISHING]

    shutil.copytree(docs, target, ignore=left_out)


def _name_translations(docs: Path) -> None:
    """Give every page that people wrote the addresses of its translations, which our own build's door adds itself."""
    pages = {_address(path, docs): path for path in docs.rglob("*.md")}
    for address, path in pages.items():
        page = frontmatter.load(path)
        page["alternates"] = {language: where for language, where in translations(address).items() if where in pages}
        path.write_text(f"{frontmatter.dumps(page)}\n", encoding="utf-8")


def _address(path: Path, docs: Path) -> str:
    return f"{path.relative_to(docs).with_suffix('').as_posix()}/"


def _addresses(made: Site, docs: Path) -> set[str]:
    """Every address of the site, from its root."""
    written = {_address(path, docs) for path in docs.rglob("*.md")}
    files = {file.path.removesuffix("index.html") for file in made.files}
    return written | files | {page.path for page in made.pages}


def _settings(text: str) -> dict[str, object]:
    """The project's mkdocs.yml without what only its own build needs."""
    settings = yaml.load(text, Loader=_Settings)
    return {name: value for name, value in settings.items() if name not in OWN_SETTINGS}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class _Settings(yaml.SafeLoader):
    """Reads an mkdocs.yml; what it takes from the environment stays empty."""


_Settings.add_constructor("!ENV", lambda loader, node: None)
