"""What people wrote for the front pages: in docs/<language>/index.md a title, the rule of an example, and sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.agreements.front_matter import split_front_matter
from scripts.agreements.problems import Problem, ProblemLog
from scripts.agreements.source import read_source
from scripts.agreements.yaml_lines import read_yaml
from scripts.publishing.words import LANGUAGES, ROOT


@dataclass(frozen=True)
class FrontPage:
    """The words of the front page in one language; `example` is the name of a rule, if there is one to show."""

    title: str
    example: str | None
    text: str


def read_front_pages(docs: Path) -> tuple[dict[str, FrontPage], tuple[Problem, ...]]:
    """The readable front pages by language, and what is wrong with the others."""
    logs = {language: ProblemLog(f"{docs.name}/{ROOT[language]}index.md") for language in LANGUAGES}
    read = {language: _front_page(docs / ROOT[language] / "index.md", log) for language, log in logs.items()}
    problems = tuple(problem for log in logs.values() for problem in log.problems)
    return {language: page for language, page in read.items() if page}, problems


def leading_out(docs: Path) -> Iterator[Problem]:
    """Links in the file system that would publish something from outside the documentation."""
    for path in sorted(path for path in docs.rglob("*") if path.is_symlink() and is_outside(path, docs)):
        found, expected = "a link that leads out of the documentation", "a file or folder inside it"
        yield Problem(f"{docs.name}/{path.relative_to(docs).as_posix()}", 1, None, found, expected)


def is_outside(path: Path, docs: Path) -> bool:
    """Whether what a path leads to is not in the documentation."""
    return not path.resolve().is_relative_to(docs.resolve())


def _front_page(path: Path, log: ProblemLog) -> FrontPage | None:
    text = read_source(path, log)
    above, body, _ = split_front_matter(text, log) if text is not None else (None, "", 1)
    document = read_yaml(above, 2, log) if above is not None else None
    if document is None:
        return None
    keys = document.value if isinstance(document.value, dict) else {}
    title, example = keys.get("title"), keys.get("example")
    if not isinstance(title, str):
        log.report(document.line("title") if keys else 2, '"title" is missing', "a line `title: ...` of front matter")
        return None
    return FrontPage(title, example if isinstance(example, str) else None, body.strip())
