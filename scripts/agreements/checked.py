"""The agreements as the site uses them: read, rules held against their kinds, examples computed, versions locked."""

import json
import re
from collections.abc import Iterator
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
from scripts.agreements.terms import terms
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
    """What keeps a rule's worked example from being computed and said, in any version and language."""
    for version in agreement.versions:
        alone = replace(agreement, versions=(version,))
        library = {agreement.id: terms(alone)}
        for name, rule in version.rules.items():
            if rule["kind"] in KINDS:
                yield from _problems(library, version, name, rule, docs_folder)


def _problems(
    library: dict[str, Any], version: Version, name: str, rule: dict[str, Any], docs_folder: Path
) -> Iterator[Problem]:
    for language in LANGUAGES:
        found = _fault(library, f"{version.agreement}:{name}", rule, version, language)
        if found:
            line = _line_of(docs_folder / "agreements" / version.agreement / f"{version.name}.md", name)
            yield Problem(version.file, line, None, f'rule "{name}": {found}', "a worked example that computes")
            return


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
