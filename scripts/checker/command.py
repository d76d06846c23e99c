"""scripts/check_terms: reads every agreement as a careful lawyer would, and lists what it finds by place."""

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path

from scripts.agreements.checked import checked_corpus
from scripts.checker.checks import findings
from scripts.checker.faults import NOTE, SEVERITIES
from scripts.checker.finding import Finding
from scripts.checker.problems import problem_finding
from scripts.checker.wording import LANGUAGES, label_words, message, severity_word
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Print the findings; 0 whatever they are, but with --strict 1 where one is more than a note."""
    options = parser().parse_args(arguments)
    found = [each for each in all_findings(options.docs, options.today) if _is_asked_for(each, options)]
    print(_written(found, options))
    return 1 if options.strict and any(each.severity != NOTE for each in found) else 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/check_terms", description=__doc__)
    add = options.add_argument
    add("agreement", nargs="*", help="only these agreements, as nettsoft/vps-access, or suppliers, as nettsoft")
    add("--json", action="store_true", help="findings as JSON, each with an id that stays the same")
    add("--short", action="store_true", help="one line per finding, without places that move: anchor, class, subject")
    add("--language", choices=LANGUAGES, default="en", help="of the sentences in the text (default: en)")
    add("--severity", choices=SEVERITIES, default=NOTE, help="leave out what weighs less (default: note)")
    add("--strict", action="store_true", help="exit code 1 where there are errors or warnings")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day that counts as today (YYYY-MM-DD)")
    add("--docs", type=Path, default=ROOT / "docs", help="the documentation folder to read (default: docs)")
    return options


def all_findings(docs: Path, today: date) -> list[Finding]:
    """What the readers refuse and what the detectors find, sorted by place."""
    corpus = checked_corpus(docs)
    found = [*map(problem_finding, corpus.problems), *findings(corpus.agreements, today)]
    return sorted(set(found), key=lambda each: each.order)


def _is_asked_for(finding: Finding, options: argparse.Namespace) -> bool:
    named = not options.agreement or any(
        finding.agreement == name or finding.agreement.startswith(f"{name}/") for name in options.agreement
    )
    return named and SEVERITIES.index(finding.severity) <= SEVERITIES.index(options.severity)


def _written(found: list[Finding], options: argparse.Namespace) -> str:
    if options.json:
        return as_json(found)
    return as_lines(found) if options.short else as_text(found, options.language)


def as_lines(found: list[Finding]) -> str:
    """One line per finding in a form that changes only when a finding does."""
    return "\n".join(dict.fromkeys(f"{each.anchor or '-'} {each.fault} {each.subject}".rstrip() for each in found))


def as_text(found: list[Finding], language: str) -> str:
    """One paragraph per finding, beginning with a place an editor can jump to, and a count at the end."""
    return "\n".join([*(_paragraph(each, language) for each in found), _count(found, language)])


def _paragraph(finding: Finding, language: str) -> str:
    said = message(finding, language)
    labels = label_words(language)
    clause = f' {labels["clause"]} "{finding.clause}":' if finding.clause else ""
    place = f"{finding.file}:{finding.line}:{clause}"
    head = f"{place} {severity_word(finding.severity, language)}: {said.title} [{finding.fault} {finding.id}]"
    return "\n".join([head, f"    {said.found}", f"    {labels['expected']}: {said.expected}", *_likely(said.likely)])


def _likely(likely: str) -> list[str]:
    return [f"    {likely}"] if likely else []


def _count(found: list[Finding], language: str) -> str:
    counted = Counter(each.severity for each in found)
    parts = [
        f"{counted[severity]} {severity_word(severity, language, count=counted[severity])}" for severity in SEVERITIES
    ]
    return f"{len(found)} ({', '.join(parts)})"


def as_json(found: list[Finding]) -> str:
    return json.dumps([finding_json(each) for each in found], ensure_ascii=False, indent=2)


def finding_json(finding: Finding) -> dict[str, object]:
    """One finding as plain JSON; its sentences are in English, its facts as they stand in the text."""
    said = message(finding, "en")
    return {
        "id": finding.id,
        "class": finding.fault,
        "severity": finding.severity,
        "agreement": finding.agreement,
        "version": finding.version,
        "file": finding.file,
        "line": finding.line,
        "clause": finding.clause,
        "anchor": finding.anchor,
        "subject": finding.subject,
        "found": said.found,
        "expected": said.expected,
        "likely": said.likely,
        "facts": dict(finding.facts),
    }
