"""The page of each calculator, and the list of them, in every interface language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from calculators.asking import Library, computed_rules
from calculators.registry import KINDS, calculators
from scripts.agreements.model import Agreement
from scripts.publishing.applying_pages import applying_links
from scripts.publishing.calculator_view import rule_view
from scripts.publishing.environment import rendered
from scripts.publishing.page import Page
from scripts.publishing.words import LANGUAGES, ROOT, localised, words

FORMS = "forms.html"


def calculators_in_use(library: Library) -> dict[str, list[str]]:
    """The rules of each calculator that has any, in the registry's order; those of an example come last."""
    found: dict[str, list[str]] = {}
    for rule in sorted(computed_rules(library), key=lambda rule: _is_fictional(rule, library)):
        found.setdefault(calculator_of(rule, library), []).append(rule)
    return {name: found[name] for name in calculators() if name in found}


def calculator_pages(library: Library, today: date, tag: str) -> Iterator[Page]:
    """One page per calculator and language."""
    in_use = calculators_in_use(library)
    for language in LANGUAGES:
        for name, rules in in_use.items():
            yield _page(name, [rule_view(rule, library, today, language) for rule in rules], language, tag)


def index_pages(library: Library, agreements: Sequence[Agreement]) -> Iterator[Page]:
    """The list of calculators in each language."""
    in_use = calculators_in_use(library)
    for language in LANGUAGES:
        house = words(language)
        yield Page(
            path=f"{ROOT[language]}calculators/",
            title=house["calculators"]["title"],
            lang=language,
            description=house["calculators"]["lead"],
            body=rendered(
                "calculators.html",
                house=house,
                calculators=list(calculator_links(in_use, library, language)),
                applies=applying_links(agreements, language),
            ),
            room="calculators",
            alternates={other: f"{ROOT[other]}calculators/" for other in LANGUAGES},
        )


def calculator_links(
    in_use: Mapping[str, Sequence[str]], library: Library, language: str
) -> Iterator[dict[str, Any]]:
    """Each calculator as a question with a link, its title and the rules it computes by, each with its own link."""
    for name, rules in in_use.items():
        own = words(language)["calculators"]["each"][name]
        href = localised(f"calculators/{name}/", language)
        yield own | {"href": href, "rules": [_rule_link(rule, library, language) for rule in rules]}


def rule_address(rule: str, library: Library, language: str) -> str:
    """Where the form of a rule stands in a language."""
    return localised(f"calculators/{calculator_of(rule, library)}/?rule={rule}", language)


def _page(name: str, rules: Sequence[Mapping[str, Any]], language: str, tag: str) -> Page:
    house = words(language)
    own = house["calculators"]["each"][name]
    body = rendered(
        "calculator.html",
        house=house,
        title=own["title"],
        question=own["question"],
        rules=rules,
        groups=_groups(rules),
        index_href=localised("calculators/", language),
        language=language,
        tag=tag,
        forms=FORMS,
    )
    return Page(
        path=f"{ROOT[language]}calculators/{name}/",
        title=own["question"],
        lang=language,
        description=own["title"],
        body=body,
        room="calculators",
        sheet="calculator picture",
        python=tag,
        parts={FORMS: _forms(rules[1:], own["title"], language)},
        alternates={other: f"{ROOT[other]}calculators/{name}/" for other in LANGUAGES},
    )


def _forms(rules: Sequence[Mapping[str, Any]], title: str, language: str) -> str:
    """The forms and examples of a calculator's other rules, as a document that its page fetches."""
    return rendered(
        "calculator_forms.html", rules=rules, title=title, language=language, words=words(language)["calculator"]
    )


def _groups(rules: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rules by agreement, for a list to choose from."""
    by_agreement = groupby(rules, key=lambda rule: rule["agreement"]["title"])
    return [{"label": title, "rules": list(own)} for title, own in by_agreement]


def _rule_link(rule: str, library: Library, language: str) -> dict[str, str]:
    return {"title": declared_rule(rule, library)["title"][language], "href": rule_address(rule, library, language)}


def calculator_of(rule: str, library: Library) -> str:
    """The calculator that a rule belongs to."""
    return KINDS[declared_rule(rule, library)["kind"]].calculator


def _is_fictional(rule: str, library: Library) -> bool:
    return library[rule.partition(":")[0]]["supplier"].get("fictional", False)


def declared_rule(rule: str, library: Library) -> Mapping[str, Any]:
    """The rule as the newest version that has it declares it."""
    agreement, _, name = rule.partition(":")
    return next(v["rules"][name] for v in reversed(library[agreement]["versions"]) if name in v["rules"])
