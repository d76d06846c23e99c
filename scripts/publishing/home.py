"""The front page in each language: sentences from docs/, one example, the calculators' questions, the agreements."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from calculators.asking import Library
from calculators.words.spoken import spoken
from scripts.agreements.model import Agreement
from scripts.publishing.agreement_lists import rows_of_all
from scripts.publishing.calculator_pages import calculator_links, calculators_in_use, rule_address
from scripts.publishing.calculator_view import rule_view
from scripts.publishing.clause_html import prose_html
from scripts.publishing.environment import rendered
from scripts.publishing.front_pages import FrontPage
from scripts.publishing.page import Page
from scripts.publishing.words import LANGUAGES, ROOT, localised, words


def home_pages(
    fronts: Mapping[str, FrontPage], agreements: Sequence[Agreement], library: Library, today: date
) -> Iterator[Page]:
    """One front page per language; its title, opening sentences and example are in docs/<language>/index.md."""
    in_use = calculators_in_use(library)
    computed = [rule for rules in in_use.values() for rule in rules]
    for language in LANGUAGES:
        front = fronts[language]
        body = rendered(
            "home.html",
            words=words(language),
            title=front.title,
            text=prose_html(front.text),
            example=_example(front.example, library, today, language) if front.example in computed else None,
            calculators=list(calculator_links(in_use, library, language)),
            agreements=rows_of_all(agreements, today, language),
            agreements_href=localised("agreements/", language),
        )
        yield Page(
            path=ROOT[language],
            title=front.title,
            lang=language,
            description=" ".join(front.text.split()),
            body=body,
            alternates=dict(ROOT),
        )


def _example(rule: str, library: Library, today: date, language: str) -> dict[str, Any]:
    """One rule as a short exchange: what is asked, what was answered to that, and what follows."""
    view = rule_view(rule, library, today, language)
    asked = [{"label": field["label"], "value": _said(field, language)} for field in view["fields"] if field["value"]]
    return view | {"asked": asked, "href": rule_address(rule, library, language)}


def _said(field: Mapping[str, Any], language: str) -> str:
    value = field["value"]
    return spoken(date.fromisoformat(value) if field["type"] == "date" else value, language)
