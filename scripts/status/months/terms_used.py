"""Of the agreements, what a month's figures rest on: the rules used, the figures these name, and their clauses."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from calculators.asking import Library
from calculators.contract.names import figure_name
from calculators.contract.terms import version_in_force


def terms_used(rules: Iterable[str], days: Iterable[date], library: Library) -> dict[str, dict[str, Any]]:
    """The terms of the rules' agreements in the versions in force on the days, as a library of their own."""
    slugs: dict[str, set[str]] = {}
    for rule in rules:
        agreement, _, slug = rule.partition(":")
        slugs.setdefault(agreement, set()).add(slug)
    days = list(days)
    return {agreement: _agreement(library[agreement], named, days) for agreement, named in sorted(slugs.items())}


def _agreement(terms: Mapping[str, Any], slugs: set[str], days: list[date]) -> dict[str, Any]:
    in_force = {version.label for day in days if (version := version_in_force(terms, day))}
    versions = [_version(each, slugs) for each in terms["versions"] if each["version"] in in_force]
    return {**terms, "versions": versions}


def _version(version: Mapping[str, Any], slugs: set[str]) -> dict[str, Any]:
    rules = {slug: rule for slug, rule in version["rules"].items() if slug in slugs}
    said = set(_strings(rules))
    named = {figure_name(each).marked for each in said}
    parameters = {name: each for name, each in version["parameters"].items() if name in named}
    anchors = said | {each["clause"] for each in parameters.values()}
    return {
        **version,
        "clauses": {anchor: each for anchor, each in version["clauses"].items() if anchor in anchors},
        "parameters": parameters,
        "borrowed": {name: each for name, each in version["borrowed"].items() if name in named},
        "rules": rules,
    }


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Mapping, list, tuple)):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(each)
