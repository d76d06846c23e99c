"""The front page in each interface language: sentences from docs/, the calculators' questions, the agreements."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import frontmatter

from calculators.asking import Library
from scripts.agreements.model import Agreement
from scripts.publishing.agreement_lists import rows_of_all
from scripts.publishing.calculator_pages import calculator_links
from scripts.publishing.clause_html import prose_html
from scripts.publishing.environment import rendered
from scripts.publishing.page import Page
from scripts.publishing.words import LANGUAGES, ROOT, localised, words


def home_pages(docs: Path, agreements: Sequence[Agreement], library: Library, today: date) -> Iterator[Page]:
    """One front page per language, its title and opening sentences from docs/<language>/index.md."""
    for language in LANGUAGES:
        front = frontmatter.loads((docs / ROOT[language] / "index.md").read_text(encoding="utf-8"))
        body = rendered(
            "home.html",
            words=words(language),
            title=front["title"],
            text=prose_html(front.content),
            calculators=list(calculator_links(library, language)),
            agreements=rows_of_all(agreements, today, language),
            agreements_href=localised("agreements/", language),
        )
        yield Page(
            path=ROOT[language],
            title=front["title"],
            lang=language,
            description=" ".join(front.content.split()),
            body=body,
            alternates=dict(ROOT),
        )
