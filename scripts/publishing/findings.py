"""The authors' page: every open finding of the checker, agreement by agreement, one page per interface language."""

from collections.abc import Iterator, Sequence

from scripts.agreements.model import Agreement
from scripts.checker.finding import Finding
from scripts.checker.wording import page_words
from scripts.publishing.environment import rendered
from scripts.publishing.findings_view import by_agreement, classes, severity_words, totals
from scripts.publishing.page import Page
from scripts.publishing.words import LANGUAGES, ROOT

PATH = "findings/"


def findings_pages(found: Sequence[Finding], agreements: Sequence[Agreement]) -> Iterator[Page]:
    """The list in each language; search engines are asked to leave it out."""
    for language in LANGUAGES:
        words = page_words(language)
        yield Page(
            path=f"{ROOT[language]}{PATH}",
            title=words["title"],
            lang=language,
            description=words["description"],
            body=rendered(
                "findings.html",
                words=words,
                severities=severity_words(language),
                totals=totals(found, language),
                suppliers=by_agreement(found, agreements, language),
                classes=classes(found, language),
            ),
            room="agreements",
            sheet="findings",
            robots="noindex",
            alternates={other: f"{ROOT[other]}{PATH}" for other in LANGUAGES},
        )
