"""The agreements as the site uses them: read, rules held against their kinds, examples computed, versions locked."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from calculators.checking import check_rule
from calculators.page import answered_view
from calculators.registry import KINDS
from calculators.words import LANGUAGES
from scripts.agreements.change_notice import change_notice_problems
from scripts.agreements.corpus import Corpus, read_corpus
from scripts.agreements.lock import lock_problems
from scripts.agreements.model import Agreement, Version
from scripts.agreements.problems import Problem
from scripts.agreements.terms import stated_terms, terms
from scripts.keeping.keep import Keep, Wanted, anew


def checked_corpus(docs_folder: Path, keep: Keep = anew) -> Corpus:
    """The corpus of a documentation folder with every problem of its texts, their rules, dates and lock."""
    corpus = read_corpus(docs_folder, check_rule, keep)
    if corpus.problems:
        return corpus
    in_examples = keep.every([_examples(agreement, docs_folder) for agreement in corpus.agreements])
    found = chain.from_iterable(
        (*change_notice_problems(agreement), *problems)
        for agreement, problems in zip(corpus.agreements, in_examples, strict=True)
    )
    return replace(corpus, problems=(*found, *lock_problems(corpus.agreements, docs_folder)))


def _examples(agreement: Agreement, docs_folder: Path) -> Wanted[list[Problem]]:
    made_from = ("examples", agreement.id, agreement.made_from)
    return Wanted(made_from, lambda: list(example_problems(agreement, docs_folder)))


def example_problems(agreement: Agreement, docs_folder: Path) -> Iterator[Problem]:
    """What keeps a rule's worked example from being computed and said, in any version and language.

    Versions that state the same figures and rules have the same faults, and are answered once.
    """
    found: dict[str, Mapping[str, str]] = {}
    for version in agreement.versions:
        stated = repr(stated_terms(version))
        if stated not in found:
            found[stated] = dict(_faults(agreement, version))
        for rule, fault in found[stated].items():
            line = _line_of(docs_folder / "agreements" / version.agreement / f"{version.name}.md", rule)
            yield Problem(version.file, line, None, f'rule "{rule}": {fault}', "a worked example that computes")


def _faults(agreement: Agreement, version: Version) -> Iterator[tuple[str, str]]:
    """The rules of one version whose example fails, each with the fault in the first language that has one."""
    library = {agreement.id: terms(replace(agreement, versions=(version,)))}
    for name, rule in version.rules.items():
        if rule["kind"] in KINDS:
            faults = (_fault(library, f"{agreement.id}:{name}", rule, version, language) for language in LANGUAGES)
            if fault := next(filter(None, faults), ""):
                yield name, fault


def _fault(library: dict[str, Any], rule: str, declared: dict[str, Any], version: Version, language: str) -> str:
    inputs = json.loads(json.dumps(declared["example"], default=str))
    on = (version.effective_date or version.recorded_on).isoformat()
    request = {"rule": rule, "on": on, "inputs": inputs, "language": language}
    try:
        view = answered_view(request, library, date.fromisoformat(on))
    except KeyError as missing:
        return f'its sentence names "{missing.args[0]}", which is none of its results'
    refused = [f"{each['field']}: {each['message']}" for each in view["errors"]]
    return f"its example is refused: {'; '.join(refused)}" if refused else ""


def _line_of(file: Path, rule: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    named = re.compile(rf"\s+{re.escape(rule)}:\s*$")
    return next((number for number, line in enumerate(lines, 1) if named.match(line)), 1)
